import type { RiskCase } from '../case.ts'
import type { Edits } from '../revisions.ts'

const account = '5Esvf1ynYsN9qJDYjC3wh24h69vxuRHwpjDvXqG8cVsHcsxf'

const rpc = '{name: rpc, role: rpc, expose: [rpc]}'
const withSettings = (settings: string): Edits => [[rpc, rpc.replace('}', `, settings: {${settings}}}`)]]

/** The chain spec with another text. */
const withSpec =
  (from: string, to: string): NonNullable<RiskCase['files']> =>
  (files) => {
    const file = 'material/public/chain-spec.json'
    files.set(file, (files.get(file) ?? '').replace(from, to))
  }

const cases: readonly RiskCase[] = [
  {
    name: 'all nodes get another release',
    edits: [['platformVersion: 1.4.0', 'platformVersion: 1.5.0']],
    risks: [
      {
        risk: 'danger authorities-restart validators 4:18',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the finality of blocks may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
  {
    name: 'two get another release, in two clusters',
    edits: [
      [account, `${account}, platformVersion: 1.5.0`],
      [
        '5CtznjEkoCVeaeqfkd8cfMWSR62NXZ4s8DvnBkaZXxBSVchL',
        '5CtznjEkoCVeaeqfkd8cfMWSR62NXZ4s8DvnBkaZXxBSVchL, platformVersion: 1.5.0',
      ],
    ],
    risks: [
      {
        risk: 'caution authorities-restart validators 38:9',
        message:
          '2 of 7 validators restart (maker/v4 and retailer/v5), one after the other in each of 2 clusters, in parallel: meanwhile none of the others may fail',
        hint: 'merge this while all validators run: a validator that is already offline counts',
      },
    ],
  },
  {
    name: 'one gets another release',
    edits: [[account, `${account}, platformVersion: 1.5.0`]],
    risks: [],
  },
  {
    name: 'the chain spec is lost',
    edits: [],
    files: (files) => files.delete('material/public/chain-spec.json'),
    risks: [
      {
        risk: 'danger chain-spec-replaced chain.spec 8:9',
        message:
          'material/public/chain-spec.json is missing: the merge makes another one: a node keeps the chain of its volume, one with an empty volume begins another chain, and these do not connect with each other',
        hint: 'restore the file, and its line in network.lock.yaml, from Git; a new chain needs a separate definition and another name',
      },
    ],
  },
  {
    name: 'the chain spec has another genesis',
    edits: [],
    files: withSpec('"balances": []', '"balances": [["x", 1]]'),
    errors: ['chain-spec-changed'],
    risks: [
      {
        risk: 'danger authorities-restart validators 31:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the finality of blocks may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
      {
        risk: 'danger chain-spec-replaced chain.spec 8:9',
        message:
          'material/public/chain-spec.json is another chain spec: a node keeps the chain of its volume, one with an empty volume begins another chain, and these do not connect with each other',
        hint: 'restore the file, and its line in network.lock.yaml, from Git; a new chain needs a separate definition and another name',
      },
    ],
  },
  {
    name: 'the chain spec has another ID',
    edits: [],
    files: withSpec('"id": "trade"', '"id": "other"'),
    errors: ['chain-spec-changed'],
    risks: [
      {
        risk: 'danger authorities-restart validators 31:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the finality of blocks may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
      {
        risk: 'danger chain-renamed chain.id 9:7',
        message:
          'the ID of the chain changes from trade to other: a node keeps its data in a folder of that name, so all nodes begin with an empty one, and no node has the blocks any more',
        hint: 'restore trade: nobody but nodes sees it',
      },
    ],
  },
  {
    name: 'the chain spec has another protocol ID',
    edits: [],
    files: withSpec('"protocolId": "acme"', '"protocolId": "other"'),
    errors: ['chain-spec-changed'],
    risks: [
      {
        risk: 'danger authorities-restart validators 31:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the finality of blocks may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
      {
        risk: 'danger chain-protocol-changed chain.protocolId 6:3',
        message:
          'the names of the P2P protocols change ({"protocolId":"other","forkId":null} instead of {"protocolId":"acme","forkId":null}): nodes with the old and the new ones do not understand each other',
        hint: 'restore the old ones: nobody but nodes sees them',
      },
    ],
  },
  {
    name: 'nodes keep the state of old blocks otherwise',
    edits: [
      ['{name: old, role: archive}', '{name: old, role: rpc}'],
      ...withSettings('state-pruning: archive-canonical'),
    ],
    risks: [
      {
        risk: 'danger state-pruning-changed maker/old 36:27',
        message:
          'maker/old keeps the state of old blocks otherwise (pruned instead of archive): it refuses to start with its data',
        hint: 'restore archive, or add a node with another name, which synchronizes from the beginning',
      },
      {
        risk: 'danger state-pruning-changed retailer/rpc 42:73',
        message:
          'retailer/rpc keeps the state of old blocks otherwise (archive-canonical instead of pruned): it refuses to start with its data',
        hint: 'restore pruned, or add a node with another name, which synchronizes from the beginning',
      },
    ],
  },
  {
    name: 'more blocks with state are no other kind',
    edits: withSettings('state-pruning: 1000'),
    risks: [],
  },
  {
    name: 'a node uses another database',
    edits: withSettings('database: rocksdb'),
    risks: [
      {
        risk: 'danger database-changed retailer/rpc 42:68',
        message:
          'retailer/rpc uses the database rocksdb instead of auto: unless its volume has one of that kind, it begins with an empty one, and needs the whole chain again',
        hint: 'restore the setting, or remove it: without it a node opens the database that it has. To change it, do one node at a time',
      },
    ],
  },
  {
    name: 'more origins, no limit, and a runtime that is not that of the chain',
    given: [
      [
        rpc,
        rpc.replace(
          '}',
          ', cors: ["https://a.example.com"], settings: {rpc-max-connections: 50, reserved-only: true}}',
        ),
      ],
    ],
    edits: [
      [
        '["https://a.example.com"], settings: {rpc-max-connections: 50, reserved-only: true}',
        '["https://a.example.com", "https://b.example.com"], settings: {rpc-max-connections: 500, wasm-runtime-overrides: /data/runtimes}',
      ],
    ],
    risks: [
      {
        risk: 'danger guard-loosened retailer/rpc 42:115',
        message:
          'retailer/rpc is guarded in another way: rpc-max-connections is 500 instead of 50; reserved-only is not set instead of true; cors is https://a.example.com, https://b.example.com instead of https://a.example.com; wasm-runtime-overrides is /data/runtimes instead of not set',
        hint: 'put it back, unless the owner wants it so: let in what you know, and nothing that can change the node',
      },
    ],
  },
  {
    name: 'any origin',
    given: [[rpc, rpc.replace('}', ', cors: ["https://a.example.com"]}')]],
    edits: [[', cors: ["https://a.example.com"]', '']],
    risks: [
      {
        risk: 'danger guard-loosened retailer/rpc 42:9',
        message: 'retailer/rpc is guarded in another way: cors is not set instead of https://a.example.com',
        hint: 'put it back, unless the owner wants it so: let in what you know, and nothing that can change the node',
      },
    ],
  },
  {
    name: 'the chain has not begun: everything may change',
    edits: [['platformVersion: 1.4.0', 'platformVersion: 1.5.0']],
    without: 'all',
    risks: [],
  },
]

/** Chain spec, software and data of Substrate. */
export const chain: readonly RiskCase[] = cases.map((one) => ({ ...one, platform: 'substrate' }))
