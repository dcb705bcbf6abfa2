import { createHash } from 'node:crypto'
import type { Material } from '../../../material/material.ts'
import type { Organization } from '../../../network/network.ts'
import { packageFor } from '../chaincode/server.ts'
import { type ServerSettings, serverSettingsOf } from '../chaincode-server-schema.ts'
import { type FabricNetwork, labelOf, runnersOf } from '../network.ts'
import type { Chaincode } from '../schema.ts'

/** All that an organization agrees to with a chaincode: what the channel commits, and what runs beside its own peers. */
export interface ApprovedDefinition {
  readonly channel: string
  readonly name: string
  readonly sequence: number
  readonly version: string
  /** A rule, or a policy of the channel by its path. */
  readonly endorsement: string
  readonly collections: readonly object[]
  readonly initRequired: boolean
  readonly label: string
  /** ID of the package, and the image of its server; both empty where the organization runs none. */
  readonly package: string
  readonly image: string
  /** How that server runs, where the definition says more than its image. */
  readonly server?: ServerSettings | undefined
}

/** What a chaincode of the definition is for an organization. */
export function definitionFor(
  chaincode: Chaincode,
  organization: Organization,
  network: FabricNetwork,
  material: Material,
): ApprovedDefinition {
  const isRunner = runnersOf(network, chaincode).includes(organization.name)
  const server = isRunner ? serverSettingsOf(chaincode) : undefined
  return {
    channel: chaincode.channel,
    name: chaincode.name,
    sequence: chaincode.sequence,
    version: chaincode.version,
    endorsement: chaincode.endorsementPolicy ?? '/Channel/Application/Endorsement',
    collections: chaincode.collections,
    initRequired: chaincode.initRequired,
    label: labelOf(chaincode),
    package: isRunner ? packageFor(chaincode, organization, material).id : '',
    image: isRunner ? (chaincode.image ?? '') : '',
    ...(server === undefined ? {} : { server }),
  }
}

/** Of all its fields, in the order of their names at every depth. */
export const digestOf = (definition: object): string =>
  `sha256:${createHash('sha256')
    .update(JSON.stringify(sorted(definition)))
    .digest('hex')}`

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}

/** Fields in which two definitions differ, old → new. */
export const definitionChanges = (before: object | undefined, after: ApprovedDefinition): string[] => {
  const [old, now] = [before ?? {}, after].map((definition) => new Map<string, unknown>(Object.entries(definition)))
  return [...new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])])]
    .map((field) => ({ field, was: text(old?.get(field)), is: text(now?.get(field)) }))
    .filter(({ was, is }) => was !== is)
    .map(({ field, was, is }) => `${field}: ${was} → ${is}`)
}

const text = (value: unknown): string => {
  if (value === undefined || value === '') return 'none'
  return typeof value === 'string' ? value : JSON.stringify(sorted(value))
}
