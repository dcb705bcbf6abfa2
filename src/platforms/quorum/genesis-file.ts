import type { ChainConsensus, GenesisFile, WrittenTransition } from '../evm/client.ts'
import { entryOf, isMapping, mappingOf, withEntry } from '../evm/entries.ts'
import { blockForks, missingField, wrongType } from '../evm/genesis-types.ts'
import { codeLimits } from '../evm/goquorum-config.ts'

/** How GoQuorum reads a genesis file: params/config.go and core/genesis.go. */

type Config = GenesisFile['config']
type Options = Readonly<Record<string, unknown>>

/**
 * CreateConsensusEngine in eth/ethconfig/config.go. A chain of QBFT has `qbft`, or a transition to it: at block 0, or later after
 * IBFT. Files of older releases have `istanbul` with the block at which QBFT begins.
 */
export function consensusOf(config: Config): ChainConsensus | undefined {
  const given = (name: string): boolean => isMapping(entryOf(config, name))
  const of = (options: Options): ChainConsensus => ({ names: ['qbft'], options: () => options })
  if (given('clique')) return undefined
  if (given('istanbul')) {
    const { epoch, ...begins } = lowered(mappingOf(config, 'istanbul'))
    const changes = Number.isInteger(begins.testqbftblock) || changesToQbft(config)
    return changes && !given('qbft') && !given('ibft')
      ? { ...of({ epochlength: epoch }), timesByCommandLine: true }
      : undefined
  }
  if (given('ibft')) return changesToQbft(config) && !given('qbft') ? of(mappingOf(config, 'ibft')) : undefined
  if (given('qbft')) return of(mappingOf(config, 'qbft'))
  const first = transitionsIn(config).find((one) => isToQbft(one) && Number(entryOf(one, 'block')) === 0)
  return first === undefined ? undefined : of(first)
}

const lowered = (options: Options): Options =>
  Object.fromEntries(Object.entries(options).map(([name, value]) => [name.toLowerCase(), value]))

const isToQbft = (transition: WrittenTransition): boolean =>
  String(entryOf(transition, 'algorithm')).toLowerCase() === 'qbft'

const changesToQbft = (config: Config): boolean => transitionsIn(config).some(isToQbft)

export function transitionsIn(config: Config): readonly WrittenTransition[] {
  const list = entryOf(config, 'transitions')
  return Array.isArray(list) ? list.filter(isMapping) : []
}

export const withTransitions = (config: Config, list: readonly WrittenTransition[]): Config =>
  withEntry(config, 'transitions', list)

/** The limit that the chain begins with, in bytes. */
export const contractSizeLimit = (config: Config): unknown =>
  codeLimits(config)
    .filter(({ block }) => block === 0)
    .at(-1)?.bytes

const configTypes = [
  {
    names: [...blockForks, 'chainid', 'txnsizelimit', 'maxcodesize', 'qip714block', 'maxcodesizechangeblock'],
    type: 'number',
  },
  { names: ['isquorum', 'ismps', 'daoforksupport'], type: 'boolean' },
] as const

const optionTypes = [
  {
    names: [
      ...['epoch', 'epochlength', 'blockperiodseconds', 'emptyblockperiodseconds', 'requesttimeoutseconds', 'policy'],
      ...['ceil2nby3block', 'testqbftblock', 'maxrequesttimeoutseconds'],
    ],
    type: 'number',
  },
  { names: ['validatorcontractaddress', 'miningbeneficiary', 'beneficiarymode'], type: 'text' },
] as const

/** HexOrDecimal64 of common/math, which this release reads from texts only. */
const fieldTypes = [{ names: ['gaslimit', 'difficulty', 'timestamp', 'nonce'], type: 'text' }] as const
const accountTypes = [{ names: ['balance', 'nonce', 'code'], type: 'text' }] as const

/** What `geth init` refuses. */
export function refuses(file: GenesisFile, text: string): string | undefined {
  const { config } = file
  return (
    (text.startsWith('\uFEFF') ? 'it begins with a byte order mark' : undefined) ??
    missingField(file, ['difficulty', 'gasLimit']) ??
    wrongType(file, '', fieldTypes) ??
    wrongType(config, 'config.', configTypes) ??
    ['istanbul', 'ibft', 'qbft']
      .map((name) => wrongType(mappingOf(config, name), `config.${name}.`, optionTypes))
      .find((problem) => problem !== undefined) ??
    accountProblem(file)
  )
}

function accountProblem({ alloc }: GenesisFile): string | undefined {
  for (const [address, account] of Object.entries(alloc)) {
    if (entryOf(account, 'balance') === undefined) return `the balance of account ${address} is missing`
    const wrong = wrongType(account, `alloc.${address}.`, accountTypes)
    if (wrong !== undefined) return wrong
  }
  return undefined
}
