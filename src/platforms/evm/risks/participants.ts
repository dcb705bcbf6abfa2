import { type Address, addressText } from '../../../network/address.ts'
import type { Path } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import type { PlatformRevision } from '../../platform.ts'
import { addressOf } from '../identity.ts'
import { externalNodeId, identityOf, identityPath, isDesiredValidator } from '../network.ts'
import type { EvmNode, EvmTop } from '../schema.ts'

export type EvmRevision = PlatformRevision<EvmTop, EvmNode>

/** A node of the definition, ours or external, with its key. */
export interface Participant {
  /** `carrier/validator1` */
  readonly id: string
  readonly role: string
  /** Whether it is a desired validator. */
  readonly validates: boolean
  /** Cluster of ours that runs it. */
  readonly cluster?: string
  readonly ours: boolean
  /** What still runs a node of ours: `old.example.com:30303`. */
  readonly elsewhere?: string
  /** Where its data is, for nodes of ours: `PersistentVolumeClaim v1 in trade-carrier`. */
  readonly volume?: string
  /** The address of its key; undefined while it has none. */
  readonly address: string | undefined
  readonly path: Path
}

export type Participants = ReadonlyMap<string, Participant>

const placeOf = (address: Address | undefined): string =>
  address === undefined ? 'something else' : addressText(address)

/** All nodes by name. A throw-away key does not count: no node runs with it. */
export function participantsOf({ network, material }: EvmRevision): Participants {
  const ours = network.nodes.map((node) => ({
    id: nodeId(node),
    role: node.role,
    validates: isDesiredValidator(node),
    cluster: node.cluster.name,
    ours: true,
    ...(node.elsewhere ? { elsewhere: placeOf(node.own.movesFrom) } : {}),
    volume: `PersistentVolumeClaim ${node.name} in ${node.organization.namespace}`,
    address: material.standIns.has(identityPath(node)) ? undefined : identityOf(node, material)?.address,
    path: node.path,
  }))
  const others = network.external.map((node) => ({
    id: `${node.organization}/${node.name}`,
    role: node.role,
    validates: isDesiredValidator(node),
    ours: false,
    address: addressOf(externalNodeId(node)),
    path: node.path,
  }))
  return new Map([...ours, ...others].map((participant) => [participant.id, participant]))
}
