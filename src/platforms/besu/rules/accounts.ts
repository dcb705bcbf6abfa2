import { addr } from 'micro-eth-signer'
import type { Problem } from '../../../network/finding.ts'
import type { Account, Genesis } from '../schema.ts'
import { wellKnownAddresses } from '../well-known.ts'
import { problem } from './genesis-problem.ts'

/** Accounts at genesis: each once, no precompiled contract, no mistyped digit, none whose key is published. */
export function accountProblems({ accounts: list }: Genesis): Problem[] {
  const seen = new Set<string>()
  return list.flatMap((account, index): Problem[] => {
    const path = ['accounts', index, 'address']
    const address = account.address.toLowerCase()
    const duplicate = seen.has(address)
    seen.add(address)
    return [
      ...(duplicate
        ? [problem('error', 'account', `account ${account.address} stands twice`, path, 'keep one of the two')]
        : []),
      ...addressProblems(account, path),
    ]
  })
}

function addressProblems(account: Account, path: readonly (string | number)[]): Problem[] {
  const { address } = account
  const lower = address.toLowerCase()
  if (BigInt(lower) < 0x100n) {
    return [
      problem(
        'error',
        'account',
        `account ${address} is below 0x100`,
        path,
        'those addresses are precompiled contracts of the EVM',
      ),
    ]
  }
  const mixed = address.slice(2) !== lower.slice(2) && address.slice(2) !== address.slice(2).toUpperCase()
  if (mixed && !addr.isValid(address)) {
    return [
      problem(
        'error',
        'account',
        `account ${address} has a wrong checksum (EIP-55)`,
        path,
        'a digit is mistyped: copy the address again, or write it in lower case',
      ),
    ]
  }
  const owner = wellKnownAddresses.get(lower)
  if (owner !== undefined && account.code === undefined) {
    return [
      problem(
        'error',
        'well-known-key',
        `everybody has the private key of account ${address}: it is ${owner}`,
        path,
        'fund an account whose key only you have',
      ),
    ]
  }
  return []
}
