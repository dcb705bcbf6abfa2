import { OperatorError } from '../../../errors.ts'
import { parseJson } from '../../../json.ts'
import type { ChainConsensus, EvmClient, GenesisFile } from '../client.ts'
import { bare, entryOf, mappingOf } from '../entries.ts'
import { readGenesis } from '../read-genesis.ts'
import { genesisFileFault } from '../rules/genesis-fault.ts'
import type { Consensus } from '../schema.ts'
import { wellKnownAddresses } from '../well-known.ts'
import { type WrittenField, type WrittenGenesis, writtenGenesis } from '../written.ts'
import { derivedAccounts } from './accounts.ts'
import { configLine, type GenesisLine, topLine } from './genesis-lines.ts'

/** A genesis file that exists, as a definition that agrees with it. The file itself stays as it is. */
export interface DerivedGenesis {
  /** The key `genesis` of the definition. */
  readonly genesis: Readonly<Record<string, unknown>>
  /** Files that it names, by path in the repository. */
  readonly files: ReadonlyMap<string, string>
  readonly file: GenesisFile
  readonly consensus: Consensus
  /** Addresses of the validators of the first block. */
  readonly validators: readonly string[]
  readonly lines: readonly GenesisLine[]
  readonly tasks: readonly string[]
}

/**
 * A definition for a genesis file. `path` is its name for messages; `head` the number of the last block, which decides for a chain that
 * changes its consensus at a block. Throws OperatorError for a file that nodes could not run with.
 */
export function derivedGenesis(path: string, text: string, client: EvmClient, head?: number): DerivedGenesis {
  const value = jsonOf(text)
  const fault = chainFault(path, value, client) ?? genesisFileFault(path, text, value, client)
  if (fault !== undefined) throw new OperatorError(fault.message, fault.hint)
  const read = readGenesis(value)
  const chain = read === undefined ? undefined : client.consensusOf(read.file.config)
  if (read === undefined || chain === undefined) throw new Error(`${path} has no fault, and cannot be read`)
  const { file, validators } = read
  checkSecrets(path, file)
  const { consensus, task } = consensusAt(chain, head)
  const written = writtenGenesis(file, consensus, client)
  const forks = forksOf(file.config, client)
  const { accounts, files } = derivedAccounts(file.alloc, client)
  return {
    genesis: {
      chainId: numberOf(written.chainId.meaning),
      ...(consensus === 'qbft' ? {} : { consensus }),
      ...times(written, chain),
      ...unlessUsual(written, 'epochLength', '30000', numberOf),
      ...unlessUsual(written, 'gasLimit', String(0x1fffffffffffff), gasOf),
      ...(written.freeGas.meaning === 'false' && client.forks.includes('londonBlock') ? { freeGas: false } : {}),
      ...unlessUsual(written, 'contractSizeLimit', '24576', numberOf),
      ...unlessUsual(written, 'blockReward', '0', (meaning) => meaning),
      ...unlessUsual(written, 'miningBeneficiary', '', (meaning) => `0x${meaning}`),
      ...(Object.keys(forks).length === 0 ? {} : { forks }),
      ...(accounts.length === 0 ? {} : { accounts }),
    },
    files,
    file,
    consensus,
    validators,
    lines: [
      ...Object.keys(file.config).map((key) => configLine(key, file.config, chain, client)),
      ...Object.keys(file)
        .filter((key) => key !== 'config')
        .map((key) =>
          topLine(key, { accounts: accounts.length, contracts: files.size, validators: validators.length }),
        ),
    ],
    tasks: [
      ...(task === undefined ? [] : [task]),
      ...(chain.timesByCommandLine
        ? [
            'Write `genesis.blockPeriodSeconds` and `genesis.requestTimeoutSeconds`: nodes of this chain have them on their command line (`--istanbul.blockperiod`, `--istanbul.requesttimeout` in milliseconds).',
          ]
        : []),
    ],
  }
}

/** Generators write keys beside accounts, where nodes ignore them. The file goes into Git: only keys that everyone knows may be in it. */
function checkSecrets(path: string, { alloc }: GenesisFile): void {
  for (const [address, account] of Object.entries(alloc)) {
    const key = Object.keys(account).find((name) => /private|secret|mnemonic|password/i.test(name))
    if (key === undefined || wellKnownAddresses.has(`0x${bare(address)}`)) continue
    throw new OperatorError(
      `${path} has a secret: ${key} of account ${address}`,
      `remove ${key} from the file, which nodes ignore: the first block stays the same. Move what the account owns, if anyone else had the file`,
    )
  }
}

/** Undefined for a text that is not JSON. */
function jsonOf(text: string): unknown {
  try {
    return parseJson(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** A chain without consensus in its genesis file: GoQuorum then has Raft, which is an option of its command line. */
function chainFault(path: string, value: unknown, client: EvmClient) {
  const config = mappingOf((value ?? {}) as Readonly<Record<string, unknown>>, 'config')
  const kinds = ['qbft', 'ibft', 'ibft2', 'istanbul', 'clique', 'ethash', 'transitions']
  if (entryOf(config, 'isQuorum') !== true || kinds.some((kind) => entryOf(config, kind) !== undefined))
    return undefined
  return {
    message: `${path}: config names no consensus, as for a chain of GoQuorum with Raft: ${client.title} cannot continue it`,
    hint: 'begin a new chain with QBFT, and carry its state over: a chain cannot change from Raft to QBFT. If the chain has QBFT, take the file that its nodes run with',
  }
}

/** A chain that changes its consensus has both in its file, and is asked and votes by one of them. */
function consensusAt(
  { names, options }: ChainConsensus,
  head: number | undefined,
): { readonly consensus: Consensus; readonly task?: string } {
  const [last, first] = names
  if (first === undefined) return { consensus: last }
  const start = Number(entryOf(options(last), 'startblock') ?? 0)
  if (head !== undefined) return { consensus: head >= start ? last : first }
  return {
    consensus: last,
    task: `Check that the chain has passed block ${start}, where it changes from ${first} to ${last}. Write \`genesis.consensus: ${first}\` until then.`,
  }
}

function times(
  { blockPeriodSeconds, requestTimeoutSeconds, emptyBlockPeriodSeconds }: WrittenGenesis,
  chain: ChainConsensus,
) {
  const empty = emptyBlockPeriodSeconds.meaning
  return {
    ...(chain.timesByCommandLine
      ? {}
      : {
          blockPeriodSeconds: numberOf(blockPeriodSeconds.meaning),
          requestTimeoutSeconds: numberOf(requestTimeoutSeconds.meaning),
        }),
    ...(empty === '0' ? {} : { emptyBlockPeriodSeconds: numberOf(empty) }),
  }
}

const unlessUsual = (
  written: WrittenGenesis,
  field: WrittenField,
  usual: string,
  valueIn: (meaning: string) => unknown,
): Readonly<Record<string, unknown>> => {
  const { meaning } = written[field]
  return meaning === usual ? {} : { [field]: valueIn(meaning) }
}

/** The number, or the text itself: the schema of the definition refuses it then. */
const numberOf = (meaning: string): unknown => (/^\d{1,16}$/.test(meaning) ? Number(meaning) : meaning)

const gasOf = (meaning: string): unknown =>
  /^\d+$/.test(meaning) && BigInt(meaning) > Number.MAX_SAFE_INTEGER
    ? `0x${BigInt(meaning).toString(16)}`
    : numberOf(meaning)

function forksOf(config: GenesisFile['config'], client: EvmClient): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    client.forks.flatMap((fork) => {
      const begins = entryOf(config, fork)
      return begins === undefined ? [] : [[fork, Number(begins)]]
    }),
  )
}
