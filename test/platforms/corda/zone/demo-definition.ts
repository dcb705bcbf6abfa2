import { bank, hosts, notary, service } from './definition.ts'

/** Of CorDapps. */
export const filesUrl = 'https://files.example.com'

/** A demo zone: its network map and its notary in one cluster, a party in another. */
export const demoDefinition =
  (release: string, cordapps: Readonly<Record<string, string>>) =>
  (recipient: string): object => {
    const node = {
      cordapps: Object.entries(cordapps).map(([name, hash]) => ({ url: `${filesUrl}/${name}`, sha256: hash })),
      rpcUsers: [{ username: 'operator', passwordSecret: { name: 'operator' }, permissions: ['ALL'] }],
      // R3's CorDapp for cash has a signature of the key for development.
      settings: { cordappSignerKeyFingerprintBlacklist: [] },
      existingSecret: 'stores',
    }
    const rpcTls = { keyStoreSecret: { name: 'rpc-tls' }, passwordSecret: { name: 'rpc-tls-password' } }
    const nodes = {
      host: { role: 'network-map', legalName: 'O=Host, L=Oslo, C=NO' },
      bank: { role: 'node', legalName: bank, ...node, expose: ['rpc'], rpcTls },
      judge: { role: 'notary', legalName: notary, ...node, notary: { validating: false, serviceName: service } },
    }
    return {
      ...{ version: 1, name: 'trade', platform: 'corda', platformVersion: release, image: 'corda/corda' },
      zone: { demo: true },
      clusters: (['north', 'south'] as const).map((name) => ({
        ...{ name, provider: 'kubernetes', address: hosts[name], recipients: [recipient] },
        ambassador: {
          ports: '15000-15019',
          sourceRanges: ['203.0.113.0/24'],
          ...(name === 'north' ? { passthrough: 'sni' } : {}),
        },
      })),
      organizations: Object.entries(nodes).map(([name, own]) => ({
        ...{ name, cluster: name === 'bank' ? 'north' : 'south', emailAddress: `ledger@${name}.example.com` },
        nodes: [{ name: 'node1', ...own }],
      })),
    }
  }
