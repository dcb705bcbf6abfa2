import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { hasImmutables, readArtifact } from '../artifact.ts'
import type { Account, Genesis } from '../schema.ts'
import { problem } from './genesis-problem.ts'

/** Contracts at genesis: complete runtime code, within the size limit. */
export const codeProblems = (genesis: Genesis, material: Material): Problem[] =>
  genesis.accounts.flatMap((account, index): Problem[] => {
    const { artifact, code } = account
    if (artifact === undefined) {
      return code === undefined ? [] : runtimeProblems(account, code, ['accounts', index, 'code'], genesis)
    }
    return artifactProblems(account, artifact, ['accounts', index, 'artifact'], genesis, material)
  })

/** Runtime code from a file: it exists, of one contract, and whole. A file that does not exist is reported elsewhere. */
function artifactProblems(
  account: Account,
  artifact: string,
  path: readonly (string | number)[],
  genesis: Genesis,
  material: Material,
): Problem[] {
  const { address, code } = account
  if (code !== undefined)
    return [problem('error', 'artifact', `account ${address} has both code and artifact`, path, 'keep one of the two')]
  if (material.text(artifact) === undefined) return []
  const value = material.value(artifact)
  const read = readArtifact(value)
  if ('problem' in read) return [problem('error', 'artifact', `${artifact} ${read.problem}`, path, read.hint)]
  const wrong = runtimeProblems(account, read.code, path, genesis)
  if (wrong.length > 0 || !hasImmutables(value)) return wrong
  return [
    problem(
      'warning',
      'artifact',
      `the contract of ${artifact} has immutable values, which stay zero: no constructor runs at genesis`,
      path,
      'make them storage variables, and set their values in storage; or deploy the contract with a transaction',
    ),
  ]
}

/** EIP-170 */
const defaultLimit = 24_576

function runtimeProblems(
  { address }: Account,
  code: string,
  path: readonly (string | number)[],
  { contractSizeLimit = defaultLimit }: Genesis,
): Problem[] {
  const error = (message: string, hint: string): Problem[] => [
    problem('error', 'code', `the code of account ${address} ${message}`, path, hint),
  ]
  const bytes = (code.length - 2) / 2
  if (bytes === 0)
    return [
      problem(
        'warning',
        'code',
        `the code of account ${address} is empty`,
        path,
        'set the runtime code of the contract, or remove code for an account of a person',
      ),
    ]
  if (bytes > contractSizeLimit) {
    return error(
      `has ${bytes} bytes: a contract has at most ${contractSizeLimit} (${contractSizeLimit === defaultLimit ? 'EIP-170' : 'contractSizeLimit'})`,
      'split the contract, or raise contractSizeLimit, which applies to every contract of the chain',
    )
  }
  const digits = code.slice(2).toLowerCase()
  // EIP-3541. With this prefix it may be an account that delegates to a contract (EIP-7702).
  if (digits.startsWith('ef') && !/^ef0100[0-9a-f]{40}$/.test(digits))
    return error('begins with 0xEF, which contracts must not (EIP-3541): every call of it fails', 'compile it again')
  if (!isCreationCode(digits)) return []
  return error(
    'is deployment code, not runtime code: no constructor runs at genesis, and every call would return the code',
    'set the runtime code: deployedBytecode of Hardhat and Foundry, bin-runtime of solc; set values of the constructor in storage',
  )
}

/**
 * What a compiler writes for a deployment ends by copying what follows it into memory, and returning it: CODECOPY (39) from the very
 * place where the runtime code begins. A contract that deploys others has the same further on, with other places.
 */
function isCreationCode(digits: string): boolean {
  return [...digits.slice(0, 2 * defaultLimit).matchAll(copies)].some(
    ({ 1: short, 2: long, index, 0: whole }) =>
      index % 2 === 0 && Number.parseInt(short ?? long ?? '', 16) * 2 === index + whole.length,
  )
}

/** PUSH1 or PUSH2 of the place, CODECOPY, RETURN, and what ends execution: as solc wrote it at all times. */
const copies = /(?:60([0-9a-f]{2})|61([0-9a-f]{4}))(?:(?:6000|5f)39(?:6000|5f)|8239)f3(?:fe|00)/g
