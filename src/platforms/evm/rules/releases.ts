import type { Material } from '../../../material/material.ts'
import type { Path, Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import type { EvmClient } from '../client.ts'
import { forksIn } from '../forks.ts'
import { consensusIn, type EvmLedgerNode, type EvmNetwork } from '../network.ts'
import { compareReleases, type ReleaseFault } from '../release.ts'
import type { Fork } from '../schema.ts'

/** The release of every node supports the features of the genesis. */
export function forkReleaseProblems(network: EvmNetwork, material: Material, client: EvmClient): Problem[] {
  const asked = client.releaseFaults.filter((fault) => isAsked(fault, network, material, client))
  const faultsOf = (release: string): ReleaseFault[] =>
    lastOf(asked.filter(({ from, before }) => isBetween(release, from, before)))
  const newer = (fault: ReleaseFault): string => withoutFault(fault.before, asked)
  const others = network.nodes.filter(({ platformVersion }) => platformVersion !== network.platformVersion)
  return [
    ...(others.length > 0 && others.length === network.nodes.length
      ? []
      : faultsOf(network.platformVersion).map((fault) => ofNetwork(fault, network, client, newer(fault)))),
    ...others.flatMap((node) =>
      faultsOf(node.platformVersion).map((fault) => ofNode(fault, node, client, newer(fault))),
    ),
  ]
}

function isAsked(
  { asks: [field, fork], consensus, unless }: ReleaseFault,
  network: EvmNetwork,
  material: Material,
  client: EvmClient,
) {
  const { genesis } = network.top
  if (consensus !== undefined && consensusIn(network) !== consensus) return false
  const accounts = new Set(genesis.accounts.map(({ address }) => address.toLowerCase()))
  if (unless?.every((address) => accounts.has(address.toLowerCase()))) return false
  return fork === undefined ? isGiven(network, [field]) : forksIn(network, material, client)[fork as Fork] !== undefined // a name of the table
}

const isBetween = (release: string, from: string | undefined, before: string): boolean =>
  (from === undefined || compareReleases(release, from) >= 0) && compareReleases(release, before) < 0

/** The first release from this one on that has none of the faults. */
function withoutFault(release: string, asked: readonly ReleaseFault[]): string {
  const fault = asked.find(({ from, before }) => isBetween(release, from, before))
  return fault === undefined ? release : withoutFault(fault.before, asked)
}

/** Of faults with forks the last one: a later fork contains the earlier ones. */
const lastOf = (faults: readonly ReleaseFault[]): ReleaseFault[] => [
  ...faults.filter(({ asks: [, fork] }) => fork === undefined),
  ...faults.filter(({ asks: [, fork] }) => fork !== undefined).slice(-1),
]

const isGiven = ({ top: { genesis } }: EvmNetwork, [field, fork]: readonly string[]): boolean => {
  const value = (genesis as unknown as Readonly<Record<string, unknown>>)[field ?? ''] // any field of the genesis
  return fork === undefined ? value !== undefined : (value as Readonly<Record<string, unknown>>)[fork] !== undefined
}

const path = ({ asks }: ReleaseFault): string[] => asks.filter((step) => step !== undefined)

function ofNetwork(fault: ReleaseFault, network: EvmNetwork, client: EvmClient, newer: string): Problem {
  const place: Path = isGiven(network, path(fault)) ? ['genesis', ...path(fault)] : ['platformVersion']
  return found(fault, `${client.title} ${network.platformVersion} ${fault.does}`, newer, place)
}

const ofNode = (fault: ReleaseFault, node: EvmLedgerNode, client: EvmClient, newer: string): Problem =>
  found(fault, `${nodeId(node)} runs ${client.title} ${node.platformVersion}, which ${fault.does}`, newer, [
    ...node.path,
    'platformVersion',
  ])

const found = (fault: ReleaseFault, message: string, newer: string, place: Path): Problem => ({
  rule: 'release-lacks',
  severity: 'error',
  message: `genesis.${path(fault).join('.')}: ${message}`,
  hint: `use ${newer} or newer: all nodes of a chain must judge its blocks by the same rules`,
  path: place,
})
