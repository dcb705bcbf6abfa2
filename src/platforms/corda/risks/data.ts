import { groupBy } from '../../../group-by.ts'
import type { Path } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import type { Risk } from '../../../network/risk.ts'
import { several } from '../../../words.ts'
import { cordappName } from '../cordapp-name.ts'
import { platformVersionOf } from '../release.ts'
import type { CordaNode, Jars } from '../schema.ts'
import { type CordaRevision, type KeptNode, keepsVolume, keptNodes } from './revision.ts'

/** What a node has and runs: its database, its CorDapps, flows in progress. */
export function dataRisks(before: CordaRevision, after: CordaRevision): Risk[] {
  const kept = keptNodes(before, after)
  return [...kept.flatMap((node) => [...anotherDatabase(node), ...withoutCordapps(node)]), ...flows(before, after)]
}

const placeOf = ({ database }: CordaNode): string => database?.url ?? 'H2 on its volume'

function anotherDatabase({ was, is }: KeptNode): Risk[] {
  const [old, now] = [placeOf(was.own), placeOf(is.own)]
  if (old === now) return []
  return [
    {
      id: 'database-replaced',
      severity: 'danger',
      subject: nodeId(is),
      message: `the database of ${nodeId(is)} is ${now} instead of ${old}: unless that has a copy, the node has its keys, but none of its states, transactions and flows`,
      hint: `keep ${old}; or stop the node, copy its database, and merge this when the copy is there${was.own.database === undefined || is.own.database === undefined ? '. Corda has no way from H2 to PostgreSQL, or back: a new node has the one that it begins with' : ''}`,
      path: [...is.path, 'database'],
    },
  ]
}

const namesOf = (cordapps: readonly Jars[]): ReadonlyMap<string, string> =>
  new Map(cordapps.map((jars) => [cordappName(jars), JSON.stringify(jars)]))

function withoutCordapps(kept: KeptNode): Risk[] {
  const { was, is } = kept
  const [old, now] = [namesOf(was.own.cordapps), namesOf(is.own.cordapps)]
  const gone = [...old.keys()].filter((name) => !now.has(name))
  // On an empty volume there are no states.
  if (gone.length === 0 || !keepsVolume(kept)) return []
  return [
    {
      id: 'contracts-removed',
      severity: 'danger',
      subject: nodeId(is),
      message: `${nodeId(is)} no longer has ${several(gone)}: it can neither spend states of ${gone.length === 1 ? 'its' : 'their'} contracts, nor take part in ${gone.length === 1 ? 'its' : 'their'} flows. With such a flow in progress it refuses to start`,
      content: gone.join(' '),
      hint: 'spend or move its states first, drain the node, and be sure that no other node starts these flows with it',
      path: [...is.path, 'cordapps'],
    },
  ]
}

/**
 * A flow in progress continues with exactly the JAR and the platform version that it began with: CheckpointVerifier.kt of Corda 4.12. What
 * happens to several nodes in the same way is one risk.
 */
function flows(before: CordaRevision, after: CordaRevision): Risk[] {
  const changed = keptNodes(before, after)
    .filter(keepsVolume)
    .map((node) => ({ node, changes: changesForFlows(node) }))
  const groups = groupBy(
    changed.filter(({ changes }) => changes.length > 0),
    ({ changes, node: { was } }) => JSON.stringify([changes, was.own.drainSeconds]),
  )
  return [...groups.values()].flatMap((group): Risk[] => {
    const [first] = group
    if (first === undefined) return []
    const { changes, node } = first
    const ids = group.map(({ node: { is } }) => nodeId(is))
    const one = ids.length === 1
    const seconds = node.was.own.drainSeconds
    const drain =
      seconds === 0
        ? `drain ${one ? nodeId(node.is) : 'them'} before the merge (flows draining mode by RPC), and merge when no flow is in progress`
        : `a stop waits ${seconds} s for flows in progress: let longer ones end before the merge (flows draining mode by RPC)`
    return [
      {
        id: 'flows-in-progress',
        severity: 'caution',
        subject: one ? nodeId(node.is) : `${nodeId(node.is)}+${ids.length - 1}`,
        message: `${several(ids)} ${one ? 'gets' : 'get'} ${several(changes)}: a node with a flow in progress that began before refuses to start, or to migrate its database`,
        content: [...ids, ...changes].join(' '),
        hint: `${drain}. To come back, restore what ran before`,
        path: placeOfChange(node, before.network.platformVersion !== after.network.platformVersion),
      },
    ]
  })
}

function placeOfChange({ was, is }: KeptNode, ofNetwork: boolean): Path {
  if (was.platformVersion === is.platformVersion) return [...is.path, 'cordapps']
  return ofNetwork ? ['platformVersion'] : [...is.path, 'platformVersion']
}

/** What makes flows of before incompatible: `another loans`, `platform version 13 instead of 12`. */
export function changesForFlows({ was, is }: KeptNode): readonly string[] {
  const [old, now] = [namesOf(was.own.cordapps), namesOf(is.own.cordapps)]
  const changed = [...old].filter(([name, jars]) => now.has(name) && now.get(name) !== jars)
  return [...changed.map(([name]) => `another ${name}`), ...anotherPlatform(was.platformVersion, is.platformVersion)]
}

/** Releases that Chancery does not know may have other platform versions. */
function anotherPlatform(was: string, is: string): readonly string[] {
  const [from, to] = [platformVersionOf(was), platformVersionOf(is)]
  if (was === is || (from !== undefined && from === to)) return []
  return from === undefined || to === undefined
    ? [`release ${is} instead of ${was}`]
    : [`platform version ${to} instead of ${from}`]
}
