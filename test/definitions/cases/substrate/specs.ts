import type { Case } from '../../case.ts'
import { baseFile, specFile, withBase, withText } from './changes.ts'

const existing = ['  spec: chain/base.json\n  id: foodtrace\n', '  spec: chain/base.json\n  existing: true\n'] as const
const withoutGenesis = [
  [
    '  sudo: 5FRZuLTLo6fPXmWRkEk3FiGAJuW4kykeofX1pP4H43oyZvFv\n  balances: {5CLa5SLnKKkLzv8Ch1ynabshEy7CEa3wbFb9qH47qkEdVEUm: "1000000000000000000"}\n',
    '',
  ],
] as const

/** Specs that no node takes, or not this one. */
export const specs: readonly Case[] = [
  {
    name: 'no file',
    files: () => ({ [baseFile]: undefined }),
    findings: [
      {
        rule: 'named-file',
        severity: 'error',
        at: '10:9',
        message: 'there is no file chain/base.json',
        hint: 'add the file to the repository: the path is relative to the definition',
      },
    ],
  },
  {
    name: 'no spec',
    files: () => ({ [baseFile]: '{"name": "Local"}' }),
    findings: [
      {
        rule: 'chain-spec',
        severity: 'error',
        at: '10:9',
        message: 'chain/base.json is no chain spec with a runtime',
        hint: 'write it with the build-spec command of the node: it needs genesis.runtimeGenesis with code, and patch or config',
      },
    ],
  },
  {
    name: 'a raw spec for a new chain',
    files: withBase((spec) => {
      Object.assign(spec, { genesis: { raw: { top: {}, childrenDefault: {} } } })
    }),
    findings: [
      {
        rule: 'chain-spec',
        severity: 'error',
        at: '10:9',
        message: 'chain/base.json is a raw chain spec, which has no place for validators',
        hint: 'write it with build-spec without --raw; for a chain that runs already, set chain.existing',
      },
    ],
  },
  {
    name: 'the spec of a parachain',
    files: withBase((spec) => {
      Object.assign(spec, { para_id: 2000, relay_chain: 'westend' })
    }),
    findings: [
      {
        rule: 'chain-spec',
        severity: 'error',
        at: '10:9',
        message:
          'chain/base.json is the spec of a parachain, whose blocks a relay chain orders: Chancery runs solo chains',
        hint: 'use a node and a runtime with their own consensus, such as Aura with GRANDPA; polkadot-omni-node runs parachains only',
      },
    ],
  },
  {
    name: 'a runtime that does not fit into ConfigMaps',
    files: withBase((spec) => {
      spec.genesis.runtimeGenesis.code = `0x${'00'.repeat(8 * 1_048_576)}`
    }),
    findings: [
      {
        rule: 'config-map-size',
        severity: 'error',
        at: '10:9',
        message: 'the chain spec with its runtime takes 10 ConfigMaps: 8 are the most',
        hint: 'build the spec with the compressed runtime (….compact.compressed.wasm), or publish material/public/chain-spec.json and set chain.publishedAt',
      },
    ],
  },
  {
    name: 'a compressed runtime that does not fit',
    files: withBase((spec) => {
      spec.genesis.runtimeGenesis.code = `0x52bc537646db8e05${'00'.repeat(8 * 1_048_576)}`
    }),
    findings: [
      {
        rule: 'config-map-size',
        severity: 'error',
        at: '10:9',
        message: 'the chain spec with its runtime takes 10 ConfigMaps: 8 are the most',
        hint: 'publish material/public/chain-spec.json at a URL, and set chain.publishedAt',
      },
    ],
  },
  {
    name: 'accounts of development in the base spec',
    change: withoutGenesis,
    findings: [
      {
        rule: 'well-known-key',
        severity: 'error',
        at: '10:9',
        message:
          'chain/base.json: balances has the address 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY, whose key is public: it is //Alice of the development phrase',
        hint: 'set chain.balances with addresses whose keys only their owners have',
      },
      {
        rule: 'well-known-key',
        severity: 'error',
        at: '10:9',
        message:
          'chain/base.json: sudo has the address 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY, whose key is public: it is //Alice of the development phrase',
        hint: 'set chain.sudo with addresses whose keys only their owners have',
      },
    ],
  },
  {
    name: 'fields without effect, as the chain exists',
    change: [
      [
        '  spec: chain/base.json\n',
        '  spec: chain/base.json\n  existing: true\n  publishedAt: https://example.com/spec.json\n',
      ],
    ],
    findings: [
      {
        rule: 'chain-spec',
        severity: 'error',
        at: '13:3',
        message: 'id has no effect: the spec is used as it is (chain.existing is set)',
        hint: 'remove id',
      },
      {
        rule: 'chain-spec',
        severity: 'error',
        at: '14:3',
        message: 'sudo has no effect: the spec is used as it is (chain.existing is set)',
        hint: 'remove sudo',
      },
      {
        rule: 'chain-spec',
        severity: 'error',
        at: '15:3',
        message: 'balances has no effect: the spec is used as it is (chain.existing is set)',
        hint: 'remove balances',
      },
    ],
  },
  {
    name: 'fields without effect, as the spec is at a URL',
    change: [
      [
        '  spec: chain/base.json\n',
        `  spec: {url: "https://example.com/raw.json", sha256: "${'0'.repeat(64)}"}\n  publishedAt: https://example.com/spec.json\n`,
      ],
      ...withoutGenesis,
    ],
    findings: [
      {
        rule: 'chain-spec',
        severity: 'error',
        at: '11:3',
        message: 'publishedAt has no effect: the spec has a URL already',
        hint: 'remove publishedAt',
      },
      {
        rule: 'chain-spec',
        severity: 'error',
        at: '12:3',
        message: 'id has no effect: the spec is used as it is (it is at a URL)',
        hint: 'remove id',
      },
    ],
  },
  {
    name: 'nodes of a chain that exists, with nobody to dial',
    change: (text) =>
      text
        .replace(/ {2}spec: [\s\S]*?(?=\nclusters)/, '  spec: chain/base.json\n  existing: true\n')
        .replaceAll('role: validator', 'role: rpc')
        .replace(/external:\n[\s\S]*/, ''),
    findings: [
      {
        rule: 'chain-spec',
        severity: 'error',
        at: '10:9',
        message:
          'chain/base.json has no bootnodes, and the definition has no external node: network policies let nodes dial nobody of the chain',
        hint: 'add a node of the chain under external, with its peerId',
      },
    ],
  },
  {
    name: 'nodes of a chain that exists at a URL, with nobody to dial',
    change: (text) =>
      text
        .replace(
          / {2}spec: [\s\S]*?(?=\nclusters)/,
          `  spec: {url: "https://example.com/raw.json", sha256: "${'0'.repeat(64)}"}\n`,
        )
        .replaceAll('role: validator', 'role: rpc')
        .replace(/external:\n[\s\S]*/, ''),
    findings: [
      {
        rule: 'chain-spec',
        severity: 'error',
        at: '10:15',
        message:
          'bootnodes of a spec at a URL are not known here, and the definition has no external node: network policies let nodes dial nobody of the chain',
        hint: 'add a node of the chain under external, with its peerId',
      },
    ],
  },
  {
    name: 'a URL with a password',
    change: [
      [
        '  spec: chain/base.json\n',
        `  spec: {url: "https://me:secret@example.com/raw.json", sha256: "${'0'.repeat(64)}"}\n`,
      ],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '10:15',
        message:
          'chain.spec.url must be a URL such as https://example.com/spec.json, without credentials, got "https://me:secret@example.com/raw.json"',
      },
    ],
  },
  {
    name: 'another sudo than that of the chain',
    keysMade: true,
    change: [
      [
        '  sudo: 5FRZuLTLo6fPXmWRkEk3FiGAJuW4kykeofX1pP4H43oyZvFv',
        '  sudo: 5Epr8zEPaZXz6jSHXfhYy8koBD6xJWfDYHQf2xrRUsNu5UjX',
      ],
    ],
    findings: [
      {
        rule: 'chain-spec-changed',
        severity: 'error',
        at: '12:9',
        message:
          'sudo would be {"key":"5Epr8zEPaZXz6jSHXfhYy8koBD6xJWfDYHQf2xrRUsNu5UjX"}, and material/public/chain-spec.json has {"key":"5FRZuLTLo6fPXmWRkEk3FiGAJuW4kykeofX1pP4H43oyZvFv"}: another spec is another chain',
        hint: 'restore chain.sudo: what a chain began with never changes',
      },
    ],
  },
  {
    name: 'another ID, name and protocol than those of the chain, and no balance',
    keysMade: true,
    change: [
      ['  id: foodtrace\n', '  id: other\n  name: Other\n  protocolId: oth\n'],
      ['{5CLa5SLnKKkLzv8Ch1ynabshEy7CEa3wbFb9qH47qkEdVEUm: "1000000000000000000"}', '{}'],
    ],
    findings: [
      {
        rule: 'chain-spec-changed',
        severity: 'error',
        at: '11:7',
        message:
          'id would be "other", and material/public/chain-spec.json has "foodtrace": another spec is another chain',
        hint: 'restore chain.id: what a chain began with never changes',
      },
      {
        rule: 'chain-spec-changed',
        severity: 'error',
        at: '12:9',
        message:
          'name would be "Other", and material/public/chain-spec.json has "Local Testnet": another spec is another chain',
        hint: 'restore chain.name: what a chain began with never changes',
      },
      {
        rule: 'chain-spec-changed',
        severity: 'error',
        at: '13:15',
        message:
          'protocolId would be "oth", and material/public/chain-spec.json has null: another spec is another chain',
        hint: 'restore chain.protocolId: what a chain began with never changes',
      },
      {
        rule: 'chain-spec-changed',
        severity: 'error',
        at: '15:13',
        message:
          'balances would be {"balances":[]}, and material/public/chain-spec.json has {"balances":[["5CLa5SLnKKkLzv8Ch1ynabshEy7CEa3wbFb9qH47qkEdVEUm",1000000000000000000]]}: another spec is another chain',
        hint: 'restore chain.balances: what a chain began with never changes',
      },
    ],
  },
  {
    name: 'another runtime and another pallet than those of the chain',
    keysMade: true,
    files: withBase((spec) => {
      spec.genesis.runtimeGenesis.code += '00'
      spec.genesis.runtimeGenesis.patch.treasury = {}
    }),
    findings: [
      {
        rule: 'chain-spec-changed',
        severity: 'error',
        at: '10:9',
        message:
          'the base spec has another runtime than material/public/chain-spec.json: another spec is another chain',
        hint: 'restore the base spec: the runtime of a chain that runs is replaced by a transaction',
      },
      {
        rule: 'chain-spec-changed',
        severity: 'error',
        at: '10:9',
        message: 'treasury would be {}, and material/public/chain-spec.json has nothing: another spec is another chain',
        hint: 'restore the base spec: what a chain began with never changes',
      },
    ],
  },
  {
    name: 'a spec that somebody broke',
    keysMade: true,
    files: () => ({ [specFile]: '{' }),
    findings: [
      {
        rule: 'chain-spec-changed',
        severity: 'error',
        at: '8:3',
        message: 'material/public/chain-spec.json is no chain spec',
        hint: 'restore the file from Git',
      },
    ],
  },
]

/** Specs that are used as they are, and what may change after the genesis. */
export const acceptedSpecs: readonly Case[] = [
  {
    name: 'the spec of a chain that exists',
    change: [existing, ...withoutGenesis],
    findings: [],
  },
  {
    name: 'a large spec that is published',
    change: [['  spec: chain/base.json\n', '  spec: chain/base.json\n  publishedAt: https://example.com/spec.json\n']],
    files: withBase((spec) => {
      // A section that machines skip: its number, its length, and a name.
      spec.genesis.runtimeGenesis.code += `0082804001${'78'.repeat(1_048_577)}`
    }),
    findings: [],
  },
  {
    name: 'a validator that is not in the genesis',
    keysMade: true,
    files: withText(specFile, /"authorities": \[\s+"5[^"]+",/, '"authorities": ['),
    findings: [],
  },
]
