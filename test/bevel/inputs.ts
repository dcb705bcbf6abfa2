import { dumpYaml } from '../../src/yaml.ts'

/** Networks of Bevel of our own, with the keys of its schema. Every secret has `hush` in it. */

type Mapping = Readonly<Record<string, unknown>>

export const organization = (name: string, services: Mapping, more: Mapping = {}): Mapping => ({
  organization: null,
  name,
  external_url_suffix: 'ledger.example.com',
  cloud_provider: 'aws',
  org_status: 'new',
  aws: { access_key: `hush-access-${name}`, secret_key: `hush-key-${name}`, region: 'eu-central-1' },
  k8s: { context: 'ledgers', config_file: '/home/operator/.kube/ledgers' },
  vault: { url: 'https://vault.example.com', root_token: `hush-root-${name}`, secret_path: 'kv' },
  gitops: {
    git_protocol: 'https',
    git_url: 'https://git.example.com/ledgers.git',
    branch: 'main',
    release_dir: 'releases/one',
    chart_source: 'charts',
    git_repo: 'git.example.com/ledgers.git',
    username: 'operator',
    password: `hush-git-${name}`,
    email: 'operator@example.com',
    private_key: '/home/operator/.ssh/ledgers',
  },
  services,
  ...more,
})

export const file = (type: string, more: Mapping, organizations: readonly Mapping[]): string =>
  `---\n${dumpYaml({
    network: {
      type,
      version: '1.0.0',
      env: { type: 'pilot', proxy: 'ambassador', proxy_namespace: 'edge', retry_count: 30, external_dns: 'disabled' },
      docker: { url: 'ghcr.io/hyperledger', username: 'puller', password: 'hush-docker' },
      ...more,
      organizations,
    },
  })}`

export const validator = (name: string, port: number, more: Mapping = {}): Mapping => ({
  validator: null,
  name,
  bootnode: false,
  p2p: { port: 30303, ambassador: port },
  rpc: { port: 8545, ambassador: 80 },
  ws: { port: 8546 },
  metrics: { enabled: true, port: 9545 },
  ...more,
})

export const peer = (name: string, port: number, more: Mapping = {}): Mapping => ({
  peer: null,
  name,
  subject: `O=${name.toUpperCase()} Ltd,OU=Ledger,L=53.55/9.99/Hamburg,C=DE`,
  geth_passphrase: `hush-${name}`,
  lock: true,
  p2p: { port: 30303, ambassador: port },
  rpc: { port: 8545, ambassador: 80 },
  ws: { port: 8546 },
  db: { port: 3306 },
  tm_nodeport: { port: 443, ambassador: 443 },
  tm_clientport: { port: 8888 },
  ...more,
})

const chainConfig = {
  consensus: 'qbft',
  chain_id: 20261129,
  subject: 'CN=Root,O=Ledger,L=Hamburg,C=DE',
  transaction_manager: 'tessera',
  tm_version: '21.7.3',
  tm_tls: true,
  tm_trust: 'tofu',
  tm_nodes: ['https://north.ledger.example.com:443'],
  accounts: ['1111111111111111111111111111111111111111', '0x2222222222222222222222222222222222222222'],
}

const fourValidators = [1, 2, 3, 4].map((number) => validator(`validator-${number}`, 15010 + number))

/** A chain with validators of one organization and peers of another. */
export const besuFile = (more: Mapping = {}, organizations?: readonly Mapping[]): string =>
  file(
    'besu',
    { version: '22.10.2', config: chainConfig, ...more },
    organizations ?? [
      organization('north', { validators: fourValidators }, { type: 'validator' }),
      organization('south', { peers: [peer('south', 15020)] }, { type: 'member' }),
    ],
  )

/** Every shape, by what it is. */
export const shapes: Readonly<Record<string, string>> = {
  besu: besuFile(),
  'besu with every field of the schema': besuFile(
    {
      env: {
        type: 'pilot',
        proxy: 'none',
        proxy_namespace: 'edge',
        retry_count: 20,
        external_dns: 'disabled',
        ambassadorPorts: { ports: [15010, 15011], portRange: { from: 15010, to: 15020 } },
        loadBalancerSourceRanges: '0.0.0.0/0',
        labels: { service: { team: 'ledger' }, pvc: {}, deployment: {} },
      },
      config: {
        ...chainConfig,
        genesis: '/home/operator/genesis.json',
        besu_nodes: ['http://validator-1rpc.ledger.example.com'],
      },
      permissioning: { enabled: false },
      crypto_only: true,
    },
    [
      organization(
        'north',
        {
          validators: fourValidators.map((one) => ({ ...one, status: 'existing', cactus_connector: 'enabled' })),
          peers: [peer('north', 15019, { metrics: { enabled: false, port: 9545 } })],
        },
        {
          type: 'validator',
          aws: { access_key: 'hush-access', secret_key: 'hush-key', encryption_key: 'kms', region: 'eu', zone: 'a' },
          azure: { node_resource_group: 'ledgers' },
          gcp: null,
          minikube: null,
          k8s: { context: 'ledgers', config_file: '/home/operator/.kube', region: 'eu', cluster_id: 'ledgers' },
        },
      ),
    ],
  ),
  'besu with Prometheus and permissioning': besuFile({
    env: {
      type: 'pilot',
      proxy: 'ambassador',
      ambassadorPorts: { portRange: { from: 15010, to: 15030 } },
      loadBalancerSourceRanges: '203.0.113.7/24,198.51.100.0/24',
      external_dns: 'enabled',
      labels: { service: { team: 'ledger', owner: 'north' }, pvc: { owner: 'south' }, deployment: {} },
    },
    permissioning: { enabled: true },
    crypto_only: false,
    prometheus: { enabled: true, ambassador_mapping: 'enabled', prometheus_prefix: 'metrics', port: 80 },
  }),
  'besu with keys that the schema does not have': besuFile({
    color: 'blue',
    config: { ...chainConfig, depth: { of: [1, { all: 'things' }] } },
  }),
  'quorum of the older schema': file(
    'quorum',
    {
      version: '23.4.0',
      config: {
        ...chainConfig,
        consensus: 'raft',
        tm_tls: 'strict',
        genesis: '/home/operator/genesis',
        staticnodes: '/home/operator/static',
        bootnode: { name: 'north', url: 'north.example.com', rpcport: 80, nodeid: 1 },
      },
    },
    ['north', 'south', 'east', 'west'].map((name, at) =>
      organization(name, {
        peers: [
          {
            peer: null,
            name,
            subject: `O=${name},OU=Ledger,L=Hamburg,C=DE`,
            type: 'member',
            geth_passphrase: 'hush',
            p2p: { port: 21000, ambassador: 15010 + at },
            rpc: { port: 8545 },
            transaction_manager: { port: 9001, ambassador: 15030 + at, clientport: 8888 },
            raft: { port: 50401, ambassador: 15040 + at },
            db: { port: 3306 },
          },
        ],
      }),
    ),
  ),
  'quorum of the newer schema': file(
    'quorum',
    { version: '23.4.0', config: { ...chainConfig, consensus: 'ibft', tm_tls: 'strict' } },
    [
      organization('north', { validators: fourValidators }, { unit: 'North' }),
      organization('south', { peers: [peer('south', 15020, { type: 'member' })] }),
    ],
  ),
  'corda-enterprise': file('corda-enterprise', { version: '4.7' }, [
    organization(
      'operator',
      {
        zone: { name: 'zone', type: 'cenm-zone', ports: { enm: 25000, admin: 12345 } },
        auth: { name: 'auth', username: 'admin', userpwd: 'hush-auth' },
      },
      {
        type: 'cenm',
        version: 1.5,
        credentials: { keystore: { keystore: 'hush-keystore' }, truststore: 'hush-trust', ssl: { idman: 'hush-ssl' } },
      },
    ),
  ]),
}
