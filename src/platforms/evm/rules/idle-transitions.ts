import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { listed } from '../../../words.ts'
import type { EvmClient } from '../client.ts'
import { entryOf } from '../entries.ts'
import { requestTimeout } from '../genesis.ts'
import { consensusIn, type EvmNetwork, genesisPath } from '../network.ts'
import { readGenesis } from '../read-genesis.ts'
import type { Transition } from '../schema.ts'

type Field =
  | 'blockPeriodSeconds'
  | 'emptyBlockPeriodSeconds'
  | 'requestTimeoutSeconds'
  | 'blockReward'
  | 'miningBeneficiary'

const fields: readonly Field[] = [
  'blockPeriodSeconds',
  'emptyBlockPeriodSeconds',
  'requestTimeoutSeconds',
  'blockReward',
  'miningBeneficiary',
]

/**
 * Transitions that repeat the rules at their block. Who validates then is up to votes. A genesis file of others may have
 * transitions that the definition does not repeat: the rules after one of those are not checked.
 */
export function idleTransitionProblems(network: EvmNetwork, material: Material, client: EvmClient): Problem[] {
  const { genesis, transitions } = network.top
  const config = readGenesis(material.value(genesisPath))?.file.config
  const written = config === undefined ? [] : client.transitionsIn(config, consensusIn(network))
  const blocks = new Set(transitions.map(({ block }) => block))
  if (written.some((one) => !blocks.has(Number(entryOf(one, 'block'))))) return []
  const start = {
    ...genesis,
    blockReward: genesis.blockReward ?? 0n,
    requestTimeoutSeconds: requestTimeout(genesis),
  }
  const force = new Map(fields.map((field) => [field, meaningOf(start, field)]))
  const inOrder = transitions
    .map((transition, at) => ({ transition, at }))
    .sort((a, b) => a.transition.block - b.transition.block)
  return inOrder.flatMap(({ transition, at }, index): Problem[] => {
    const given = fields.filter((field) => transition[field] !== undefined)
    const [first] = given
    const isIdle = given.every((field) => force.get(field) === meaningOf(transition, field))
    for (const field of given) force.set(field, meaningOf(transition, field))
    const isSecond = inOrder[index - 1]?.transition.block === transition.block
    if (first === undefined || !isIdle || isSecond || transition.validators !== undefined) return []
    return [
      {
        rule: 'transition',
        severity: 'warning',
        message: `the transition at block ${transition.block} has no effect: ${listed(given.map((field) => `${field} is ${transition[field]}`))} before it too`,
        hint: 'set another value, or remove the transition',
        path: ['transitions', at, first],
      },
    ]
  })
}

/** Addresses are the same in small and in capital letters. */
const meaningOf = (values: Partial<Pick<Transition, Field>>, field: Field): string | undefined =>
  values[field]?.toString().toLowerCase()
