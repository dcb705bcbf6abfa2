import type { ExpectedRisk, RiskCase } from '../case.ts'

const v1 = '{name: v1, role: validator, storage: 50Gi}'
const v2 = '{name: v2, role: validator}'
const elsewhere = (node: string, name: string): string =>
  node.replace('}', `, adopted: false, movesFrom: {host: ${name}.old.example.com}}`)
const here = (node: string, name: string): string => node.replace('}', `, movesFrom: {host: ${name}.old.example.com}}`)

const begins = (node: string, cluster: string, name: string, organization: string, at: string): ExpectedRisk => ({
  risk: `danger node-adopted ${node} ${at}`,
  message: `${node} is adopted: a pod with its key starts in ${cluster}, and ${name}.old.example.com:30303 runs it still. Two running copies of one key break consensus`,
  hint: `before the merge, stop the old pod for good (scale its workload to 0, and wait until the pod is gone), and copy its data to PersistentVolumeClaim ${name} in ${organization}; without a copy the node synchronizes from its peers`,
})

/** Nodes that something else runs, and that pods of ours run afterwards. */
export const adopted: readonly RiskCase[] = [
  {
    name: 'a validator is adopted',
    given: [[v1, elsewhere(v1, 'v1')]],
    genesis: 'running',
    edits: [[elsewhere(v1, 'v1'), here(v1, 'v1')]],
    risks: [begins('carrier/v1', 'us', 'v1', 'trade-carrier', '27:9')],
  },
  {
    name: 'three of seven are adopted at once',
    given: [
      [v1, elsewhere(v1, 'v1')],
      [v2, elsewhere(v2, 'v2')],
      ['{name: v3, role: validator}', elsewhere('{name: v3, role: validator}', 'v3')],
    ],
    genesis: 'running',
    edits: (text) => text.replaceAll(', adopted: false', ''),
    risks: [
      begins('carrier/v1', 'us', 'v1', 'trade-carrier', '27:9'),
      begins('carrier/v2', 'us', 'v2', 'trade-carrier', '28:9'),
      begins('maker/v3', 'eu', 'v3', 'trade-maker', '33:9'),
      {
        risk: 'danger validators-adopted validators 24:3',
        message:
          '3 of 7 validators move at once (carrier/v1, carrier/v2 and maker/v3): at most 2 may be down, so the chain stops meanwhile',
        hint: 'change adopted of at most 2 in one commit, and of the next ones when the chain makes progress with these (chancery verify)',
      },
    ],
  },
  {
    name: 'a node is given back',
    genesis: 'running',
    edits: [[v1, elsewhere(v1, 'v1')]],
    risks: [
      {
        risk: 'danger node-returned carrier/v1 27:61',
        message:
          'carrier/v1 has adopted: false again: its pod in us stops, and its peers dial v1.old.example.com:30303',
        hint: 'start the old pod only when the pod in us is gone: two running copies of one key break consensus. Its newest data is in PersistentVolumeClaim v1 in trade-carrier',
      },
    ],
  },
  {
    name: 'the key of an external validator runs here at once',
    genesis: 'running',
    edits: (text) =>
      `${text.slice(0, text.indexOf('external:'))}  - name: bank\n    cluster: eu\n    nodes:\n      - {name: v7, role: validator}\n`,
    files: (files) => {
      files.set(
        'material/public/bank/v7.yaml',
        'kind: evm-node\nnodeId: d95d04d28f13c91e9e572a1a79ea36810cc3cfb48a9fad4fd9778183b7640a15c1d21b6fe2c4e0abc97f303e536b9a5f704df64d9f3fdc09ca4f76fa621eec32\naddress: "0x2c29a761ed2f5ab29b0506606a1cf0f26d76180e"\n',
      )
    },
    risks: [
      {
        risk: 'danger node-adopted bank/v7 44:9',
        message:
          'bank/v7 has the key of an external node, and never had adopted: false: a pod with its key starts in eu, while another pod may run with it. Two running copies of one key break consensus',
        hint: 'set adopted: false and movesFrom first; where the old pod is stopped already, acknowledge this',
      },
      {
        risk: 'caution organization-in-cluster bank/eu 44:9',
        message: 'the new organization bank enters cluster eu, in which maker runs: its pods run beside theirs',
        hint: 'ask the operators of eu first',
      },
    ],
  },
  {
    name: 'a node that runs elsewhere gets another cluster',
    given: [[v2, elsewhere(v2, 'v2')]],
    genesis: 'running',
    edits: [
      [
        elsewhere(v2, 'v2'),
        `{name: v2, role: validator, cluster: eu, adopted: false, movesFrom: {host: v2.old.example.com}}`,
      ],
    ],
    risks: [
      {
        risk: 'danger organization-in-cluster carrier/eu 28:46',
        message:
          'carrier enters cluster eu: 1 key of it (v2) is encrypted for age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev, who could decrypt none of its keys before',
        hint: 'ask carrier itself, outside of this pull request, whether it goes there and whose recipients these are: anyone who has such a key can act as carrier',
      },
    ],
  },
  {
    name: 'a node that runs elsewhere leaves',
    given: [['{name: desk, role: rpc}', elsewhere('{name: desk, role: rpc}', 'desk')]],
    genesis: 'running',
    edits: [[`      - ${elsewhere('{name: desk, role: rpc}', 'desk')}\n`, '']],
    risks: [
      {
        risk: 'caution node-removed maker/desk 33:7',
        message: 'maker/desk leaves the definition: it runs on elsewhere, and its peers no longer dial it',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim desk in trade-maker by hand',
      },
    ],
  },
  {
    name: 'a release that restarts the others does not restart it',
    given: [[v1, elsewhere(v1, 'v1')]],
    genesis: 'running',
    edits: [['platformVersion: 26.8.0', 'platformVersion: 26.9.0']],
    risks: [
      {
        risk: 'danger validators-restart validators 4:18',
        message:
          '5 of 7 validators restart (carrier/v2, maker/v3, maker/v4, retailer/v5 and retailer/v6), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the chain may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
]
