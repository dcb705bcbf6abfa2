import type { Case } from '../case.ts'

const rpcFile = 'material/public/carrier/rpc1.yaml'
const validatorFile = 'material/public/carrier/validator3.yaml'
const rpcSealed = 'material/sealed/us/carrier/rpc1.yaml'
const genesisFile = 'material/public/genesis.json'
const chain = 'chainId: 20261123'

const restoreSealed = 'restore it from Git: its plain fields decide where the decrypted keys go and who can read them'

/** The readable half of a sealed file: no MAC covers it. */
const sealedForms: readonly Case[] = (
  [
    ['a kind that everybody reads', 'kind: Secret', 'kind: ConfigMap', 'kind is "ConfigMap", not Secret'],
    [
      'another namespace',
      'namespace: supplychain-carrier',
      'namespace: supplychain-manufacturer',
      'metadata.namespace is "supplychain-manufacturer", not supplychain-carrier',
    ],
    [
      'no namespace',
      '  namespace: supplychain-carrier\n',
      '',
      'metadata.namespace is missing, not supplychain-carrier',
    ],
    ['another name', 'name: rpc1-keys', 'name: rpc2-keys', 'metadata.name is "rpc2-keys", not rpc1-keys'],
    ['another version of the API', 'apiVersion: v1', 'apiVersion: v2', 'apiVersion is "v2", not v1'],
    [
      'a type that Kubernetes fills with a token',
      'type: Opaque',
      'type: kubernetes.io/service-account-token',
      'type is "kubernetes.io/service-account-token", not Opaque',
    ],
    [
      'an annotation, by which controllers copy Secrets',
      '  namespace: supplychain-carrier\n',
      '  namespace: supplychain-carrier\n  annotations: {reflector.v1.k8s.emberstack.com/reflection-allowed: "true"}\n',
      'it has the extra field metadata.annotations',
    ],
    ['a field that no Secret has', 'type: Opaque', 'type: Opaque\nspec: {a: b}', 'it has the extra field spec'],
    [
      'a rule that leaves its entries in plain text',
      'encrypted_regex: ^(data|stringData)$',
      'encrypted_regex: ^stringData$',
      'sops.encrypted_regex does not cover all of its entries',
    ],
    [
      'two rules, of which sops takes none',
      'encrypted_regex: ^(data|stringData)$',
      'encrypted_regex: ^(data|stringData)$\n  unencrypted_suffix: _plain',
      'sops.unencrypted_suffix and encrypted_regex does not cover all of its entries',
    ],
  ] as const
).map(([name, from, to, difference]): Case => {
  return {
    name: `a private half with ${name}`,
    keysMade: true,
    files: (files) => ({ [rpcSealed]: files[rpcSealed]?.replace(from, () => to) }),
    findings: [
      {
        rule: 'sealed-secret',
        severity: 'error',
        at: `${rpcSealed}:1:1`,
        message: `${rpcSealed} differs from the Secret rpc1-keys of namespace supplychain-carrier that was sealed: ${difference}`,
        hint: restoreSealed,
      },
    ],
  }
})

const pemKey = '-----BEGIN PRIVATE KEY-----\nbm90IGEga2V5\n-----END PRIVATE KEY-----\n'

/** Public halves and sealed files are copied into `deploy/`: what is in them besides is not. */
const keysInPublicFiles: readonly Case[] = (
  [
    [rpcFile, 7],
    [genesisFile, 1],
    [rpcSealed, 26],
  ] as const
).map(([path, line]) => ({
  name: `a private key in ${path}, which is read`,
  keysMade: true,
  secret: 'bm90IGEga2V5',
  files: (files) => ({
    [path]: path.endsWith('.json')
      ? files[path]?.replace('{', `{"note": "${pemKey.replaceAll('\n', ' ').trim()}",`)
      : `${files[path]}${pemKey.replaceAll(/^/gm, '# ')}`,
  }),
  findings: [
    {
      rule: 'plain-secret',
      severity: 'error',
      at: `${path}:${line}:1`,
      message: 'a PEM private key in plain text',
      hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
    },
  ],
}))

/** What is in `material/`, and a definition that does not fit it any more. */
export const material: readonly Case[] = [
  ...sealedForms,
  ...keysInPublicFiles,
  {
    name: 'nothing is there, where it is needed',
    missing: 'error',
    findings: [
      {
        rule: 'material-missing',
        severity: 'error',
        at: '8:3',
        message: 'the genesis block does not exist yet: material/public/genesis.json is missing',
        hint: 'run `chancery keys`, which makes it as soon as all validators have keys',
      },
      {
        rule: 'material-missing',
        severity: 'error',
        at: '32:9',
        message:
          'the key of manufacturer/validator1 does not exist yet: material/public/manufacturer/validator1.yaml is missing',
        hint: 'run `chancery keys`; where organizations make their own keys, manufacturer runs `chancery keys --organization manufacturer`',
      },
      {
        rule: 'material-missing',
        severity: 'error',
        at: '33:9',
        message:
          'the key of manufacturer/validator2 does not exist yet: material/public/manufacturer/validator2.yaml is missing',
        hint: 'run `chancery keys`; where organizations make their own keys, manufacturer runs `chancery keys --organization manufacturer`',
      },
      {
        rule: 'material-missing',
        severity: 'error',
        at: '37:9',
        message: 'the key of carrier/validator3 does not exist yet: material/public/carrier/validator3.yaml is missing',
        hint: 'run `chancery keys`; where organizations make their own keys, carrier runs `chancery keys --organization carrier`',
      },
      {
        rule: 'material-missing',
        severity: 'error',
        at: '38:9',
        message: 'the key of carrier/validator4 does not exist yet: material/public/carrier/validator4.yaml is missing',
        hint: 'run `chancery keys`; where organizations make their own keys, carrier runs `chancery keys --organization carrier`',
      },
      {
        rule: 'material-missing',
        severity: 'error',
        at: '39:9',
        message: 'the key of carrier/rpc1 does not exist yet: material/public/carrier/rpc1.yaml is missing',
        hint: 'run `chancery keys`; where organizations make their own keys, carrier runs `chancery keys --organization carrier`',
      },
    ],
  },
  {
    name: 'nothing is there, before the merge',
    missing: 'notice',
    findings: [
      {
        rule: 'material-missing',
        severity: 'notice',
        at: '39:9',
        message:
          'missing keys are made when the change is merged: carrier/rpc1, carrier/validator3, carrier/validator4, manufacturer/validator1, manufacturer/validator2 and 1 more',
        hint: 'or make them now with `chancery keys`',
      },
    ],
  },
  {
    name: 'a key by hand is not there',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, existingSecret: vault-rpc1}']],
    keysMade: true,
    files: () => ({ [rpcFile]: undefined, [rpcSealed]: undefined }),
    missing: 'notice',
    findings: [
      {
        rule: 'material-missing',
        severity: 'error',
        at: '39:9',
        message: 'the key of carrier/rpc1 does not exist yet: material/public/carrier/rpc1.yaml is missing',
        hint: 'commit the public half of the key in its Secret as material/public/carrier/rpc1.yaml',
      },
    ],
  },
  {
    name: 'a private half is gone',
    keysMade: true,
    files: () => ({ [rpcSealed]: undefined }),
    findings: [
      {
        rule: 'material-half',
        severity: 'error',
        at: '39:9',
        message:
          'carrier/rpc1 has a public key (material/public/carrier/rpc1.yaml), but no private key for cluster us (material/sealed/us/carrier/rpc1.yaml)',
        hint: 'restore the file from Git; after a move between clusters, encrypt the key for the new one (sops decrypt with the old age key, sops encrypt for the new), or add a new node and remove this one: two live copies of a key break the consensus',
      },
    ],
  },
  {
    name: 'a public half is gone',
    keysMade: true,
    files: () => ({ [rpcFile]: undefined }),
    findings: [
      {
        rule: 'material-half',
        severity: 'error',
        at: 'material/sealed/us/carrier/rpc1.yaml:1:1',
        message: 'the public half of carrier/rpc1 (material/public/carrier/rpc1.yaml) is missing',
        hint: 'restore it from Git: a new public key would not match the private one',
      },
    ],
  },
  {
    name: 'a node moved to another cluster',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, cluster: eu}']],
    keysMade: true,
    findings: [
      {
        rule: 'material-half',
        severity: 'error',
        at: '39:9',
        message:
          'carrier/rpc1 has a public key (material/public/carrier/rpc1.yaml), but no private key for cluster eu (material/sealed/eu/carrier/rpc1.yaml)',
        hint: 'restore the file from Git; after a move between clusters, encrypt the key for the new one (sops decrypt with the old age key, sops encrypt for the new), or add a new node and remove this one: two live copies of a key break the consensus',
      },
    ],
  },
  {
    name: 'a private half in plain text',
    keysMade: true,
    secret: 'bm90IGEga2V5',
    files: () => ({
      [rpcSealed]: 'apiVersion: v1\nkind: Secret\nmetadata: {name: rpc1-keys}\ndata: {nodekey: bm90IGEga2V5}\n',
    }),
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: 'material/sealed/us/carrier/rpc1.yaml:1:1',
        message:
          'material/sealed/us/carrier/rpc1.yaml is not encrypted: it has no sops block, or the block does not cover all values',
        hint: 'remove it here and from the history of the repository, and make a new key with `chancery keys`: this key is compromised',
      },
    ],
  },
  {
    name: 'a private half with a value that was added',
    keysMade: true,
    secret: 'bm90IGEga2V5',
    files: (files) => ({ [rpcSealed]: files[rpcSealed]?.replace('\ndata:\n', '\ndata:\n  other: bm90IGEga2V5\n') }),
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: 'material/sealed/us/carrier/rpc1.yaml:1:1',
        message:
          'material/sealed/us/carrier/rpc1.yaml is not encrypted: it has no sops block, or the block does not cover all values',
        hint: 'remove it here and from the history of the repository, and make a new key with `chancery keys`: this key is compromised',
      },
    ],
  },
  {
    name: 'a private half that is no YAML',
    keysMade: true,
    files: () => ({ [rpcSealed]: '<<<<<<< HEAD\napiVersion: v1\n=======\n' }),
    findings: [
      {
        rule: 'material-half',
        severity: 'error',
        at: 'material/sealed/us/carrier/rpc1.yaml:1:1',
        message: 'material/sealed/us/carrier/rpc1.yaml cannot be read',
        hint: 'restore it from Git: a new public key would not match the private one',
      },
    ],
  },
  {
    name: 'a private half with nobody in its list',
    keysMade: true,
    files: () => ({ [rpcSealed]: 'data: {nodekey: "ENC[AES256_GCM,data:x]"}\nsops: {mac: x, age: [null]}\n' }),
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: 'material/sealed/us/carrier/rpc1.yaml:1:1',
        message:
          'material/sealed/us/carrier/rpc1.yaml is not encrypted: it has no sops block, or the block does not cover all values',
        hint: 'remove it here and from the history of the repository, and make a new key with `chancery keys`: this key is compromised',
      },
    ],
  },
  {
    name: "a private half for Chancery's tests",
    keysMade: true,
    files: (files) => ({
      [rpcSealed]: files[rpcSealed]?.replace(
        'age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka',
        'age1x8anptggsxh3dp0wrljr2rn65l8n9a6mlsyxw92zq5whzhsr5uqs70c86g',
      ),
    }),
    findings: [
      {
        rule: 'well-known-key',
        severity: 'error',
        at: 'material/sealed/us/carrier/rpc1.yaml:1:1',
        message:
          "anyone can decrypt material/sealed/us/carrier/rpc1.yaml: it is encrypted for a key of Chancery's tests",
        hint: 'remove it and its public half, and make a new key with `chancery keys`',
      },
    ],
  },
  {
    name: 'a private half that is for a key of a cloud, too',
    keysMade: true,
    files: (files) => ({ [rpcSealed]: files[rpcSealed]?.replace('sops:\n', 'sops:\n  kms: [{arn: a, enc: b}]\n') }),
    findings: [
      {
        rule: 'sealed-recipients',
        severity: 'warning',
        at: '39:9',
        message: 'the key of carrier/rpc1 is not encrypted for the recipients of the definition (still for AWS KMS)',
        hint: 'run `chancery keys --recipients` with an age key that can read it in SOPS_AGE_KEY',
      },
    ],
  },
  {
    name: 'a private half in JSON, with a field twice',
    keysMade: true,
    files: () => ({ [rpcSealed]: '{"kind": "ConfigMap", "kind": "Secret"}' }),
    findings: [
      {
        rule: 'material-half',
        severity: 'error',
        at: `${rpcSealed}:1:1`,
        message: `${rpcSealed} cannot be read`,
        hint: 'restore it from Git: a new public key would not match the private one',
      },
    ],
  },
  {
    name: 'a recipient that was added',
    change: [
      [
        '- name: manufacturer',
        '- name: manufacturer\n    recoveryRecipients: [age1lpf0eqx8849dxzt5qyufp08fkejhcd9avewes8z7wj72lnzdqpzqjxmn6u]',
      ],
    ],
    keysMade: true,
    findings: [
      {
        rule: 'sealed-recipients',
        severity: 'warning',
        at: '33:9',
        message:
          'the key of manufacturer/validator1 is not encrypted for the recipients of the definition (not for age1lpf0eqx8849dxzt5qyufp08fkejhcd9avewes8z7wj72lnzdqpzqjxmn6u)',
        hint: 'run `chancery keys --recipients` with an age key that can read it in SOPS_AGE_KEY',
      },
      {
        rule: 'sealed-recipients',
        severity: 'warning',
        at: '34:9',
        message:
          'the key of manufacturer/validator2 is not encrypted for the recipients of the definition (not for age1lpf0eqx8849dxzt5qyufp08fkejhcd9avewes8z7wj72lnzdqpzqjxmn6u)',
        hint: 'run `chancery keys --recipients` with an age key that can read it in SOPS_AGE_KEY',
      },
    ],
  },
  {
    name: 'a recipient that was replaced',
    change: [
      [
        '- age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka',
        '- age15cm25xeklgte8s3hnyd4cajr7e07acq598xsqqmmy748sja5la0sf9arnh',
      ],
    ],
    keysMade: true,
    findings: [
      {
        rule: 'sealed-recipients',
        severity: 'warning',
        at: '33:9',
        message:
          'the key of manufacturer/validator2 is not encrypted for the recipients of the definition (not for age15cm25xeklgte8s3hnyd4cajr7e07acq598xsqqmmy748sja5la0sf9arnh, still for age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka)',
        hint: 'run `chancery keys --recipients` with an age key that can read it in SOPS_AGE_KEY',
      },
      {
        rule: 'sealed-recipients',
        severity: 'warning',
        at: '37:9',
        message:
          'the key of carrier/validator3 is not encrypted for the recipients of the definition (not for age15cm25xeklgte8s3hnyd4cajr7e07acq598xsqqmmy748sja5la0sf9arnh, still for age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka)',
        hint: 'run `chancery keys --recipients` with an age key that can read it in SOPS_AGE_KEY',
      },
      {
        rule: 'sealed-recipients',
        severity: 'warning',
        at: '39:9',
        message:
          'the key of carrier/rpc1 is not encrypted for the recipients of the definition (not for age15cm25xeklgte8s3hnyd4cajr7e07acq598xsqqmmy748sja5la0sf9arnh, still for age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka)',
        hint: 'run `chancery keys --recipients` with an age key that can read it in SOPS_AGE_KEY',
      },
    ],
  },
  {
    name: 'an identity that is empty',
    keysMade: true,
    files: () => ({ [rpcFile]: '' }),
    findings: [
      {
        rule: 'identity',
        severity: 'error',
        at: 'material/public/carrier/rpc1.yaml:1:1',
        message: 'material/public/carrier/rpc1.yaml: not a public key of a node',
        hint: 'restore it from Git: it needs kind: evm-node, nodeId (128 hexadecimal digits) and address',
      },
    ],
  },
  {
    name: 'an identity with another address',
    keysMade: true,
    files: (files) => ({ [rpcFile]: files[rpcFile]?.replace(/address: .*/, `address: "0x${'0'.repeat(40)}"`) }),
    findings: [
      {
        rule: 'identity',
        severity: 'error',
        at: 'material/public/carrier/rpc1.yaml:1:1',
        message:
          'material/public/carrier/rpc1.yaml: address 0x0000000000000000000000000000000000000000 does not belong to its nodeId (should be 0xfd2f5ab5c9211542d090ba6c6f421d56548c60e4)',
        hint: 'restore the file from Git',
      },
    ],
  },
  {
    name: 'an identity that is no public key',
    keysMade: true,
    files: () => ({ [rpcFile]: `kind: evm-node\nnodeId: "${'f'.repeat(128)}"\naddress: "0x${'0'.repeat(40)}"\n` }),
    findings: [
      {
        rule: 'identity',
        severity: 'error',
        at: 'material/public/carrier/rpc1.yaml:1:1',
        message: 'material/public/carrier/rpc1.yaml: nodeId is not a public key: it is not a point of secp256k1',
        hint: 'restore the file from Git',
      },
    ],
  },
  {
    name: "an identity of Chancery's tests",
    keysMade: true,
    files: () => ({
      [rpcFile]:
        'kind: evm-node\nnodeId: 8122be483924a54e7707fbcf78c57e3ed66ae3c1c3b61656b0bdac99ce2efac1ef844243311a47e213b264c1397f064a08eaec74ceaf88f01aefdd4fd446579a\naddress: "0xf3b426ef62b8d6e855c384aec1d0e3789aeea7d8"\n',
    }),
    findings: [
      {
        rule: 'well-known-key',
        severity: 'error',
        at: 'material/public/carrier/rpc1.yaml:1:1',
        message: "material/public/carrier/rpc1.yaml: the private key is public: it is a node of Chancery's own tests",
        hint: 'remove both halves of the key and make a new one with `chancery keys`',
      },
    ],
  },
  {
    name: 'an identity that was copied',
    keysMade: true,
    files: (files) => ({ [rpcFile]: files[validatorFile] }),
    findings: [
      {
        rule: 'identity',
        severity: 'error',
        at: 'material/public/carrier/validator3.yaml:1:1',
        message: 'material/public/carrier/validator3.yaml: carrier/rpc1 and carrier/validator3 have the same nodeId',
        hint: 'make a new key for one of them: two running copies of one key break consensus',
      },
    ],
  },
  {
    name: 'an identity of an external node',
    keysMade: true,
    change: (good) =>
      good.replace(
        /nodeId: dc38.*/,
        'nodeId: 49b471dbea1efe334137deb3072b81c258315da6de92f62ea9c8c0a207c18df0b584ead1a94c0c0edb83551a2c55aa2b5d7bba3a471651c04cf0f1e58551b1e0',
      ),
    findings: [
      {
        rule: 'identity',
        severity: 'error',
        at: 'material/public/carrier/rpc1.yaml:1:1',
        message: 'material/public/carrier/rpc1.yaml: harbour/validator7 and carrier/rpc1 have the same nodeId',
        hint: 'make a new key for one of them: two running copies of one key break consensus',
      },
      {
        rule: 'validator-gone',
        severity: 'error',
        at: '29:3',
        message:
          'the validator 0x562e7ad480f6895a5a12b38ec362fa6cd9236aa7 has left the definition without a vote to remove it: the chain counts it as offline',
        hint: 'restore it with validator: false, and remove it when it is no longer a validator on the chain (chancery verify)',
      },
      {
        rule: 'validator-new',
        severity: 'error',
        at: '57:15',
        message:
          'harbour/validator7 is new and would be voted in at once: until it has caught up, the chain would count it as offline',
        hint: 'begin with validator: false; when it follows the chain (chancery verify), set validator: true in a second change',
      },
    ],
  },
  {
    name: 'a genesis that is no JSON',
    keysMade: true,
    files: () => ({ [genesisFile]: '{' }),
    findings: [
      {
        rule: 'genesis',
        severity: 'error',
        at: 'material/public/genesis.json:1:1',
        message: 'material/public/genesis.json is not valid JSON (line 1, column 2)',
        hint: 'Besu reads strict JSON, without comments and trailing commas: restore the file from Git, or take it from a running node',
      },
    ],
  },
  {
    name: 'a genesis of another consensus',
    keysMade: true,
    files: (files) => ({ [genesisFile]: files[genesisFile]?.replace('"qbft"', '"ibft2"') }),
    findings: [
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '8:3',
        message: 'genesis.consensus was ibft2 when the chain began (material/public/genesis.json), now qbft',
        hint: 'write `consensus: ibft2`: nodes run with the consensus of the genesis file',
      },
    ],
  },
  {
    name: 'a genesis without consensus',
    keysMade: true,
    files: (files) => ({ [genesisFile]: files[genesisFile]?.replace(/"qbft": \{[^}]*\}/, '"qbft": null') }),
    findings: [
      {
        rule: 'genesis',
        severity: 'error',
        at: 'material/public/genesis.json:1:1',
        message: 'material/public/genesis.json is not a valid genesis file: config.qbft is missing',
        hint: 'restore it from Git, or take the file of a running node: it cannot be made again',
      },
    ],
  },
  {
    name: 'a genesis without accounts',
    keysMade: true,
    files: (files) => ({ [genesisFile]: files[genesisFile]?.replace('"alloc": {}', '"alloc": null') }),
    findings: [
      {
        rule: 'genesis',
        severity: 'error',
        at: 'material/public/genesis.json:1:1',
        message: 'material/public/genesis.json is not a valid genesis file: alloc is missing',
        hint: 'restore it from Git, or take the file of a running node: it cannot be made again',
      },
    ],
  },
  {
    name: 'a genesis with extra data that is cut',
    keysMade: true,
    files: (files) => ({
      [genesisFile]: files[genesisFile]?.replace(/"extraData": "(0x.{40}).*"/, '"extraData": "$1"'),
    }),
    findings: [
      {
        rule: 'genesis',
        severity: 'error',
        at: 'material/public/genesis.json:1:1',
        message: 'material/public/genesis.json is not a valid genesis file: extraData does not list validators',
        hint: 'restore it from Git, or take the file of a running node: it cannot be made again',
      },
    ],
  },
  {
    name: 'a genesis without validators',
    keysMade: true,
    files: (files) => ({ [genesisFile]: files[genesisFile]?.replace(/"extraData": ".*"/, '"extraData": "0xc0"') }),
    findings: [
      {
        rule: 'genesis',
        severity: 'error',
        at: 'material/public/genesis.json:1:1',
        message: 'material/public/genesis.json is not a valid genesis file: extraData does not list validators',
        hint: 'restore it from Git, or take the file of a running node: it cannot be made again',
      },
    ],
  },
  {
    name: 'another chain id',
    keysMade: true,
    change: [[chain, 'chainId: 20261124']],
    findings: [
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '8:12',
        message: 'genesis.chainId was 20261123 when the chain began (material/public/genesis.json), now 20261124',
        hint: 'write `chainId: 20261123`: Besu starts with it silently, and every transaction signed so far becomes invalid',
      },
    ],
  },
  {
    name: 'other times',
    keysMade: true,
    change: [[chain, `${chain}\n  blockPeriodSeconds: 3\n  requestTimeoutSeconds: 10\n  epochLength: 100`]],
    findings: [
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '9:23',
        message: 'genesis.blockPeriodSeconds was 2 when the chain began (material/public/genesis.json), now 3',
        hint: 'write `blockPeriodSeconds: 2`: nodes with the old and the new value disagree on when a block is due; transitions change it at a later block',
      },
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '10:26',
        message: 'genesis.requestTimeoutSeconds was 4 when the chain began (material/public/genesis.json), now 10',
        hint: 'write `requestTimeoutSeconds: 4`: nodes with the old and the new value disagree on when a round ends',
      },
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '11:16',
        message: 'genesis.epochLength was 30000 when the chain began (material/public/genesis.json), now 100',
        hint: 'write `epochLength: 30000`: nodes would count votes differently and the chain would split',
      },
    ],
  },
  {
    name: 'another time for a block, whose rounds follow it',
    keysMade: true,
    change: [[chain, `${chain}\n  blockPeriodSeconds: 3`]],
    findings: [
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '9:23',
        message: 'genesis.blockPeriodSeconds was 2 when the chain began (material/public/genesis.json), now 3',
        hint: 'write `blockPeriodSeconds: 2`: nodes with the old and the new value disagree on when a block is due; transitions change it at a later block',
      },
    ],
  },
  {
    name: 'other gas',
    keysMade: true,
    change: [[chain, `${chain}\n  gasLimit: 30000000\n  freeGas: false\n  contractSizeLimit: 30000`]],
    findings: [
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '9:13',
        message:
          'genesis.gasLimit was 0x1fffffffffffff when the chain began (material/public/genesis.json), now 0x1c9c380',
        hint: 'write `gasLimit: 9007199254740991`: the first block would change: nodes refuse to start with their data',
      },
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '10:12',
        message: 'genesis.freeGas was true when the chain began (material/public/genesis.json), now false',
        hint: "write `freeGas: true`: nodes with the old and the new value refuse each other's blocks",
      },
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '11:22',
        message: 'genesis.contractSizeLimit was absent when the chain began (material/public/genesis.json), now 30000',
        hint: "remove contractSizeLimit: nodes with the old and the new value refuse each other's blocks",
      },
    ],
  },
  {
    name: 'other forks',
    keysMade: true,
    change: [[chain, `${chain}\n  forks: {berlinBlock: 0, londonBlock: 5, cancunTime: 7}`]],
    findings: [
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '9:40',
        message: 'genesis.forks.londonBlock was 0 when the chain began (material/public/genesis.json), now 5',
        hint: 'write `londonBlock: 0`: nodes would judge existing blocks by other rules',
      },
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '9:55',
        message: 'genesis.forks.cancunTime was absent when the chain began (material/public/genesis.json), now 7',
        hint: 'remove cancunTime: nodes would judge existing blocks by other rules',
      },
    ],
  },
  {
    name: 'other accounts',
    keysMade: true,
    change: [[chain, `${chain}\n  accounts: [{address: "0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1", balance: "5"}]`]],
    findings: [
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '9:13',
        message:
          'genesis.accounts was a list of 0 accounts when the chain began (material/public/genesis.json), now a list of 1 account',
        hint: 'remove account 0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1: the first block would change: nodes refuse to start with their data',
      },
    ],
  },
  {
    name: 'a validator that was added',
    keysMade: true,
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: validator}']],
    findings: [
      {
        rule: 'validator-new',
        severity: 'error',
        at: '39:28',
        message:
          'carrier/rpc1 is new and would be voted in at once: until it has caught up, the chain would count it as offline',
        hint: 'begin with validator: false; when it follows the chain (chancery verify), set validator: true in a second change',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '19:5',
        message: 'cluster us holds 3 of 8 validators: without it the chain stops (6 are needed)',
        hint: 'use three clusters: 6 or 9 validators, a third in each, survive the loss of one cluster',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '34:5',
        message: 'organization carrier holds 3 of 8 validators: if it stops its nodes the chain stops (6 are needed)',
        hint: 'place at most 2 of the validators with one organization',
      },
      {
        rule: 'validators',
        severity: 'notice',
        at: '29:3',
        message:
          'with 8 validators the network survives 2 offline or 2 malicious validators; 7 validators survive 2 of either',
        hint: '10 validators survive 3 of either',
      },
    ],
  },
  {
    name: 'a validator that became an rpc node',
    keysMade: true,
    change: [['{name: validator3, role: validator}', '{name: validator3, role: rpc}']],
    findings: [
      {
        rule: 'validator-gone',
        severity: 'error',
        at: '37:34',
        message:
          'carrier/validator3 is a validator and changes its role to rpc: the chain would still count it as a validator',
        hint: 'keep the role and set validator: false; change the role when it is no longer a validator on the chain (chancery verify)',
      },
      {
        rule: 'validators',
        severity: 'notice',
        at: '29:3',
        message:
          'with 6 validators the network survives 2 offline or 1 malicious validator; 4 validators survive 1 of either',
        hint: '7 validators survive 2 of either',
      },
    ],
  },
  {
    name: 'a validator that was removed',
    keysMade: true,
    change: [['      - {name: validator3, role: validator}\n', '']],
    findings: [
      {
        rule: 'validator-gone',
        severity: 'error',
        at: '29:3',
        message:
          'the validator 0xe9a2fda5c1b88d2ccaed0fd098d4f86e85b6738e has left the definition without a vote to remove it: the chain counts it as offline',
        hint: 'restore it with validator: false, and remove it when it is no longer a validator on the chain (chancery verify)',
      },
      {
        rule: 'validators',
        severity: 'notice',
        at: '29:3',
        message:
          'with 6 validators the network survives 2 offline or 1 malicious validator; 4 validators survive 1 of either',
        hint: '7 validators survive 2 of either',
      },
    ],
  },
  {
    name: 'an external validator that was added',
    keysMade: true,
    change: [
      [
        'external:',
        'external:\n  - organization: mill\n    nodes:\n      - name: validator8\n        role: validator\n        host: 192.0.2.8\n        port: 30303\n        nodeId: 92a8ea29045e4e2d2313f565e6ec6e89cde293c5a5d823fad1b885e4a1bb840a342762163a758e775417355e66d1042216932971ba58d7546340acb4a5ade9f6',
      ],
    ],
    findings: [
      {
        rule: 'validator-new',
        severity: 'error',
        at: '45:15',
        message:
          'mill/validator8 is new and would be voted in at once: until it has caught up, the chain would count it as offline',
        hint: 'begin with validator: false; when it follows the chain (chancery verify), set validator: true in a second change',
      },
      {
        rule: 'validators',
        severity: 'notice',
        at: '29:3',
        message:
          'with 8 validators the network survives 2 offline or 2 malicious validators; 7 validators survive 2 of either',
        hint: '10 validators survive 3 of either',
      },
    ],
  },
  {
    name: 'a file that differs from its digest in the lock',
    keysMade: true,
    lock: `version: 1\nports: {}\nmaterial:\n  ${genesisFile}: sha256:${'0'.repeat(64)}\n`,
    findings: [
      {
        rule: 'material-digest',
        severity: 'error',
        at: 'material/public/genesis.json:1:1',
        message: 'material/public/genesis.json differs from its digest in network.lock.yaml',
        hint: 'restore it from Git (git checkout -- material/public/genesis.json): keys and genesis never change; to change the recipients of a sealed key, run `chancery keys --recipients`',
      },
    ],
  },
  {
    name: 'a file of the lock that is gone',
    keysMade: true,
    lock: `version: 1\nports: {}\nmaterial:\n  material/public/carrier/rpc9.yaml: sha256:${'0'.repeat(64)}\n`,
    findings: [
      {
        rule: 'material-digest',
        severity: 'error',
        at: 'material/public/carrier/rpc9.yaml:1:1',
        message: 'material/public/carrier/rpc9.yaml is recorded in network.lock.yaml, but the file is missing',
        hint: 'restore it from Git (git log -- material/public/carrier/rpc9.yaml); to abandon the key, also remove its line from the lock',
      },
    ],
  },
  {
    name: 'a plain Secret of a node that is gone, though the lock has its digest',
    files: () => ({
      'material/sealed/us/carrier/gone.yaml':
        'apiVersion: v1\nkind: Secret\nmetadata: {name: gone-keys}\ndata: {nodekey: YQ==}\n',
    }),
    lock: 'version: 1\nports: {}\nmaterial:\n  material/sealed/us/carrier/gone.yaml: sha256:19e3361013e4824bbeede43074733a3e07df0e4841eabf39537e7d6285b2bf6a\n',
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: 'material/sealed/us/carrier/gone.yaml:1:1',
        message: 'a Kubernetes Secret that is not encrypted: it has no sops block',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
]
