import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import type { GenesisFile } from '../client.ts'
import { amount, entryOf, mappingOf } from '../entries.ts'
import { codeLimits, fewSignatures, isOfGoQuorum, lastBridge, leastGasLimit } from '../goquorum-config.ts'
import { type EvmNetwork, genesisPath, isDesiredValidator, validatorAddresses } from '../network.ts'
import { takesEqualTurns } from '../proposer-order.ts'
import { readGenesis } from '../read-genesis.ts'
import { compareReleases } from '../release.ts'
import { releasesOf } from '../used-releases.ts'

/** A chain of GoQuorum that continues with Besu: what Besu reads in another way, and what it cannot follow. */
export function goQuorumProblems(network: EvmNetwork, material: Material): Problem[] {
  const file = material.standIns.has(genesisPath) ? undefined : readGenesis(material.value(genesisPath))?.file
  if (file === undefined || !isOfGoQuorum(file.config)) return []
  return [
    ...[contractSize(file), gasLimit(file), times(file), privacy(file)]
      .flatMap((one) => one ?? [])
      .map(ofFile('error')),
    ...signatures(file).map(ofFile('warning')),
    ...(network.external.length === 0 ? [] : [...besideGoQuorum(network), ...turns(network, material, file)]),
  ]
}

type Found = Pick<Problem, 'message'> & { readonly hint: string }

const ofFile =
  (severity: 'error' | 'warning') =>
  ({ message, hint }: Found): Problem => ({
    rule: 'goquorum-chain',
    severity,
    message: `${genesisPath}: ${message}`,
    hint,
    path: [],
    file: genesisPath,
  })

/** EIP-170 */
const defaultCode = 24_576

function contractSize({ config }: GenesisFile): Found | undefined {
  const allowed = Math.max(0, ...codeLimits(config).map(({ bytes }) => bytes))
  const limit = Number(entryOf(config, 'contractSizeLimit') ?? defaultCode)
  if (allowed <= limit) return undefined
  return {
    message: `GoQuorum allows contracts of ${allowed} bytes, by options that Besu ignores: it stops at the first block with one of more than ${limit}`,
    hint: `add \`"contractSizeLimit": ${allowed}\` to config of this file, and \`contractSizeLimit: ${allowed}\` to genesis of the definition: the first block stays the same`,
  }
}

/** Besu accepts a change of 1/1024 from one block to the next: GasLimitRangeAndDeltaValidationRule.java. */
const bound = 1024n

function gasLimit(file: GenesisFile): Found | undefined {
  const text = amount(entryOf(file, 'gasLimit') ?? '')
  if (!/^\d+$/.test(text)) return undefined
  const [first, least] = [BigInt(text), leastGasLimit(file.config)]
  if (first + first / bound >= BigInt(least)) return undefined
  return {
    message: `the gas limit begins with ${first}, and GoQuorum raises it to ${least} at once: Besu accepts 1/${bound} a block, and refuses block 1`,
    hint: 'begin a new chain with Besu, and move contracts and data to it: Besu cannot follow this one',
  }
}

/** Defaults of GoQuorum: DefaultConfig in consensus/istanbul/config.go. Those of Besu are a second. */
const defaults = { blockperiodseconds: 5, requesttimeoutseconds: 10 } as const

function times({ config }: GenesisFile): Found | undefined {
  const options = mappingOf(config, 'qbft')
  const lacking = Object.entries(defaults).filter(([name]) => Number(entryOf(options, name) ?? 0) === 0)
  if (lacking.length === 0) return undefined
  const entries = lacking.map(([name, seconds]) => `"${name}": ${seconds}`)
  return {
    message: `${lacking.map(([name]) => `config.qbft.${name}`).join(' and ')} left to the client: GoQuorum and Besu have other defaults`,
    hint: `add \`${entries.join(', ')}\` to config.qbft of this file, the times of GoQuorum`,
  }
}

const privateOptions = ['isMPS', 'privacyEnhancementsBlock', 'privacyPrecompileBlock'] as const

function privacy({ config }: GenesisFile): Found | undefined {
  const given = privateOptions.filter((name) => {
    const value = entryOf(config, name)
    return value !== undefined && value !== false
  })
  if (given.length === 0) return undefined
  return {
    message: `the chain is made for private transactions (config.${given.join(', config.')}), which Besu does not have`,
    hint: 'begin a new chain with Besu. If the chain never had a private transaction, remove these options from the file for Besu',
  }
}

/** Besu asks for two thirds, rounded up: BftCommitSealsValidationRule.java. The numbers of validators change while a chain lives. */
function signatures({ config }: GenesisFile): Found[] {
  const options = fewSignatures(config)
  if (options.length === 0) return []
  return [
    {
      message: `GoQuorum makes blocks with 2F + 1 signatures (${options.join(', ')}): with 5, 6, 8 or 9 validators these are fewer than Besu asks for, and it refuses such a block`,
      hint: 'synchronize an `rpc` node of Besu first: where it stops at such a block, Besu cannot follow this chain',
    },
  ]
}

/** While nodes of GoQuorum are in the network. External ones may be such nodes. */
const besideGoQuorum = (network: EvmNetwork): Problem[] => [
  ...releasesOf(network)
    .filter(({ release }) => compareReleases(release, lastBridge) > 0)
    .map(
      ({ release, node, path }): Problem => ({
        rule: 'goquorum-chain',
        severity: 'warning',
        message: `Besu ${release}${node} does not connect to nodes of GoQuorum: they have no version of the protocol eth in common`,
        hint: `use ${lastBridge}, the last release that connects, until the last node of GoQuorum has left; then upgrade`,
        path,
      }),
    ),
  ...network.nodes
    .filter(({ expose }) => expose.length > 0)
    .map(
      (node): Problem => ({
        rule: 'goquorum-chain',
        severity: 'warning',
        message: `clients of ${nodeId(node)} can stop the chain: Besu accepts a transaction with a gas price, and nodes of GoQuorum refuse the block with it for good`,
        hint: 'let clients use nodes of GoQuorum until the last validator of GoQuorum has left',
        path: [...node.path, 'expose'],
      }),
    ),
]

const oneGo =
  'blocks need more rounds, or wait, until all validators run Besu: plan a quiet hour, and change them in one go'

/** Both clients wait for the same proposer. It follows from the one before, so only the order counts. */
function turns(network: EvmNetwork, material: Material, { config }: GenesisFile): Problem[] {
  const validators = validatorAddresses(network, material)
  if (!network.external.some(isDesiredValidator)) return []
  const found = (message: string): Problem => ({
    rule: 'goquorum-chain',
    severity: 'warning',
    message,
    hint: oneGo,
    path: ['external'],
  })
  return [
    ...(takesEqualTurns(validators)
      ? []
      : [
          found(
            `validators of GoQuorum that restarted order the ${validators.length} validators as texts with checksum, and Besu as numbers: they wait for different proposers`,
          ),
        ]),
    ...(Number(entryOf(mappingOf(config, 'qbft'), 'policy') ?? 0) === sticky
      ? [
          found(
            'config.qbft.policy keeps the proposer of GoQuorum for all blocks, and Besu changes it with each: they wait for different proposers',
          ),
        ]
      : []),
  ]
}

/** ProposerPolicyId in consensus/istanbul/config.go. */
const sticky = 1
