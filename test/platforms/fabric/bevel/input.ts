import type { BevelInput, BevelLine, BevelMapping } from '../../../../src/platforms/bevel.ts'
import { labelOf, mappingOf, textOf } from '../../../../src/platforms/bevel-fields.ts'
import { bevel } from '../../../../src/platforms/fabric/bevel/mapping.ts'

type Fields = Readonly<Record<string, unknown>>

/** A network of Bevel: an organization with orderers, another with a peer and a chaincode, one channel of both. */
export interface Given {
  readonly network?: Fields
  readonly maker?: Fields
  readonly buyer?: Fields
  readonly peer?: Fields
  readonly chaincode?: Fields
  readonly channel?: Fields
  readonly more?: readonly Fields[]
  readonly files?: Readonly<Record<string, string>>
}

export function inputOf(given: Given = {}): BevelInput {
  const chaincode = { name: 'assets', version: '2', sequence: '3', ...given.chaincode }
  const peer = { name: 'peer0', type: 'anchor', couchdb: { port: 5984 }, chaincodes: [chaincode], ...given.peer }
  const network: Fields = {
    type: 'fabric',
    version: '2.5.16',
    organizations: [
      {
        name: 'maker',
        services: {
          orderers: ['one', 'two', 'three'].map((name) => ({ name, type: 'orderer', consensus: 'raft' })),
        },
        ...given.maker,
      },
      { name: 'buyer', services: { peers: [peer] }, ...given.buyer },
      ...(given.more ?? []),
    ],
    channels: [
      {
        channel_name: 'Trade',
        orderers: ['maker'],
        participants: [{ name: 'buyer', type: 'creator', peers: [{ name: 'peer0', type: 'anchor' }] }],
        ...given.channel,
      },
    ],
    ...given.network,
  }
  const organizations = Array.isArray(network.organizations) ? network.organizations.map(mappingOf) : []
  return {
    network,
    organizations: organizations.flatMap((value, at) => {
      if (value.org_status === 'delete') return []
      const name = labelOf(textOf(value.name) ?? '', 'organization')
      return [{ name, cluster: 'eu', domain: 'eu.example.com', path: ['organizations', at], value }]
    }),
    files: new Map(Object.entries(given.files ?? {})),
  }
}

export const mapped = (given: Given = {}): BevelMapping => bevel.map(inputOf(given))

/** Outcome and text of the line at a path such as `organizations.1.cli`. */
export function lineOf({ lines }: BevelMapping, path: string): string | undefined {
  const found = lines.filter((line: BevelLine) => line.path.join('.') === path)
  return found.length > 1 ? `twice: ${path}` : found.map(({ outcome, text }) => `${outcome}: ${text}`)[0]
}
