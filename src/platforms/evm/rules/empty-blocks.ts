import type { Material } from '../../../material/material.ts'
import type { Path, Problem } from '../../../network/finding.ts'
import type { EvmClient } from '../client.ts'
import { consensusIn, type EvmNetwork, genesisPath } from '../network.ts'
import { readGenesis } from '../read-genesis.ts'
import { emptyPeriodOf } from '../written.ts'

const field = 'emptyBlockPeriodSeconds'

/** Blocks without transactions: QBFT can wait longer for them than for others, and never shorter. */
export function emptyBlockProblems(network: EvmNetwork, material: Material, client: EvmClient): Problem[] {
  const { genesis, transitions } = network.top
  const steps: readonly Step[] = [
    { ...genesis, from: 'from the first block on', path: ['genesis'] },
    ...transitions
      .map((transition, at) => ({
        ...transition,
        from: `from block ${transition.block} on`,
        path: ['transitions', at],
      }))
      .sort((a, b) => a.block - b.block),
  ]
  if (consensusIn(network) === 'ibft2') return steps.filter((step) => step[field] !== undefined).map(ignored)
  return tooShort(steps, writtenPeriod(network, material, client))
}

interface Step {
  readonly from: string
  readonly path: Path
  readonly blockPeriodSeconds?: number | undefined
  readonly emptyBlockPeriodSeconds?: number | undefined
}

function writtenPeriod(network: EvmNetwork, material: Material, client: EvmClient): number {
  const config = readGenesis(material.value(genesisPath))?.file.config
  const options = config === undefined ? undefined : client.consensusOf(config)?.options(consensusIn(network))
  return options === undefined ? 0 : Number(emptyPeriodOf(options) ?? 0)
}

const ignored = ({ path }: Step): Problem => ({
  rule: 'empty-block-period',
  severity: 'error',
  message: `${field} has no effect with IBFT 2.0: it makes blocks without transactions at the same pace as others`,
  hint: 'remove it',
  path: [...path, field],
})

/** 0 is the block period. */
function tooShort(steps: readonly Step[], written: number): Problem[] {
  let [block, empty] = [0, written]
  return steps.flatMap((step): Problem[] => {
    block = step.blockPeriodSeconds ?? block
    empty = step.emptyBlockPeriodSeconds ?? empty
    if (empty === 0 || empty >= block) return []
    const given = step.emptyBlockPeriodSeconds === undefined ? 'blockPeriodSeconds' : field
    return [
      {
        rule: 'empty-block-period',
        severity: 'error',
        message: `${step.from} ${field} ${empty} is less than blockPeriodSeconds ${block}`,
        hint: `set ${field} to the block period or more: a block without transactions is never due before one with them`,
        path: [...step.path, given],
      },
    ]
  })
}
