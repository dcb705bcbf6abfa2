import type { Path, Problem } from '../../../network/finding.ts'
import { error, notice, warning } from '../../problem.ts'
import { concentration } from '../../tolerance.ts'
import { byzantineTolerance, crashTolerance, quorumOf } from '../consensus.ts'
import { consentersOf, type FabricNetwork } from '../network.ts'
import type { Channel } from '../schema.ts'
import { orderingProblems } from './ordering.ts'
import { hasUnknown } from './references.ts'

/** Who orders, how many of them there are, and when blocks are cut. */
export const consensusProblems = (network: FabricNetwork): Problem[] =>
  network.top.channels.flatMap((channel, at) => {
    const path: Path = ['channels', at]
    const kind = consensusKind(channel, [...path, 'consensus'])
    if (kind.length > 0) return kind
    const ordering = orderingProblems(channel, path)
    if (hasUnknown(network, channel)) return ordering // how many there are to be is not known
    return [...size(network, channel, path), ...concentrated(network, channel, path), ...ordering]
  })

function consensusKind({ name, consensus }: Channel, path: Path): Problem[] {
  if (consensus === 'etcdraft' || consensus === 'bft') return []
  const gone = ['solo', 'kafka'].includes(consensus)
  return [
    error(
      'consensus',
      gone
        ? `channel ${name}: ${consensus} was removed in Fabric 3.0`
        : `channel ${name}: unknown consensus "${consensus}"`,
      'use etcdraft or bft',
      path,
    ),
  ]
}

function size(network: FabricNetwork, channel: Channel, path: Path): Problem[] {
  const { name, consensus } = channel
  const total = consentersOf(network, channel).length
  if (total === 0) return []
  if (consensus === 'bft') {
    if (total < 4)
      return [
        (channel.adopted ? warning : error)(
          'consenters',
          `channel ${name} has ${total} orderers: bft needs at least 4 (3f + 1)`,
          'add orderers, or use etcdraft',
          path,
        ),
      ]
    const f = byzantineTolerance(consensus, total)
    return (total - 1) % 3 === 0
      ? []
      : [
          notice(
            'consenters',
            `channel ${name}: ${total} orderers survive ${f} malicious, as ${3 * f + 1} would`,
            `${3 * f + 4} orderers survive ${f + 1}`,
            path,
          ),
        ]
  }
  if (total === 1)
    return [
      warning(
        'consenters',
        `channel ${name} has one orderer: without it the channel stops`,
        'use three, or five to survive the loss of two',
        path,
      ),
    ]
  if (total % 2 === 1) return []
  return [
    warning(
      'consenters',
      `channel ${name} has ${total} orderers: with Raft they survive no more failures than ${total - 1} would`,
      `use ${total - 1} or ${total + 1}`,
      path,
    ),
  ]
}

/** A cluster or organization whose loss stops the channel. */
function concentrated(network: FabricNetwork, channel: Channel, path: Path): Problem[] {
  const consenters = consentersOf(network, channel)
  const total = consenters.length
  const spare = crashTolerance(channel.consensus, total)
  if (spare === 0) return []
  const organizations = concentration(consenters, 'organization')
  const [only] = organizations.keys()
  const alone =
    organizations.size === 1
      ? [...network.organizations, ...network.externalParties].find(({ name }) => name === only)
      : undefined
  return [
    ...[...concentration(consenters, 'cluster')]
      .filter(([, held]) => held > spare)
      .map(([name, held]) =>
        warning(
          'concentration',
          `cluster ${name} holds ${held} of ${total} orderers of channel ${channel.name}: without it the channel stops (${quorumOf(channel.consensus, total)} are needed)`,
          network.clusters.length < 3
            ? 'use three clusters, with a third of the orderers in each'
            : `place at most ${spare} of them in one cluster`,
          network.clusters.find((cluster) => cluster.name === name)?.path ?? path,
        ),
      ),
    ...(alone === undefined
      ? []
      : [
          warning(
            'concentration',
            `all orderers of channel ${channel.name} belong to ${alone.name}: one administrator controls the order of transactions`,
            'add orderers of other organizations',
            path,
          ),
        ]),
  ]
}
