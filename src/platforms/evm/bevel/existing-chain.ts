import { OperatorError } from '../../../errors.ts'
import type { BevelInput, BevelLine } from '../../bevel.ts'
import { type Entry, textOf } from '../../bevel-fields.ts'
import { type DerivedGenesis, derivedGenesis } from '../adopt/genesis.ts'
import type { EvmClient } from '../client.ts'
import { genesisPath } from '../network.ts'
import type { EvmBevel } from './client.ts'
import type { BevelGenesis } from './genesis.ts'

/** The genesis file that the input names. */
export interface ExistingChain {
  /** Undefined when no definition can follow from it. */
  readonly derived: DerivedGenesis | undefined
  /** Of the repository. */
  readonly files: ReadonlyMap<string, string>
  readonly lines: readonly BevelLine[]
}

/** A genesis that exists belongs to a chain that runs. Undefined when the input names none. */
export function existingChain(config: Entry, input: BevelInput, client: EvmClient): ExistingChain | undefined {
  const name = textOf(config.value.genesis)
  if (name === undefined) return undefined
  const text = input.files.get(name)
  const line = (outcome: BevelLine['outcome'], about: string): readonly BevelLine[] => [
    { path: [...config.path, 'genesis'], outcome, text: about },
  ]
  const none = { derived: undefined, files: new Map<string, string>() }
  if (text === undefined)
    return {
      ...none,
      lines: line(
        'derived',
        `the file cannot be read. A new chain needs none; for a chain that exists, run this again where it can be read, or use \`chancery adopt ${client.id}\``,
      ),
    }
  try {
    const derived = derivedGenesis(name, text, client)
    return {
      derived,
      files: new Map([[genesisPath, text], ...derived.files]),
      lines: line('kept', `as ${genesisPath}, byte for byte. \`genesis\` of the definition follows from it`),
    }
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error
    return { ...none, lines: line('lost', `${error.message}: ${error.hint}`) }
  }
}

/** `genesis` of the definition, as the genesis file has it. It takes precedence over the input. */
export function genesisOfChain(
  { path, value }: Entry,
  { consensus }: EvmBevel,
  { genesis, consensus: written }: DerivedGenesis,
): BevelGenesis {
  const chainId = textOf(value.chain_id)
  const named = textOf(value.consensus)?.toLowerCase()
  const line = (key: string, outcome: BevelLine['outcome'], text: string): readonly BevelLine[] =>
    value[key] === undefined || value[key] === null ? [] : [{ path: [...path, key], outcome, text }]
  return {
    genesis,
    comments: [],
    lines: [
      ...(chainId === String(genesis.chainId)
        ? line('chain_id', 'kept', 'as `genesis.chainId`')
        : line('chain_id', 'derived', `\`genesis.chainId\`: the genesis file has ${String(genesis.chainId)}`)),
      ...(named === undefined
        ? []
        : named === written
          ? line(
              'consensus',
              'kept',
              written === 'qbft' ? consensus(named).text : 'as `genesis.consensus`: a chain that exists keeps it',
            )
          : line('consensus', 'derived', `\`${written}\`: the genesis file decides`)),
      ...line('accounts', 'derived', '`genesis.accounts`: those of the genesis file'),
    ],
  }
}

/** Keys make a chain: those who have one must not make others. */
export const keysTask = ({ id, title }: EvmClient, chain: ExistingChain | undefined): string =>
  chain?.derived === undefined
    ? `\`chancery keys\` makes new keys, and with them a new chain. For a chain of ${title} that runs, run \`chancery adopt ${id} --genesis FILE\` in this folder first: its nodes keep their keys.`
    : `Run \`chancery adopt ${id}\` in this folder with the genesis file and the enode URLs, before \`chancery keys\`: nodes keep their keys. \`chancery keys\` would make new ones, which the chain does not know.`
