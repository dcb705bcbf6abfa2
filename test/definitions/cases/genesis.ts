import type { Case } from '../case.ts'

const chain = 'chainId: 20261123'

/** The first block. */
export const genesis: readonly Case[] = [
  {
    name: "a public chain's id",
    change: [[chain, 'chainId: 1']],
    findings: [
      {
        rule: 'chain-id',
        severity: 'error',
        at: '8:12',
        message: 'chainId 1 is Ethereum Mainnet: transactions could be replayed',
        hint: "choose a number that no public chain has, for example today's date and two digits",
      },
    ],
  },
  {
    name: "a tool's chain id",
    change: [[chain, 'chainId: 1337']],
    findings: [
      {
        rule: 'chain-id',
        severity: 'warning',
        at: '8:12',
        message: 'chainId 1337 is the default of development tools, and many networks use it',
        hint: 'choose a unique number, or transactions of another network could be replayed',
      },
    ],
  },
  {
    name: 'a chain id of zero',
    change: [[chain, 'chainId: 0']],
    findings: [{ rule: 'schema', severity: 'error', at: '8:12', message: 'genesis.chainId must be at least 1, got 0' }],
  },
  {
    name: 'a negative chain id',
    change: [[chain, 'chainId: -5']],
    findings: [
      { rule: 'schema', severity: 'error', at: '8:12', message: 'genesis.chainId must be at least 1, got -5' },
    ],
  },
  {
    name: 'a chain id in quotes',
    change: [[chain, 'chainId: "20261123"']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '8:12',
        message: 'genesis.chainId must be a number, got the text "20261123"',
        hint: 'Chain ID, which identifies the chain in every transaction',
      },
    ],
  },
  {
    name: 'a chain id with a fraction',
    change: [[chain, 'chainId: 2026.5']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '8:12',
        message: 'genesis.chainId must be a whole number, got 2026.5',
        hint: 'Chain ID, which identifies the chain in every transaction',
      },
    ],
  },
  {
    name: 'a chain id that loses digits',
    change: [[chain, 'chainId: 9007199254740993']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '8:12',
        message: 'genesis.chainId must be at most 9007199254740991, got 9007199254740993',
      },
    ],
  },
  {
    name: 'a chain id beyond all numbers',
    change: [[chain, 'chainId: 1e400']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '8:12',
        message: 'genesis.chainId must be a number, got the text "1e400"',
        hint: 'Chain ID, which identifies the chain in every transaction',
      },
    ],
  },
  {
    name: 'no chain id',
    change: [[chain, '{}']],
    findings: [
      {
        rule: 'missing-key',
        severity: 'error',
        at: '8:3',
        message: 'genesis has no "chainId"',
        hint: 'add it: a number (Chain ID, which identifies the chain in every transaction)',
      },
    ],
  },
  {
    name: 'clique',
    change: [[chain, `${chain}\n  consensus: clique`]],
    findings: [
      {
        rule: 'consensus',
        severity: 'error',
        at: '9:14',
        message: 'consensus "clique" is not supported',
        hint: 'use qbft: no other consensus of Besu suits a new permissioned network',
      },
    ],
  },
  {
    name: 'ibft2',
    change: [[chain, `${chain}\n  consensus: ibft2`]],
    findings: [
      {
        rule: 'consensus',
        severity: 'error',
        at: '9:14',
        message: 'consensus "ibft2" is for chains that exist, and material/public/genesis.json is missing',
        hint: 'use qbft for a new chain; for a chain that exists, copy the genesis file of its nodes to material/public/genesis.json',
      },
    ],
  },
  {
    name: 'raft',
    change: [[chain, `${chain}\n  consensus: raft`]],
    findings: [
      {
        rule: 'consensus',
        severity: 'error',
        at: '9:14',
        message: 'consensus "raft" is not supported',
        hint: 'use qbft: no other consensus of Besu suits a new permissioned network',
      },
    ],
  },
  {
    name: 'rounds as short as blocks',
    change: [[chain, `${chain}\n  blockPeriodSeconds: 4\n  requestTimeoutSeconds: 4`]],
    findings: [
      {
        rule: 'request-timeout',
        severity: 'error',
        at: '10:26',
        message: 'requestTimeoutSeconds 4 must be more than blockPeriodSeconds 4',
        hint: 'set twice the block period: a shorter round would end before its block is due',
      },
    ],
  },
  {
    name: 'rounds shorter than the usual block',
    change: [[chain, `${chain}\n  requestTimeoutSeconds: 1`]],
    findings: [
      {
        rule: 'request-timeout',
        severity: 'error',
        at: '9:26',
        message: 'requestTimeoutSeconds 1 must be more than blockPeriodSeconds 2',
        hint: 'set twice the block period: a shorter round would end before its block is due',
      },
    ],
  },
  {
    name: 'no time for a block',
    change: [[chain, `${chain}\n  blockPeriodSeconds: 0`]],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '9:23',
        message: 'genesis.blockPeriodSeconds must be at least 1, got 0',
      },
    ],
  },
  {
    name: 'half a second for a block',
    change: [[chain, `${chain}\n  blockPeriodSeconds: 0.5`]],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '9:23',
        message: 'genesis.blockPeriodSeconds must be a whole number, got 0.5',
        hint: 'Time between blocks',
      },
    ],
  },
  {
    name: 'no epoch',
    change: [[chain, `${chain}\n  epochLength: 0`]],
    findings: [
      { rule: 'schema', severity: 'error', at: '9:16', message: 'genesis.epochLength must be at least 1, got 0' },
    ],
  },
  {
    name: 'too little gas',
    change: [[chain, `${chain}\n  gasLimit: 4999`]],
    findings: [
      {
        rule: 'gas-limit',
        severity: 'error',
        at: '9:13',
        message: 'gasLimit 4999 must be at least 5000 and below 2^63',
        hint: 'remove it: the default allows large contracts',
      },
    ],
  },
  {
    name: 'too much gas',
    change: [[chain, `${chain}\n  gasLimit: "0x8000000000000000"`]],
    findings: [
      {
        rule: 'gas-limit',
        severity: 'error',
        at: '9:13',
        message: 'gasLimit 9223372036854775808 must be at least 5000 and below 2^63',
        hint: 'remove it: the default allows large contracts',
      },
    ],
  },
  {
    name: 'negative gas',
    change: [[chain, `${chain}\n  gasLimit: -1`]],
    findings: [
      {
        rule: 'gas-limit',
        severity: 'error',
        at: '9:13',
        message: 'gasLimit -1 must be at least 5000 and below 2^63',
        hint: 'remove it: the default allows large contracts',
      },
    ],
  },
  {
    name: 'gas in decimal digits in quotes',
    change: [[chain, `${chain}\n  gasLimit: "30000000"`]],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '9:13',
        message:
          'genesis.gasLimit must be a number, or "0x" and at most 16 hexadecimal digits in quotes, got "30000000"',
      },
    ],
  },
  {
    name: 'gas beyond exact numbers',
    change: [[chain, `${chain}\n  gasLimit: 9223372036854775807`]],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '9:13',
        message: 'genesis.gasLimit must be at most 9007199254740991, got 9223372036854775807',
        hint: 'write a number, or "0x" and at most 16 hexadecimal digits in quotes',
      },
    ],
  },
  {
    name: 'contracts that are too small',
    change: [[chain, `${chain}\n  contractSizeLimit: 100`]],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '9:22',
        message: 'genesis.contractSizeLimit must be at least 24576, got 100',
      },
    ],
  },
  {
    name: 'London before Berlin',
    change: [[chain, `${chain}\n  forks: {berlinBlock: 10, londonBlock: 5}`]],
    findings: [
      {
        rule: 'fork-order',
        severity: 'error',
        at: '9:41',
        message: 'londonBlock 5 is before berlinBlock 10',
        hint: 'set the same block or a later one',
      },
    ],
  },
  {
    name: 'Cancun before Shanghai',
    change: [[chain, `${chain}\n  forks: {londonBlock: 0, shanghaiTime: 1900000020, cancunTime: 1900000010}`]],
    findings: [
      {
        rule: 'fork-order',
        severity: 'error',
        at: '9:65',
        message: 'cancunTime 1900000010 is before shanghaiTime 1900000020',
        hint: 'set the same time or a later one',
      },
    ],
  },
  {
    name: 'Osaka without Prague',
    change: [[chain, `${chain}\n  forks: {londonBlock: 0, shanghaiTime: 0, cancunTime: 0, osakaTime: 0}`]],
    findings: [
      {
        rule: 'fork-order',
        severity: 'error',
        at: '9:70',
        message: 'osakaTime needs pragueTime',
        hint: 'add pragueTime: each fork builds on the one before',
      },
    ],
  },
  {
    name: 'a fork of proof of work',
    change: [[chain, `${chain}\n  forks: {londonBlock: 0, terminalTotalDifficulty: 0, parisBlock: 0}`]],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '9:27',
        message: 'unknown key "terminalTotalDifficulty" in genesis.forks',
        hint: 'known: berlinBlock, londonBlock, shanghaiTime, cancunTime, pragueTime, osakaTime',
      },
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '9:55',
        message: 'unknown key "parisBlock" in genesis.forks',
        hint: 'known: berlinBlock, londonBlock, shanghaiTime, cancunTime, pragueTime, osakaTime',
      },
    ],
  },
  {
    name: 'an account without quotes',
    change: [[chain, `${chain}\n  accounts: [{address: 0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1}]`]],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '9:24',
        message: 'genesis.accounts[0].address must be text, got 0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1',
        hint: 'put it in quotes: without them YAML reads 0x… as a number',
      },
    ],
  },
  {
    name: 'an account without 0x',
    change: [[chain, `${chain}\n  accounts: [{address: 90f8bf6a479f320ead074411a4b0e7944ea8c9c1}]`]],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '9:24',
        message:
          'genesis.accounts[0].address must be an address in quotes: "0x" and 40 hexadecimal digits, got "90f8bf6a479f320ead074411a4b0e7944ea8c9c1"',
      },
    ],
  },
  {
    name: 'an account that was cut',
    change: [[chain, `${chain}\n  accounts: [{address: "0x90f8bf6a479f320ead074411a4b0e7944ea8c9"}]`]],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '9:24',
        message:
          'genesis.accounts[0].address must be an address in quotes: "0x" and 40 hexadecimal digits, got "0x90f8bf6a479f320ead074411a4b0e7944ea8c9"',
      },
    ],
  },
  {
    name: 'an account with a wrong checksum',
    change: [[chain, `${chain}\n  accounts: [{address: "0x90F8bf6A479f320ead074411a4b0e7944Ea8c9C2"}]`]],
    findings: [
      {
        rule: 'checksum',
        severity: 'error',
        at: '9:24',
        message: 'the address 0x90F8bf6A479f320ead074411a4b0e7944Ea8c9C2 has a wrong checksum (EIP-55)',
        hint: 'a digit is mistyped: copy the address again, or write it in lower case',
      },
    ],
  },
  {
    name: 'an account twice, in capitals and not',
    change: [
      [
        chain,
        `${chain}\n  accounts: [{address: "0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1"}, {address: "0x90F8BF6A479F320EAD074411A4B0E7944EA8C9C1"}]`,
      ],
    ],
    findings: [
      {
        rule: 'account',
        severity: 'error',
        at: '9:81',
        message: 'account 0x90F8BF6A479F320EAD074411A4B0E7944EA8C9C1 is a duplicate',
        hint: 'keep one of the two',
      },
    ],
  },
  {
    name: 'a precompiled contract',
    change: [[chain, `${chain}\n  accounts: [{address: "0x0000000000000000000000000000000000000001"}]`]],
    findings: [
      {
        rule: 'account',
        severity: 'error',
        at: '9:24',
        message: 'account 0x0000000000000000000000000000000000000001 is below 0x100',
        hint: 'those addresses are precompiled contracts of the EVM',
      },
    ],
  },
  {
    name: "Hardhat's account",
    change: [[chain, `${chain}\n  accounts: [{address: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", balance: "1"}]`]],
    findings: [
      {
        rule: 'well-known-key',
        severity: 'error',
        at: '9:24',
        message:
          'the private key of account 0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266 is public: it is an account of Hardhat and Foundry',
        hint: 'fund an account whose private key only you have',
      },
    ],
  },
  {
    name: 'accounts as a mapping',
    change: [[chain, `${chain}\n  accounts: {"0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1": {balance: 1}}`]],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '9:13',
        message: 'genesis.accounts must be a list, got a mapping',
        hint: 'begin each item with "- "',
      },
    ],
  },
  {
    name: 'a balance in hexadecimal digits without quotes',
    change: [
      [
        chain,
        `${chain}\n  accounts: [{address: "0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1", balance: 0xde0b6b3a7640000}]`,
      ],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '9:79',
        message: 'genesis.accounts[0].balance must be at most 9007199254740991, got 0xde0b6b3a7640000',
        hint: 'put it in quotes: without them YAML reads 0x… as a number',
      },
    ],
  },
  {
    name: 'a balance without quotes',
    change: [
      [
        chain,
        `${chain}\n  accounts: [{address: "0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1", balance: 1000000000000000000}]`,
      ],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '9:79',
        message: 'genesis.accounts[0].balance must be at most 9007199254740991, got 1000000000000000000',
        hint: 'put it in quotes: Balance in wei',
      },
    ],
  },
  {
    name: 'a balance in scientific notation',
    change: [[chain, `${chain}\n  accounts: [{address: "0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1", balance: 1e18}]`]],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '9:79',
        message: 'genesis.accounts[0].balance must be at most 9007199254740991, got 1e18',
        hint: 'write an amount in wei, in quotes: digits, or "0x" and hexadecimal digits',
      },
    ],
  },
  {
    name: 'a balance in ether',
    change: [
      [chain, `${chain}\n  accounts: [{address: "0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1", balance: 1 ether}]`],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '9:79',
        message:
          'genesis.accounts[0].balance must be an amount in wei, in quotes: digits, or "0x" and hexadecimal digits, got "1 ether"',
      },
    ],
  },
  {
    name: 'a negative balance',
    change: [[chain, `${chain}\n  accounts: [{address: "0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1", balance: -1}]`]],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '9:79',
        message: 'genesis.accounts[0].balance must be at least 0, got -1',
        hint: 'write an amount in wei, in quotes: digits, or "0x" and hexadecimal digits',
      },
    ],
  },
  {
    name: 'a balance of 2^256',
    change: [
      [
        chain,
        `${chain}\n  accounts: [{address: "0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1", balance: "115792089237316195423570985008687907853269984665640564039457584007913129639936"}]`,
      ],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '9:79',
        message: 'genesis.accounts[0].balance must be below 2^256 wei, got 115792089237316195423570…',
      },
    ],
  },
  {
    name: 'code with an odd digit',
    change: [[chain, `${chain}\n  accounts: [{address: "0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1", code: "0x600"}]`]],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '9:76',
        message:
          'genesis.accounts[0].code must be hexadecimal data in quotes: "0x" and an even number of digits, got "0x600"',
      },
    ],
  },
  {
    name: 'code without quotes',
    change: [[chain, `${chain}\n  accounts: [{address: "0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1", code: 0x6001}]`]],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '9:76',
        message: 'genesis.accounts[0].code must be text, got 0x6001',
        hint: 'put it in quotes: without them YAML reads 0x… as a number',
      },
    ],
  },
  {
    name: 'storage that is not hexadecimal',
    change: [
      [
        chain,
        `${chain}\n  accounts: [{address: "0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1", storage: {slot1: "0x1", "0x2": two}}]`,
      ],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '9:80',
        message:
          'genesis.accounts[0].storage.slot1: must be a 32-byte value in quotes: "0x" and at most 64 hexadecimal digits',
      },
      {
        rule: 'schema',
        severity: 'error',
        at: '9:101',
        message:
          'genesis.accounts[0].storage.0x2 must be a 32-byte value in quotes: "0x" and at most 64 hexadecimal digits, got "two"',
      },
    ],
  },
  {
    name: 'storage without quotes',
    change: [
      [chain, `${chain}\n  accounts: [{address: "0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1", storage: {0x01: 0x02}}]`],
    ],
    findings: [
      {
        rule: 'yaml-key',
        severity: 'error',
        at: '9:80',
        message: 'a key must be text, and 0x01 is a number',
        hint: 'put it in quotes',
      },
    ],
  },
]
