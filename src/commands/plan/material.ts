import type { Risk } from '../../network/risk.ts'
import { materialRisks } from '../../plan/tree/material.ts'
import { readFolder } from '../../repository/files.ts'
import type { BothStates } from './both-states.ts'
import type { TreeInput } from './tree-input.ts'

/** Changes of existing keys, certificates and records. `changed` are paths of the whole network. */
export async function materialRisksOf(
  changed: readonly string[],
  states: BothStates,
  { base, former, checked, told }: TreeInput,
): Promise<Risk[]> {
  const { before, after } = await states(changed.filter((path) => path.startsWith('material/')))
  if (before.size + after.size === 0) return []
  return materialRisks({
    before,
    after,
    all: former?.materialFiles ?? (await readFolder(base.files, 'material')),
    was: former?.requests ?? [],
    is: checked.requests,
    organizations: new Set((former ?? checked).network.organizations.map(({ name }) => name)),
    told,
  })
}
