import type { Material } from '../../../material/material.ts'
import type { Path, Problem } from '../../../network/finding.ts'
import { type LedgerNode, nodeId } from '../../../network/network.ts'
import { type GenesisFile, genesisFile, readGenesis } from '../genesis.ts'
import { addressOf } from '../identity.ts'
import { type BesuNetwork, externalNodeId, genesisPath, identityOf, isValidator } from '../network.ts'

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
    means:
      'nodes read their forks from a file that is written once, so a fork cannot be added or moved on a chain that has begun',
  })),
]

export function historyProblems(network: BesuNetwork, material: Material): Problem[] {
  if (material.text(genesisPath) === undefined || material.standIns.has(genesisPath)) return []
  const read = readGenesis(material.value(genesisPath))
  if (read === undefined) {
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
  const { file: written, validators } = read
  const wanted = JSON.parse(JSON.stringify(genesisFile(network.top.genesis, validators))) as GenesisFile // as it would be read back
  return [
    ...baked.flatMap(({ path, read, means }): Problem[] => {
      const [before, after] = [read(written), read(wanted)]
      if (path[0] === 'requestTimeoutSeconds' && network.top.genesis.requestTimeoutSeconds === undefined) return [] // it follows the block period, which is reported
      if (JSON.stringify(before) === JSON.stringify(after)) return []
      return [
        {
          rule: 'genesis-changed',
          severity: 'error',
          message:
            shown(before) === shown(after)
              ? `genesis.${path.join('.')} has other content than when the chain began (${genesisPath})`
              : `genesis.${path.join('.')} was ${shown(before)} when the chain began (${genesisPath}), now ${shown(after)}`,
          hint: `${means}: put the old value back`,
          path: ['genesis', ...path],
        },
      ]
    }),
    ...validatorChanges(network, material, new Set(validators)),
  ]
}

const shown = (value: unknown): string => {
  if (value === undefined) return 'absent'
  if (typeof value !== 'object' || value === null) return String(value)
  const count = Object.keys(value).length
  return `a list of ${count} ${count === 1 ? 'account' : 'accounts'}`
}

/** Genesis is history: who validates later is decided by votes on the chain. */
function validatorChanges(network: BesuNetwork, material: Material, validators: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = []
  const present = new Set<string>(network.external.map((node) => addressOf(externalNodeId(node))))
  for (const node of network.nodes) {
    const address = identityOf(node, material)?.address
    if (address === undefined) continue
    present.add(address)
    if (isValidator(node) === validators.has(address)) continue
    problems.push(isValidator(node) ? newcomer(nodeId(node), node) : stillCounted(node))
  }
  for (const node of network.external.filter(isValidator)) {
    if (!validators.has(addressOf(externalNodeId(node))))
      problems.push(newcomer(`${node.organization}/${node.name}`, node))
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

const newcomer = (id: string, node: { readonly path: Path }): Problem => ({
  rule: 'genesis-validators',
  severity: 'warning',
  message: `${id} is not among the validators of the first block, which are fixed: it follows the chain and makes no blocks`,
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
