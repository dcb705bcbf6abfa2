import type { ConfigGroup } from '../../../../src/platforms/fabric/channel/config-group.ts'
import { consensusOf, consenterChanges, consentersIn } from '../../../../src/platforms/fabric/channel/consenters.ts'
import { applyUpdate, type UpdateSets } from '../../../../src/platforms/fabric/channel/update.ts'

/**
 * Why Fabric would refuse an update in this state, whoever signs it; nothing when it would not. As
 * common/configtx/update.go (verifyReadSet, verifyDeltaSet) and orderer/consensus/etcdraft/membership.go find it.
 */
export function conflicts(current: ConfigGroup, sets: UpdateSets): readonly string[] {
  const stale = [...staleIn(current, sets.read, ''), ...wrongVersions(current, sets.write, '')]
  if (stale.length > 0) return stale
  if (!hasChange(current, sets.write)) return ['it changes nothing']
  const after = applyUpdate({ sequence: 0, channel: current }, sets).channel
  if (consensusOf(current) !== 'etcdraft' || consensusOf(after) !== 'etcdraft') return []
  const changes = consenterChanges(consentersIn(current), consentersIn(after))
  const count = (kind: string): number => changes.filter((change) => change.kind === kind).length
  // One that comes and one that goes are a certificate that is replaced.
  const changed = count('replaced') + Math.max(count('added'), count('removed'))
  return changed > 1 ? [`it changes ${changed} Raft consenters; Fabric allows one at a time`] : []
}

interface Versioned {
  readonly version: number
}

const parts = (group: ConfigGroup): readonly ReadonlyMap<string, Versioned>[] => [group.values, group.policies]

const at = (path: string): string => (path === '' ? 'the channel' : path)

/** What the update was made for, and is not so. */
function staleIn(current: ConfigGroup, read: ConfigGroup, path: string): string[] {
  const below = (name: string): string => (path === '' ? name : `${path}/${name}`)
  const stale = (name: string, wanted: Versioned, found: Versioned | undefined): string[] => {
    if (found === undefined) return [`it needs ${at(name)}, which there is not`]
    return found.version === wanted.version
      ? []
      : [`it needs ${at(name)} at version ${wanted.version}, which is at version ${found.version}`]
  }
  const leaves = parts(read).flatMap((items, kind) =>
    [...items].flatMap(([name, item]) => stale(below(name), item, parts(current)[kind]?.get(name))),
  )
  const groups = [...read.groups].flatMap(([name, group]) => {
    const known = current.groups.get(name)
    return known === undefined ? stale(below(name), group, known) : staleIn(known, group, below(name))
  })
  return [...stale(path, read, current), ...leaves, ...groups]
}

/** What is written has the version it has, or the next one; what is new has 0. */
function wrongVersions(current: ConfigGroup | undefined, write: ConfigGroup, path: string): string[] {
  const below = (name: string): string => (path === '' ? name : `${path}/${name}`)
  const wrong = (name: string, written: Versioned, known: Versioned | undefined): string[] => {
    const allowed = known === undefined ? [0] : [known.version, known.version + 1]
    return allowed.includes(written.version)
      ? []
      : [`it sets ${at(name)} to version ${written.version}, which is at ${known?.version ?? 'none'}`]
  }
  const leaves = parts(write).flatMap((items, kind) =>
    [...items].flatMap(([name, item]) => wrong(below(name), item, current && parts(current)[kind]?.get(name))),
  )
  const groups = [...write.groups].flatMap(([name, group]) =>
    wrongVersions(current?.groups.get(name), group, below(name)),
  )
  return [...wrong(path, write, current), ...leaves, ...groups]
}

function hasChange(current: ConfigGroup | undefined, write: ConfigGroup): boolean {
  if (current === undefined || write.version > current.version) return true
  const leaves = parts(write).some((items, kind) =>
    [...items].some(([name, { version }]) => version > (parts(current)[kind]?.get(name)?.version ?? -1)),
  )
  return leaves || [...write.groups].some(([name, group]) => hasChange(current.groups.get(name), group))
}
