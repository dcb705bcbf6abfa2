import { addr } from 'micro-eth-signer'
import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import type { NamedFile } from '../../../network/platform-definition.ts'
import { hasImmutables, readArtifact } from '../artifact.ts'
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
  if (owner !== undefined && account.code === undefined && account.artifact === undefined) {
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

/** Runtime code from a file: it is there, of one contract, and whole. A file that is not there has been told of. */
export const artifactProblems = ({ accounts }: Genesis, material: Material): Problem[] =>
  accounts.flatMap(({ address, artifact, code }, index): Problem[] => {
    if (artifact === undefined) return []
    const path = ['accounts', index, 'artifact']
    if (code !== undefined)
      return [problem('error', 'artifact', `account ${address} has code and artifact`, path, 'keep one of the two')]
    if (material.text(artifact) === undefined) return []
    const value = material.value(artifact)
    const read = readArtifact(value)
    if ('problem' in read) return [problem('error', 'artifact', `${artifact} ${read.problem}`, path, read.hint)]
    if (!hasImmutables(value)) return []
    return [
      problem(
        'warning',
        'artifact',
        `the contract of ${artifact} has immutable values, which are zero: no constructor runs at genesis`,
        path,
        'make them storage variables, and give their values in storage; or deploy the contract with a transaction',
      ),
    ]
  })

/** Files that accounts name. */
export const artifactFiles = ({ accounts }: Genesis): NamedFile[] =>
  accounts.flatMap(({ artifact }, at) =>
    artifact === undefined ? [] : [{ file: artifact, path: ['genesis', 'accounts', at, 'artifact'] }],
  )
