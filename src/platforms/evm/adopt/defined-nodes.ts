import { publicPath } from '../../../material/material.ts'
import { addressText } from '../../../network/address.ts'
import type { AdoptionInput } from '../../adoption.ts'
import { mappingOf, mappingsOf } from '../../bevel-fields.ts'
import { readIdentity } from '../identity.ts'
import type { KnownNode } from './known-nodes.ts'

/** A node that a definition has already. */
export interface DefinedNode {
  /** `carrier/validator1` */
  readonly id: string
  /** Its public key; undefined without public material. */
  readonly nodeId: string | undefined
  /** Where it runs until it is adopted: `v1.example.org:30303`. */
  readonly movesFrom: string | undefined
  /** A pod of the definition runs it. */
  readonly runsHere: boolean
}

/** Nodes of a definition that exists. */
export const definedNodes = ({ organizations, material }: AdoptionInput): readonly DefinedNode[] =>
  organizations.flatMap(({ name: organization, value }) =>
    mappingsOf(value.nodes).map(({ name, adopted, movesFrom }) => {
      const { nodeId } = readIdentity(material.value(publicPath(organization, `${String(name)}.yaml`))) ?? {}
      const { host, port = usualPort } = mappingOf(movesFrom)
      return {
        id: `${organization}/${String(name)}`,
        nodeId,
        movesFrom: typeof host === 'string' ? addressText({ host, port: Number(port) }) : undefined,
        // With a key but without the field, a person has removed `adopted: false`, or Chancery made the key.
        runsHere: adopted === true || ((adopted ?? undefined) === undefined && nodeId !== undefined),
      }
    }),
  )

/** The one that a node of the chain is: by its public key, which stays when it moves, and by its address without public material. */
export const definedAs = ({ nodeId, host, port }: KnownNode, nodes: readonly DefinedNode[]): DefinedNode | undefined =>
  nodes.find((one) => one.nodeId === nodeId) ??
  nodes.find((one) => one.nodeId === undefined && one.movesFrom === addressText({ host, port }))

/** Of P2P: `movesFrom` has it where it has no other. */
const usualPort = 30303
