import type { Case } from '../case.ts'

const lock = (ledger: string): string => `version: 1\nports: {}\nmaterial: {}\nledger:\n${ledger}`

/** Address of carrier/rpc1, which is no validator of the first block. */
const address = '0xfd2f5ab5c9211542d090ba6c6f421d56548c60e4'
const asked = (validator: boolean): string => lock(`  "${address}": {node: carrier/rpc1, validator: "${validator}"}\n`)

/** Who validates on a chain that has begun. */
export const wish: readonly Case[] = [
  {
    name: 'a new one that would be voted in at once',
    keysMade: true,
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: validator, validator: true}']],
    findings: [
      {
        rule: 'validator-new',
        severity: 'error',
        at: '39:50',
        message:
          'carrier/rpc1 is new and would be voted in at once: until it has caught up, the chain would count it as one that is down',
        hint: 'begin with validator: false; when it follows the chain (chancery verify), a second change makes that true',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '19:5',
        message: 'cluster us holds 3 of 8 validators: if it is down the chain stops (6 are needed)',
        hint: 'with fewer than three clusters one of them always holds too many: 6 or 9 validators, a third in each of three clusters, survive the loss of one',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '34:5',
        message: 'organization carrier holds 3 of 8 validators: if it stops its nodes the chain stops (6 are needed)',
        hint: 'leave at most 2 of the validators with one organization',
      },
      {
        rule: 'validators',
        severity: 'notice',
        at: '29:3',
        message: '8 validators tolerate 2 faulty ones, as 7 would; 2 may be down',
        hint: 'the next step is 10 validators, which tolerate 3',
      },
    ],
  },
  {
    name: 'one without a key yet that would be voted in at once',
    keysMade: true,
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc}\n      - {name: validator9, role: validator}']],
    findings: [
      {
        rule: 'validator-new',
        severity: 'error',
        at: '40:34',
        message:
          'carrier/validator9 is new and would be voted in at once: until it has caught up, the chain would count it as one that is down',
        hint: 'begin with validator: false; when it follows the chain (chancery verify), a second change makes that true',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '19:5',
        message: 'cluster us holds 3 of 8 validators: if it is down the chain stops (6 are needed)',
        hint: 'with fewer than three clusters one of them always holds too many: 6 or 9 validators, a third in each of three clusters, survive the loss of one',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '34:5',
        message: 'organization carrier holds 3 of 8 validators: if it stops its nodes the chain stops (6 are needed)',
        hint: 'leave at most 2 of the validators with one organization',
      },
      {
        rule: 'validators',
        severity: 'notice',
        at: '29:3',
        message: '8 validators tolerate 2 faulty ones, as 7 would; 2 may be down',
        hint: 'the next step is 10 validators, which tolerate 3',
      },
    ],
  },
  {
    name: 'the second step of one that came',
    keysMade: true,
    lock: asked(false),
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: validator}']],
    findings: [
      {
        rule: 'concentration',
        severity: 'warning',
        at: '19:5',
        message: 'cluster us holds 3 of 8 validators: if it is down the chain stops (6 are needed)',
        hint: 'with fewer than three clusters one of them always holds too many: 6 or 9 validators, a third in each of three clusters, survive the loss of one',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '34:5',
        message: 'organization carrier holds 3 of 8 validators: if it stops its nodes the chain stops (6 are needed)',
        hint: 'leave at most 2 of the validators with one organization',
      },
      {
        rule: 'validators',
        severity: 'notice',
        at: '29:3',
        message: '8 validators tolerate 2 faulty ones, as 7 would; 2 may be down',
        hint: 'the next step is 10 validators, which tolerate 3',
      },
    ],
  },
  {
    name: 'one that was voted in is removed',
    keysMade: true,
    lock: asked(true),
    change: [['      - {name: rpc1, role: rpc}\n', '']],
    findings: [
      {
        rule: 'validator-gone',
        severity: 'error',
        at: '29:3',
        message:
          'the validator carrier/rpc1 is not in the definition any more, and nobody was asked to vote it out: the chain counts it as one that is down',
        hint: 'put it back with validator: false, and remove it when the chain no longer has it (chancery verify)',
      },
    ],
  },
  {
    name: 'one that was voted in is to be an rpc node',
    keysMade: true,
    lock: asked(true),
    findings: [
      {
        rule: 'validator-gone',
        severity: 'error',
        at: '39:28',
        message: 'carrier/rpc1 is a validator, and is to go on as rpc: the chain would count it as one all the same',
        hint: 'keep the role and set validator: false; give it another role when the chain no longer has it (chancery verify)',
      },
    ],
  },
  {
    name: 'one of the first block is to go, the first step',
    keysMade: true,
    change: [['{name: validator3, role: validator}', '{name: validator3, role: validator, validator: false}']],
    findings: [
      {
        rule: 'validators',
        severity: 'notice',
        at: '29:3',
        message: '6 validators tolerate 1 faulty one, as 4 would; 2 may be down',
        hint: 'the next step is 7 validators, which tolerate 2',
      },
    ],
  },
  {
    name: 'one of the first block goes, the second step',
    keysMade: true,
    lock: lock('  "0xe9a2fda5c1b88d2ccaed0fd098d4f86e85b6738e": {node: carrier/validator3, validator: "false"}\n'),
    change: [['      - {name: validator3, role: validator}\n', '']],
    findings: [
      {
        rule: 'validators',
        severity: 'notice',
        at: '29:3',
        message: '6 validators tolerate 1 faulty one, as 4 would; 2 may be down',
        hint: 'the next step is 7 validators, which tolerate 2',
      },
    ],
  },
  {
    name: 'one moves to another cluster with its key',
    keysMade: true,
    change: [['{name: validator3, role: validator}', '{name: validator3, role: validator, cluster: eu}']],
    files: (files) => ({
      'material/sealed/eu/carrier/validator3.yaml': files['material/sealed/us/carrier/validator3.yaml'],
    }),
    findings: [
      {
        rule: 'key-in-two-clusters',
        severity: 'error',
        at: '37:54',
        message:
          'carrier/validator3 is to run in eu, and its key is in us, where it may run still: a validator never runs twice',
        hint: 'to move a validator, add one with another name in eu, have it voted in, then this one out. If it has run in us and is gone for good, remove material/sealed/us/carrier/validator3.yaml and its line in network.lock.yaml',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '11:5',
        message: 'cluster eu holds 3 of 7 validators: if it is down the chain stops (5 are needed)',
        hint: 'with fewer than three clusters one of them always holds too many: 6 or 9 validators, a third in each of three clusters, survive the loss of one',
      },
      {
        rule: 'sealed-recipients',
        severity: 'warning',
        at: '37:9',
        message:
          'the key of carrier/validator3 is not encrypted for the recipients of the definition (not for age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev, still for age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka)',
        hint: 'run `chancery keys --recipients` with an age key that can read it in SOPS_AGE_KEY',
      },
    ],
  },
  {
    name: 'two of seven are to go at once',
    keysMade: true,
    change: [
      ['{name: validator3, role: validator}', '{name: validator3, role: validator, validator: false}'],
      ['{name: validator1, role: validator}', '{name: validator1, role: validator, validator: false}'],
    ],
    findings: [
      {
        rule: 'concentration',
        severity: 'warning',
        at: '42:5',
        message: 'organization bank holds 2 of 5 validators: if it stops its nodes the chain stops (4 are needed)',
        hint: 'leave at most 1 of the validators with one organization',
      },
      {
        rule: 'validators',
        severity: 'notice',
        at: '29:3',
        message: '5 validators tolerate 1 faulty one, as 4 would; 1 may be down',
        hint: 'the next step is 7 validators, which tolerate 2',
      },
    ],
  },
  {
    name: 'four of seven are lost, and a transition replaces them',
    keysMade: true,
    change: (good) =>
      good
        .replace(
          'chainId: 20261123',
          'chainId: 20261123\ntransitions: [{block: 100000, validators: [manufacturer/validator1, manufacturer/validator2, harbour/validator7]}]',
        )
        .replaceAll(/(name: validator[34], role: validator)/g, '$1, validator: false')
        .replaceAll(/(name: validator[56]\n.*role: validator)/g, '$1\n        validator: false'),
    findings: [
      {
        rule: 'validators',
        severity: 'warning',
        at: '30:3',
        message: '3 validators tolerate no faulty one (n ≥ 3f + 1)',
        hint: 'use 4 or more: with fewer, the loss of one stops the chain',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '30:5',
        message:
          'organization manufacturer holds 2 of 3 validators: if it stops its nodes the chain stops (2 are needed)',
        hint: 'leave at most 1 of the validators with one organization',
      },
    ],
  },
  {
    name: 'three of seven are to go at once',
    keysMade: true,
    change: [
      ['{name: validator3, role: validator}', '{name: validator3, role: validator, validator: false}'],
      ['{name: validator1, role: validator}', '{name: validator1, role: validator, validator: false}'],
      ['{name: validator2, role: validator, cluster', '{name: validator2, validator: false, role: validator, cluster'],
    ],
    findings: [
      {
        rule: 'validators-at-once',
        severity: 'error',
        at: '32:56',
        message:
          'carrier/validator3, manufacturer/validator1, manufacturer/validator2 change at once: with 7 validators at most 2 may',
        hint: 'take them one after the other, each when the chain has taken in the one before (chancery verify)',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '42:5',
        message: 'organization bank holds 2 of 4 validators: if it stops its nodes the chain stops (3 are needed)',
        hint: 'leave at most 1 of the validators with one organization',
      },
    ],
  },
]

/** Without any finding. */
export const acceptedWish: readonly Case[] = [
  {
    name: 'a new one that begins without validating',
    keysMade: true,
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: validator, validator: false}']],
    findings: [],
  },
]
