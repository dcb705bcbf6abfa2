import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type NodeKeys, nodeKeys } from '../../../src/platforms/indy/keys/keys.ts'
import type { RiskCase } from '../case.ts'
import type { Edits } from '../revisions.ts'

const validator = (name: string): string => `      - {name: ${name}, role: validator}\n`

const without = (...names: readonly string[]): Edits => names.map((name) => [validator(name), ''])

/** A validator of ours that joined after the genesis. */
const later = {
  given: [[validator('v6'), `${validator('v6')}${validator('v8')}`]],
  genesis: 'running',
} satisfies Partial<RiskCase>

const dunVerkey = '837PSrTyiyL4LwDFjR7MpnsaTva2AeXfyi5UDYg4pDF2'

/** An external one. */
const bankEight = nodeKeys('external-validator-of-bank-00002')
const joinedBank: Edits = [
  [
    '      - name: v7\n',
    `      - {name: v8, role: validator, host: 192.0.2.88, port: 9701, steward: {did: DunCGS4MBimz1TuVMWbDg8, verkey: ${dunVerkey}}, verkey: ${bankEight.verkey}, blsKey: ${bankEight.blsKey}, blsProof: ${bankEight.blsProof}}\n      - name: v7\n`,
  ],
]

/** The public half of retailer/v8 with other keys. */
const keysOf = (files: ReadonlyMap<string, string>, keys: Partial<NodeKeys>): string =>
  Object.entries(keys).reduce(
    (text, [field, value]) => text.replace(new RegExp(`^${field}: .*$`, 'm'), `${field}: ${value}`),
    files.get('material/public/retailer/v8.yaml') ?? '',
  )

/** A pool that others began: four validators that nobody here knows. */
const joined: Edits = [['clusters:\n', 'genesis: {pool: pool/pool.txn, domain: pool/domain.txn}\nclusters:\n']]
const read = (file: string): string =>
  readFileSync(join(import.meta.dirname, '../../platforms/indy/pools', file), 'utf8')
const files = {
  'pool/pool.txn': read('bcovrin_test_pool_transactions_genesis'),
  'pool/domain.txn': read('sovrin_live_domain_transactions_genesis'),
}

const genesisFile = 'material/public/pool_transactions_genesis'

const agreement = (fields: string): Edits => [['clusters:\n', `transactionAuthorAgreement: {${fields}}\nclusters:\n`]]
const agreed = 'version: "1.0", file: agreement.md, ratified: 2026-11-01, mechanisms: {click: Agreed by a click}'

const cases: readonly RiskCase[] = [
  {
    name: 'a genesis validator leaves',
    edits: without('v5'),
    risks: [
      {
        risk: 'danger pool-validator-removed retailer/v5 41:7',
        message:
          'the validator retailer/v5 leaves the definition: it stops, and the pool counts it as offline until its steward takes it out',
        hint: 'before the merge run `chancery indy node leave retailer/v5 --submit`, and check that the pool no longer counts it (chancery verify --probe)',
      },
      {
        risk: 'caution node-removed retailer/v5 41:7',
        message: 'retailer/v5 leaves the definition: it stops, and its volume of 10Gi stays behind in asia',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v5 in trade-retailer by hand',
      },
      {
        risk: 'caution pool-quorum-margin validators 22:3',
        message:
          '1 of 7 validators (retailer/v5) counts as offline until the pool has their transactions: of the others at most 1 may fail, before at most 2. Afterwards at most 1 may fail',
        hint: 'remove a validator when the pool no longer counts it: `chancery indy node leave` comes first',
      },
    ],
  },
  {
    name: 'two leave',
    edits: without('v4', 'v5'),
    risks: [
      {
        risk: 'danger pool-quorum-margin validators 22:3',
        message:
          '2 of 7 validators (maker/v4 and retailer/v5) count as offline until the pool has their transactions: of the others none may fail, before at most 2. Afterwards at most 1 may fail',
        hint: 'remove a validator when the pool no longer counts it: `chancery indy node leave` comes first',
      },
      {
        risk: 'danger pool-validator-removed maker/v4 34:7',
        message:
          'the validator maker/v4 leaves the definition: it stops, and the pool counts it as offline until its steward takes it out',
        hint: 'before the merge run `chancery indy node leave maker/v4 --submit`, and check that the pool no longer counts it (chancery verify --probe)',
      },
      {
        risk: 'danger pool-validator-removed retailer/v5 40:7',
        message:
          'the validator retailer/v5 leaves the definition: it stops, and the pool counts it as offline until its steward takes it out',
        hint: 'before the merge run `chancery indy node leave retailer/v5 --submit`, and check that the pool no longer counts it (chancery verify --probe)',
      },
      {
        risk: 'caution node-removed maker/v4 34:7',
        message: 'maker/v4 leaves the definition: it stops, and its volume of 10Gi stays behind in eu',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v4 in trade-maker by hand',
      },
      {
        risk: 'caution node-removed retailer/v5 40:7',
        message: 'retailer/v5 leaves the definition: it stops, and its volume of 10Gi stays behind in asia',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v5 in trade-retailer by hand',
      },
    ],
  },
  {
    name: 'three leave',
    edits: without('v2', 'v4', 'v5'),
    risks: [
      {
        risk: 'danger pool-quorum-lost validators 22:3',
        message:
          '3 of 7 validators (carrier/v2, maker/v4 and retailer/v5) count as offline: 4 stay, and 5 must agree. The pool stops, and cannot write the transactions that would change this',
        hint: 'change one validator in each pull request, and wait until the pool has its transaction (chancery verify --probe)',
      },
      {
        risk: 'danger pool-validator-removed carrier/v2 27:7',
        message:
          'the validator carrier/v2 leaves the definition: it stops, and the pool counts it as offline until its steward takes it out',
        hint: 'before the merge run `chancery indy node leave carrier/v2 --submit`, and check that the pool no longer counts it (chancery verify --probe)',
      },
      {
        risk: 'danger pool-validator-removed maker/v4 33:7',
        message:
          'the validator maker/v4 leaves the definition: it stops, and the pool counts it as offline until its steward takes it out',
        hint: 'before the merge run `chancery indy node leave maker/v4 --submit`, and check that the pool no longer counts it (chancery verify --probe)',
      },
      {
        risk: 'danger pool-validator-removed retailer/v5 39:7',
        message:
          'the validator retailer/v5 leaves the definition: it stops, and the pool counts it as offline until its steward takes it out',
        hint: 'before the merge run `chancery indy node leave retailer/v5 --submit`, and check that the pool no longer counts it (chancery verify --probe)',
      },
      {
        risk: 'caution node-removed carrier/v2 27:7',
        message: 'carrier/v2 leaves the definition: it stops, and its volume of 10Gi stays behind in us',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v2 in trade-carrier by hand',
      },
      {
        risk: 'caution node-removed maker/v4 33:7',
        message: 'maker/v4 leaves the definition: it stops, and its volume of 10Gi stays behind in eu',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v4 in trade-maker by hand',
      },
      {
        risk: 'caution node-removed retailer/v5 39:7',
        message: 'retailer/v5 leaves the definition: it stops, and its volume of 10Gi stays behind in asia',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v5 in trade-retailer by hand',
      },
    ],
  },
  {
    name: 'one leaves that joined later',
    given: [[validator('v6'), `${validator('v6')}${validator('v8')}`]],
    genesis: 'running',
    edits: without('v8'),
    risks: [
      {
        risk: 'caution node-removed retailer/v8 41:7',
        message: 'retailer/v8 leaves the definition: it stops, and its volume of 10Gi stays behind in asia',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v8 in trade-retailer by hand',
      },
      {
        risk: 'caution pool-quorum-margin validators 22:3',
        message:
          '1 of 8 validators (retailer/v8) counts as offline until the pool has their transactions: of the others at most 1 may fail, before at most 2',
        hint: 'remove a validator when the pool no longer counts it: `chancery indy node leave` comes first',
      },
      {
        risk: 'caution pool-validator-removed retailer/v8 41:7',
        message:
          'retailer/v8 leaves the definition: it stops, and if it has joined, the pool counts it as offline until its steward takes it out',
        hint: 'before the merge run `chancery indy node leave retailer/v8 --submit`, and check that the pool no longer counts it (chancery verify --probe)',
      },
    ],
  },
  {
    name: 'an external validator leaves',
    edits: (text) => text.slice(0, text.indexOf('external:')),
    risks: [
      {
        risk: 'caution pool-validator-removed bank/v7 1:1',
        message:
          'the validator bank/v7, which somebody else runs, leaves the definition: the pool has it still, and our nodes dial it as before',
        hint: 'remove it when its steward has taken it out of the pool (chancery verify --probe)',
      },
    ],
  },
  {
    name: 'one comes',
    edits: [[validator('v6'), `${validator('v6')}${validator('v8')}`]],
    risks: [
      {
        risk: 'caution pool-validator-added retailer/v8 43:9',
        message:
          'retailer/v8 is not in the genesis of the pool: it becomes a validator when the ledger has its steward, whom a trustee adds, and its NODE transaction',
        hint: 'after the merge run `chancery indy steward retailer/v8 --submit`, then `chancery indy node join retailer/v8 --submit` when the node is reachable: from then on the pool counts it, and one that is behind counts as offline',
      },
    ],
  },
  {
    name: 'a node goes on under another name, with its keys',
    edits: [[validator('v6'), '      - {name: v6b, alias: retailer-v6, role: validator}\n']],
    files: (files) => {
      for (const folder of ['', 'stewards/'])
        files.set(
          `material/public/retailer/${folder}v6b.yaml`,
          files.get(`material/public/retailer/${folder}v6.yaml`) ?? '',
        )
    },
    risks: [
      {
        risk: 'danger pool-key-inherited retailer/v6b 42:9',
        message:
          'retailer/v6b takes over the keys of retailer/v6: it begins with an empty volume, and both may run with the same keys for a while',
        hint: 'make sure that retailer/v6 has stopped before retailer/v6b starts: only one running node may have a key',
      },
      {
        risk: 'caution node-removed retailer/v6 41:7',
        message: 'retailer/v6 leaves the definition: it stops, and its volume of 10Gi stays behind in asia',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v6 in trade-retailer by hand',
      },
    ],
  },
  {
    name: 'the keys of a validator are lost',
    ...later,
    edits: [],
    files: (files) => files.delete('material/public/retailer/v8.yaml'),
    risks: [
      {
        risk: 'danger pool-key-changed retailer/v8 43:9',
        message:
          'the validator retailer/v8 has lost its verkey 5RXjpe1Mtsno9mcK4UTxmaTfqAkmJwMXQ7Nh4PYJX1XF, and gets a new one: the pool refuses its connections, and counts it as offline',
        hint: 'restore the keys from Git: the pool never changes the verkey of a validator. To replace a lost one, add a node with another name and another steward, and have this one taken out',
      },
      {
        risk: 'caution pool-quorum-margin validators 22:3',
        message:
          '1 of 8 validators (retailer/v8) counts as offline until the pool has their transactions: of the others at most 1 may fail, before at most 2',
        hint: 'merge this while all validators run; the risk of each validator says what else to do',
      },
    ],
  },
  {
    name: 'a validator has the verkey of nobody known',
    ...later,
    edits: [],
    files: (files) => files.set('material/public/retailer/v8.yaml', keysOf(files, nodeKeys('v8'.padEnd(32, 'x')))),
    risks: [
      {
        risk: 'danger pool-key-changed retailer/v8 43:9',
        message:
          'the validator retailer/v8 changes its verkey from 5RXjpe1Mtsno9mcK4UTxmaTfqAkmJwMXQ7Nh4PYJX1XF to GpJYkVBzoKL3Pr2yHcjoP3m7nM27MixwdyrfZQHt2uuw: the pool refuses its connections, and counts it as offline',
        hint: 'restore the keys from Git: the pool never changes the verkey of a validator. To replace a lost one, add a node with another name and another steward, and have this one taken out',
      },
      {
        risk: 'caution pool-quorum-margin validators 22:3',
        message:
          '1 of 8 validators (retailer/v8) counts as offline until the pool has their transactions: of the others at most 1 may fail, before at most 2',
        hint: 'merge this while all validators run; the risk of each validator says what else to do',
      },
    ],
  },
  {
    name: 'a BLS key is rotated, and made on merge',
    edits: [['{name: v1, role: validator}', '{name: v1, role: validator, blsRotation: 1}']],
    risks: [
      {
        risk: 'caution pool-key-changed carrier/v1 27:9',
        message: 'carrier/v1 signs with another BLS key: the pool refuses its votes while its ledger has the old key',
        hint: 'before the merge make the key on the branch (chancery keys), and run `chancery indy node rotate carrier/v1 --submit` there. Where no rotation is intended, restore the file from Git',
      },
      {
        risk: 'caution pool-quorum-margin validators 22:3',
        message:
          '1 of 7 validators (carrier/v1) counts as offline until the pool has their transactions: of the others at most 1 may fail, before at most 2',
        hint: 'merge this while all validators run; the risk of each validator says what else to do',
      },
    ],
  },
  {
    name: 'another BLS key',
    ...later,
    edits: [],
    files: (files) => {
      const { blsKey, blsProof } = nodeKeys('v8'.padEnd(32, 'x'))
      files.set('material/public/retailer/v8.yaml', keysOf(files, { blsKey, blsProof }))
    },
    risks: [
      {
        risk: 'caution pool-key-changed retailer/v8 43:9',
        message: 'retailer/v8 signs with another BLS key: the pool refuses its votes while its ledger has the old key',
        hint: 'before the merge make the key on the branch (chancery keys), and run `chancery indy node rotate retailer/v8 --submit` there. Where no rotation is intended, restore the file from Git',
      },
      {
        risk: 'caution pool-quorum-margin validators 22:3',
        message:
          '1 of 8 validators (retailer/v8) counts as offline until the pool has their transactions: of the others at most 1 may fail, before at most 2',
        hint: 'merge this while all validators run; the risk of each validator says what else to do',
      },
    ],
  },
  {
    name: 'an external validator that joined later has another verkey',
    given: joinedBank,
    genesis: 'running',
    edits: [[bankEight.verkey, nodeKeys('v8'.padEnd(32, 'x')).verkey]],
    risks: [
      {
        risk: 'caution pool-key-changed bank/v8 46:169',
        message:
          'the verkey of bank/v8 is GpJYkVBzoKL3Pr2yHcjoP3m7nM27MixwdyrfZQHt2uuw instead of Qxc34WWKrjEnirHWQUzSaJ4yWpnTThSbv1kuPT4EJ8T: the pool never changes the verkey of a validator',
        hint: 'ask its owner, outside of this pull request, whether the ledger has this key',
      },
    ],
  },
  {
    name: 'an external validator has another BLS key',
    edits: (text) =>
      text
        .replace(/blsKey: .*/, `blsKey: ${bankEight.blsKey}`)
        .replace(/blsProof: .*/, `blsProof: ${bankEight.blsProof}`),
    risks: [
      {
        risk: 'caution pool-key-changed bank/v7 52:17',
        message: 'the BLS key of bank/v7 is another one: answers of the pool are checked with the new key',
        hint: 'ask its owner, outside of this pull request, whether the ledger has this key',
      },
    ],
  },
  {
    name: 'another alias',
    ...later,
    edits: [['{name: v8, role: validator}', '{name: v8, role: validator, alias: Retailer8}']],
    risks: [
      {
        risk: 'danger pool-alias-changed retailer/v8 43:44',
        message:
          'the alias of retailer/v8 is Retailer8 instead of retailer-v8: it starts with an empty ledger under a name that the pool does not know',
        hint: 'restore alias: retailer-v8: the alias of a validator never changes',
      },
      {
        risk: 'caution pool-quorum-margin validators 22:3',
        message:
          '1 of 8 validators (retailer/v8) counts as offline until the pool has their transactions: of the others at most 1 may fail, before at most 2',
        hint: 'merge this while all validators run; the risk of each validator says what else to do',
      },
    ],
  },
  {
    name: 'another steward',
    ...later,
    edits: [
      [
        '{name: v8, role: validator}',
        `{name: v8, role: validator, steward: {did: DunCGS4MBimz1TuVMWbDg8, verkey: ${dunVerkey}}}`,
      ],
    ],
    risks: [
      {
        risk: 'caution steward-changed retailer/v8 43:46',
        message:
          'the steward of retailer/v8 is DunCGS4MBimz1TuVMWbDg8 instead of QtA6VRNgUgpfNFKbX6snmx: the pool accepts changes of the validator only from the steward that added it',
        hint: 'restore QtA6VRNgUgpfNFKbX6snmx: another steward can only add another validator',
      },
    ],
  },
  {
    name: 'a pinned port',
    edits: [['{name: v1, role: validator}', '{name: v1, role: validator, port: 15044}']],
    risks: [
      {
        risk: 'danger pool-address-changed carrier/v1 27:9',
        message:
          'carrier/v1 is reached at 198.51.100.7:15044 instead of 198.51.100.7:15000 and 198.51.100.7:15045 instead of 198.51.100.7:15001 (clients): the other validators dial what the ledger has, until a NODE transaction changes it',
        hint: 'keep the old address until the transaction is written: after the merge run `chancery indy node move carrier/v1 --submit`. Change one validator at a time',
      },
      {
        risk: 'danger port-changed carrier/v1/client 27:43',
        message:
          'the port of carrier/v1 (client) at the Ambassador of us is 15045 instead of 15001: all other nodes dial the old one until the ledger has the new one',
        hint: 'remove `port:`, and 15001 stays; or have the new port opened and tell those who dial it',
      },
      {
        risk: 'danger port-changed carrier/v1/node 27:43',
        message:
          'the port of carrier/v1 (node) at the Ambassador of us is 15044 instead of 15000: all other nodes dial the old one until the ledger has the new one',
        hint: 'remove `port:`, and 15000 stays; or have the new port opened and tell those who dial it',
      },
      {
        risk: 'caution pool-quorum-margin validators 22:3',
        message:
          '1 of 7 validators (carrier/v1) counts as offline until the pool has their transactions: of the others at most 1 may fail, before at most 2',
        hint: 'merge this while all validators run; the risk of each validator says what else to do',
      },
    ],
  },
  {
    name: 'another address of a cluster',
    edits: [['address: 203.0.113.7', 'address: 203.0.113.8']],
    risks: [
      {
        risk: 'danger host-changed eu 13:14',
        message:
          'eu is reached at 203.0.113.8 instead of 203.0.113.7: the address of 2 nodes changes, and all other nodes dial the old one until the ledger has the new one',
        hint: 'keep the Ambassador reachable at 203.0.113.7, too, until the ledger has the new one, and tell the external parties',
      },
      {
        risk: 'danger pool-address-changed maker/v3 34:9',
        message:
          'maker/v3 is reached at 203.0.113.8:15000 instead of 203.0.113.7:15000 and 203.0.113.8:15001 instead of 203.0.113.7:15001 (clients): the other validators dial what the ledger has, until a NODE transaction changes it',
        hint: 'keep the old address until the transaction is written: after the merge run `chancery indy node move maker/v3 --submit`. Change one validator at a time',
      },
      {
        risk: 'danger pool-address-changed maker/v4 35:9',
        message:
          'maker/v4 is reached at 203.0.113.8:15002 instead of 203.0.113.7:15002 and 203.0.113.8:15003 instead of 203.0.113.7:15003 (clients): the other validators dial what the ledger has, until a NODE transaction changes it',
        hint: 'keep the old address until the transaction is written: after the merge run `chancery indy node move maker/v4 --submit`. Change one validator at a time',
      },
      {
        risk: 'danger pool-quorum-margin validators 22:3',
        message:
          '2 of 7 validators (maker/v3 and maker/v4) count as offline until the pool has their transactions: of the others none may fail, before at most 2',
        hint: 'merge this while all validators run; the risk of each validator says what else to do',
      },
    ],
  },
  {
    name: 'another address of two clusters',
    edits: [
      ['address: 203.0.113.7', 'address: 203.0.113.8'],
      ['address: 198.51.100.7', 'address: 198.51.100.8'],
    ],
    risks: [
      {
        risk: 'danger host-changed eu 13:14',
        message:
          'eu is reached at 203.0.113.8 instead of 203.0.113.7: the address of 2 nodes changes, and all other nodes dial the old one until the ledger has the new one',
        hint: 'keep the Ambassador reachable at 203.0.113.7, too, until the ledger has the new one, and tell the external parties',
      },
      {
        risk: 'danger host-changed us 18:14',
        message:
          'us is reached at 198.51.100.8 instead of 198.51.100.7: the address of 2 nodes changes, and all other nodes dial the old one until the ledger has the new one',
        hint: 'keep the Ambassador reachable at 198.51.100.7, too, until the ledger has the new one, and tell the external parties',
      },
      {
        risk: 'danger pool-address-changed carrier/v1 27:9',
        message:
          'carrier/v1 is reached at 198.51.100.8:15000 instead of 198.51.100.7:15000 and 198.51.100.8:15001 instead of 198.51.100.7:15001 (clients): the other validators dial what the ledger has, until a NODE transaction changes it',
        hint: 'keep the old address until the transaction is written: after the merge run `chancery indy node move carrier/v1 --submit`. Change one validator at a time',
      },
      {
        risk: 'danger pool-address-changed carrier/v2 28:9',
        message:
          'carrier/v2 is reached at 198.51.100.8:15002 instead of 198.51.100.7:15002 and 198.51.100.8:15003 instead of 198.51.100.7:15003 (clients): the other validators dial what the ledger has, until a NODE transaction changes it',
        hint: 'keep the old address until the transaction is written: after the merge run `chancery indy node move carrier/v2 --submit`. Change one validator at a time',
      },
      {
        risk: 'danger pool-address-changed maker/v3 34:9',
        message:
          'maker/v3 is reached at 203.0.113.8:15000 instead of 203.0.113.7:15000 and 203.0.113.8:15001 instead of 203.0.113.7:15001 (clients): the other validators dial what the ledger has, until a NODE transaction changes it',
        hint: 'keep the old address until the transaction is written: after the merge run `chancery indy node move maker/v3 --submit`. Change one validator at a time',
      },
      {
        risk: 'danger pool-address-changed maker/v4 35:9',
        message:
          'maker/v4 is reached at 203.0.113.8:15002 instead of 203.0.113.7:15002 and 203.0.113.8:15003 instead of 203.0.113.7:15003 (clients): the other validators dial what the ledger has, until a NODE transaction changes it',
        hint: 'keep the old address until the transaction is written: after the merge run `chancery indy node move maker/v4 --submit`. Change one validator at a time',
      },
      {
        risk: 'danger pool-quorum-lost validators 22:3',
        message:
          '4 of 7 validators (carrier/v1, carrier/v2, maker/v3 and maker/v4) count as offline: 3 stay, and 5 must agree. The pool stops, and cannot write the transactions that would change this',
        hint: 'change one validator in each pull request, and wait until the pool has its transaction (chancery verify --probe)',
      },
    ],
  },
  {
    name: 'a validator moves to another cluster',
    edits: [['{name: v1, role: validator}', '{name: v1, role: validator, cluster: eu}']],
    risks: [
      {
        risk: 'danger node-moved carrier/v1 27:46',
        message:
          'carrier/v1 moves from us to eu: it begins there with an empty volume, its data stays in us, and for a while both may run with one key',
        hint: 'add a node with another name in eu, and remove this one when that one has caught up; to keep the key, encrypt it for eu, and stop the node in us first',
      },
      {
        risk: 'danger organization-in-cluster carrier/eu 27:46',
        message:
          'carrier enters cluster eu: 1 key of it (v1) is encrypted for age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev, who could decrypt none of its keys before',
        hint: 'ask carrier itself, outside of this pull request, whether it goes there and whose recipients these are: anyone who has such a key can act as carrier',
      },
      {
        risk: 'danger pool-address-changed carrier/v1 27:9',
        message:
          'carrier/v1 is reached at 203.0.113.7:15004 instead of 198.51.100.7:15000 and 203.0.113.7:15005 instead of 198.51.100.7:15001 (clients): the other validators dial what the ledger has, until a NODE transaction changes it',
        hint: 'keep the old address until the transaction is written: after the merge run `chancery indy node move carrier/v1 --submit`. Change one validator at a time',
      },
      {
        risk: 'caution pool-quorum-margin validators 22:3',
        message:
          '1 of 7 validators (carrier/v1) counts as offline until the pool has their transactions: of the others at most 1 may fail, before at most 2',
        hint: 'merge this while all validators run; the risk of each validator says what else to do',
      },
    ],
  },
  {
    name: 'another host of an external validator',
    edits: [['host: 192.0.2.77', 'host: 192.0.2.78']],
    risks: [
      {
        risk: 'caution pool-address-changed bank/v7 46:9',
        message:
          'bank/v7 is reached at 192.0.2.78:9701 instead of 192.0.2.77:9701 and 192.0.2.78:9702 instead of 192.0.2.77:9702 (clients): our validators dial what the ledger has, whatever the definition says',
        hint: 'its owner submits the NODE transaction; ask whether the ledger has it',
      },
    ],
  },
  {
    name: 'an external validator is reached by clients elsewhere',
    edits: [['        port: 9701\n', '        port: 9701\n        clientPort: 9709\n']],
    risks: [
      {
        risk: 'caution pool-address-changed bank/v7 46:9',
        message:
          'bank/v7 is reached at 192.0.2.77:9709 instead of 192.0.2.77:9702 (clients): our validators dial what the ledger has, whatever the definition says',
        hint: 'its owner submits the NODE transaction; ask whether the ledger has it',
      },
    ],
  },
  {
    name: 'the genesis is another one',
    edits: [],
    files: (files) => files.set(genesisFile, (files.get(genesisFile) ?? '').replace('203.0.113.7', '203.0.113.9')),
    risks: [
      {
        risk: 'danger pool-genesis-replaced genesis 2:7',
        message:
          'material/public/pool_transactions_genesis is another file: validators keep the ledger that they have, one with an empty volume begins another, and clients that get these files trust another pool',
        hint: 'restore the files, and their lines in network.lock.yaml, from Git; a new pool needs a separate definition and another name',
      },
      {
        risk: 'danger pool-validators-restart validators 27:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the ledger may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
  {
    name: 'the genesis is lost',
    edits: without('v6'),
    files: (files) => files.delete(genesisFile),
    risks: [
      {
        risk: 'danger pool-genesis-replaced genesis 2:7',
        message:
          'material/public/pool_transactions_genesis would be made anew: validators keep the ledger that they have, one with an empty volume begins another, and clients that get these files trust another pool',
        hint: 'restore the files, and their lines in network.lock.yaml, from Git; a new pool needs a separate definition and another name',
      },
      {
        risk: 'danger pool-validator-removed retailer/v6 41:7',
        message:
          'the validator retailer/v6 leaves the definition: it stops, and the pool counts it as offline until its steward takes it out',
        hint: 'before the merge run `chancery indy node leave retailer/v6 --submit`, and check that the pool no longer counts it (chancery verify --probe)',
      },
      {
        risk: 'danger pool-validators-restart validators 27:9',
        message:
          '5 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4 and retailer/v5), one after the other in each of 3 clusters, in parallel: at most 1 may fail, so the ledger may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
      {
        risk: 'caution node-removed retailer/v6 41:7',
        message: 'retailer/v6 leaves the definition: it stops, and its volume of 10Gi stays behind in asia',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v6 in trade-retailer by hand',
      },
      {
        risk: 'caution pool-quorum-margin validators 22:3',
        message:
          '1 of 7 validators (retailer/v6) counts as offline until the pool has their transactions: of the others at most 1 may fail, before at most 2. Afterwards at most 1 may fail',
        hint: 'remove a validator when the pool no longer counts it: `chancery indy node leave` comes first',
      },
    ],
  },
  {
    name: 'the genesis is lost and its validators are the same: it is made again',
    edits: [],
    files: (files) => files.delete(genesisFile),
    risks: [],
  },
  {
    name: 'the genesis has other ends of lines',
    edits: [],
    files: (files) => files.set(genesisFile, `${(files.get(genesisFile) ?? '').replaceAll('\n', '\r\n')}\r\n`),
    risks: [
      {
        risk: 'danger pool-validators-restart validators 27:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the ledger may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
  {
    name: 'another pool name',
    edits: [['clusters:\n', 'poolName: sandbox\nclusters:\n']],
    risks: [
      {
        risk: 'danger pool-renamed sandbox 5:11',
        message:
          'the pool is called sandbox instead of trade: a validator keeps its ledger and keys in a folder of that name, so all begin with empty ones',
        hint: 'restore poolName: trade: nobody outside of the pods sees it',
      },
      {
        risk: 'danger pool-validators-restart validators 28:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the ledger may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
  {
    name: 'the network is renamed, and the pool with it',
    edits: [['name: trade', 'name: commerce']],
    risks: [
      {
        risk: 'danger network-renamed commerce 2:7',
        message:
          'the network is called commerce instead of trade: its objects are created under other names and labels, nodes with empty volumes, and what runs now stops or stays behind',
        hint: 'keep the name: nobody outside of the clusters sees it',
      },
      {
        risk: 'danger pool-validators-restart validators 27:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the ledger may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
  {
    name: 'a trustee comes',
    edits: [['[{name: alice}]', '[{name: alice}, {name: dora}]']],
    risks: [
      {
        risk: 'caution trustee-added carrier/trustees/dora 25:15',
        message:
          'carrier/trustees/dora (its key is made on merge) is to be a trustee: trustees add stewards and other trustees, and change how the pool works',
        hint: 'ask its organization outside of this pull request; after the merge a trustee submits the NYM transaction: `chancery indy trustee carrier/dora --submit`',
      },
    ],
  },
  {
    name: 'a trustee goes',
    edits: [['    trustees: [{name: carol}]\n', '']],
    risks: [
      {
        risk: 'caution trustee-removed retailer/trustees/carol 36:5',
        message:
          'retailer/trustees/carol (DID PkTJJgz5pXzqBqgjYnAAEG) is no trustee in the definition any more: the ledger keeps the role, and its key may still sign',
        hint: 'after the merge a trustee takes the role away: `chancery indy dismiss PkTJJgz5pXzqBqgjYnAAEG --submit`',
      },
    ],
  },
  {
    name: 'a trustee has another key',
    edits: [
      [
        '[{name: alice}]',
        '[{name: alice, did: DunCGS4MBimz1TuVMWbDg8, verkey: 837PSrTyiyL4LwDFjR7MpnsaTva2AeXfyi5UDYg4pDF2}]',
      ],
    ],
    risks: [
      {
        risk: 'caution trustee-added carrier/trustees/alice 25:15',
        message:
          'carrier/trustees/alice (DID DunCGS4MBimz1TuVMWbDg8) is to be a trustee: trustees add stewards and other trustees, and change how the pool works',
        hint: 'ask its organization outside of this pull request; after the merge a trustee submits the NYM transaction: `chancery indy trustee carrier/alice --submit`',
      },
      {
        risk: 'caution trustee-removed carrier/trustees/alice 25:15',
        message:
          'carrier/trustees/alice (DID ShiS6EKFRMUAbF4kFmjHgc) is no trustee in the definition any more: the ledger keeps the role, and its key may still sign',
        hint: 'after the merge a trustee takes the role away: `chancery indy dismiss ShiS6EKFRMUAbF4kFmjHgc --submit`',
      },
    ],
  },
  {
    name: 'an endorser comes',
    edits: [
      [
        '[{name: alice}]',
        '[{name: alice}]\n    endorsers: [{name: shop, did: DunCGS4MBimz1TuVMWbDg8, verkey: 837PSrTyiyL4LwDFjR7MpnsaTva2AeXfyi5UDYg4pDF2}]',
      ],
    ],
    risks: [
      {
        risk: 'caution endorser-added carrier/endorsers/shop 26:16',
        message:
          'carrier/endorsers/shop (DID DunCGS4MBimz1TuVMWbDg8) is to be an endorser: it may write schemas, credential definitions and DIDs',
        hint: 'ask its organization outside of this pull request; after the merge a trustee or steward submits the NYM transaction: `chancery indy endorser carrier/shop --submit`',
      },
    ],
  },
  {
    name: 'an endorser goes',
    given: [['[{name: alice}]', '[{name: alice}]\n    endorsers: [{name: shop}]']],
    edits: [['    endorsers: [{name: shop}]\n', '']],
    risks: [
      {
        risk: 'caution endorser-removed carrier/endorsers/shop 22:5',
        message:
          'carrier/endorsers/shop (DID WXcxzuTb3aJKPSXRpi9k6n) is no endorser in the definition any more: the ledger keeps the role, and its key may still sign',
        hint: 'after the merge a trustee takes the role away: `chancery indy dismiss WXcxzuTb3aJKPSXRpi9k6n --submit`',
      },
    ],
  },
  {
    name: 'an agreement comes',
    named: { 'agreement.md': 'Be kind.\n' },
    edits: agreement(agreed),
    risks: [
      {
        risk: 'caution author-agreement-changed transactionAuthorAgreement 5:29',
        message:
          'the transaction author agreement is version 1.0, and there was none: from its transaction on the ledger refuses what authors write who have not accepted this version',
        hint: 'tell the authors first, then run `chancery indy agreement --submit`',
      },
    ],
  },
  {
    name: 'an agreement goes',
    named: { 'agreement.md': 'Be kind.\n' },
    given: agreement(agreed),
    edits: [[`transactionAuthorAgreement: {${agreed}}\n`, '']],
    risks: [
      {
        risk: 'caution author-agreement-changed transactionAuthorAgreement 1:10',
        message:
          'the transaction author agreement (version 1.0) leaves the definition: the ledger keeps it, and authors must accept it as before',
        hint: 'have a trustee disable all agreements of the ledger, where none is to apply',
      },
    ],
  },
  {
    name: 'a new version of the agreement',
    named: { 'agreement.md': 'Be kind.\n' },
    given: agreement(agreed),
    edits: [['version: "1.0"', 'version: "1.1"']],
    risks: [
      {
        risk: 'caution author-agreement-changed transactionAuthorAgreement 5:29',
        message:
          'the transaction author agreement is version 1.1 instead of 1.0: from its transaction on the ledger refuses what authors write who have not accepted this version',
        hint: 'tell the authors first, then run `chancery indy agreement --submit`',
      },
    ],
  },
  {
    name: 'another mechanism',
    named: { 'agreement.md': 'Be kind.\n' },
    given: agreement(agreed),
    edits: [['{click: Agreed by a click}', '{click: Agreed by a click, paper: Signed on paper}']],
    risks: [
      {
        risk: 'caution author-agreement-changed transactionAuthorAgreement 5:29',
        message:
          'the acceptance mechanisms are click, paper instead of click: the ledger refuses acceptances by any other',
        hint: 'tell the authors first, then run `chancery indy agreement --submit`',
      },
    ],
  },
  {
    name: 'one restarts',
    edits: [['{name: v3, role: validator}', '{name: v3, role: validator, platformVersion: 1.13.2-debian12-1.2.11}']],
    risks: [],
  },
  {
    name: 'two restart, in two clusters',
    edits: [
      ['{name: v3, role: validator}', '{name: v3, role: validator, platformVersion: 1.13.2-debian12-1.2.11}'],
      ['{name: v5, role: validator}', '{name: v5, role: validator, platformVersion: 1.13.2-debian12-1.2.11}'],
    ],
    risks: [
      {
        risk: 'caution pool-validators-restart validators 34:9',
        message:
          '2 of 7 validators restart (maker/v3 and retailer/v5), one after the other in each of 2 clusters, in parallel: meanwhile none of the others may fail',
        hint: 'merge this while all validators run: a validator that is already offline counts. While the primary is away, writes wait for it, for a minute at most: then the others elect another one',
      },
    ],
  },
  {
    name: 'all restart',
    edits: [['1.13.2-debian12-1.2.10', '1.13.2-debian12-1.2.11']],
    risks: [
      {
        risk: 'danger pool-validators-restart validators 4:18',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the ledger may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
  {
    name: 'all restart with an older release',
    edits: [['1.13.2-debian12-1.2.10', '1.13.2-debian12-1.2.9']],
    risks: [
      {
        risk: 'danger image-downgraded platformVersion 4:18',
        message:
          'Hyperledger Indy 1.13.2-debian12-1.2.9 is older than 1.13.2-debian12-1.2.10, which runs: an older release may not read the data of a newer one',
        hint: 'stay at 1.13.2-debian12-1.2.10 or go forward; to go back, try it with one node and a copy of its volume first',
      },
      {
        risk: 'danger pool-validators-restart validators 4:18',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the ledger may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
  {
    name: 'a validator is added to a pool that others began',
    given: joined,
    named: files,
    edits: [[validator('v6'), `${validator('v6')}${validator('v8')}`]],
    risks: [
      {
        risk: 'caution pool-validator-added retailer/v8 44:9',
        message:
          'retailer/v8 is not in the genesis of the pool: it becomes a validator when the ledger has its steward, whom a trustee adds, and its NODE transaction',
        hint: 'after the merge run `chancery indy steward retailer/v8 --submit`, then `chancery indy node join retailer/v8 --submit` when the node is reachable: from then on the pool counts it, and one that is behind counts as offline',
      },
    ],
  },
  {
    name: 'three leave a pool that others began',
    given: joined,
    named: files,
    edits: without('v2', 'v4', 'v5'),
    risks: [
      {
        risk: 'danger pool-quorum-margin validators 23:3',
        message:
          '3 of 11 validators (carrier/v2, maker/v4 and retailer/v5) count as offline until the pool has their transactions: of the others none may fail, before at most 3. Afterwards at most 2 may fail',
        hint: 'remove a validator when the pool no longer counts it: `chancery indy node leave` comes first',
      },
      {
        risk: 'caution node-removed carrier/v2 28:7',
        message: 'carrier/v2 leaves the definition: it stops, and its volume of 10Gi stays behind in us',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v2 in trade-carrier by hand',
      },
      {
        risk: 'caution node-removed maker/v4 34:7',
        message: 'maker/v4 leaves the definition: it stops, and its volume of 10Gi stays behind in eu',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v4 in trade-maker by hand',
      },
      {
        risk: 'caution node-removed retailer/v5 40:7',
        message: 'retailer/v5 leaves the definition: it stops, and its volume of 10Gi stays behind in asia',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v5 in trade-retailer by hand',
      },
      {
        risk: 'caution pool-validator-removed carrier/v2 28:7',
        message:
          'carrier/v2 leaves the definition: it stops, and if it has joined, the pool counts it as offline until its steward takes it out',
        hint: 'before the merge run `chancery indy node leave carrier/v2 --submit`, and check that the pool no longer counts it (chancery verify --probe)',
      },
      {
        risk: 'caution pool-validator-removed maker/v4 34:7',
        message:
          'maker/v4 leaves the definition: it stops, and if it has joined, the pool counts it as offline until its steward takes it out',
        hint: 'before the merge run `chancery indy node leave maker/v4 --submit`, and check that the pool no longer counts it (chancery verify --probe)',
      },
      {
        risk: 'caution pool-validator-removed retailer/v5 40:7',
        message:
          'retailer/v5 leaves the definition: it stops, and if it has joined, the pool counts it as offline until its steward takes it out',
        hint: 'before the merge run `chancery indy node leave retailer/v5 --submit`, and check that the pool no longer counts it (chancery verify --probe)',
      },
    ],
  },
  {
    name: 'the genesis of a pool that others began is another file',
    given: joined,
    named: files,
    edits: [],
    files: (files) => files.set('pool/pool.txn', read('sovrin_live_pool_transactions_genesis')),
    risks: [
      {
        risk: 'danger pool-genesis-replaced genesis 5:10',
        message:
          'pool/pool.txn is another file: validators keep the ledger that they have, one with an empty volume begins another, and clients that get these files trust another pool',
        hint: 'restore the files, and their lines in network.lock.yaml, from Git; a new pool needs a separate definition and another name',
      },
      {
        risk: 'caution pool-validators-restart validators 28:9',
        message:
          '6 of 11 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: meanwhile none of the others may fail',
        hint: 'merge this while all validators run: a validator that is already offline counts. While the primary is away, writes wait for it, for a minute at most: then the others elect another one',
      },
    ],
  },
  {
    name: 'another path with the same genesis',
    given: joined,
    named: { ...files, 'other/pool.txn': files['pool/pool.txn'] },
    edits: [['pool: pool/pool.txn', 'pool: other/pool.txn']],
    risks: [],
  },
  {
    name: 'a steward in place of another',
    edits: [
      [
        'stewardRecipients: [age1nm6s559j0k3z5fq9zgdfddkt7rf9up6a538salqan8wr7vk2jf0q7ymmcl]',
        'stewardRecipients: [age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd]',
      ],
    ],
    risks: [
      {
        risk: 'danger recipient-added carrier/steward/age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd 24:24',
        message:
          'age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd can decrypt the keys of the stewards and trustees of carrier that are made from now on, and so write to the ledger as carrier; those that exist are not encrypted again',
        hint: 'ask carrier outside of this pull request whose key this is; whether keys that exist are encrypted for it is up to carrier alone, who has them',
      },
      {
        risk: 'caution recipient-removed carrier/steward/age1nm6s559j0k3z5fq9zgdfddkt7rf9up6a538salqan8wr7vk2jf0q7ymmcl 24:24',
        message:
          'age1nm6s559j0k3z5fq9zgdfddkt7rf9up6a538salqan8wr7vk2jf0q7ymmcl is no recipient of the stewards and trustees of carrier any more, and can decrypt every key that the history of Git has for it',
        hint: 'if its holder is no longer trusted, carrier needs new keys of stewards, trustees and endorsers: those of today can be used by anyone who had them',
      },
    ],
  },
  {
    name: 'a pool of ours becomes one of others',
    named: files,
    edits: joined,
    risks: [
      {
        risk: 'danger pool-genesis-replaced genesis 5:10',
        message:
          'pool/pool.txn and pool/domain.txn are other files: validators keep the ledger that they have, one with an empty volume begins another, and clients that get these files trust another pool',
        hint: 'restore the files, and their lines in network.lock.yaml, from Git; a new pool needs a separate definition and another name',
      },
      {
        risk: 'danger pool-validators-restart validators 28:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the ledger may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
]

/** A pool of seven validators, one of which is external: two may fail. */
export const pool: readonly RiskCase[] = cases.map((one) => ({ ...one, platform: 'indy' }))
