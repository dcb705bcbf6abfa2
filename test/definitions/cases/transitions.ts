import type { Case, Edits } from '../case.ts'

const chain = 'chainId: 20261123'
const later = (text: string): Edits => [[chain, `${chain}\ntransitions:\n${text}`]]

/** Rules that change while the chain runs. */
export const transitions: readonly Case[] = [
  {
    name: 'one that repeats the time of blocks',
    change: later('  - {block: 100000, blockPeriodSeconds: 2}'),
    findings: [
      {
        rule: 'transition',
        severity: 'warning',
        at: '10:41',
        message: 'the transition at block 100000 has no effect: blockPeriodSeconds is 2 before it too',
        hint: 'set another value, or remove the transition',
      },
    ],
  },
  {
    name: 'one that repeats the one before it, in another order of the file',
    change: later('  - {block: 200000, blockPeriodSeconds: 3}\n  - {block: 100000, blockPeriodSeconds: 3}'),
    findings: [
      {
        rule: 'transition',
        severity: 'warning',
        at: '10:41',
        message: 'the transition at block 200000 has no effect: blockPeriodSeconds is 3 before it too',
        hint: 'set another value, or remove the transition',
      },
    ],
  },
  {
    name: 'a reward of nothing where there is none',
    change: later('  - {block: 100000, blockReward: "0"}'),
    findings: [
      {
        rule: 'transition',
        severity: 'warning',
        at: '10:34',
        message: 'the transition at block 100000 has no effect: blockReward is 0 before it too',
        hint: 'set another value, or remove the transition',
      },
    ],
  },
  {
    name: 'two values that are in force',
    change: later(
      '  - {block: 100000, blockReward: 5}\n  - {block: 200000, blockPeriodSeconds: 2, blockReward: "0x5"}',
    ),
    findings: [
      {
        rule: 'transition',
        severity: 'warning',
        at: '11:41',
        message:
          'the transition at block 200000 has no effect: blockPeriodSeconds is 2 and blockReward is 5 before it too',
        hint: 'set another value, or remove the transition',
      },
    ],
  },
  {
    name: 'a validator twice',
    change: later('  - {block: 100000, validators: [carrier/validator3, carrier/validator3]}'),
    findings: [
      {
        rule: 'transition',
        severity: 'error',
        at: '10:54',
        message: 'carrier/validator3 is a duplicate',
        hint: 'keep one of the two',
      },
    ],
  },
  {
    name: 'a reward for nobody from a block on',
    change: later('  - {block: 100000, miningBeneficiary: "0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1"}'),
    findings: [
      {
        rule: 'block-reward',
        severity: 'warning',
        at: '10:40',
        message: 'miningBeneficiary has no effect: blockReward is 0',
        hint: 'set a blockReward, or remove miningBeneficiary',
      },
    ],
  },
  {
    name: 'two at one block',
    change: later('  - {block: 100000, blockPeriodSeconds: 3}\n  - {block: 100000, blockReward: "5"}'),
    findings: [
      {
        rule: 'transition',
        severity: 'error',
        at: '11:13',
        message: 'two transitions are at block 100000',
        hint: 'merge the two into one',
      },
    ],
  },
  {
    name: 'one that changes nothing',
    change: later('  - {block: 100000}'),
    findings: [
      {
        rule: 'transition',
        severity: 'error',
        at: '10:5',
        message: 'the transition at block 100000 has no effect',
        hint: 'set a field that changes there, or remove it',
      },
    ],
  },
  {
    name: 'blocks that take longer than a round',
    change: later('  - {block: 100000, blockPeriodSeconds: 4}'),
    findings: [
      {
        rule: 'transition',
        severity: 'error',
        at: '10:41',
        message: 'from block 100000 on a block is due after 4 seconds, and a round ends after 4',
        hint: 'set a block period below requestTimeoutSeconds: a shorter round would end before its block is due',
      },
    ],
  },
  {
    name: 'at the first block',
    change: later('  - {block: 0, blockPeriodSeconds: 3}'),
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '10:13',
        message: 'transitions[0].block must be at least 1, got 0',
      },
    ],
  },
  {
    name: 'validators that are none',
    change: later('  - {block: 100000, validators: [manufacturer/validator1, carrier/rpc1, carrier/validator33]}'),
    findings: [
      {
        rule: 'transition',
        severity: 'error',
        at: '10:59',
        message: 'carrier/rpc1 is to become a validator, but is not a validator in the definition',
        hint: 'set the role validator, without validator: false: otherwise the others would vote it out again',
      },
      {
        rule: 'transition',
        severity: 'error',
        at: '10:73',
        message: 'there is no node "carrier/validator33"',
        hint: 'did you mean "carrier/validator3"?',
      },
    ],
  },
  {
    name: 'a validator that is to be voted out',
    keysMade: true,
    change: (good) =>
      good
        .replace(chain, `${chain}\ntransitions: [{block: 100000, validators: [carrier/validator3]}]`)
        .replace('{name: validator3, role: validator}', '{name: validator3, role: validator, validator: false}'),
    findings: [
      {
        rule: 'transition',
        severity: 'error',
        at: '9:44',
        message: 'carrier/validator3 is to become a validator, but is not a validator in the definition',
        hint: 'set the role validator, without validator: false: otherwise the others would vote it out again',
      },
      {
        rule: 'validators',
        severity: 'notice',
        at: '30:3',
        message:
          'with 6 validators the network survives 2 offline or 1 malicious validator; 4 validators survive 1 of either',
        hint: '7 validators survive 2 of either',
      },
    ],
  },
  {
    name: 'a fork that was to come is moved',
    keysMade: true,
    files: (files) => ({
      'material/public/genesis.json': files['material/public/genesis.json']?.replace(
        '"shanghaiTime": 0',
        '"shanghaiTime": 0, "cancunTime": 1900000000',
      ),
    }),
    change: [[chain, `${chain}\n  forks: {cancunTime: 1950000000}`]],
    findings: [
      {
        rule: 'fork-moved',
        severity: 'warning',
        at: '9:23',
        message: 'genesis.forks.cancunTime was 1900000000 when the chain began, now 1950000000',
        hint: 'change it only while the chain has reached neither: otherwise nodes would reject existing blocks',
      },
    ],
  },
  {
    name: 'a reward for nobody',
    change: [[chain, `${chain}\n  miningBeneficiary: "0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1"`]],
    findings: [
      {
        rule: 'block-reward',
        severity: 'warning',
        at: '9:22',
        message: 'miningBeneficiary has no effect: blockReward is 0',
        hint: 'set a blockReward, or remove miningBeneficiary',
      },
    ],
  },
]

/** Without any finding. */
export const acceptedTransitions: readonly Case[] = [
  {
    name: 'a value in force beside one that changes, and back to the first one',
    change: later(
      '  - {block: 100000, blockPeriodSeconds: 2, blockReward: 5}\n  - {block: 200000, blockPeriodSeconds: 3}\n  - {block: 300000, blockPeriodSeconds: 2}',
    ),
    findings: [],
  },
  {
    name: 'a value that is in force by the definition, after a transition that only the file has',
    keysMade: true,
    files: (files) => ({
      'material/public/genesis.json': files['material/public/genesis.json']?.replace(
        '"config": {',
        '"config": {"transitions": {"qbft": [{"block": 500, "blockperiodseconds": 3}]},',
      ),
    }),
    change: later('  - {block: 100000, blockPeriodSeconds: 2}'),
    findings: [],
  },
  {
    name: 'one who earns a reward that comes later',
    change: [
      [
        chain,
        `${chain}\n  miningBeneficiary: "0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1"\ntransitions: [{block: 100000, blockReward: 5}]`,
      ],
    ],
    findings: [],
  },
  {
    name: 'one who earns fees',
    change: [[chain, `${chain}\n  freeGas: false\n  miningBeneficiary: "0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1"`]],
    findings: [],
  },
  {
    name: 'a slower chain from a block on, and other validators from another',
    keysMade: true,
    change: later(
      '  - {block: 100000, blockPeriodSeconds: 3}\n  - {block: 90000, validators: [manufacturer/validator1, carrier/validator3, bank/validator5]}',
    ),
    findings: [],
  },
  {
    name: 'a fork that is added to a chain that runs',
    keysMade: true,
    change: [[chain, `${chain}\n  forks: {cancunTime: 1900000000}`]],
    findings: [],
  },
]
