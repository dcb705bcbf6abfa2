import type { RiskCase } from '../case.ts'

const s1 =
  '      - {name: s1, role: node, legalName: "O=Shop, L=Tokyo, C=JP", existingSecret: s1, cordapps: [{image: registry.example.com/loans:1.2}]}\n'
const s2 = '      - {name: s2, role: node, legalName: "O=Shop Osaka, L=Osaka, C=JP", existingSecret: s2}\n'

const cases: readonly RiskCase[] = [
  {
    name: 'a node gets another legal name',
    edits: [['O=Shop, L=Tokyo', 'O=Shops, L=Tokyo']],
    risks: [
      {
        risk: 'danger legal-name-changed shop/s1 44:43',
        message:
          'the legal name of shop/s1 is O=Shops, L=Tokyo, C=JP instead of O=Shop, L=Tokyo, C=JP: its certificates have the old one, and it refuses to start',
        hint: 'restore O=Shop, L=Tokyo, C=JP. Another legal name is another party: add a node with another name, have it registered, and move the states to it by transactions',
      },
    ],
  },
  {
    name: 'a name that is written in another order is the same',
    edits: [['"O=Shop, L=Tokyo, C=JP"', '"C=JP,L=Tokyo,O=Shop"']],
    risks: [],
  },
  {
    name: 'an external node gets another legal name',
    edits: [['O=City, L=Paris', 'O=Town, L=Paris']],
    risks: [
      {
        risk: 'caution legal-name-changed city/n2 55:76',
        message:
          'the legal name of city/n2, which somebody else runs, is O=Town, L=Paris, C=FR instead of O=City, L=Paris, C=FR: `chancery verify` expects its certificate to have the new one',
        hint: 'ask its owner, outside of this pull request. Another legal name is another party',
      },
    ],
  },
  {
    name: 'a node is called otherwise in the definition',
    edits: [[s1, s1.replace('name: s1', 'name: s9')]],
    risks: [
      {
        risk: 'danger legal-name-taken-over shop/s9 44:9',
        message:
          'shop/s9 takes over the legal name of shop/s1, O=Shop, L=Tokyo, C=JP: it begins with an empty volume, and asks the doorman for it with new keys. The keys that its states are for stay with shop/s1',
        hint: 'keep the name shop/s1: it is the name of the volume, too',
      },
      {
        risk: 'caution node-removed shop/s1 44:7',
        message: 'shop/s1 leaves the definition: it stops, and its volume of 10Gi stays behind in asia',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim s1 in trade-shop by hand',
      },
    ],
  },
  {
    name: 'a node moves to another cluster',
    edits: [[s1, s1.replace('role: node', 'role: node, cluster: eu')]],
    risks: [
      {
        risk: 'danger identity-left-behind shop/s1 44:9',
        message:
          'shop/s1 asks the doorman for O=Shop, L=Tokyo, C=JP anew in cluster eu, with new keys: its volume in cluster asia has the keys that its states are for',
        hint: 'keep the node in cluster asia; or stop it, copy its volume, and merge this when the copy is there',
      },
      {
        risk: 'danger node-moved shop/s1 44:41',
        message:
          'shop/s1 moves from asia to eu: it begins there with an empty volume, its data and its keys stay in asia',
        hint: 'add a node with another name in eu, and remove this one when that one has caught up; to keep the key, stop the node in asia, and copy its volume first',
      },
      {
        risk: 'danger organization-in-cluster shop/eu 44:41',
        message: 'shop enters cluster eu: its pods run there',
        hint: 'ask shop itself, outside of this pull request, whether it goes there and whose recipients these are: anyone who has such a key can act as shop',
      },
    ],
  },
  {
    name: 'a node with a database moves',
    edits: [['role: node\n        legalName: O=Bank', 'role: node\n        cluster: eu\n        legalName: O=Bank']],
    risks: [
      {
        risk: 'danger identity-left-behind bank/b1 34:9',
        message:
          'bank/b1 asks the doorman for O=Bank, L=New York, C=US anew in cluster eu, with new keys: its volume in cluster us has the keys that its states are for',
        hint: 'keep the node in cluster us; or stop it, copy its volume, keep its database, and merge this when the copy is there',
      },
      {
        risk: 'danger node-moved bank/b1 36:18',
        message: 'bank/b1 moves from us to eu: it begins there with an empty volume, its data and its keys stay in us',
        hint: 'add a node with another name in eu, and remove this one when that one has caught up; to keep the key, stop the node in us, and copy its volume first',
      },
      {
        risk: 'danger organization-in-cluster bank/eu 36:18',
        message: 'bank enters cluster eu: its pods run there',
        hint: 'ask bank itself, outside of this pull request, whether it goes there and whose recipients these are: anyone who has such a key can act as bank',
      },
    ],
  },
  {
    name: 'an organization gets another namespace',
    edits: [['  - name: shop\n', '  - name: shop\n    namespace: shopping\n']],
    risks: [
      {
        risk: 'danger identity-left-behind shop/s1 45:9',
        message:
          'shop/s1 asks the doorman for O=Shop, L=Tokyo, C=JP anew in namespace shopping, with new keys: its volume in namespace trade-shop has the keys that its states are for',
        hint: 'keep the node in namespace trade-shop; or stop it, copy its volume, and merge this when the copy is there',
      },
      {
        risk: 'danger identity-left-behind shop/s2 46:9',
        message:
          'shop/s2 asks the doorman for O=Shop Osaka, L=Osaka, C=JP anew in namespace shopping, with new keys: its volume in namespace trade-shop has the keys that its states are for',
        hint: 'keep the node in namespace trade-shop; or stop it, copy its volume, and merge this when the copy is there',
      },
      {
        risk: 'danger namespace-changed shop 41:16',
        message:
          'the namespace of shop is shopping instead of trade-shop: 2 nodes (shop/s1 and shop/s2) are created there with empty volumes and new keys',
        hint: 'set `namespace: trade-shop`: data does not move from one namespace to another',
      },
    ],
  },
  {
    name: 'a node gets another database',
    edits: [['postgres.bank.example.com/b1', 'postgres2.bank.example.com/b1']],
    risks: [
      {
        risk: 'danger database-replaced bank/b1 39:19',
        message:
          'the database of bank/b1 is jdbc:postgresql://postgres2.bank.example.com/b1 instead of jdbc:postgresql://postgres.bank.example.com/b1: unless that has a copy, the node has its keys, but none of its states, transactions and flows',
        hint: 'keep jdbc:postgresql://postgres.bank.example.com/b1; or stop the node, copy its database, and merge this when the copy is there',
      },
    ],
  },
  { name: 'another driver is the same database', edits: [['postgresql:42.7', 'postgresql:42.8']], risks: [] },
  {
    name: 'a node goes from H2 to PostgreSQL',
    edits: [
      [
        s2,
        s2.replace(
          '}\n',
          ', database: {url: "jdbc:postgresql://pg.example.com/s2", user: s2, passwordSecret: {name: s2-db}, driver: {image: "registry.example.com/postgresql:42.7"}}}\n',
        ),
      ],
    ],
    risks: [
      {
        risk: 'danger database-replaced shop/s2 45:104',
        message:
          'the database of shop/s2 is jdbc:postgresql://pg.example.com/s2 instead of H2 on its volume: unless that has a copy, the node has its keys, but none of its states, transactions and flows',
        hint: 'keep H2 on its volume; or stop the node, copy its database, and merge this when the copy is there. Corda has no way from H2 to PostgreSQL, or back: a new node has the one that it begins with',
      },
    ],
  },
  {
    name: 'a CorDapp goes',
    edits: [[s1, s1.replace(', cordapps: [{image: registry.example.com/loans:1.2}]', '')]],
    risks: [
      {
        risk: 'danger contracts-removed shop/s1 44:9',
        message:
          'shop/s1 no longer has registry.example.com/loans: it can neither spend states of its contracts, nor take part in its flows. With such a flow in progress it refuses to start',
        hint: 'spend or move its states first, drain the node, and be sure that no other node starts these flows with it',
      },
    ],
  },
  {
    name: 'a CorDapp changes',
    edits: [[s1, s1.replace(':1.2', ':1.3')]],
    risks: [
      {
        risk: 'caution flows-in-progress shop/s1 44:98',
        message:
          'shop/s1 gets another registry.example.com/loans: a node with a flow in progress that began before refuses to start, or to migrate its database',
        hint: 'a stop waits 60 s for flows in progress: let longer ones end before the merge (flows draining mode by RPC). To come back, restore what ran before',
      },
    ],
  },
  {
    name: 'a CorDapp of a node changes that does not wait for flows',
    given: [[s1, s1.replace('}]}', '}], drainSeconds: 0}')]],
    edits: [['loans:1.2}], drainSeconds', 'loans:1.3}], drainSeconds']],
    risks: [
      {
        risk: 'caution flows-in-progress shop/s1 44:98',
        message:
          'shop/s1 gets another registry.example.com/loans: a node with a flow in progress that began before refuses to start, or to migrate its database',
        hint: 'drain shop/s1 before the merge (flows draining mode by RPC), and merge when no flow is in progress. To come back, restore what ran before',
      },
    ],
  },
  {
    name: 'a CorDapp from a URL changes',
    edits: [['tokens-1.0.jar, sha256: 4', 'tokens-1.1.jar, sha256: 5']],
    risks: [
      {
        risk: 'caution flows-in-progress bank/b1 38:19',
        message:
          'bank/b1 gets another tokens.jar: a node with a flow in progress that began before refuses to start, or to migrate its database',
        hint: 'a stop waits 60 s for flows in progress: let longer ones end before the merge (flows draining mode by RPC). To come back, restore what ran before',
      },
    ],
  },
  {
    name: 'a CorDapp comes',
    edits: [[s2, s2.replace('}\n', ', cordapps: [{image: "registry.example.com/loans:1.2"}]}\n')]],
    risks: [],
  },
  {
    name: 'all nodes get a release with another platform version',
    edits: [['platformVersion: "4.10"', 'platformVersion: "4.11"']],
    risks: [
      {
        risk: 'caution flows-in-progress bank/b1+4 4:18',
        message:
          'bank/b1, shop/s1, shop/s2, trust/n1 and trust/t1 get platform version 13 instead of 12: a node with a flow in progress that began before refuses to start, or to migrate its database',
        hint: 'a stop waits 60 s for flows in progress: let longer ones end before the merge (flows draining mode by RPC). To come back, restore what ran before',
      },
      {
        risk: 'caution notaries-restart notaries 4:18',
        message:
          'trust/n1 restarts: its states cannot be spent until it has started again, which takes minutes. Transactions wait meanwhile',
        hint: 'merge this while nobody needs them, or tell those who do',
      },
    ],
  },
  {
    name: 'a patch release has the same platform version',
    edits: [['platformVersion: "4.10"', 'platformVersion: "4.10.1"']],
    risks: [
      {
        risk: 'caution notaries-restart notaries 4:18',
        message:
          'trust/n1 restarts: its states cannot be spent until it has started again, which takes minutes. Transactions wait meanwhile',
        hint: 'merge this while nobody needs them, or tell those who do',
      },
    ],
  },
  {
    name: 'a node goes back to an older release',
    edits: [[s2, s2.replace('role: node', 'role: node, platformVersion: "4.9"')]],
    risks: [
      {
        risk: 'danger image-downgraded shop/s2 45:49',
        message: 'Corda 4.9 is older than 4.10, which runs: an older release may not read the data of a newer one',
        hint: 'stay at 4.10 or go forward; to go back, try it with one node and a copy of its volume first',
      },
      {
        risk: 'caution flows-in-progress shop/s2 45:49',
        message:
          'shop/s2 gets platform version 11 instead of 12: a node with a flow in progress that began before refuses to start, or to migrate its database',
        hint: 'a stop waits 60 s for flows in progress: let longer ones end before the merge (flows draining mode by RPC). To come back, restore what ran before',
      },
    ],
  },
  {
    name: 'a user of RPC may do everything',
    edits: [
      [s2, s2.replace('}\n', ', rpcUsers: [{username: app, passwordSecret: {name: app}, permissions: [ALL]}]}\n')],
    ],
    risks: [
      {
        risk: 'danger guard-loosened shop/s2 45:104',
        message: 'shop/s2 is guarded in another way: rpcUsers is app: ALL instead of not set',
        hint: 'put it back, unless the owner wants it so: let in what you know, and nothing that can change the node',
      },
    ],
  },
  {
    name: 'a user of RPC may start one flow',
    edits: [
      [
        s2,
        s2.replace(
          '}\n',
          ', rpcUsers: [{username: app, passwordSecret: {name: app}, permissions: [StartFlow.com.example.Issue]}]}\n',
        ),
      ],
    ],
    risks: [
      {
        risk: 'caution guard-loosened shop/s2 45:104',
        message: 'shop/s2 is guarded in another way: rpcUsers is app: StartFlow.com.example.Issue instead of not set',
        hint: 'put it back, unless the owner wants it so: let in what you know, and nothing that can change the node',
      },
    ],
  },
  {
    name: 'a node gets another port',
    edits: [['legalName: "O=Shop, L=Tokyo', 'port: 15044, legalName: "O=Shop, L=Tokyo']],
    risks: [
      {
        risk: 'danger port-changed shop/s1/p2p 44:38',
        message:
          'the port of shop/s1 (p2p) at the Ambassador of asia is 15044 instead of 15000: all other nodes dial the old one until the ledger has the new one',
        hint: 'remove `port:`, and 15000 stays; or have the new port opened and tell those who dial it',
      },
    ],
  },
]

/** Parties of Corda: their names, volumes, databases, CorDapps and flows. */
export const parties: readonly RiskCase[] = cases.map((one) => ({ ...one, platform: 'corda' }))
