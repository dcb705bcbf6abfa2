import type { Risk } from '../../../network/risk.ts'
import { genesisFilesOf } from '../genesis.ts'
import { poolNameOf } from '../network.ts'
import { domainGenesisPath, poolGenesisPath } from '../places.ts'
import type { IndyRevision } from './revision.ts'

/** Another pool than the one that runs: other first transactions, or another name. */
export const genesisRisks = (before: IndyRevision, after: IndyRevision): Risk[] => [
  ...anotherGenesis(before, after),
  ...anotherName(before, after),
]

function anotherGenesis(before: IndyRevision, after: IndyRevision): Risk[] {
  const [was, is] = [before, after].map(({ network, material }) => genesisFilesOf(network, material))
  const changed = (['pool', 'domain'] as const).filter((ledger) => linesOf(was?.[ledger]) !== linesOf(is?.[ledger]))
  if (changed.length === 0) return []
  const { genesis } = after.network.top
  const own = { pool: poolGenesisPath, domain: domainGenesisPath }
  const files = changed.map((ledger) => genesis?.[ledger] ?? own[ledger])
  const isMade = files.every((file) => after.material.text(file) !== undefined && !after.material.standIns.has(file))
  return [
    {
      id: 'pool-genesis-replaced',
      severity: 'danger',
      subject: 'genesis',
      message: `${files.join(' and ')} ${isMade ? (files.length === 1 ? 'is another file' : 'are other files') : 'would be made anew'}: validators keep the ledger that they have, one with an empty volume begins another, and clients that get these files trust another pool`,
      hint: 'restore the files, and their lines in network.lock.yaml, from Git; a new pool needs a separate definition and another name',
      path: genesis === undefined ? ['name'] : ['genesis'],
    },
  ]
}

/** Transactions without the ends of lines, by which no validator tells files apart. */
const linesOf = (text: string | undefined): string =>
  (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')

function anotherName({ network: before }: IndyRevision, { network: after }: IndyRevision): Risk[] {
  const [was, is] = [poolNameOf(before), poolNameOf(after)]
  // The name of the network is told already.
  if (was === is || before.name !== after.name) return []
  return [
    {
      id: 'pool-renamed',
      severity: 'danger',
      subject: is,
      message: `the pool is called ${is} instead of ${was}: a validator keeps its ledger and keys in a folder of that name, so all begin with empty ones`,
      hint: `restore poolName: ${was}: nobody outside of the pods sees it`,
      path: after.top.poolName === undefined ? ['name'] : ['poolName'],
    },
  ]
}
