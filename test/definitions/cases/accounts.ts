import type { Case, Edits, ExpectedFinding } from '../case.ts'

const chain = 'chainId: 20261123'
const besu = 'platform: besu\nplatformVersion: 26.8.0'
const file = 'material/public/genesis.json'
const contract = '0x0000000000000000000000000000000000001234'
const mistyped = '0x90F8bf6A479f320ead074411a4b0e7944Ea8c9C2'
const hardhat = '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266'

const genesis = (fields: string): Edits => [[chain, `${chain}\n  ${fields}`]]
const account = (fields: string, address = contract): Edits => genesis(`accounts: [{address: "${address}", ${fields}}]`)

const error = (rule: string, at: string, message: string, hint: string): ExpectedFinding => ({
  rule,
  severity: 'error',
  at,
  message,
  hint,
})
const checksum = (at: string): ExpectedFinding =>
  error(
    'checksum',
    at,
    `the address ${mistyped} has a wrong checksum (EIP-55)`,
    'a digit is mistyped: copy the address again, or write it in lower case',
  )

/** What solc writes for a deployment, before the runtime code: with PUSH2, as its pipeline by Yul does, for Shanghai, and of old. */
const deployments = [
  '608060405234801561001057600080fd5b5060c68061001f6000396000f3fe',
  '608060405234610013576099806100148239f3fe',
  '6080604052348015600e575f80fd5b50603e80601a5f395ff3fe',
  '6060604052341561000f57600080fd5b60b98061001d6000396000f300',
] as const
const runtime = '6080604052600080fdfea264697066'

const sized = (bytes: number): string => `0x${'60'.repeat(bytes)}`
const artifacts = (count: number, bytes: number) => ({
  change: genesis(
    `accounts: [${Array.from({ length: count }, (_, at) => `{address: "0x${(0x1000 + at).toString(16).padStart(40, '0')}", artifact: contracts/C.json}`).join(', ')}]`,
  ),
  files: () => ({ 'contracts/C.json': JSON.stringify({ deployedBytecode: sized(bytes) }) }),
})
const tooMuch = (bytes: number): ExpectedFinding =>
  error(
    'config-map-size',
    '9:13',
    `the genesis with its accounts has ${bytes} bytes; nodes read it from a ConfigMap, which holds at most 1048576`,
    'deploy some contracts with transactions, or reduce their code and storage: the genesis cannot change once it is made',
  )

/** Accounts, contracts and amounts of the first block. */
export const accounts: readonly Case[] = [
  { name: 'a mistyped account', change: account('balance: "1"', mistyped), findings: [checksum('9:24')] },
  {
    name: 'a mistyped beneficiary',
    change: genesis(`blockReward: "1"\n  miningBeneficiary: "${mistyped}"`),
    findings: [checksum('10:22')],
  },
  {
    name: 'a mistyped beneficiary of a transition',
    change: [[chain, `${chain}\ntransitions: [{block: 5000, miningBeneficiary: "${mistyped}", blockReward: 1}]`]],
    findings: [checksum('9:48')],
  },
  {
    name: 'a mistyped account that is allowed',
    change: [[chain, `${chain}\nallowedAccounts: ["${hardhat}", "${mistyped}"]`]],
    findings: [checksum('9:65')],
  },
  {
    name: 'a mistyped account that a node allows',
    change: [['{name: rpc1, role: rpc}', `{name: rpc1, role: rpc, allowedAccounts: ["${mistyped}"]}`]],
    findings: [checksum('39:51')],
  },
  {
    name: 'a mistyped account in a setting',
    change: [
      ['{name: rpc1, role: rpc}', `{name: rpc1, role: rpc, settings: {tx-pool-priority-senders: ["${mistyped}"]}}`],
    ],
    findings: [checksum('39:71')],
  },
  {
    name: 'one slot of storage in two spellings',
    change: account('code: "0x60", storage: {"0x0": "0x1", "0x00": "0x2"}'),
    findings: [
      {
        ...error(
          'account',
          '9:108',
          `the storage slots 0x0 and 0x00 of account ${contract} are the same, with two values`,
          'keep one of the two',
        ),
      },
    ],
  },
  {
    name: 'one slot of storage in capitals and with all of its digits',
    change: account(`code: "0x60", storage: {"0xab": "0x1", "0x${'AB'.padStart(64, '0')}": "0x2"}`),
    findings: [
      error(
        'account',
        '9:109',
        `the storage slots 0xab and 0x${'AB'.padStart(64, '0')} of account ${contract} are the same, with two values`,
        'keep one of the two',
      ),
    ],
  },
  {
    name: 'storage that no code reads',
    change: account('storage: {"0x0": "0x1"}'),
    findings: [
      {
        rule: 'account',
        severity: 'notice',
        at: '9:70',
        message: `storage of account ${contract} has no effect: the account has no code`,
        hint: 'set the runtime code of the contract (code, artifact), or remove storage',
      },
    ],
  },
  {
    name: 'code of no bytes',
    change: account('code: "0x", storage: {"0x0": "0x1"}'),
    findings: [
      {
        rule: 'code',
        severity: 'warning',
        at: '9:76',
        message: `the code of account ${contract} is empty`,
        hint: 'set the runtime code of the contract, or remove code for an account of a person',
      },
    ],
  },
  {
    name: 'code of one byte too many',
    change: account(`code: "${sized(24_577)}"`),
    findings: [
      error(
        'code',
        '9:76',
        `the code of account ${contract} has 24577 bytes: a contract has at most 24576 (EIP-170)`,
        'split the contract, or raise contractSizeLimit, which applies to every contract of the chain',
      ),
    ],
  },
  {
    name: 'code of one byte too many in an artifact, where contracts may be larger',
    change: [
      ...genesis(`contractSizeLimit: 30000\n  accounts: [{address: "${contract}", artifact: contracts/C.json}]`),
    ],
    files: () => ({ 'contracts/C.json': JSON.stringify({ deployedBytecode: sized(30_001) }) }),
    findings: [
      error(
        'code',
        '10:80',
        `the code of account ${contract} has 30001 bytes: a contract has at most 30000 (contractSizeLimit)`,
        'split the contract, or raise contractSizeLimit, which applies to every contract of the chain',
      ),
    ],
  },
  {
    name: 'code that no contract has',
    change: account('code: "0xEF0001"'),
    findings: [
      error(
        'code',
        '9:76',
        `the code of account ${contract} begins with 0xEF, which contracts must not (EIP-3541): every call of it fails`,
        'compile it again',
      ),
    ],
  },
  ...deployments.map(
    (deployment): Case => ({
      name: `what deploys a contract: ${deployment.slice(-24)}`,
      change: account(`code: "0x${deployment}${runtime}"`),
      findings: [
        error(
          'code',
          '9:76',
          `the code of account ${contract} is deployment code, not runtime code: no constructor runs at genesis, and every call would return the code`,
          'set the runtime code: deployedBytecode of Hardhat and Foundry, bin-runtime of solc; set values of the constructor in storage',
        ),
      ],
    }),
  ),
  ...['0x000F3df6D732807Ef1319fB7B8bB8522d0Beac02', '0x00000961Ef480Eb55e80D19ad83579A64c007002'].map(
    (address): Case => ({
      name: `money for the contract of the EVM at ${address}`,
      change: account('balance: "1"', address),
      findings: [
        error(
          'account',
          '9:24',
          `account ${address} belongs to the EVM itself (${address.endsWith('02') && address.includes('Beac') ? 'EIP-4788' : 'EIP-7002'}): it has no key`,
          'set the code of that contract, or choose another address',
        ),
      ],
    }),
  ),
  {
    name: 'the account as which the chain calls contracts',
    change: account('code: "0x60"', '0xfffffffffffffffffffffffffffffffffffffffe'),
    findings: [
      error(
        'account',
        '9:24',
        'account 0xfffffffffffffffffffffffffffffffffffffffe belongs to the EVM itself (EIP-4788): it has no key',
        'choose another address',
      ),
    ],
  },
  {
    name: 'an address that Osaka takes',
    change: genesis(
      'forks: {cancunTime: 0, pragueTime: 0, osakaTime: 0}\n  accounts: [{address: "0x0000000000000000000000000000000000000100", code: "0x60"}]',
    ),
    findings: [
      error(
        'account',
        '10:24',
        'account 0x0000000000000000000000000000000000000100 becomes a precompiled contract with Osaka (EIP-7951)',
        'choose another address',
      ),
    ],
  },
  {
    name: 'balances that overflow together',
    change: genesis(
      `accounts: [{address: "${contract}", balance: "${2n ** 255n}"}, {address: "0x0000000000000000000000000000000000001235", balance: "${2n ** 255n}"}]`,
    ),
    findings: [
      error(
        'account',
        '9:226',
        'with account 0x0000000000000000000000000000000000001235 the balances add up to 2^256 wei or more: a transfer could overflow',
        'reduce the balance: 10^18 wei are one ether',
      ),
    ],
  },
  { name: 'more contracts than a ConfigMap holds', ...artifacts(30, 24_000), findings: [tooMuch(1_443_963)] },
  {
    name: 'more contracts than a ConfigMap holds, of GoQuorum',
    ...artifacts(30, 24_000),
    change: [[besu, 'platform: quorum\nplatformVersion: 24.4.1'], ...artifacts(30, 24_000).change],
    findings: [
      tooMuch(1_444_270),
      {
        rule: 'end-of-life',
        severity: 'warning',
        at: '4:11',
        message: 'GoQuorum is no longer maintained: nobody corrects its faults, those of security among them',
        hint: 'use it for networks that exist, and plan to move; for a new network take another platform with the same consensus',
      },
    ],
  },
  {
    name: 'gas for no transaction',
    change: genesis('gasLimit: 20999'),
    findings: [
      error(
        'gas-limit',
        '9:13',
        'gasLimit 20999 is less than the least gas of a transaction (21000)',
        'remove it: the default allows large contracts',
      ),
    ],
  },
  {
    name: 'gas for no contract',
    change: genesis('gasLimit: 999999'),
    findings: [
      {
        rule: 'gas-limit',
        severity: 'warning',
        at: '9:13',
        message: 'gasLimit 999999 is low: most contracts could not be deployed',
        hint: 'remove it: the default allows large contracts',
      },
    ],
  },
  {
    name: 'an epoch that is over before the votes are in',
    change: genesis('epochLength: 4'),
    findings: [
      {
        rule: 'epoch-length',
        severity: 'warning',
        at: '9:16',
        message: 'epochLength 4 is too short for 4 votes, one in each block: no validator could be added or removed',
        hint: 'remove it: the default is 30000',
      },
    ],
  },
  {
    name: 'milliseconds for a block and a round',
    change: genesis('blockPeriodSeconds: 2000\n  requestTimeoutSeconds: 4000'),
    findings: [
      {
        rule: 'long-time',
        severity: 'warning',
        at: '9:23',
        message: 'blockPeriodSeconds is 2000: a block is due every 33 minutes',
        hint: 'write seconds: 2000 milliseconds are 2',
      },
      {
        rule: 'long-time',
        severity: 'warning',
        at: '10:26',
        message: 'requestTimeoutSeconds is 4000: an offline validator delays the chain for 67 minutes',
        hint: 'write seconds: 4000 milliseconds are 4',
      },
    ],
  },
  {
    name: 'milliseconds from a block on',
    change: [[chain, `${chain}\n  requestTimeoutSeconds: 999\ntransitions: [{block: 5000, blockPeriodSeconds: 5000}]`]],
    findings: [
      error(
        'transition',
        '10:49',
        'from block 5000 on a block is due after 5000 seconds, and a round ends after 999',
        'set a block period below requestTimeoutSeconds: a shorter round would end before its block is due',
      ),
      {
        rule: 'long-time',
        severity: 'warning',
        at: '10:49',
        message: 'blockPeriodSeconds is 5000: a block is due every 83 minutes',
        hint: 'write seconds: 5000 milliseconds are 5',
      },
    ],
  },
  {
    name: 'seconds that no client can count',
    change: genesis('blockPeriodSeconds: 2147483648'),
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '9:23',
        message: 'genesis.blockPeriodSeconds must be at most 2147483647, got 2147483648',
      },
    ],
  },
  {
    name: 'a published key on a chain that has begun with it',
    keysMade: true,
    change: account('balance: "1"', hardhat),
    files: (files) => ({ [file]: files[file]?.replace('"alloc": {}', `"alloc": {"${hardhat}": {"balance": "1"}}`) }),
    findings: [
      {
        rule: 'well-known-key',
        severity: 'notice',
        at: '9:24',
        message: `the private key of account ${hardhat} is public: it is an account of Hardhat and Foundry`,
        hint: 'the chain began with it: grant this account no rights in contracts',
      },
    ],
  },
]

const begun = (name: string, change: Edits, from: string, to: string): Case => ({
  name: `a chain that has begun with ${name}`,
  keysMade: true,
  change,
  files: (files) => ({ [file]: files[file]?.replace(from, to) }),
  findings: [],
})
const alloc = (text: string): [string, string] => ['"alloc": {}', `"alloc": {${text}}`]

/** Without any finding. */
export const acceptedAccounts: readonly Case[] = [
  { name: 'code as large as a contract may be', change: account(`code: "${sized(24_576)}"`), findings: [] },
  {
    name: 'code as large as this chain lets a contract be',
    change: genesis(`contractSizeLimit: 30000\n  accounts: [{address: "${contract}", code: "${sized(30_000)}"}]`),
    findings: [],
  },
  {
    name: 'a contract that deploys others',
    change: account(`code: "0x6080604052600080fd5b${deployments[0]}${runtime}"`),
    findings: [],
  },
  { name: 'an account that delegates', change: account(`code: "0xef0100${'12'.repeat(20)}"`), findings: [] },
  {
    name: 'the contracts that forks call',
    change: account('code: "0x3373"', '0x0000F90827F1C53a10cb7A02335B175320002935'),
    findings: [],
  },
  {
    name: 'an address that only Osaka takes',
    change: account('code: "0x60"', '0x0000000000000000000000000000000000000100'),
    findings: [],
  },
  {
    name: 'addresses in small letters, in capitals and with their checksum; and data as long as one',
    change: [
      [
        chain,
        `${chain}\n  accounts: [{address: "${contract}", code: "0x60", storage: {"0x1": "${mistyped}"}}]\nallowedAccounts: ["0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1", "0xF17F52151EBEF6C7334FAD080C5704D77216B732", "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"]`,
      ],
    ],
    findings: [],
  },
  { name: 'almost all of a ConfigMap', ...artifacts(21, 24_500), findings: [] },
  { name: 'gas for a contract', change: genesis('gasLimit: 1000000'), findings: [] },
  { name: 'an epoch in which the votes fit', change: genesis('epochLength: 5'), findings: [] },
  {
    name: 'a block in a quarter of an hour',
    change: genesis('blockPeriodSeconds: 400\n  requestTimeoutSeconds: 999'),
    findings: [],
  },
  begun('the id of tools', [[chain, 'chainId: 1337']], '"chainId": 20261123', '"chainId": 1337'),
  begun('little gas', genesis('gasLimit: 30000'), '"gasLimit": "0x1fffffffffffff"', '"gasLimit": "0x7530"'),
  begun(
    'precompiled contracts that have a balance',
    account('balance: 1', '0x0000000000000000000000000000000000000001'),
    ...alloc('"0000000000000000000000000000000000000001": {"balance": "0x1"}'),
  ),
  begun(
    'code that is larger than others may be',
    account(`code: "${sized(24_577)}"`),
    ...alloc(`"${contract}": {"code": "${sized(24_577)}"}`),
  ),
]
