import type { Address } from '../../../network/address.ts'
import type { Path } from '../../../network/finding.ts'
import { isOurs, nodeId } from '../../../network/network.ts'
import { addressesOf, validatorsOf } from '../genesis.ts'
import { nodeKeysOf, stewardOf } from '../identity-file.ts'
import type { NodeKeys } from '../keys/keys.ts'
import { aliasOf } from '../network.ts'
import { identityPath, nodePath } from '../places.ts'
import type { Identity } from '../schema.ts'
import type { IndyState } from './revision.ts'

/** A validator of the definition, ours or external. */
export interface Participant {
  /** `carrier/v1` */
  readonly id: string
  readonly alias: string
  readonly ours: boolean
  /** Cluster of ours that runs it. */
  readonly cluster?: string
  /** Undefined while it has none: no node runs with throw-away keys. */
  readonly keys: NodeKeys | undefined
  readonly steward: Identity | undefined
  /** Where the other validators dial it, and where clients do: `203.0.113.7:15000`. */
  readonly addresses: { readonly node: string; readonly client: string }
  readonly path: Path
}

export type Participants = ReadonlyMap<string, Participant>

/** All validators of a definition by name. */
export function participantsOf({ network, material, outside }: IndyState): Participants {
  const isMade = (path: string): boolean => !material.standIns.has(path)
  return new Map(
    validatorsOf(network).map((node): [string, Participant] => {
      const ours = isOurs(node)
      const { node: peers, client } = addressesOf(node, outside)
      const hasKeys = !ours || isMade(nodePath(node))
      const hasSteward = !ours || isMade(identityPath(node.organization, 'stewards', node.name))
      return [
        nodeId(node),
        {
          id: nodeId(node),
          alias: aliasOf(node),
          ours,
          ...(ours ? { cluster: node.cluster.name } : {}),
          keys: hasKeys ? nodeKeysOf(node, material) : undefined,
          steward: hasSteward || (ours && node.own.steward !== undefined) ? stewardOf(node, material) : undefined,
          addresses: { node: textOf(peers), client: textOf(client) },
          path: node.path,
        },
      ]
    }),
  )
}

const textOf = ({ host, port }: Address): string => `${host}:${port}`
