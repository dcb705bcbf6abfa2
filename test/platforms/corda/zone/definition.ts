import { createHash } from 'node:crypto'

/** Of clusters, as the definition has them. */
export const hosts = { north: '203.0.113.1', south: '203.0.113.2' } as const
/** Of doorman, network map and CorDapps. */
export const zoneUrl = 'https://zone.example.com'
/** Of Secrets that people make: the entry KEY of NAME is `NAME/KEY`. */
export const passwords: Readonly<Record<string, string>> = {
  'zone-truststore/password': 'trustpass',
  'operator/password': 'swordfish',
  'rpc-tls-password/password': 'rpc-store-password',
  'stores/keyStorePassword': 'key-store-password',
  'stores/trustStorePassword': 'trust-store-password',
  'stores/drainPassword': 'drain-password',
}
export const [bank, shop, notary, service] = [
  'O=Bank, L=London, C=GB',
  'O=Shop, L=Paris, C=FR',
  'O=Notary, L=Oslo, C=NO',
  'O=Notary Service, L=Oslo, C=NO',
] as const

/** What the definition is of. */
interface Given {
  readonly release: string
  readonly root: Buffer
  readonly services: Buffer
  /** Names of CorDapps, and their SHA-256. */
  readonly cordapps: Readonly<Record<string, string>>
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Two parties share a port of their cluster; the notary is in another. */
export const definition =
  ({ release, root, services, cordapps }: Given) =>
  (recipient: string): object => {
    const node = {
      cordapps: Object.entries(cordapps).map(([name, hash]) => ({ url: `${zoneUrl}/${name}`, sha256: hash })),
      rpcUsers: [{ username: 'operator', passwordSecret: { name: 'operator' }, permissions: ['ALL'] }],
      // R3's CorDapp for cash has a signature of the key for development.
      settings: { cordappSignerKeyFingerprintBlacklist: [] },
    }
    const store = (name: string, bytes: Uint8Array) => ({ file: `zone/${name}.jks`, sha256: sha256(bytes) })
    return {
      ...{ version: 1, name: 'trade', platform: 'corda', platformVersion: release, image: 'corda/corda' },
      zone: {
        ...{ doorman: zoneUrl, networkMap: zoneUrl },
        rootTruststore: { ...store('zone', root), passwordSecret: { name: 'zone-truststore' } },
        servicesTruststore: store('services', services),
      },
      clusters: (['north', 'south'] as const).map((name) => ({
        ...{ name, provider: 'kubernetes', address: hosts[name], recipients: [recipient] },
        ambassador: {
          ports: '15000-15019',
          sourceRanges: ['203.0.113.0/24'],
          ...(name === 'north' ? { passthrough: 'sni' } : {}),
        },
      })),
      organizations: [
        { name: 'bank', legalName: bank, cluster: 'north' },
        { name: 'shop', legalName: shop, cluster: 'north' },
        { name: 'judge', legalName: notary, cluster: 'south' },
      ].map(({ name, legalName, cluster }) => ({
        ...{ name, cluster, emailAddress: `ledger@${name}.example.com` },
        nodes: [
          {
            ...{ name: 'node1', role: 'node', legalName, existingSecret: 'stores', drainSeconds: 20, ...node },
            ...(name === 'judge' ? { role: 'notary', notary: { validating: false, serviceName: service } } : {}),
          },
        ],
      })),
    }
  }
