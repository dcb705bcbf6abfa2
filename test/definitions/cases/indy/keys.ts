import type { Case } from '../../case.ts'
import { bob, carol, external, known, other, ownSecret, schoolFile, steward } from './others.ts'

/** The public half of a validator, as its owner commits it. */
const publicHalf = (keys: object) => () => ({ [schoolFile]: JSON.stringify(keys) })

const { verkey, blsKey, blsProof } = other

/** DIDs and keys that are not what they seem: ours, those that their owners commit, and external ones. */
export const keys: readonly Case[] = [
  {
    name: 'the DID of another verkey, of a trustee of ours',
    change: [['did: 3UQTnnLS4NHcU1PZ84LY6y', `did: ${other.did}`]],
    findings: [
      {
        rule: 'identity',
        severity: 'error',
        at: '37:26',
        message:
          'the DID Nw1d5aaqCpGiRuupyLL48K of trustee post/bob does not belong to its verkey, whose DID is 3UQTnnLS4NHcU1PZ84LY6y',
        hint: 'ask its owner for the public half again, and copy each key as a whole',
      },
    ],
  },
  {
    name: 'the DID of another verkey, of an external trustee',
    change: [['did: 4vAVHkrTJ6Cc9WP9PNpVYW', `did: ${other.did}`]],
    findings: [
      {
        rule: 'identity',
        severity: 'error',
        at: '49:28',
        message:
          'the DID Nw1d5aaqCpGiRuupyLL48K of trustee authority/carol does not belong to its verkey, whose DID is 4vAVHkrTJ6Cc9WP9PNpVYW',
        hint: 'ask its owner for the public half again, and copy each key as a whole',
      },
    ],
  },
  {
    name: 'the DID of another verkey, of an external steward',
    change: [['did: FMXec7Yj1qLwGufiLyYBqe', `did: ${other.did}`]],
    findings: [
      {
        rule: 'identity',
        severity: 'error',
        at: '56:24',
        message:
          'the DID Nw1d5aaqCpGiRuupyLL48K of the steward of authority/validator1 does not belong to its verkey, whose DID is FMXec7Yj1qLwGufiLyYBqe',
        hint: 'ask its owner for the public half again, and copy each key as a whole',
      },
    ],
  },
  {
    name: 'the DID of another verkey, of a steward and an endorser of ours',
    change: [
      [
        'alias: School}',
        'alias: School, steward: {did: Nw1d5aaqCpGiRuupyLL48K, verkey: 1EA9M9QjcX782TgWBAdHNkoqTjZgbxft6r2yaxetWR9z}}',
      ],
      [
        'endorsers: [{name: office}]',
        'endorsers: [{name: office, did: 1R9BFarztGrn8Ff2bE7qyz, verkey: CxHmTzAkNjzVVeugraztxyJ6tZriAfJGqp2rPAyp2XNk}]',
      ],
    ],
    findings: [
      {
        rule: 'identity',
        severity: 'error',
        at: '30:37',
        message:
          'the DID 1R9BFarztGrn8Ff2bE7qyz of endorser bank/office does not belong to its verkey, whose DID is Nw1d5aaqCpGiRuupyLL48K',
        hint: 'ask its owner for the public half again, and copy each key as a whole',
      },
      {
        rule: 'identity',
        severity: 'error',
        at: '44:107',
        message: 'the verkey of the steward of school/validator1 is not an Ed25519 public key',
        hint: 'ask its owner for the public half again, and copy each key as a whole',
      },
    ],
  },
  {
    name: 'persons with half of an identity',
    change: [
      [bob, '{name: bob, did: 3UQTnnLS4NHcU1PZ84LY6y}'],
      [
        'endorsers: [{name: office}]',
        'endorsers: [{name: office, verkey: 2MAJNHzy7senSNWHvnCox1SYajjviQzqxAYUcc8UDagn}]',
      ],
    ],
    findings: [
      {
        rule: 'identity',
        severity: 'error',
        at: '30:17',
        message: 'endorser bank/office has a verkey, and no did',
        hint: 'set both, of the key that its owner has, or neither: Chancery makes a key then',
      },
      {
        rule: 'identity',
        severity: 'error',
        at: '37:9',
        message: 'trustee post/bob has a did, and no verkey',
        hint: 'set both, of the key that its owner has, or neither: Chancery makes a key then',
      },
    ],
  },
  {
    name: 'a verkey that is too short, and a DID with its method',
    change: [
      [bob, '{name: bob, did: "did:sov:3UQTnnLS4NHcU1PZ84LY6y", verkey: 2MAJNHzy7senSNWHvnCox1SYajjviQzqxAYUcc8}'],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '37:26',
        message:
          'organizations[post].trustees[bob].did must be a DID: 21 or 22 characters of base58, without "did:sov:" before it, got "did:sov:3UQTnnLS4NHcU1PZ84LY6y"',
      },
      {
        rule: 'schema',
        severity: 'error',
        at: '37:68',
        message:
          'organizations[post].trustees[bob].verkey must be a whole verkey: 43 or 44 characters of base58, not abbreviated with "~", got "2MAJNHzy7senSNWHvnCox1SYajjviQzqxAYUcc8"',
      },
    ],
  },
  {
    name: 'a verkey that is abbreviated',
    change: [['verkey: 2MAJNHzy7senSNWHvnCox1SYajjviQzqxAYUcc8UDagn', 'verkey: ~2MAJNHzy7senSNWHvnCox1']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '37:58',
        message:
          'organizations[post].trustees[bob].verkey must be a whole verkey: 43 or 44 characters of base58, not abbreviated with "~", got "~2MAJNHzy7senSNWHvnCox1"',
      },
    ],
  },
  {
    name: 'a DID with its method',
    change: [['did: 3UQTnnLS4NHcU1PZ84LY6y', 'did: did:indy:sovrin:3UQTnnLS4NHcU1PZ84LY6y']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '37:26',
        message:
          'organizations[post].trustees[bob].did must be a DID: 21 or 22 characters of base58, without "did:sov:" before it, got "did:indy:sovrin:3UQTnnLS4NHcU1PZ84LY6y"',
      },
    ],
  },
  {
    name: 'a seed in place of a verkey',
    secret: '000000000000000000000000Trustee1',
    change: [['verkey: 2MAJNHzy7senSNWHvnCox1SYajjviQzqxAYUcc8UDagn', 'verkey: 000000000000000000000000Trustee1']],
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '37:58',
        message: 'what looks like a seed (32 characters) in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'the verkey of an external validator, without which it is not counted',
    change: [['verkey: 78fpV61qBV9k34BB1kLNJWb3iqPWJFxn23xP46qqbfFc', 'verkey: 78fpV61q']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '57:17',
        message:
          'external[authority].nodes[validator1].verkey must be a whole verkey: 43 or 44 characters of base58, not abbreviated with "~", got "78fpV61q"',
      },
    ],
  },
  {
    name: 'a file of a steward that has another DID',
    keysMade: true,
    files: () => ({
      'material/public/bank/stewards/validator1.yaml': JSON.stringify({ ...other, did: '3UQTnnLS4NHcU1PZ84LY6y' }),
    }),
    findings: [
      {
        rule: 'identity',
        severity: 'error',
        at: 'material/public/bank/stewards/validator1.yaml:1:1',
        message:
          'material/public/bank/stewards/validator1.yaml: the DID 3UQTnnLS4NHcU1PZ84LY6y of the steward of bank/validator1 does not belong to its verkey, whose DID is Nw1d5aaqCpGiRuupyLL48K',
        hint: 'restore the file from Git',
      },
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '32:16',
        message:
          'bank/validator1 has the steward 3UQTnnLS4NHcU1PZ84LY6y, and material/public/pool_transactions_genesis has Rg5pktXxVzB7thgJ7XPGSB: the steward of a validator never changes',
        hint: 'set the steward with the DID Rg5pktXxVzB7thgJ7XPGSB, or restore its file from Git',
      },
      {
        rule: 'duplicate-in-pool',
        severity: 'error',
        at: '37:26',
        message: 'the steward of bank/validator1 and trustee post/bob have the same DID 3UQTnnLS4NHcU1PZ84LY6y',
        hint: 'use another person, or one office only: the pool keeps one role for a DID',
      },
    ],
  },
  {
    name: 'files that hold something else',
    keysMade: true,
    files: () => ({
      'material/public/bank/stewards/validator1.yaml': 'did: [1]\n',
      'material/public/bank/trustees/alice.yaml': 'steward\n',
      'material/public/bank/endorsers/office.yaml': '{}\n',
      'material/public/bank/validator1.yaml': 'verkey: 1\n',
    }),
    findings: [
      {
        rule: 'identity',
        severity: 'error',
        at: 'material/public/bank/endorsers/office.yaml:1:1',
        message: 'material/public/bank/endorsers/office.yaml: not the public half of a key',
        hint: 'restore the file from Git: it needs did and verkey',
      },
      {
        rule: 'identity',
        severity: 'error',
        at: 'material/public/bank/stewards/validator1.yaml:1:1',
        message: 'material/public/bank/stewards/validator1.yaml: not the public half of a key',
        hint: 'restore the file from Git: it needs did and verkey',
      },
      {
        rule: 'identity',
        severity: 'error',
        at: 'material/public/bank/trustees/alice.yaml:1:1',
        message: 'material/public/bank/trustees/alice.yaml: not the public half of a key',
        hint: 'restore the file from Git: it needs did and verkey',
      },
      {
        rule: 'validator-keys',
        severity: 'error',
        at: 'material/public/bank/validator1.yaml:1:1',
        message: 'material/public/bank/validator1.yaml: not the public half of a key',
        hint: 'restore the file from Git: it needs verkey, blsKey and blsProof',
      },
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '32:16',
        message:
          'bank/validator1 gets a new key, and material/public/pool_transactions_genesis knows the alias bank-validator1 with another one',
        hint: 'restore material/public/bank/validator1.yaml from Git',
      },
    ],
  },
  {
    name: 'a BLS key of an external validator that is not on its curve',
    change: [[external.blsKey, `${external.blsKey.slice(0, -1)}K`]],
    findings: [
      {
        rule: 'validator-keys',
        severity: 'error',
        at: '58:17',
        message: 'the BLS key of authority/validator1 is not a point of its curve',
        hint: 'ask its owner for the public half again, and copy each key as a whole',
      },
    ],
  },
  {
    name: 'a BLS proof of an external validator that is too short',
    change: [[external.blsProof, external.blsProof.slice(0, -1)]],
    findings: [
      {
        rule: 'validator-keys',
        severity: 'error',
        at: '59:19',
        message: 'the BLS proof of authority/validator1 is not a point of its curve',
        hint: 'ask its owner for the public half again, and copy each key as a whole',
      },
    ],
  },
  {
    name: 'the BLS proof of another validator, of an external one',
    change: [[external.blsProof, blsProof]],
    findings: [
      {
        rule: 'validator-keys',
        severity: 'error',
        at: '59:19',
        message:
          'the BLS proof of authority/validator1 does not prove that its owner has the BLS key: with such a key, signatures of others can be forged',
        hint: 'ask its owner for the public half again, and copy each key as a whole',
      },
    ],
  },
  {
    name: 'the BLS proof of another validator, of one of ours with its own Secret',
    change: [ownSecret],
    files: publicHalf({ verkey, blsKey, blsProof: external.blsProof }),
    findings: [
      {
        rule: 'validator-keys',
        severity: 'error',
        at: 'material/public/school/validator1.yaml:1:1',
        message:
          'material/public/school/validator1.yaml: the BLS proof of school/validator1 does not prove that its owner has the BLS key: with such a key, signatures of others can be forged',
        hint: 'commit the public half of the key in its Secret again',
      },
    ],
  },
  {
    name: 'keys that are none, of one of ours with its own Secret',
    change: [ownSecret],
    files: publicHalf({ verkey: '1'.repeat(44), blsKey: verkey, blsProof: verkey }),
    findings: [
      {
        rule: 'validator-keys',
        severity: 'error',
        at: 'material/public/school/validator1.yaml:1:1',
        message: 'material/public/school/validator1.yaml: the BLS key of school/validator1 is not a point of its curve',
        hint: 'commit the public half of the key in its Secret again',
      },
      {
        rule: 'validator-keys',
        severity: 'error',
        at: 'material/public/school/validator1.yaml:1:1',
        message:
          'material/public/school/validator1.yaml: the BLS proof of school/validator1 is not a point of its curve',
        hint: 'commit the public half of the key in its Secret again',
      },
      {
        rule: 'validator-keys',
        severity: 'error',
        at: 'material/public/school/validator1.yaml:1:1',
        message: 'material/public/school/validator1.yaml: the verkey of school/validator1 is not an Ed25519 public key',
        hint: 'commit the public half of the key in its Secret again',
      },
    ],
  },
  {
    name: 'the keys of an external validator, of one of ours with its own Secret',
    change: [ownSecret],
    files: publicHalf({ verkey: '78fpV61qBV9k34BB1kLNJWb3iqPWJFxn23xP46qqbfFc', ...external }),
    findings: [
      {
        rule: 'duplicate-in-pool',
        severity: 'error',
        at: '57:17',
        message:
          'school/validator1 and authority/validator1 have the same verkey 78fpV61qBV9k34BB1kLNJWb3iqPWJFxn23xP46qqbfFc',
        hint: 'each has its own key: make a new one for one of them',
      },
      {
        rule: 'duplicate-in-pool',
        severity: 'error',
        at: '58:17',
        message:
          'school/validator1 and authority/validator1 have the same BLS key poLLFQYpt756Gu7eLT8rJ6TDgHdYDMwA5rKjjNzx7F1aohRxZV3byRMTqNFuRS6YKABDexK57yieQkkmcY6vxLMfc9R4Ae5Sdgt547do2cAbT7vsBpBkUE2uN8EZJJ2aiSMLDktxv61C7GX1SK1kZQqAWhDeuFKWv5vtafKTpUJy2J',
        hint: 'each has its own key: two validators with one key would count as one',
      },
    ],
  },
  {
    name: 'an alias that an external validator has',
    change: [['alias: School', 'alias: Authority']],
    findings: [
      {
        rule: 'duplicate-in-pool',
        severity: 'error',
        at: '55:16',
        message: 'school/validator1 and authority/validator1 have the same alias Authority',
        hint: 'give each validator of the pool its own alias',
      },
    ],
  },
  {
    name: 'the usual alias of one as the alias of another',
    change: [['alias: School', 'alias: bank-validator1']],
    findings: [
      {
        rule: 'duplicate-in-pool',
        severity: 'error',
        at: '44:52',
        message: 'bank/validator1 and school/validator1 have the same alias bank-validator1',
        hint: 'give each validator of the pool its own alias',
      },
    ],
  },
  {
    name: 'a trustee who is a steward, and one who is an endorser',
    change: [
      [steward, '{did: 3UQTnnLS4NHcU1PZ84LY6y, verkey: 2MAJNHzy7senSNWHvnCox1SYajjviQzqxAYUcc8UDagn}'],
      ['endorsers: [{name: office}]', `endorsers: [${carol}]`],
    ],
    findings: [
      {
        rule: 'duplicate-in-pool',
        severity: 'error',
        at: '37:26',
        message: 'the steward of authority/validator1 and trustee post/bob have the same DID 3UQTnnLS4NHcU1PZ84LY6y',
        hint: 'use another person, or one office only: the pool keeps one role for a DID',
      },
      {
        rule: 'duplicate-in-pool',
        severity: 'error',
        at: '49:28',
        message: 'endorser bank/carol and trustee authority/carol have the same DID 4vAVHkrTJ6Cc9WP9PNpVYW',
        hint: 'use another person, or one office only: the pool keeps one role for a DID',
      },
    ],
  },
  {
    name: 'one steward of two validators',
    change: [['alias: School}', `alias: School, steward: ${steward}}`]],
    findings: [
      {
        rule: 'steward',
        severity: 'error',
        at: '56:24',
        message: 'school/validator1 and authority/validator1 have the same steward: the pool gives each one validator',
        hint: 'use another steward: without `steward`, Chancery makes its key',
      },
    ],
  },
  {
    name: 'an external validator of a new pool without steward',
    change: [[`        steward: ${steward}\n`, '']],
    findings: [
      {
        rule: 'steward',
        severity: 'error',
        at: '51:15',
        message: 'authority/validator1 has no steward: the genesis of a new pool names the steward of each validator',
        hint: 'ask its owner for DID and verkey of its steward, and set them as steward',
      },
    ],
  },
  {
    name: 'a steward with the key of the validator, external and ours',
    change: [
      [steward, '{did: CFZgcdwHwZnaRDxc8gRtdb, verkey: 78fpV61qBV9k34BB1kLNJWb3iqPWJFxn23xP46qqbfFc}'],
      [
        'alias: School}',
        `alias: School, existingSecret: school-seed, steward: {did: ${other.did}, verkey: ${verkey}}}`,
      ],
    ],
    files: publicHalf({ verkey, blsKey, blsProof }),
    findings: [
      {
        rule: 'steward',
        severity: 'warning',
        at: '44:98',
        message:
          'the steward of school/validator1 has the key of the validator: its cluster asia can act as the steward',
        hint: 'give the steward a key that no cluster has',
      },
      {
        rule: 'steward',
        severity: 'notice',
        at: '56:18',
        message: 'the steward of authority/validator1 has the key of the validator',
        hint: 'tell its owner: who breaks into the machine can act as the steward',
      },
    ],
  },
  {
    name: 'keys from seeds that everybody knows: of a trustee, a steward, and an external validator',
    change: [
      ['did: 3UQTnnLS4NHcU1PZ84LY6y, verkey: 2MAJNHzy7senSNWHvnCox1SYajjviQzqxAYUcc8UDagn', known.trustee],
      [steward, known.steward],
      ['78fpV61qBV9k34BB1kLNJWb3iqPWJFxn23xP46qqbfFc', known.node],
    ],
    findings: [
      {
        rule: 'well-known-key',
        severity: 'error',
        at: '37:58',
        message:
          'the key of trustee post/bob is public: it is made from the seed 000000000000000000000000Trustee1 of test pools',
        hint: 'ask its owner for a key from a seed that nobody else knows',
      },
      {
        rule: 'well-known-key',
        severity: 'error',
        at: '56:56',
        message:
          'the key of the steward of authority/validator1 is public: it is made from the seed 000000000000000000000000Steward1 of test pools',
        hint: 'ask its owner for a key from a seed that nobody else knows',
      },
      {
        rule: 'well-known-key',
        severity: 'error',
        at: '57:17',
        message:
          'the key of authority/validator1 is public: it is made from the seed 000000000000000000000000000Node1 of test pools',
        hint: 'ask its owner for a key from a seed that nobody else knows',
      },
    ],
  },
  {
    name: 'keys from a seed that everybody knows, of one of ours with its own Secret',
    change: [ownSecret],
    files: publicHalf({ verkey: known.node, blsKey: known.blsKey, blsProof: known.blsProof }),
    findings: [
      {
        rule: 'well-known-key',
        severity: 'error',
        at: 'material/public/school/validator1.yaml:1:1',
        message:
          'material/public/school/validator1.yaml: the key of school/validator1 is public: it is made from the seed 000000000000000000000000000Node1 of test pools',
        hint: 'remove both halves of the key and make a new one with `chancery keys`',
      },
    ],
  },
  {
    name: 'the Secret of another validator, and that of the registry',
    change: [
      [
        'alias: School}',
        'alias: School, existingSecret: registry}\n      - {name: validator2, role: validator, existingSecret: both}\n      - {name: validator3, role: validator, existingSecret: both}',
      ],
      ['\norganizations:', '\nimages: {pullSecret: registry}\n\norganizations:'],
    ],
    findings: [
      {
        rule: 'node-secret',
        severity: 'error',
        at: '46:76',
        message: 'the Secret registry of school/validator1 is the image pull secret',
        hint: 'use the Secret with the key of this node',
      },
      {
        rule: 'node-secret',
        severity: 'error',
        at: '48:61',
        message: 'school/validator2 and school/validator3 share the Secret both: two nodes would run with one key',
        hint: 'use a separate Secret for each node: two running copies of one key break consensus',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '8:5',
        message: 'cluster asia holds 3 of 6 validators: without it the pool accepts no transactions (5 are needed)',
        hint: 'use four clusters with an equal share of the validators, or external validators',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '42:5',
        message:
          'organization school holds 3 of 6 validators: if it stops its nodes the pool accepts no transactions (5 are needed)',
        hint: 'place at most 1 of the validators with one organization',
      },
      {
        rule: 'validators',
        severity: 'notice',
        at: '28:3',
        message: 'with 6 validators the pool survives 1 offline or malicious one; 4 validators survive as many',
        hint: '7 validators survive 2',
      },
    ],
  },
]

export const acceptedKeys: readonly Case[] = [
  {
    name: 'one of ours with its own Secret, whose public half is there',
    change: [ownSecret],
    files: publicHalf({ verkey, blsKey, blsProof }),
    findings: [],
  },
  {
    name: 'a steward of ours whose key its owner has',
    change: [['alias: School}', `alias: School, steward: {did: ${other.did}, verkey: ${verkey}}}`]],
    findings: [],
  },
]
