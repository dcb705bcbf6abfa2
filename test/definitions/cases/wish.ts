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
    name: 'one without a key yet that would be voted in at once',
    keysMade: true,
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc}\n      - {name: validator9, role: validator}']],
    findings: [
      {
        rule: 'validator-new',
        severity: 'error',
        at: '40:34',
        message:
          'carrier/validator9 is new and would be voted in at once: until it has caught up, the chain would count it as offline',
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
    name: 'the second step of one that came',
    keysMade: true,
    lock: asked(false),
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: validator}']],
    findings: [
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
          'the validator carrier/rpc1 has left the definition without a vote to remove it: the chain counts it as offline',
        hint: 'restore it with validator: false, and remove it when it is no longer a validator on the chain (chancery verify)',
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
        message:
          'carrier/rpc1 is a validator and changes its role to rpc: the chain would still count it as a validator',
        hint: 'keep the role and set validator: false; change the role when it is no longer a validator on the chain (chancery verify)',
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
        message:
          'with 6 validators the network survives 2 offline or 1 malicious validator; 4 validators survive 1 of either',
        hint: '7 validators survive 2 of either',
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
        message:
          'with 6 validators the network survives 2 offline or 1 malicious validator; 4 validators survive 1 of either',
        hint: '7 validators survive 2 of either',
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
          'carrier/validator3 moves to eu, but its key is in us, where it may still run: a validator must never run twice',
        hint: 'to move a validator, add one with another name in eu, have it voted in, and then this one out. If the node in us is gone for good, remove material/sealed/us/carrier/validator3.yaml and its line in network.lock.yaml',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '11:5',
        message: 'cluster eu holds 3 of 7 validators: without it the chain stops (5 are needed)',
        hint: 'use three clusters: 6 or 9 validators, a third in each, survive the loss of one cluster',
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
        hint: 'place at most 1 of the validators with one organization',
      },
      {
        rule: 'validators',
        severity: 'notice',
        at: '29:3',
        message:
          'with 5 validators the network survives 1 offline or 1 malicious validator; 4 validators survive 1 of either',
        hint: '7 validators survive 2 of either',
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
        message: '3 validators survive no malicious one (n ≥ 3f + 1)',
        hint: 'use 4 or more: with fewer, one offline validator stops the chain',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '30:5',
        message:
          'organization manufacturer holds 2 of 3 validators: if it stops its nodes the chain stops (2 are needed)',
        hint: 'place at most 1 of the validators with one organization',
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
          'carrier/validator3, manufacturer/validator1, manufacturer/validator2 change in one step: with 7 validators at most 2 may',
        hint: 'change them one after the other, each after the chain has applied the one before (chancery verify)',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '42:5',
        message: 'organization bank holds 2 of 4 validators: if it stops its nodes the chain stops (3 are needed)',
        hint: 'place at most 1 of the validators with one organization',
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
