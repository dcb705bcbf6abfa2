import { isOurs, nodeId } from '../../../network/network.ts'
import type { Risk } from '../../../network/risk.ts'
import { agreeing, several } from '../../../words.ts'
import { crashTolerance, quorumOf } from '../consensus.ts'
import { consentersOf } from '../network.ts'
import { type KeptChannel, keptChannels } from './kept-channels.ts'
import type { FabricRevision } from './revision.ts'

/** Orderers that a commit takes away or restarts, for each channel that counts them as consenters until an update says otherwise. */
export const ordererRisks = (before: FabricRevision, after: FabricRevision): Risk[] =>
  keptChannels(before, after).flatMap((channel) => [
    ...lost(before, after, channel),
    ...restarted(before, after, channel),
  ])

function lost(before: FabricRevision, after: FabricRevision, { was, path }: KeptChannel): Risk[] {
  const consenters = consentersOf(before.network, was)
  const left = new Set([...after.network.nodes, ...after.network.external].map(nodeId))
  const gone = consenters.filter((node) => !left.has(nodeId(node)))
  if (gone.length === 0) return []
  const [total, quorum] = [consenters.length, quorumOf(was.consensus, consenters.length)]
  const remaining = total - gone.length
  const names = several(gone.map(nodeId))
  return [
    {
      id: remaining < quorum ? 'channel-quorum-lost' : 'consenter-removed',
      severity: 'danger',
      subject: was.name,
      message:
        remaining < quorum
          ? `channel ${was.name} loses ${names}: ${remaining} of ${total} orderers ${agreeing(remaining, 'is', 'are')} left, but ${quorum} must agree, so the channel orders no transaction`
          : `channel ${was.name} still counts ${names} as ${agreeing(gone.length, 'an orderer', 'orderers')}: ${remaining} of ${total} ${agreeing(remaining, 'is', 'are')} left, and ${quorum} must agree`,
      content: gone.map(nodeId).join(' '),
      hint: `keep the ${agreeing(gone.length, 'node', 'nodes')} and take ${agreeing(gone.length, 'it', 'them')} out of the channel's \`orderers\` first, one in each update (\`chancery channel update ${was.name}\`); remove the ${agreeing(gone.length, 'node', 'nodes')} when the update is active`,
      path: [...path, 'orderers'],
    },
  ]
}

function restarted(before: FabricRevision, after: FabricRevision, { was, path }: KeptChannel): Risk[] {
  const consenters = consentersOf(before.network, was)
  const ours = consenters.filter(isOurs).filter((node) => {
    const [old, now] = [before.pods.get(nodeId(node)), after.pods.get(nodeId(node))]
    return now !== undefined && old !== now
  })
  // Those of one cluster restart one after the other; clusters do not wait for each other.
  const atOnce = new Set(ours.map(({ cluster }) => cluster.name)).size
  const spare = crashTolerance(was.consensus, consenters.length)
  if (ours.length === 0 || (ours.length === 1 && spare > 0)) return []
  const names = several(ours.map(nodeId))
  const together = atOnce === 1 ? 'one after the other' : `one after the other in each of ${atOnce} clusters`
  const how = ours.length === 1 ? `${names} restarts` : `${names} restart, ${together}`
  if (atOnce <= spare) {
    return [
      {
        id: 'consenters-restart',
        severity: 'caution',
        subject: was.name,
        message: `orderers of channel ${was.name}: ${how}. Meanwhile ${spare === atOnce ? 'none' : `at most ${spare - atOnce}`} of the others may fail`,
        content: ours.map(nodeId).join(' '),
        hint:
          was.consensus === 'bft'
            ? 'merge this while all orderers are well. SmartBFT needs up to a minute for a new leader, each time that the leader restarts; change one orderer in each commit, and wait for a block between (`platformVersion` of single nodes)'
            : 'merge this while all orderers are well',
        path,
      },
    ]
  }
  return [
    {
      id: 'consenters-restart',
      severity: 'danger',
      subject: was.name,
      message: `orderers of channel ${was.name}: ${how}. ${spare === 0 ? 'None' : `At most ${spare}`} of ${consenters.length} may fail, so transactions wait until enough orderers run again`,
      content: ours.map(nodeId).join(' '),
      hint:
        atOnce === 1
          ? 'inform the users of the channel; with three orderers or more it would continue'
          : 'change the orderers of one cluster in each commit; test a release with `platformVersion` of single nodes',
      path,
    },
  ]
}
