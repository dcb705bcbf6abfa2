import type { CheckedNetwork } from '../../check/checked-network.ts'
import type { Finding } from '../../network/finding.ts'
import { hasBegun } from '../begun.ts'
import { inspect } from '../inspect.ts'
import type { Base, CommandOptions } from '../ports.ts'

export interface FormerSubject {
  readonly former?: CheckedNetwork
  /** What is wrong with the network before. */
  readonly baseFindings: readonly Finding[]
  /** What it has findings of, as far as it could be rendered. */
  readonly known: readonly Finding[]
}

/** The network before the change. Everything is new if there was none, or if it cannot be rendered, which is a finding. */
export async function formerSubject({ network }: CommandOptions, { commit, files }: Base): Promise<FormerSubject> {
  if ((await files.readBytes(network)) === undefined) return { baseFindings: [], known: [] }
  const { checked, findings } = await inspect({ network }, files)
  if (checked !== undefined) return { former: checked, baseFindings: [], known: findings }
  if (!(await hasBegun(files))) return { baseFindings: [], known: [] }
  const finding: Finding = {
    rule: 'base-broken',
    severity: 'warning',
    message: `${network} had errors before this change (${commit.slice(0, 12)}): the effect of the change on the running network is unknown, and its risks were not checked`,
    hint: 'compare with the last valid commit, or review the change yourself',
    place: { file: network, line: 1, column: 1 },
  }
  return { baseFindings: [finding], known: [] }
}
