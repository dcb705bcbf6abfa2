import type { Path, Problem } from '../../../network/finding.ts'
import { agreeing, counted } from '../../../words.ts'
import { error, notice, warning } from '../../problem.ts'
import { concentration } from '../../tolerance.ts'
import { isCompleted } from '../chain-spec/base-spec.ts'
import { genesisValidators } from '../chain-spec/finished-spec.ts'
import { faultTolerance, quorumOf } from '../consensus.ts'
import { isValidator, type SubstrateNetwork, validatorsOf } from '../network.ts'

/** How many validators there are, and in whose hands. Those of a chain that runs are not known. */
export function validatorProblems(network: SubstrateNetwork): Problem[] {
  if (!isCompleted(network)) return []
  const total = validatorsOf(network).length
  return [...numbers(network, total), ...(network.nodes.some(isValidator) ? concentrated(network, total) : [])]
}

function numbers(network: SubstrateNetwork, total: number): Problem[] {
  const path = ['organizations']
  const f = faultTolerance(total)
  if (genesisValidators(network).length === 0)
    return [
      error(
        'validators',
        'no node of the genesis has the role validator: the chain could make no block',
        'set the role validator for at least four nodes, or set sessionKeys of external validators',
        path,
      ),
    ]
  if (total < 4)
    return [
      warning(
        'validators',
        `with ${counted(total, 'validator')} blocks are final only while all of them vote (n ≥ 3f + 1)`,
        'use 4 or more: then finality survives the loss of one',
        path,
      ),
    ]
  if (total === 3 * f + 1) return []
  return [
    notice(
      'validators',
      `with ${total} validators finality survives ${f} offline or malicious ${agreeing(f, 'one', 'ones')}; ${3 * f + 1} validators survive as many`,
      `${3 * f + 4} validators survive ${f + 1}`,
      path,
    ),
  ]
}

/** One cluster or organization whose loss stops finality. */
function concentrated(network: SubstrateNetwork, total: number): Problem[] {
  const spare = faultTolerance(total)
  if (spare === 0) return [] // the number has been reported: each validator is one too many
  return (['cluster', 'organization'] as const).flatMap((by) =>
    [...concentration(validatorsOf(network), by)]
      .filter(([, held]) => held > spare)
      .map(([name, held]) =>
        warning(
          'concentration',
          `${by} ${name} holds ${held} of ${total} validators: ${
            by === 'cluster' ? 'without it' : 'if it stops its nodes'
          } no block becomes final (${quorumOf(total)} are needed)`,
          by === 'cluster' && network.clusters.length < 4
            ? 'use four clusters with an equal share of the validators, or external validators'
            : `place at most ${spare} of the validators with one ${by}`,
          pathOf(network, by, name),
        ),
      ),
  )
}

const pathOf = ({ clusters, organizations, externalParties }: SubstrateNetwork, by: string, name: string): Path =>
  (by === 'cluster' ? clusters : [...organizations, ...externalParties]).find((one) => one.name === name)?.path ?? []
