import { dumpYaml } from '../../src/yaml.ts'
import { type Holder, holder } from '../material/sops-tool.ts'

/** Who can decrypt what in the definition below. */
export interface Holders {
  readonly eu: Holder
  readonly us: Holder
  /** Recovery key of the organization carrier. */
  readonly carrier: Holder
}

export const makeHolders = async (): Promise<Holders> => ({
  eu: await holder(),
  us: await holder(),
  carrier: await holder(),
})

interface NodeOptions {
  readonly name: string
  readonly role: 'validator' | 'rpc'
  readonly cluster?: string
  readonly existingSecret?: string
}

export interface DefinitionOptions {
  readonly carrierNodes?: readonly NodeOptions[]
  readonly labels?: Readonly<Record<string, string>>
}

export const carrierNodes: readonly NodeOptions[] = [
  { name: 'validator3', role: 'validator' },
  { name: 'validator4', role: 'validator', cluster: 'eu' },
  { name: 'rpc1', role: 'rpc' },
]

/** Two organizations with four validators in two clusters: small, valid, and with keys to make. */
export const definition = (holders: Holders, options: DefinitionOptions = {}): string =>
  dumpYaml({
    version: 1,
    name: 'trade',
    platform: 'besu',
    platformVersion: '26.8.0',
    genesis: { chainId: 20261123 },
    clusters: [
      { name: 'eu', provider: 'eks', domain: 'eu.example.com', recipients: [holders.eu.recipient] },
      { name: 'us', provider: 'gke', domain: 'us.example.com', recipients: [holders.us.recipient] },
    ],
    organizations: [
      {
        name: 'manufacturer',
        cluster: 'eu',
        nodes: [
          { name: 'validator1', role: 'validator' },
          { name: 'validator2', role: 'validator', cluster: 'us' },
        ],
      },
      {
        name: 'carrier',
        cluster: 'us',
        recoveryRecipients: [holders.carrier.recipient],
        nodes: options.carrierNodes ?? carrierNodes,
      },
    ],
    ...(options.labels === undefined ? {} : { labels: options.labels }),
  })

/** Every file of material of the definition: cluster, organization and node. */
export const keyFiles = (cluster: string, organization: string, node: string) => ({
  public: `material/public/${organization}/${node}.yaml`,
  sealed: `material/sealed/${cluster}/${organization}/${node}.yaml`,
})

export const allKeys = [
  keyFiles('eu', 'manufacturer', 'validator1'),
  keyFiles('us', 'manufacturer', 'validator2'),
  keyFiles('us', 'carrier', 'validator3'),
  keyFiles('eu', 'carrier', 'validator4'),
  keyFiles('us', 'carrier', 'rpc1'),
]

export const genesis = 'material/public/genesis.json'
