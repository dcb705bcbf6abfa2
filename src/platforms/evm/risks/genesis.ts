import { formatJson } from '../../../json.ts'
import type { Risk } from '../../../network/risk.ts'
import type { EvmClient } from '../client.ts'
import { forksIn } from '../forks.ts'
import { allocations } from '../genesis.ts'
import { genesisPath } from '../network.ts'
import { readGenesis } from '../read-genesis.ts'
import type { EvmRevision } from './participants.ts'

/** Validators of the first block. */
export const genesisValidatorsOf = ({ material }: EvmRevision): ReadonlySet<string> =>
  new Set(readGenesis(material.value(genesisPath))?.validators)

/**
 * Another first block than the one the chain began with. While the file stays, every change of `genesis` is an error: it is
 * the rules that speak of it.
 */
export function genesisRisks(before: EvmRevision, after: EvmRevision, client: EvmClient): Risk[] {
  const made = after.material.text(genesisPath) !== undefined && !after.material.standIns.has(genesisPath)
  return [
    {
      id: 'genesis-replaced',
      severity: 'danger',
      subject: 'genesis',
      message: made
        ? `${genesisPath} changed: nodes refuse to start with their data, or no longer agree with each other`
        : `${genesisPath} is missing: the merge makes a new one, for another chain, and nodes refuse to start with their data`,
      hint: 'restore the file, and its line in network.lock.yaml, from Git; a new chain needs a separate definition and another name',
      path: ['genesis'],
    },
    ...fields(before, after, client),
  ]
}

/** A first block made again from the same keys is identical. */
export const isSameChain = (before: EvmRevision, after: EvmRevision): boolean => content(before) === content(after)

const content = ({ material }: EvmRevision): string => formatJson(material.value(genesisPath))

function fields(was: EvmRevision, is: EvmRevision, client: EvmClient): Risk[] {
  const old = flat(was, client)
  return [...flat(is, client)].flatMap(([field, now]): Risk[] => {
    const then = old.get(field) ?? absent
    if (then === now) return []
    const path = ['genesis', ...field.split('.')]
    const subject = path.join('.')
    if (field === 'chainId') {
      return [
        {
          id: 'chain-id-changed',
          severity: 'danger',
          subject,
          message: `${subject} changes from ${then} to ${now}: this is another chain, on which no transaction signed so far is valid`,
          hint: `restore ${then}: wallets, clients and contracts use it`,
          path,
        },
      ]
    }
    return [
      {
        id: 'genesis-field-changed',
        severity: 'danger',
        subject,
        message:
          field === 'accounts'
            ? `${subject} has other content than before`
            : `${subject} changes from ${then} to ${now}`,
        hint: 'restore the old value: the first block of a running chain cannot change',
        path,
      },
    ]
  })
}

const absent = 'absent'

/** Every field as text, those of `forks` by their own names. */
function flat({ network, material }: EvmRevision, client: EvmClient): Map<string, string> {
  const { genesis } = network.top
  const forks = forksIn(network, material, client)
  const names = [
    'consensus',
    'blockPeriodSeconds',
    'requestTimeoutSeconds',
    'emptyBlockPeriodSeconds',
    'epochLength',
    'gasLimit',
    'freeGas',
    'contractSizeLimit',
    'blockReward',
    'miningBeneficiary',
  ] as const
  return new Map([
    ['chainId', String(genesis.chainId)],
    ...names.map((name) => [name, String(genesis[name] ?? absent)] as const),
    ...client.forks.map((fork) => [`forks.${fork}`, String(forks[fork] ?? absent)] as const),
    ['accounts', JSON.stringify(allocations(genesis, material, client))],
  ])
}
