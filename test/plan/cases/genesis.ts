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
          'genesis.chainId is 20261124 instead of 20261123: it is another chain, on which no transaction that was signed so far is valid',
        hint: 'put 20261123 back: wallets, clients and contracts know it',
      },
      {
        risk: 'danger genesis-field-changed genesis.accounts 5:84',
        message: 'genesis.accounts has other content than before',
        hint: 'put the old value back: the first block of a chain that runs cannot change',
      },
      {
        risk: 'danger genesis-field-changed genesis.forks.cancunTime 5:70',
        message: 'genesis.forks.cancunTime is 0 instead of absent',
        hint: 'put the old value back: the first block of a chain that runs cannot change',
      },
      {
        risk: 'danger genesis-field-changed genesis.gasLimit 5:40',
        message: 'genesis.gasLimit is 30000000 instead of 9007199254740991',
        hint: 'put the old value back: the first block of a chain that runs cannot change',
      },
      {
        risk: 'danger genesis-replaced genesis 5:10',
        message:
          'material/public/genesis.json is not there any more: another one is made on merge, for another chain, and nodes refuse to start with the data that they have',
        hint: 'restore the file, and its line in network.lock.yaml, from Git; a new chain needs a definition and a name of its own',
      },
      {
        risk: 'danger validators-restart validators 27:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, which do not wait for each other: at most 2 may be down, so the chain may stand still meanwhile',
        hint: 'one cluster after the other: platformVersion and settings can be given to a node by itself; else `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
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
          'material/public/genesis.json is another file: nodes refuse to start with the data that they have, or no longer agree with each other',
        hint: 'restore the file, and its line in network.lock.yaml, from Git; a new chain needs a definition and a name of its own',
      },
      {
        risk: 'danger validators-restart validators 27:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, which do not wait for each other: at most 2 may be down, so the chain may stand still meanwhile',
        hint: 'one cluster after the other: platformVersion and settings can be given to a node by itself; else `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
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
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, which do not wait for each other: at most 2 may be down, so the chain may stand still meanwhile',
        hint: 'one cluster after the other: platformVersion and settings can be given to a node by itself; else `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
  {
    name: 'there is none yet: everything may change',
    without: [file],
    edits: [
      ['20261123', '20261124'],
      ['26.8.1', '26.7.0'],
      ['storage: 50Gi', 'storage: 20Gi'],
      ['      - {name: v3, role: validator}\n', ''],
      [', sourceRanges: [203.0.113.0/24]', ''],
    ],
    risks: [],
  },
]
