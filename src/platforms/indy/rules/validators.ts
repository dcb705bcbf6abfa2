import type { Material } from '../../../material/material.ts'
import type { Path, Problem } from '../../../network/finding.ts'
import { agreeing, counted } from '../../../words.ts'
import { error, notice, warning } from '../../problem.ts'
import { concentration } from '../../tolerance.ts'
import { faultTolerance, quorumOf } from '../consensus.ts'
import { validatorCount } from '../genesis.ts'
import { type IndyNetwork, trusteesOf } from '../network.ts'

/** Validators talk to each other all the time: their messages grow with the square of their number. */
const many = 25

/** How many validators and trustees there are, and in whose hands. */
export function validatorProblems(network: IndyNetwork, material: Material): Problem[] {
  const total = validatorCount(network, material)
  return [...numbers(network, total), ...concentrated(network, total), ...trustees(network)]
}

function numbers({ top }: IndyNetwork, total: number): Problem[] {
  const path = ['organizations']
  const f = faultTolerance(total)
  // How many a pool that runs has is not for those who join it to decide.
  if (top.genesis !== undefined) return []
  if (total < 4)
    return [
      error(
        'validators',
        `the pool has ${counted(total, 'validator')}: it needs at least 4 to survive a fault (n ≥ 3f + 1)`,
        'add validators, ours or external ones',
        path,
      ),
    ]
  if (total > many)
    return [
      warning(
        'validators',
        `the pool has ${total} validators: with more than ${many} each transaction takes much longer`,
        'let some organizations read the ledger without a validator',
        path,
      ),
    ]
  if (total === 3 * f + 1) return []
  return [
    notice(
      'validators',
      `with ${total} validators the pool survives ${f} offline or malicious ${agreeing(f, 'one', 'ones')}; ${3 * f + 1} validators survive as many`,
      `${3 * f + 4} validators survive ${f + 1}`,
      path,
    ),
  ]
}

/** One cluster or organization whose loss stops the pool. */
function concentrated(network: IndyNetwork, total: number): Problem[] {
  const spare = faultTolerance(total)
  if (spare === 0) return [] // a separate finding: each validator is one too many
  const validators = [...network.nodes, ...network.external]
  return (['cluster', 'organization'] as const).flatMap((by) =>
    [...concentration(validators, by)]
      .filter(([, held]) => held > spare)
      .map(([name, held]) =>
        warning(
          'concentration',
          `${by} ${name} holds ${held} of ${total} validators: ${
            by === 'cluster' ? 'without it' : 'if it stops its nodes'
          } the pool accepts no transactions (${quorumOf(total)} are needed)`,
          by === 'cluster' && network.clusters.length < 4
            ? `use four clusters with an equal share of the validators, or external validators`
            : `place at most ${spare} of the validators with one ${by}`,
          pathOf(network, by, name),
        ),
      ),
  )
}

const pathOf = ({ clusters, organizations, externalParties }: IndyNetwork, by: string, name: string): Path =>
  (by === 'cluster' ? clusters : [...organizations, ...externalParties]).find((one) => one.name === name)?.path ?? []

/** Trustees add stewards, and change what the pool allows. Those of a pool that runs are on its ledger. */
function trustees({ top, organizations, externalParties }: IndyNetwork): Problem[] {
  if (top.genesis !== undefined) return []
  const all = [...organizations, ...externalParties].flatMap(trusteesOf)
  if (all.length === 0)
    return [
      error(
        'trustees',
        'the pool has no trustee: nobody could add a steward or an endorser',
        'set trustees of an organization: `trustees: [{name: alice}]`',
        ['organizations'],
      ),
    ]
  if (all.length > 1) return []
  return [
    warning(
      'trustees',
      'the pool has one trustee: if its key is lost or stolen, nobody can replace it',
      'set three or more trustees, in different hands',
      ['organizations'],
    ),
  ]
}
