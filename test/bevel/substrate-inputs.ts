import { file, organization } from './inputs.ts'

type Fields = Readonly<Record<string, unknown>>

export const substratePeer = (name: string, type: string, port: number, more: Fields = {}): Fields => ({
  peer: null,
  name,
  subject: `O=${name},OU=${name},L=53.55/9.99/Hamburg,C=DE`,
  type,
  p2p: { port: 30333, ambassador: port },
  rpc: { port: 9933 },
  ws: { port: 9944 },
  ...more,
})

const demo = {
  nodeHost: 'oem',
  ipfs: { enabled: true, swarmPort: 4001, ambassador: 15016, apiPort: 5001 },
  api: { port: 80 },
  postgresql: { port: 5432, user: 'postgres', password: 'hush-database' },
  id_service: { db_name: 'id-service', port: 3001 },
  inteli_api: { db_name: 'inteli-api', port: 3000, ambassador: 443 },
}

/** Every field of Substrate that Bevel documents: two organizations with two validators each, one with a member. */
export const substrateFile = (more: Fields = {}, peers: readonly Fields[] = []): string =>
  file(
    'substrate',
    {
      version: 'v4.3.1',
      docker: { url: 'ghcr.io', username: 'puller', password: 'hush-docker' },
      env: {
        type: 'pilot',
        proxy: 'ambassador',
        proxy_namespace: 'edge',
        ambassadorPorts: { portRange: { from: 15010, to: 15043 } },
        retry_count: 20,
        external_dns: 'enabled',
      },
      config: {
        subject: 'CN=Root,O=Ledger,L=Hamburg,C=DE',
        node_image: 'acme/acme-node',
        command: './acme-node',
        chain: 'food-trace',
        bootnodes: '/home/operator/bootnodes',
        genesis: '/home/operator/genesis',
        ipfsbootnodes: '/home/operator/ipfs',
      },
      ...more,
    },
    [
      organization(
        'oem',
        {
          peers: [
            substratePeer('oem-bn', 'bootnode', 15010),
            substratePeer('oem-validator', 'validator', 15011),
            substratePeer('oem-ipfs-bn', 'ipfs-bootnode', 15013),
            substratePeer('oem', 'member', 15015, demo),
            ...peers,
          ],
        },
        { type: 'superuser', persona: 'buyer', auth: { type: 'NONE' } },
      ),
      organization(
        'tierone',
        { peers: [substratePeer('validator1', 'validator', 15020), substratePeer('validator2', 'validator', 15021)] },
        { persona: 'supplier', unit: 'Tier One' },
      ),
    ],
  )
