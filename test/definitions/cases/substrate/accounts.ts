import type { Case } from '../../case.ts'
import { accounts, withBase } from './changes.ts'

const [first, second, third, fourth] = accounts

/** Validators of farmer, mill, shop and authority with accounts. */
export const withAccounts = (values: readonly (string | undefined)[]) => (text: string) => {
  let at = 0
  return text.replace(/\{name: validator1, role: validator\}|peerId: /g, (found) => {
    const account = values[at++]
    if (account === undefined) return found
    return found.startsWith('{')
      ? `{name: validator1, role: validator, account: ${account}}`
      : `account: ${account}\n        ${found}`
  })
}

const asConfig = withBase((spec) => {
  const { code, patch } = spec.genesis.runtimeGenesis
  Object.assign(spec.genesis, { runtimeGenesis: { code, config: patch } })
})

const withSession = withBase((spec) => {
  Object.assign(spec.genesis.runtimeGenesis.patch, { session: { keys: [] } })
})

/** Addresses, and accounts of validators. */
export const accountCases: readonly Case[] = [
  {
    name: 'a mistyped address of sudo',
    change: [['sudo: 5FRZuL', 'sudo: 5FRZuM']],
    findings: [
      {
        rule: 'checksum',
        severity: 'error',
        at: '12:9',
        message: 'the address 5FRZuMTLo6fPXmWRkEk3FiGAJuW4kykeofX1pP4H43oyZvFv of sudo has a wrong checksum (SS58)',
        hint: 'copy the address again from its owner',
      },
    ],
  },
  {
    name: 'a phrase in place of the address of sudo',
    change: [['sudo: 5FRZuLTLo6fPXmWRkEk3FiGAJuW4kykeofX1pP4H43oyZvFv', 'sudo: //Alice']],
    findings: [
      {
        rule: 'well-known-key',
        severity: 'error',
        at: '10:9',
        message:
          'chain/base.json: sudo has the address 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY, whose key is public: it is //Alice of the development phrase',
        hint: 'set chain.sudo with addresses whose keys only their owners have',
      },
      {
        rule: 'schema',
        severity: 'error',
        at: '12:9',
        message: 'chain.sudo must be an address (SS58), never a seed or a phrase, got "//Alice"',
      },
    ],
  },
  {
    name: 'sudo of the development phrase',
    change: [
      [
        'sudo: 5FRZuLTLo6fPXmWRkEk3FiGAJuW4kykeofX1pP4H43oyZvFv',
        'sudo: 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY',
      ],
    ],
    findings: [
      {
        rule: 'well-known-key',
        severity: 'error',
        at: '12:9',
        message:
          'the key of the address 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY of sudo is public: it is //Alice of the development phrase',
        hint: 'use an account whose key only its owner has',
      },
    ],
  },
  {
    name: 'an address of another chain',
    change: [
      [
        'sudo: 5FRZuLTLo6fPXmWRkEk3FiGAJuW4kykeofX1pP4H43oyZvFv',
        'sudo: 14ShUZUYUR35RBZW6uVVt1zXDxmSQddkeDdXf1JkMA6P721N',
      ],
    ],
    findings: [
      {
        rule: 'address-prefix',
        severity: 'warning',
        at: '12:9',
        message:
          'the address 14ShUZUYUR35RBZW6uVVt1zXDxmSQddkeDdXf1JkMA6P721N of sudo has the prefix 0 of another chain: addresses of this one have 42',
        hint: 'nothing, if the account is right: here it is 5FWQLEDUcdmbyeYz9GSVjsANNLmniL5cZiu3ViKPo54rvX4g; otherwise copy the address again from its owner',
      },
    ],
  },
  {
    name: 'one account for two validators',
    change: withAccounts([first, second, first, fourth]),
    findings: [
      {
        rule: 'account',
        severity: 'error',
        at: '47:54',
        message:
          'farmer/validator1 and shop/validator1 have the same account 5Epr8zEPaZXz6jSHXfhYy8koBD6xJWfDYHQf2xrRUsNu5UjX',
        hint: 'use an account for each validator: the chain keeps the keys of one validator for an account',
      },
    ],
  },
  {
    name: 'accounts of some validators',
    change: withAccounts([first, undefined, third, undefined]),
    findings: [
      {
        rule: 'account',
        severity: 'error',
        at: '43:9',
        message: 'mill/validator1 and authority/validator1 have no account: other validators have one',
        hint: 'set `account` of each validator: the address of its owner',
      },
    ],
  },
  {
    name: 'no accounts, in a runtime with the session pallet',
    files: withSession,
    findings: [
      {
        rule: 'account',
        severity: 'error',
        at: '37:9',
        message:
          'farmer/validator1, mill/validator1, shop/validator1 and authority/validator1 have no account: the genesis of the runtime has the session pallet (chain/base.json)',
        hint: 'set `account` of each validator: the address of its owner',
      },
    ],
  },
  {
    name: 'accounts, in a runtime without the session pallet',
    change: withAccounts([first, second, third, fourth]),
    files: asConfig,
    findings: [
      {
        rule: 'account',
        severity: 'error',
        at: '37:54',
        message: 'the runtime has no session pallet (chain/base.json): validators have no accounts there',
        hint: 'remove `account` of the validators',
      },
    ],
  },
  {
    name: 'a balance that is too large',
    change: [['"1000000000000000000"', '"340282366920938463463374607431768211456"']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '13:64',
        message:
          'chain.balances.5CLa5SLnKKkLzv8Ch1ynabshEy7CEa3wbFb9qH47qkEdVEUm must be below 2^128, got 340282366920938463463374607431768211456',
      },
    ],
  },
]

export const acceptedAccounts: readonly Case[] = [
  {
    name: 'accounts of all validators',
    change: withAccounts([first, second, third, fourth]),
    findings: [],
  },
  {
    name: 'a balance beyond 64 bits',
    change: [['"1000000000000000000"', '"340282366920938463463374607431768211455"']],
    findings: [],
  },
]
