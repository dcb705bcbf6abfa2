import type { Path, Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { error, warning } from '../../problem.ts'
import {
  capabilitiesOf,
  channelsOf,
  type FabricNetwork,
  isAtLeast,
  isAuthority,
  isOrderer,
  releaseOf,
} from '../network.ts'
import type { Channel } from '../schema.ts'

/** The newest that 2.5 had when this was written, with what was proven to work. */
export const current25 = [2, 5, 16] as const

export const releaseProblems = (network: FabricNetwork): Problem[] => [
  ...releases(network),
  ...network.top.channels.flatMap((channel, at) => capabilities(network, channel, ['channels', at])),
]

/** Releases that are in use, each with the place that says so. */
function releasesInUse(network: FabricNetwork): ReadonlyMap<string, Path> {
  const found = new Map<string, Path>([[network.platformVersion, ['platformVersion']]])
  for (const { platformVersion, path } of network.nodes)
    if (!found.has(platformVersion)) found.set(platformVersion, [...path, 'platformVersion'])
  return found
}

const releases = (network: FabricNetwork): Problem[] =>
  [...releasesInUse(network)].flatMap(([version, path]): Problem[] => {
    const [major = 0, minor = 0] = releaseOf(version)
    const isSupported = (major === 2 && minor === 5) || (major === 3 && minor >= 1)
    if (!isSupported)
      return [
        error(
          'release',
          `Fabric ${version} is not supported`,
          'use 2.5.x, the release with long-term support, or 3.1.x',
          path,
        ),
      ]
    if (major === 2 && !isAtLeast(version, current25))
      return [
        warning(
          'release',
          `Fabric ${version} is older than ${current25.join('.')}`,
          'upgrade: newer releases fix security problems',
          path,
        ),
      ]
    return []
  })

const known = {
  channel: ['V2_0', 'V3_0'],
  orderer: ['V2_0'],
  application: ['V2_0', 'V2_5'],
} as const

/** Those of channels that began with releases before 2.0: nodes of today still follow them. */
const former = {
  channel: ['V1_0', 'V1_1', 'V1_3', 'V1_4_2', 'V1_4_3'],
  orderer: ['V1_0', 'V1_1', 'V1_4_2'],
  application: ['V1_0', 'V1_1', 'V1_2', 'V1_3', 'V1_4_2'],
} as const

function capabilities(network: FabricNetwork, channel: Channel, path: Path): Problem[] {
  const wanted = capabilitiesOf(channel)
  const unknown = (['channel', 'orderer', 'application'] as const)
    .filter((group) => {
      const all: readonly string[] = channel.adopted ? [...former[group], ...known[group]] : known[group]
      return !all.includes(wanted[group])
    })
    .map((group) =>
      error(
        'capability',
        `channel ${channel.name}: there is no ${group} capability ${wanted[group]}`,
        `known: ${known[group].join(', ')}`,
        [...path, 'capabilities', group],
      ),
    )
  if (unknown.length > 0) return unknown
  const at: Path =
    channel.capabilities.channel === undefined ? [...path, 'consensus'] : [...path, 'capabilities', 'channel']
  const nodes = network.nodes.filter((node) => !isAuthority(node) && channelsOf(network, node).includes(channel))
  const old = nodes.find(({ platformVersion }) => !isAtLeast(platformVersion, [3, 0]))
  const renewing = nodes.find((node) => isOrderer(node) && !isAtLeast(node.platformVersion, [3, 1, 2]))
  return [
    ...(channel.consensus === 'bft' && wanted.channel !== 'V3_0'
      ? [
          error(
            'capability',
            `channel ${channel.name}: bft needs the channel capability V3_0`,
            'remove capabilities.channel, or set it to V3_0',
            at,
          ),
        ]
      : []),
    ...(wanted.channel === 'V3_0' && old !== undefined
      ? [
          error(
            'capability',
            `channel ${channel.name} has the capability V3_0${channel.consensus === 'bft' ? ', as bft needs it' : ''}, but ${nodeId(old)} runs ${old.platformVersion}: it would refuse the channel ("Must set some OrdererAddresses")`,
            'upgrade every node of the channel to Fabric 3 first',
            at,
          ),
        ]
      : []),
    ...(channel.consensus === 'bft' && old === undefined && renewing !== undefined
      ? [
          warning(
            'release',
            `${nodeId(renewing)} orders a bft channel with Fabric ${renewing.platformVersion}: certificates can be renewed without an update of the channel only from 3.1.2 on`,
            'use 3.1.2 or newer',
            at,
          ),
        ]
      : []),
  ]
}
