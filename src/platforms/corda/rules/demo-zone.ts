import type { Problem } from '../../../network/finding.ts'
import { fieldsBeyondDefaults } from '../../../network/given.ts'
import { nodeId } from '../../../network/network.ts'
import { error, warning } from '../../problem.ts'
import {
  type CordaAnyNode,
  type CordaLedgerNode,
  type CordaNetwork,
  isNetworkMap,
  notariesOf,
  serviceNameOf,
} from '../network.ts'
import { releaseNumbers } from '../release.ts'
import { nodeFields } from '../schema.ts'

const demo = ['zone', 'demo'] as const

/** A demo zone has one network map and one notary, and is for tests. No other zone has a network map of ours. */
export function demoZoneProblems(network: CordaNetwork): Problem[] {
  const maps = network.nodes.filter(isNetworkMap)
  if (!network.top.zone.demo) return maps.map(inZoneOfOthers)
  const [map, ...others] = maps
  if (map === undefined)
    return [
      error(
        'demo-zone',
        'nobody runs doorman and network map of the demo zone',
        'give one organization a node with role: network-map',
        demo,
      ),
    ]
  return [
    ...others.map((other) => second(map, other)),
    ...notaryProblems(notariesOf(network)),
    ...releaseProblems(map),
    ...maps.flatMap(surplusFields),
    warning(
      'demo-zone',
      `the doorman of ${nodeId(map)} signs every name that is free, for everyone who reaches it: this network is for tests only`,
      'keep nothing of value in it. For anything else, join a zone with an operator: nodes of a demo zone cannot move there',
      demo,
    ),
  ]
}

const inZoneOfOthers = (map: CordaLedgerNode): Problem =>
  error(
    'demo-zone',
    `${nodeId(map)} has the role network-map, and somebody else runs doorman and network map of the zone`,
    'remove the node; or write `zone: {demo: true}`, for tests only',
    [...map.path, 'role'],
  )

const second = (first: CordaLedgerNode, map: CordaLedgerNode): Problem =>
  error(
    'demo-zone',
    `${nodeId(first)} and ${nodeId(map)} have the role network-map: a zone has one`,
    'keep one of the two',
    [...map.path, 'role'],
  )

/** Nodes take up network parameters by a vote of their operators. So the network map signs them once: when its notary has a certificate. */
function notaryProblems([first, ...others]: readonly CordaAnyNode[]): Problem[] {
  if (first === undefined)
    return [
      error(
        'demo-zone',
        'the demo zone has no notary: its network map signs the network parameters when a notary has registered, and no node starts before',
        'give one organization a node with role: notary',
        demo,
      ),
    ]
  return [
    ...others.map((other) =>
      error(
        'demo-zone',
        `the demo zone has the notaries ${nodeId(first)} and ${nodeId(other)}: its network map signs the network parameters once, with one of them, and the other is never ready`,
        'keep one of the two',
        [...other.path, 'role'],
      ),
    ),
    ...(serviceNameOf(first) === undefined
      ? [
          error(
            'demo-zone',
            `the notary ${nodeId(first)} has no name of its service: the network map finds its certificate by that name`,
            'set `serviceName`; a volume from before Corda 4.6 belongs to another zone',
            [...first.path, 'notary'],
          ),
        ]
      : []),
  ]
}

/** JEP 372 removed Nashorn from Java 15: Corda 4.12 needs Java 17. */
function releaseProblems(map: CordaLedgerNode): Problem[] {
  if (releaseNumbers(map.platformVersion).minor < 12) return []
  return [
    error(
      'demo-zone',
      `${nodeId(map)} has Corda ${map.platformVersion}, whose Java has no Nashorn: that runs doorman and network map`,
      'set platformVersion of that node to 4.11 or older: other nodes can have this one',
      [...map.path, 'role'],
    ),
  ]
}

/** Rules of notaries and of exposed RPC tell of `notary` and `expose`. */
function surplusFields(map: CordaLedgerNode): Problem[] {
  const given = fieldsBeyondDefaults(nodeFields, map.own)
  const names = [...Object.keys(given), ...(map.existingSecret === undefined ? [] : ['existingSecret'])]
  return [...new Set(names)]
    .filter((name) => name !== 'legalName' && name !== 'notary')
    .map((name) => ({
      ...error(
        'demo-zone',
        `${nodeId(map)} has ${name}, which is for nodes of parties`,
        name === 'existingSecret' ? 'remove it: `chancery keys` makes the keys with their certificates' : 'remove it',
        [...map.path, name],
      ),
      atKey: true,
    }))
}
