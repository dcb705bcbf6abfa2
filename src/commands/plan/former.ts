import type { CheckedNetwork } from '../../check/checked-network.ts'
import type { Finding } from '../../network/finding.ts'
import { hasBegun } from '../begun.ts'
import { inspect } from '../inspect.ts'
import type { Base, CommandOptions } from '../ports.ts'

/** The network before. Without one, everything is new; so it is when it cannot be rendered, which a finding says. */
export async function formerSubject(
  { network }: CommandOptions,
  { commit, files }: Base,
): Promise<{ readonly former?: CheckedNetwork; readonly baseFindings: readonly Finding[] }> {
  if ((await files.readBytes(network)) === undefined) return { baseFindings: [] }
  const { checked } = await inspect({ network }, files)
  if (checked !== undefined) return { former: checked, baseFindings: [] }
  if (!(await hasBegun(files))) return { baseFindings: [] }
  const finding: Finding = {
    rule: 'base-broken',
    severity: 'warning',
    message: `${network} had errors before this change (${commit.slice(0, 12)}): what the change does to a network that runs is not known, and no risk was looked for`,
    hint: 'compare with the last commit that was valid, or look through the change yourself',
    place: { file: network, line: 1, column: 1 },
  }
  return { baseFindings: [finding] }
}
