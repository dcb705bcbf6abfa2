import type { RiskCase } from '../case.ts'

const file = 'material/public/genesis.json'

/** The first block. */
export const genesis: readonly RiskCase[] = [
  {
    name: 'a field changes and the file stays: it is refused',
    edits: [['{chainId: 20261123}', '{chainId: 20261123, epochLength: 100}']],
    errors: ['genesis-changed'],
    risks: [],
  },
  { name: 'the file goes: the same is made again', edits: [], files: (files) => files.delete(file), risks: [] },
  {
    name: 'the file goes, and fields change',
    edits: [
      [
        '{chainId: 20261123}',
        '{chainId: 20261124, gasLimit: 30000000, forks: {cancunTime: 0}, accounts: [{address: "0x1111111111111111111111111111111111111111", balance: "1"}]}',
      ],
    ],
    files: (files) => files.delete(file),
    risks: [
      {
        risk: 'danger chain-id-changed genesis.chainId 5:20',
        message:
          'genesis.chainId changes from 20261123 to 20261124: this is another chain, on which no transaction signed so far is valid',
        hint: 'restore 20261123: wallets, clients and contracts use it',
      },
      {
        risk: 'danger genesis-field-changed genesis.accounts 5:84',
        message: 'genesis.accounts has other content than before',
        hint: 'restore the old value: the first block of a running chain cannot change',
      },
      {
        risk: 'danger genesis-field-changed genesis.forks.cancunTime 5:70',
        message: 'genesis.forks.cancunTime changes from absent to 0',
        hint: 'restore the old value: the first block of a running chain cannot change',
      },
      {
        risk: 'danger genesis-field-changed genesis.gasLimit 5:40',
        message: 'genesis.gasLimit changes from 9007199254740991 to 30000000',
        hint: 'restore the old value: the first block of a running chain cannot change',
      },
      {
        risk: 'danger genesis-replaced genesis 5:10',
        message:
          'material/public/genesis.json is missing: the merge makes a new one, for another chain, and nodes refuse to start with their data',
        hint: 'restore the file, and its line in network.lock.yaml, from Git; a new chain needs a separate definition and another name',
      },
      {
        risk: 'danger validators-restart validators 27:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the chain may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
  {
    name: 'the file is another one',
    edits: [],
    files: (files) => files.set(file, (files.get(file) ?? '').replace('"nonce": "0x0"', '"nonce": "0x1"')),
    risks: [
      {
        risk: 'danger genesis-replaced genesis 5:10',
        message:
          'material/public/genesis.json changed: nodes refuse to start with their data, or no longer agree with each other',
        hint: 'restore the file, and its line in network.lock.yaml, from Git; a new chain needs a separate definition and another name',
      },
      {
        risk: 'danger validators-restart validators 27:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the chain may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
  {
    name: 'the file is written otherwise, and says the same',
    edits: [],
    files: (files) => files.set(file, JSON.stringify(JSON.parse(files.get(file) ?? ''))),
    risks: [
      {
        risk: 'danger validators-restart validators 27:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the chain may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
  {
    name: 'there is none yet: everything may change',
    without: [file],
    edits: [
      ['20261123', '20261124'],
      ['26.8.0', '26.7.0'],
      ['storage: 50Gi', 'storage: 20Gi'],
      ['      - {name: v3, role: validator}\n', ''],
      [', sourceRanges: [203.0.113.0/24]', ''],
    ],
    risks: [],
  },
]
