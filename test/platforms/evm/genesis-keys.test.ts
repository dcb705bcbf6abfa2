import { describe, expect, test } from 'vitest'
import { edited, madeFor, revisionOf, running } from '../../plan/revisions.ts'

/**
 * Every option that a client reads from the part of a genesis file about its consensus, as its source has them. Each is a field of the
 * definition, has a notice, or is refused; or it says when the option has no effect on what a definition describes.
 */

const genesisPath = 'material/public/genesis.json'
const account = '0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1'

type Json = Record<string, unknown>
type Answer = 'field' | 'notice' | 'refused'
/** Where it is, its name, a value that differs from what the client has without it, and the answer. */
type Option = readonly [name: string, value: unknown, answer: Answer]

const definitions = {
  besu: running,
  quorum: edited(running, [['platform: besu\nplatformVersion: 26.8.0', 'platform: quorum\nplatformVersion: 24.4.1']]),
}

type Platform = keyof typeof definitions
const made = { besu: madeFor(definitions.besu), quorum: madeFor(definitions.quorum) }

/** What is found about a chain whose `config` is this, apart from what is found without. */
function answersTo(platform: Platform, change: (config: Json & { qbft: Json }) => Json): Answer[] {
  const files = made[platform]
  const genesis = JSON.parse(files.get(genesisPath) ?? '')
  const found = (config: Json) =>
    revisionOf(
      definitions[platform],
      new Map([...files, [genesisPath, JSON.stringify({ ...genesis, config }, null, 2)]]),
    ).problems
  const before = new Set(found(genesis.config).map(({ message }) => message))
  return found(change(genesis.config))
    .filter(({ message }) => !before.has(message))
    .map(({ rule, severity, position }): Answer => {
      if (rule === 'genesis') return 'refused'
      if (rule === 'genesis-key' && severity === 'notice' && position !== undefined) return 'notice'
      if (['genesis-changed', 'empty-block-period', 'request-timeout', 'release-lacks'].includes(rule)) return 'field'
      throw new Error(`${rule} is not expected`)
    })
}

/** BFTConfig and QBFTConfig in params/config.go of GoQuorum 24.4.1. */
const qbftOfQuorum: readonly Option[] = [
  ['epochlength', 5000, 'field'],
  ['blockperiodseconds', 7, 'field'],
  ['requesttimeoutseconds', 'ten', 'refused'],
  ['emptyblockperiodseconds', 1, 'field'],
  ['policy', 1, 'notice'],
  ['ceil2Nby3Block', 100, 'notice'],
  ['validatorcontractaddress', account, 'refused'],
  ['blockReward', '0x10', 'notice'],
  ['beneficiaryMode', 'validators', 'notice'],
  ['miningBeneficiary', account, 'notice'],
  ['validatorselectionmode', 'contract', 'notice'],
  ['validators', [account], 'refused'],
  ['maxRequestTimeoutSeconds', 100, 'notice'],
  // Of older files, and of Besu: it ignores them.
  ['epoch', 5000, 'notice'],
  ['testQBFTBlock', 100, 'notice'],
  ['startBlock', 100, 'notice'],
]

/** IstanbulConfig in params/config.go of GoQuorum 24.4.1. Its times are options of the command line. */
const istanbulOfQuorum: readonly Option[] = [
  ['epoch', 5000, 'field'],
  ['policy', 1, 'notice'],
  ['ceil2Nby3Block', 100, 'notice'],
  ['testQBFTBlock', 'zero', 'refused'],
  ['epochlength', 5000, 'notice'],
  ['blockperiodseconds', 5, 'notice'],
  ['emptyblockperiodseconds', 5, 'notice'],
  ['requesttimeoutseconds', 5, 'notice'],
]

/** Transition in params/config.go of GoQuorum 24.4.1; block, algorithm and the times are in the definition or in joined.ts. */
const transitionsOfQuorum: readonly Option[] = [
  ['epochlength', 5000, 'notice'],
  ['contractsizelimit', 64, 'field'],
  ['validatorcontractaddress', account, 'notice'],
  ['validators', [account], 'notice'],
  ['enhancedPermissioningEnabled', true, 'notice'],
  ['privacyEnhancementsEnabled', true, 'notice'],
  ['privacyPrecompileEnabled', true, 'notice'],
  ['gasPriceEnabled', true, 'notice'],
  ['miner.gaslimit', 800_000_000, 'notice'],
  ['2FPlus1Enabled', true, 'notice'],
  ['transactionSizeLimit', 64, 'notice'],
  ['blockReward', '0x10', 'notice'],
  ['beneficiaryMode', 'validators', 'notice'],
  ['miningBeneficiary', account, 'notice'],
  ['maxRequestTimeoutSeconds', 100, 'notice'],
]

/** JsonBftConfigOptions.java and JsonQbftConfigOptions.java of Besu 26.8.0. */
const qbftOfBesu: readonly Option[] = [
  ['epochlength', 5000, 'field'],
  ['blockperiodseconds', 7, 'field'],
  ['emptyblockperiodseconds', 1, 'field'],
  ['xblockperiodmilliseconds', 500, 'notice'],
  ['requesttimeoutseconds', 'ten', 'refused'],
  ['gossipedhistorylimit', 1, 'notice'],
  ['messagequeuelimit', 1, 'notice'],
  ['duplicatemessagelimit', 1, 'notice'],
  ['futuremessageslimit', 1, 'notice'],
  ['futuremessagesmaxdistance', 1, 'notice'],
  ['miningbeneficiary', account, 'field'],
  ['pertxgaslimit', '0x100000', 'notice'],
  ['blockreward', '0x10', 'field'],
  ['validatorcontractaddress', account, 'refused'],
  ['startblock', 'later', 'refused'],
  // Of GoQuorum: it ignores them.
  ['epoch', 5000, 'notice'],
  ['policy', 1, 'notice'],
  ['validators', [account], 'notice'],
]

/** BftFork.java and QbftFork.java of Besu 26.8.0; block, the times, rewards and validators are fields of transitions. */
const transitionsOfBesu: readonly Option[] = [
  ['xblockperiodmilliseconds', 500, 'notice'],
  ['pertxgaslimit', '0x100000', 'notice'],
  ['validatorcontractaddress', account, 'notice'],
  ['epochlength', 5000, 'notice'],
  ['requesttimeoutseconds', 5, 'notice'],
]

describe('options of QBFT', () => {
  test.each(qbftOfQuorum)('GoQuorum: %s: %j', (name, value, answer) => {
    expect(answersTo('quorum', ({ qbft, ...config }) => ({ ...config, qbft: { ...qbft, [name]: value } }))).toEqual([
      answer,
    ])
  })
  test.each(qbftOfBesu)('Besu: %s: %j', (name, value, answer) => {
    expect(answersTo('besu', ({ qbft, ...config }) => ({ ...config, qbft: { ...qbft, [name]: value } }))).toEqual([
      answer,
    ])
  })
})

test.each(istanbulOfQuorum)('option of config.istanbul of GoQuorum: %s: %j', (name, value, answer) => {
  const change = ({ qbft: _, ...config }: Json & { qbft: Json }) => ({
    ...config,
    istanbul: { epoch: 30_000, policy: 0, ceil2Nby3Block: 0, testQBFTBlock: 0, [name]: value },
  })
  expect(answersTo('quorum', change)).toEqual([answer])
})

describe('options of a transition', () => {
  test.each(transitionsOfQuorum)('GoQuorum: %s: %j', (name, value, answer) => {
    expect(answersTo('quorum', (config) => ({ ...config, transitions: [{ block: 0, [name]: value }] }))).toEqual([
      answer,
    ])
  })
  test.each(transitionsOfBesu)('Besu: %s: %j', (name, value, answer) => {
    const transitions = { qbft: [{ block: 100, [name]: value }] }
    expect(answersTo('besu', (config) => ({ ...config, transitions }))).toEqual([answer])
  })
})
