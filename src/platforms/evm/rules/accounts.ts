import type { Problem } from '../../../network/finding.ts'
import type { NamedFile } from '../../../network/platform-definition.ts'
import type { Forks } from '../forks.ts'
import type { Account, Genesis } from '../schema.ts'
import { wellKnownAddresses } from '../well-known.ts'
import { problem } from './genesis-problem.ts'

/** Accounts at genesis: no duplicate, none of the EVM itself, none whose key is published. */
export function accountProblems({ accounts: list }: Genesis, forks: Forks): Problem[] {
  const seen = new Set<string>()
  let sum = 0n
  return list.flatMap((account, index): Problem[] => {
    const path = ['accounts', index, 'address']
    const address = account.address.toLowerCase()
    const duplicate = seen.has(address)
    seen.add(address)
    const overflows = sum < most && sum + account.balance >= most
    sum += account.balance
    return [
      ...(duplicate
        ? [problem('error', 'account', `account ${account.address} is a duplicate`, path, 'keep one of the two')]
        : []),
      ...addressProblems(account, path, forks),
      ...(overflows
        ? [
            problem(
              'error',
              'account',
              `with account ${account.address} the balances add up to 2^256 wei or more: a transfer could overflow`,
              ['accounts', index, 'balance'],
              'reduce the balance: 10^18 wei are one ether',
            ),
          ]
        : []),
    ]
  })
}

const most = 2n ** 256n

/** Contracts that the rules of forks call at these addresses; with their code they may be there from the first block on. */
const systemContracts: ReadonlyMap<string, string> = new Map([
  ['0x000f3df6d732807ef1319fb7b8bb8522d0beac02', 'EIP-4788'],
  ['0x0000f90827f1c53a10cb7a02335b175320002935', 'EIP-2935'],
  ['0x00000961ef480eb55e80d19ad83579a64c007002', 'EIP-7002'],
  ['0x0000bbddc7ce488642fb579f8b00f3a590007251', 'EIP-7251'],
])

/** The account as which the chain calls them. */
const systemCaller = '0xfffffffffffffffffffffffffffffffffffffffe'

function addressProblems(account: Account, path: readonly (string | number)[], forks: Forks): Problem[] {
  const { address } = account
  const lower = address.toLowerCase()
  const isContract = account.code !== undefined || account.artifact !== undefined
  const error = (rule: string, message: string, hint: string): Problem[] => [
    problem('error', rule, message, path, hint),
  ]
  if (BigInt(lower) < 0x100n)
    return error('account', `account ${address} is below 0x100`, 'those addresses are precompiled contracts of the EVM')
  if (BigInt(lower) === 0x100n && forks.osakaTime !== undefined)
    return error(
      'account',
      `account ${address} becomes a precompiled contract with Osaka (EIP-7951)`,
      'choose another address',
    )
  const standard = lower === systemCaller ? 'EIP-4788' : systemContracts.get(lower)
  if (standard !== undefined && (lower === systemCaller || !isContract))
    return error(
      'account',
      `account ${address} belongs to the EVM itself (${standard}): it has no key`,
      lower === systemCaller ? 'choose another address' : 'set the code of that contract, or choose another address',
    )
  const owner = wellKnownAddresses.get(lower)
  if (owner === undefined || isContract) return []
  return error(
    'well-known-key',
    `the private key of account ${address} is public: it is ${owner}`,
    'fund an account whose private key only you have',
  )
}

/** Files that accounts name. */
export const artifactFiles = ({ accounts }: Genesis): NamedFile[] =>
  accounts.flatMap(({ artifact }, at) =>
    artifact === undefined ? [] : [{ file: artifact, path: ['genesis', 'accounts', at, 'artifact'] }],
  )
