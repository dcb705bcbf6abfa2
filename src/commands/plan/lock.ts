import { textOf } from '../../file-content.ts'
import { materialOf } from '../../material/files.ts'
import { standInRandom } from '../../material/random.ts'
import { standIns } from '../../material/stand-ins.ts'
import { type Lock, lockFile, readLock } from '../../network/lock.ts'
import type { Risk } from '../../network/risk.ts'
import { expectedLock, lockRisks } from '../../plan/tree/lock.ts'
import type { BothStates } from './both-states.ts'
import type { TreeInput } from './tree-input.ts'

/** Changes of the lock that the merge would not make. `changed` are paths of the whole network. */
export async function lockRisksOf(
  changed: readonly string[],
  states: BothStates,
  { checked, after: { tree } }: TreeInput,
): Promise<Risk[]> {
  if (!changed.includes(lockFile)) return []
  const texts = await states([lockFile])
  const before = lockIn(textOf(texts.before, lockFile))
  // An unreadable lock of the base has nothing to compare with; the rule `lock` reports an unreadable lock of the change.
  if (before === undefined) return []
  const { network, platform, materialFiles, requests } = checked
  const merged = lockIn(textOf(tree, lockFile)) ?? checked.lock
  return lockRisks({
    before,
    after: texts.after.has(lockFile) ? lockIn(textOf(texts.after, lockFile)) : undefined,
    expected: expectedLock({ network, platform }, before, merged, () =>
      materialOf(materialFiles, standIns(requests, materialFiles, standInRandom)),
    ),
    changedMaterial: new Set(changed),
  })
}

const lockIn = (text: string | undefined): Lock | undefined => {
  const lock = readLock(text)
  return 'ports' in lock ? lock : undefined
}
