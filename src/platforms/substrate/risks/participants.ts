import type { Path } from '../../../network/finding.ts'
import { type AnyNode, isOurs, nodeId } from '../../../network/network.ts'
import { heldSessionKeys, peerIdOfNode, type SessionKeys, sessionKeysOf } from '../identity-file.ts'
import { externalOf, isValidator, type SubstrateNetwork } from '../network.ts'
import { nodePath, sessionKeyPlace } from '../places.ts'
import type { SubstrateNode } from '../schema.ts'
import type { SubstrateState } from './revision.ts'

/** A node of the definition, ours or external, with its keys. */
export interface Participant {
  /** `carrier/v1` */
  readonly id: string
  readonly role: string
  readonly validates: boolean
  readonly ours: boolean
  /** Cluster of ours that runs it. */
  readonly cluster?: string
  /** Undefined while it has no key: no node runs with a throw-away one. */
  readonly peerId: string | undefined
  /** Those that it is to sign with. */
  readonly sessionKeys: SessionKeys | undefined
  /** Those that it can sign with: the ones before, too, while its keys rotate. */
  readonly held: readonly SessionKeys[]
  /** How often they were rotated; 0 for an external node, of which nobody knows. */
  readonly rotation: number
  /** Of a validator. */
  readonly account: string | undefined
  /** A Job submits what its account signed. */
  readonly announces: boolean
  readonly path: Path
}

export type Participants = ReadonlyMap<string, Participant>

/** All nodes by name. */
export const participantsOf = (state: SubstrateState): Participants =>
  new Map(everybody(state.network).map((node) => [nodeId(node), participantOf(node, state)]))

const everybody = ({ nodes, external }: SubstrateNetwork): readonly AnyNode<SubstrateNode>[] => [...nodes, ...external]

function participantOf(node: AnyNode<SubstrateNode>, { material }: SubstrateState): Participant {
  const ours = isOurs(node)
  const isMade = (path: string): boolean => !material.standIns.has(path)
  const validates = isValidator(node)
  const own = ours ? node.own : externalOf(node)
  const hasKeys = !ours || isMade(sessionKeyPlace(node, node.own.keyRotation).file)
  const hasPeerId = !ours || isMade(nodePath(node))
  return {
    id: nodeId(node),
    role: node.role,
    validates,
    ours,
    ...(ours ? { cluster: node.cluster.name } : {}),
    peerId: hasPeerId ? peerIdOfNode(node, material) : undefined,
    sessionKeys: validates && hasKeys ? sessionKeysOf(node, material) : undefined,
    held: validates ? heldSessionKeys(node, material) : [],
    rotation: ours ? node.own.keyRotation : 0,
    account: own.account,
    announces: ours && node.own.announcement !== undefined,
    path: node.path,
  }
}

/** Whether two sets have a key in common: an authority is known by each of them. */
export const shareKeys = (some: SessionKeys | undefined, others: SessionKeys | undefined): boolean =>
  some !== undefined && others !== undefined && Object.entries(some).some(([name, key]) => others[name] === key)
