import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { isCompleted, readSpec, specFileOf } from '../chain-spec/base-spec.ts'
import type { SubstrateNetwork } from '../network.ts'

const path = ['chain', 'spec']
const rule = 'chain-spec'

/** The file with the spec can be read, and is one that Chancery can complete. */
export function specProblems(network: SubstrateNetwork, material: Material): Problem[] {
  const file = specFileOf(network)
  const text = file === undefined ? undefined : material.text(file)
  if (file === undefined || text === undefined) return []
  const spec = readSpec(text)
  const problem = (message: string, hint: string): Problem[] => [{ rule, severity: 'error', message, hint, path }]
  if (spec === undefined || spec.form === 'unknown')
    return problem(`${file} is no chain spec`, 'write it with the build-spec command of the node')
  if (isCompleted(network) && spec.form === 'raw')
    return problem(
      `${file} is a raw chain spec, which has no place for validators`,
      'write it with build-spec without --raw; for a chain that runs already, set chain.existing',
    )
  return []
}
