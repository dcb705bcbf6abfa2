import type { Path, Problem } from '../../../network/finding.ts'
import { warning } from '../../problem.ts'
import { concentration } from '../../tolerance.ts'
import { type CordaNetwork, notariesOf } from '../network.ts'

/** All of several notaries in one place: who chose several did not want to lose all at once. One alone is always lost with its place. */
export function concentrationProblems(network: CordaNetwork): Problem[] {
  const notaries = notariesOf(network)
  if (notaries.length < 2) return []
  return (['cluster', 'organization'] as const).flatMap((by) =>
    [...concentration(notaries, by)]
      .filter(([, held]) => held === notaries.length)
      .map(([name]) =>
        warning(
          'concentration',
          `${by} ${name} has all ${notaries.length} notaries: ${by === 'cluster' ? 'without it' : 'if it stops them'} no state can be spent`,
          by === 'cluster'
            ? 'run a notary in another cluster: the states of that one can be spent then'
            : 'have a notary of another organization: the states of that one can be spent then',
          pathOf(network, by, name),
        ),
      ),
  )
}

const pathOf = ({ clusters, organizations, externalParties }: CordaNetwork, by: string, name: string): Path =>
  (by === 'cluster' ? clusters : [...organizations, ...externalParties]).find((one) => one.name === name)?.path ?? []
