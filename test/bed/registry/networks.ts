/** Of the registry that has a copy of every image. */
export const mirrorHost = 'mirror.example.test'
/** As a definition names it: with the port, and a folder of the registry. */
export const mirror = `${mirrorHost}:5000/ledgers`

export type PlatformId = 'besu' | 'fabric' | 'indy' | 'quorum'

/** A network whose pods have every image of its platform, in the cluster `eu`. */
export interface MirroredNetwork {
  /** Of the cluster: names below it lead to its Ambassador. */
  readonly domain: string
  readonly namespaces: readonly string[]
  /** Images that the definition names itself, at the mirror. */
  readonly own?: readonly string[]
  /** Whether its images are pinned. */
  readonly pinned?: true
  readonly definition: string
}

const chaincode = `${mirror}/example/assets:1.0.0`

/** The Ambassadors of all share an address, so they have different ports. */
export const networks: Readonly<Record<PlatformId, MirroredNetwork>> = {
  besu: {
    domain: 'trade.example.test',
    namespaces: ['trade-ambassador', 'trade-carrier'],
    definition: `version: 1
name: trade
platform: besu
platformVersion: 26.8.0
genesis: {chainId: 20261129}
images: {registry: "${mirror}", pullSecret: login}
clusters:
  - name: eu
    provider: kubernetes
    domain: trade.example.test
    ambassador: {ports: 15000-15009, sourceRanges: [198.18.0.0/15]}
    recipients: [age1…]
organizations:
  - name: carrier
    cluster: eu
    nodes:
      - {name: validator1, role: validator, storage: 1Gi}
      - {name: rpc1, role: rpc, storage: 1Gi}
`,
  },
  fabric: {
    domain: 'freight.example.test',
    namespaces: ['freight-ambassador', 'freight-carrier'],
    own: [chaincode],
    definition: `version: 1
name: freight
platform: fabric
platformVersion: 2.5.16
images: {registry: "${mirror}", pullSecret: login}
clusters:
  - name: eu
    provider: kubernetes
    domain: freight.example.test
    ambassador: {ports: 15010-15019, passthrough: sni, sourceRanges: [198.18.0.0/15]}
    recipients: [age1…]
organizations:
  - name: carrier
    cluster: eu
    issuerRecipients: [age1…]
    nodes:
      - {name: ca, role: ca, storage: 1Gi}
      - {name: orderer1, role: orderer, storage: 1Gi}
      - {name: peer1, role: peer, stateDatabase: couchdb, storage: 1Gi}
channels:
  - name: trade
    members: [carrier]
chaincodes:
  - name: assets
    channel: trade
    image: ${chaincode}
    version: "1.0"
    sequence: 1
`,
  },
  indy: {
    domain: 'identity.example.test',
    namespaces: ['identity-ambassador', 'identity-bank', 'identity-city', 'identity-clinic', 'identity-school'],
    definition: `version: 1
name: identity
platform: indy
platformVersion: 1.13.2-debian12-1.2.10
images: {registry: "${mirror}", pullSecret: login}
clusters:
  - name: eu
    provider: kubernetes
    address: 198.51.100.7
    ambassador: {ports: 9700-9719, sourceRanges: [198.18.0.0/15]}
    recipients: [age1…]
organizations:
  - name: bank
    cluster: eu
    stewardRecipients: [age1…]
    trustees: [{name: alice}]
    nodes: [{name: validator1, role: validator, storage: 1Gi}]
  - name: city
    cluster: eu
    stewardRecipients: [age1…]
    nodes: [{name: validator1, role: validator, storage: 1Gi}]
  - name: clinic
    cluster: eu
    stewardRecipients: [age1…]
    nodes: [{name: validator1, role: validator, storage: 1Gi}]
  - name: school
    cluster: eu
    stewardRecipients: [age1…]
    nodes: [{name: validator1, role: validator, storage: 1Gi}]
`,
  },
  quorum: {
    domain: 'pay.example.test',
    namespaces: ['pay-ambassador', 'pay-carrier'],
    pinned: true,
    definition: `version: 1
name: pay
platform: quorum
platformVersion: 24.4.1
genesis: {chainId: 20261130}
images: {registry: "${mirror}", pullSecret: login}
clusters:
  - name: eu
    provider: kubernetes
    domain: pay.example.test
    ambassador: {ports: 15020-15029, sourceRanges: [198.18.0.0/15]}
    recipients: [age1…]
organizations:
  - name: carrier
    cluster: eu
    nodes:
      - {name: validator1, role: validator, storage: 1Gi}
      - {name: rpc1, role: rpc, storage: 1Gi}
`,
  },
}
