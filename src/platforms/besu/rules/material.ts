import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { type LedgerNode, nodeId } from '../../../network/network.ts'
import { type GenesisFile, genesisFile, genesisValidators } from '../genesis.ts'
import { addressOf, isOnCurve, readIdentity } from '../identity.ts'
import { type BesuNetwork, externalNodeId, genesisPath, identityOf, identityPath, isValidator } from '../network.ts'
import { wellKnownAddresses } from '../well-known.ts'

/** What is in `material/public` fits the definition, and the definition still fits the first block. */
export const materialProblems = (network: BesuNetwork, material: Material): Problem[] => [
  ...identities(network, material),
  ...genesis(network, material),
]

function identities(network: BesuNetwork, material: Material): Problem[] {
  const problems: Problem[] = []
  const owners = new Map<string, string>(
    network.external.map((node) => [externalNodeId(node), `${node.organization}/${node.name}`]),
  )
  for (const node of network.nodes) {
    const file = identityPath(node)
    const value = material.value(file)
    if (material.text(file) === undefined) continue
    const identity = readIdentity(value)
    const error = (message: string, hint: string): void => {
      problems.push({ rule: 'identity', severity: 'error', message: `${file}: ${message}`, hint, path: [], file })
    }
    if (identity === undefined) {
      error(
        'not a public key of a node',
        'it needs kind: evm-node, nodeId (128 hexadecimal digits) and address: restore it from Git',
      )
      continue
    }
    const address = addressOf(identity.nodeId)
    if (!isOnCurve(identity.nodeId))
      error('nodeId is not a public key: it is no point of secp256k1', 'restore the file from Git')
    else if (identity.address !== address) {
      error(
        `address ${identity.address} does not belong to its nodeId (should be ${address})`,
        'restore the file from Git',
      )
    }
    const published = wellKnownAddresses.get(identity.address)
    if (published !== undefined) {
      problems.push({
        rule: 'well-known-key',
        severity: 'error',
        message: `${file}: everybody has this key: it is ${published}`,
        hint: 'remove both halves of it and make a new key with `chancery keys`',
        path: [],
        file,
      })
    }
    const other = owners.get(identity.nodeId)
    if (other !== undefined)
      error(
        `${other} and ${nodeId(node)} have the same nodeId: a key was copied`,
        'two live copies of one key break the consensus: make a new key for one of them',
      )
    owners.set(identity.nodeId, nodeId(node))
  }
  return problems
}

/** What is baked into the first block, in the words of the definition. */
const baked: readonly {
  readonly path: readonly string[]
  readonly read: (file: GenesisFile) => unknown
  readonly means: string
}[] = [
  {
    path: ['chainId'],
    read: (file) => file.config.chainId,
    means: 'Besu starts with it without a word, and every transaction signed so far becomes invalid',
  },
  {
    path: ['blockPeriodSeconds'],
    read: (file) => file.config.qbft.blockperiodseconds,
    means: 'nodes with the old and the new value disagree on when a block is due',
  },
  {
    path: ['requestTimeoutSeconds'],
    read: (file) => file.config.qbft.requesttimeoutseconds,
    means: 'nodes with the old and the new value disagree on when a round ends',
  },
  {
    path: ['epochLength'],
    read: (file) => file.config.qbft.epochlength,
    means: 'nodes would count votes differently and the chain would split',
  },
  {
    path: ['gasLimit'],
    read: (file) => file.gasLimit,
    means: 'the first block would be another one: nodes refuse to start with their data',
  },
  {
    path: ['freeGas'],
    read: (file) => file.config.zeroBaseFee ?? false,
    means: "nodes with the old and the new value refuse each other's blocks",
  },
  {
    path: ['contractSizeLimit'],
    read: (file) => file.config.contractSizeLimit,
    means: "nodes with the old and the new value refuse each other's blocks",
  },
  {
    path: ['accounts'],
    read: (file) => file.alloc,
    means: 'the first block would be another one: nodes refuse to start with their data',
  },
  ...(['berlinBlock', 'londonBlock', 'shanghaiTime', 'cancunTime', 'pragueTime', 'osakaTime'] as const).map((fork) => ({
    path: ['forks', fork],
    read: (file: GenesisFile) => file.config[fork],
    means: 'nodes would apply other rules to blocks that exist',
  })),
]

function genesis(network: BesuNetwork, material: Material): Problem[] {
  if (material.text(genesisPath) === undefined || material.standIns.has(genesisPath)) return []
  const written = material.value(genesisPath)
  if (!isGenesisFile(written)) {
    return [
      {
        rule: 'genesis',
        severity: 'error',
        message: `${genesisPath} cannot be read`,
        hint: 'restore it from Git: it can never be made again',
        path: [],
        file: genesisPath,
      },
    ]
  }
  const validators = genesisValidators(written)
  const wanted = JSON.parse(JSON.stringify(genesisFile(network.top.genesis, validators))) as GenesisFile // as it would be read back
  return [
    ...baked.flatMap(({ path, read, means }): Problem[] => {
      const [before, after] = [read(written), read(wanted)]
      if (JSON.stringify(before) === JSON.stringify(after)) return []
      return [
        {
          rule: 'genesis-changed',
          severity: 'error',
          message: `genesis.${path.join('.')} was ${shown(before)} when the chain began (${genesisPath}), now ${shown(after)}`,
          hint: `${means}: put the old value back`,
          path: ['genesis', ...path],
        },
      ]
    }),
    ...validatorChanges(network, material, new Set(validators)),
  ]
}

const shown = (value: unknown): string =>
  value === undefined
    ? 'absent'
    : typeof value === 'object'
      ? `${Object.keys(value ?? {}).length} accounts with other content`
      : String(value)

/** Genesis is history: who validates later is decided by votes on the chain. */
function validatorChanges(network: BesuNetwork, material: Material, validators: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = []
  const present = new Set<string>(network.external.map((node) => addressOf(externalNodeId(node))))
  for (const node of network.nodes) {
    const address = identityOf(node, material)?.address
    if (address === undefined) continue
    present.add(address)
    if (isValidator(node) === validators.has(address)) continue
    problems.push(isValidator(node) ? newcomer(node) : stillCounted(node))
  }
  for (const address of validators) {
    if (present.has(address)) continue
    problems.push({
      rule: 'genesis-validators',
      severity: 'warning',
      message: `the validator ${address} of the first block is not in the definition any more`,
      hint: 'until the others have voted it out, the chain counts it as one that is down: keep its node running until then',
      path: ['organizations'],
    })
  }
  return problems
}

const newcomer = (node: LedgerNode): Problem => ({
  rule: 'genesis-validators',
  severity: 'warning',
  message: `${nodeId(node)} is not among the validators of the first block, which are fixed: it follows the chain and makes no blocks`,
  hint: 'more than half of the validators have to vote it in (qbft_proposeValidatorVote)',
  path: [...node.path, 'role'],
})

const stillCounted = (node: LedgerNode): Problem => ({
  rule: 'genesis-validators',
  severity: 'warning',
  message: `${nodeId(node)} is a validator of the first block, its role now is ${node.role}`,
  hint: 'it goes on making blocks until more than half of the validators have voted it out (qbft_proposeValidatorVote)',
  path: [...node.path, 'role'],
})

function isGenesisFile(value: unknown): value is GenesisFile {
  const { config, extraData, alloc } = (value ?? {}) as {
    config?: { chainId?: unknown; qbft?: unknown }
    extraData?: unknown
    alloc?: unknown
  }
  return (
    typeof config?.chainId === 'number' &&
    typeof config.qbft === 'object' &&
    typeof alloc === 'object' &&
    typeof extraData === 'string' &&
    /^0x([0-9a-f]{2})+$/.test(extraData)
  )
}
