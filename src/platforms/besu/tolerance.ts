import type { Fault, FaultReport } from '../tolerance.ts'
import { type BesuNetwork, validatorsOf } from './network.ts'

/** Votes that QBFT needs for a block: two thirds of all validators, rounded up (Besu, BftHelpers.calculateRequiredValidatorQuorum). */
export const quorum = (validators: number): number => Math.ceil((2 * validators) / 3)

/** Validators that may stop before the chain does. */
export const crashTolerance = (validators: number): number => validators - quorum(validators)

/** Validators that may lie before the chain is in danger: n ≥ 3f + 1. */
export const byzantineTolerance = (validators: number): number => Math.max(0, Math.floor((validators - 1) / 3))

/** How many validators go with each value of `by`: clusters, organizations. */
export function concentration(network: BesuNetwork, by: 'cluster' | 'organization'): Map<string, number> {
  const counts = new Map<string, number>()
  for (const validator of validatorsOf(network)) {
    const owner = typeof validator.organization === 'string' ? validator.organization : validator.organization.name
    const name = by === 'organization' ? owner : 'cluster' in validator ? validator.cluster.name : undefined
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

export function tolerance(network: BesuNetwork): FaultReport {
  const total = validatorsOf(network).length
  const spare = crashTolerance(total)
  const fault = (kind: Fault['kind'], name: string, lost: number): Fault => ({
    kind,
    name,
    lost,
    survives: lost <= spare,
  })
  return {
    summary:
      `${total} validators, ${quorum(total)} of them agree on a block: the chain goes on while at most ${spare} ` +
      `${spare === 1 ? 'is' : 'are'} down, and is safe while at most ${byzantineTolerance(total)} of them ${byzantineTolerance(total) === 1 ? 'lies' : 'lie'}`,
    faults: [
      fault('node', 'any one validator', 1),
      ...network.organizations.map(({ name }) =>
        fault('organization', name, concentration(network, 'organization').get(name) ?? 0),
      ),
      ...network.clusters.map(({ name }) => fault('cluster', name, concentration(network, 'cluster').get(name) ?? 0)),
    ],
  }
}
