import type { Case, Edits } from '../case.ts'

const contract = (fields: string): Edits => [
  [
    'chainId: 20261123',
    `chainId: 20261123\n  accounts: [{address: "0x0000000000000000000000000000000000001234", ${fields}}]`,
  ],
]
const compiled =
  (value: unknown): NonNullable<Case['files']> =>
  () => ({ 'contracts/Registry.json': JSON.stringify(value) })
const named = contract('artifact: contracts/Registry.json')

/** Contracts at genesis, as a compiler wrote them. */
export const artifacts: readonly Case[] = [
  {
    name: 'that is not there',
    change: named,
    findings: [
      {
        rule: 'named-file',
        severity: 'error',
        at: '9:80',
        message: 'there is no file contracts/Registry.json',
        hint: 'add the file to the repository: the path is relative to the definition',
      },
    ],
  },
  {
    name: 'with code beside it',
    change: contract('artifact: contracts/Registry.json, code: "0x60"'),
    files: compiled({ deployedBytecode: '0x6080' }),
    findings: [
      {
        rule: 'artifact',
        severity: 'error',
        at: '9:80',
        message: 'account 0x0000000000000000000000000000000000001234 has both code and artifact',
        hint: 'keep one of the two',
      },
    ],
  },
  {
    name: 'of an interface',
    change: named,
    files: compiled({ deployedBytecode: '0x' }),
    findings: [
      {
        rule: 'artifact',
        severity: 'error',
        at: '9:80',
        message: 'contracts/Registry.json has no code: it is an interface or an abstract contract',
        hint: 'name the contract that implements it',
      },
    ],
  },
  {
    name: 'of something else',
    change: named,
    files: compiled({ abi: [] }),
    findings: [
      {
        rule: 'artifact',
        severity: 'error',
        at: '9:80',
        message: 'contracts/Registry.json has no deployedBytecode',
        hint: 'name the JSON file that the compiler writes for the contract: artifacts/…/Name.json of Hardhat, out/…/Name.json of Foundry',
      },
    ],
  },
  {
    name: 'with a library that is not linked',
    change: named,
    files: compiled({ deployedBytecode: '0x73__$53f2$__63' }),
    findings: [
      {
        rule: 'artifact',
        severity: 'error',
        at: '9:80',
        message: 'contracts/Registry.json has code with libraries that are not linked',
        hint: 'link it with the addresses of the libraries, which must be accounts of the genesis too',
      },
    ],
  },
  {
    name: 'that is not hexadecimal',
    change: named,
    files: compiled({ deployedBytecode: '0x608' }),
    findings: [
      {
        rule: 'artifact',
        severity: 'error',
        at: '9:80',
        message: 'contracts/Registry.json has a deployedBytecode that is not hexadecimal',
        hint: 'compile it again',
      },
    ],
  },
  {
    name: 'with values that a constructor would set',
    change: named,
    files: compiled({ deployedBytecode: { object: '0x6080', immutableReferences: { '12': [] } } }),
    findings: [
      {
        rule: 'artifact',
        severity: 'warning',
        at: '9:80',
        message:
          'the contract of contracts/Registry.json has immutable values, which stay zero: no constructor runs at genesis',
        hint: 'make them storage variables, and set their values in storage; or deploy the contract with a transaction',
      },
    ],
  },
]

/** Without any finding. */
export const acceptedArtifacts: readonly Case[] = [
  {
    name: 'of Hardhat',
    change: named,
    files: compiled({ deployedBytecode: '0x6080' }),
    findings: [],
  },
  {
    name: 'of Foundry',
    change: named,
    files: compiled({ deployedBytecode: { object: '0x6080' } }),
    findings: [],
  },
  {
    name: 'of solc',
    change: named,
    files: compiled({ evm: { deployedBytecode: { object: '6080' } } }),
    findings: [],
  },
]
