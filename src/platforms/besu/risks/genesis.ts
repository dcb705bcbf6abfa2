import type { Risk } from '../../../plan/risk.ts'
import { genesisFile, readGenesis } from '../genesis.ts'
import { genesisPath } from '../network.ts'
import type { Genesis } from '../schema.ts'
import type { BesuRevision } from './participants.ts'

/** Validators of the first block. */
export const genesisValidatorsOf = ({ material }: BesuRevision): ReadonlySet<string> =>
  new Set(readGenesis(material.value(genesisPath))?.validators)

/**
 * Another first block than the one the chain began with. While the file stays, every change of `genesis` is an error: it is
 * the rules that speak of it.
 */
export function genesisRisks(before: BesuRevision, after: BesuRevision): Risk[] {
  if (content(before) === content(after)) return [] // one that is made again from the same keys is the same one
  const made = after.material.text(genesisPath) !== undefined && !after.material.standIns.has(genesisPath)
  return [
    {
      id: 'genesis-replaced',
      severity: 'danger',
      subject: 'genesis',
      message: made
        ? `${genesisPath} is another file: nodes refuse to start with the data that they have, or no longer agree with each other`
        : `${genesisPath} is not there any more: another one is made on merge, for another chain, and nodes refuse to start with the data that they have`,
      hint: 'restore the file, and its line in network.lock.yaml, from Git; a new chain needs a definition and a name of its own',
      path: ['genesis'],
    },
    ...fields(before.network.top.genesis, after.network.top.genesis),
  ]
}

const content = ({ material }: BesuRevision): string => JSON.stringify(material.value(genesisPath))

function fields(was: Genesis, is: Genesis): Risk[] {
  const old = flat(was)
  return [...flat(is)].flatMap(([field, now]): Risk[] => {
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
          message: `${subject} is ${now} instead of ${then}: it is another chain, on which no transaction that was signed so far is valid`,
          hint: `put ${then} back: wallets, clients and contracts know it`,
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
          field === 'accounts' ? `${subject} has other content than before` : `${subject} is ${now} instead of ${then}`,
        hint: 'put the old value back: the first block of a chain that runs cannot change',
        path,
      },
    ]
  })
}

const absent = 'absent'

/** Every field as text, those of `forks` by their own names; accounts as they stand in the file, where their order has no meaning. */
function flat({ forks, accounts, ...others }: Genesis): Map<string, string> {
  const { alloc } = genesisFile({ forks, accounts, ...others }, [])
  const names = [
    'consensus',
    'blockPeriodSeconds',
    'requestTimeoutSeconds',
    'epochLength',
    'gasLimit',
    'freeGas',
    'contractSizeLimit',
  ] as const
  const times = ['berlinBlock', 'londonBlock', 'shanghaiTime', 'cancunTime', 'pragueTime', 'osakaTime'] as const
  return new Map([
    ['chainId', String(others.chainId)],
    ...names.map((name) => [name, String(others[name] ?? absent)] as const),
    ...times.map((fork) => [`forks.${fork}`, String(forks[fork] ?? absent)] as const),
    ['accounts', JSON.stringify(alloc)],
  ])
}
