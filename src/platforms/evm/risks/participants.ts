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
  /** The address of its key; undefined while it has none. */
  readonly address: string | undefined
  readonly path: Path
}

export type Participants = ReadonlyMap<string, Participant>

/** All nodes by name. A throw-away key does not count: no node runs with it. */
export function participantsOf({ network, material }: EvmRevision): Participants {
  const ours = network.nodes.map((node) => ({
    id: nodeId(node),
    role: node.role,
    validates: isDesiredValidator(node),
    cluster: node.cluster.name,
    ours: true,
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
