import type { CheckedNetwork } from '../../check/checked-network.ts'
import { materialOf } from '../../material/files.ts'
import { standInRandom } from '../../material/random.ts'
import { standIns } from '../../material/stand-ins.ts'
import type { Risk } from '../../network/risk.ts'
import type { PlannedRisk } from '../../plan/plan.ts'
import { type Revision, risksOf } from '../../plan/risks/index.ts'

const revisionOf = ({ network, platform, lock, materialFiles, requests }: CheckedNetwork): Revision => ({
  network,
  platform,
  ports: lock.ports,
  material: materialOf(materialFiles, standIns(requests, materialFiles, standInRandom)),
})

/** What the change of the definition could do. Without a network before there is nothing to compare. */
export const definitionRisks = (former: CheckedNetwork | undefined, checked: CheckedNetwork): readonly Risk[] =>
  former === undefined ? [] : risksOf(revisionOf(former), revisionOf(checked))

/**
 * Risks with their places, unacknowledged ones first, dangers first. An acknowledgement counts in the change that adds it: one
 * that was merged says nothing of what comes after. `everything` is an acknowledgement of all of them, from outside the definition.
 */
export function planned(
  risks: readonly Risk[],
  former: CheckedNetwork | undefined,
  { network, source }: CheckedNetwork,
  everything: boolean,
): PlannedRisk[] {
  const fresh = new Set(network.acknowledge.filter((line) => !(former?.network.acknowledge ?? []).includes(line)))
  const weight = (risk: PlannedRisk): number => (risk.acknowledged ? 2 : 0) + (risk.severity === 'danger' ? 0 : 1)
  return risks
    .map((risk) => ({
      ...risk,
      place: risk.file === undefined ? source.at(risk.path) : { file: risk.file, line: 1, column: 1 },
      acknowledged: everything || fresh.has(`${risk.id} ${risk.subject}`),
    }))
    .sort((a, b) => weight(a) - weight(b))
}
