import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Completed, completeMaterial } from '../../../../src/material/complete.ts'
import { type Keyring, noKeys } from '../../../../src/material/identities.ts'
import { seededRandom } from '../../../../src/material/random.ts'
import { hostOf } from '../../../../src/network/address.ts'
import { resolve } from '../../../../src/network/resolve.ts'
import { definitionSchema } from '../../../../src/network/schema.ts'
import { fabric } from '../../../../src/platforms/fabric/index.ts'
import { materialRequests } from '../../../../src/platforms/fabric/material.ts'
import type { FabricNetwork } from '../../../../src/platforms/fabric/network.ts'
import type { Outside } from '../../../../src/platforms/outside.ts'
import type { Holder } from '../../../material/sops-tool.ts'
import { keyringOf } from '../../../material/unsealing.ts'

/** Who can decrypt what in the definition below. */
export interface Holders {
  readonly eu: Holder
  readonly us: Holder
  /** Those who issue certificates of the manufacturer. */
  readonly issuer: Holder
  /** Recovery key of the carrier, whose certificates nobody else issues. */
  readonly recovery: Holder
}

export interface Options {
  readonly consensus?: 'etcdraft' | 'bft'
  readonly platformVersion?: string
  /** Domain of the cluster eu. */
  readonly domain?: string
  /** Attributes of the manufacturer's application. */
  readonly attributes?: Readonly<Record<string, string | number>>
}

/** Two organizations in two clusters, one of which has an IP address only; each kind of node and of agent. */
export function fabricNetwork(holders: Holders, options: Options = {}): FabricNetwork {
  const { consensus = 'etcdraft', platformVersion = '3.1.5', domain = 'eu.example.com', attributes } = options
  const orderers = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ name: `orderer${at + 1}`, role: 'orderer' }))
  const definition = definitionSchema(fabric.definition).parse({
    version: 1,
    name: 'trade',
    platform: 'fabric',
    platformVersion,
    clusters: [
      { name: 'eu', provider: 'eks', domain, recipients: [holders.eu.recipient] },
      { name: 'us', provider: 'kubernetes', address: '203.0.113.7', recipients: [holders.us.recipient] },
    ],
    organizations: [
      {
        name: 'manufacturer',
        cluster: 'eu',
        issuerRecipients: [holders.issuer.recipient],
        clients: [attributes === undefined ? 'app' : { name: 'app', attributes }],
        subject: { country: 'DE', locality: 'Köln', organization: 'Müller & Söhne GmbH' },
        nodes: [
          { name: 'ca', role: 'ca' },
          ...orderers(3),
          { name: 'peer1', role: 'peer', stateDatabase: 'couchdb' },
          { name: 'peer2', role: 'peer', cluster: 'us' },
        ],
      },
      {
        name: 'carrier',
        cluster: 'us',
        recoveryRecipients: [holders.recovery.recipient],
        nodes: [...orderers(2), { name: 'peer1', role: 'peer' }],
      },
    ],
    channels: [{ name: 'trade', members: ['manufacturer', 'carrier'], consensus }],
    chaincodes: [
      { name: 'assets', channel: 'trade', image: 'example.com/assets:1', version: '1', sequence: 1, tls: true },
    ],
  })
  return resolve(definition, fabric.definition).network as FabricNetwork // the schema has its fields
}

const outside: Outside = (node) => ({ host: hostOf(node), port: 15000 })

export const requestsOf = (network: FabricNetwork) => materialRequests(network, outside)

const random = seededRandom('fabric material')
const now = new Date('2026-11-23T12:00:00Z')

export interface Making {
  readonly files?: ReadonlyMap<string, string>
  readonly holder?: Holder
  readonly organization?: string
}

export async function make(network: FabricNetwork, making: Making = {}): Promise<Completed> {
  const { files = new Map(), organization } = making
  return completeMaterial(requestsOf(network), files, {
    ...(organization === undefined ? {} : { organization }),
    labels: {},
    random,
    now: () => now,
    keyring: keyringFor(making.holder),
  })
}

export const keyringFor =
  (holder: Holder | undefined): (() => Promise<Keyring>) =>
  async () =>
    holder === undefined ? noKeys : keyringOf(holder)

const execute = promisify(execFile)

/** What OpenSSL prints, be it content or not. */
export const openssl = (folder: string, ...args: readonly string[]): Promise<string> =>
  execute('openssl', args, { cwd: folder }).then(
    ({ stdout }) => stdout,
    (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
  )
