import type { CheckedNetwork } from '../../check/checked-network.ts'
import { originIn } from '../../check/overrides/origin.ts'
import { materialOf } from '../../material/files.ts'
import { standInRandom } from '../../material/random.ts'
import { standIns } from '../../material/stand-ins.ts'
import { acknowledgement } from '../../network/acknowledgement.ts'
import type { Finding, Place } from '../../network/finding.ts'
import type { Risk } from '../../network/risk.ts'
import { lineFindings } from '../../plan/acknowledged.ts'
import type { PlannedRisk, Unsearched } from '../../plan/plan.ts'
import { type Revision, risksOf, unsearchedIn } from '../../plan/risks/index.ts'

export const revisionOf = ({ network, platform, lock, materialFiles, requests }: CheckedNetwork): Revision => ({
  network,
  platform,
  ports: lock.ports,
  material: materialOf(materialFiles, standIns(requests, materialFiles, standInRandom)),
})

export interface DefinitionRisks {
  readonly risks: readonly Risk[]
  /** Absent when all risks were checked. */
  readonly unsearched?: Unsearched
}

/** Risks of the changed definition. `isBroken`: the network of the base had errors. */
export function definitionRisks(
  former: CheckedNetwork | undefined,
  checked: CheckedNetwork,
  isBroken: boolean,
): DefinitionRisks {
  if (former === undefined) return { risks: [], unsearched: isBroken ? 'base-broken' : 'new-network' }
  const [before, after] = [revisionOf(former), revisionOf(checked)]
  const unsearched = unsearchedIn(before, after)
  return { risks: risksOf(before, after), ...(unsearched === undefined ? {} : { unsearched }) }
}

/**
 * Risks with their places, unacknowledged ones first, dangers first. An acknowledgement is valid in the change that adds it, and no
 * longer after the merge. `everything` acknowledges all risks, from outside of the definition.
 */
export function planned(
  risks: readonly Risk[],
  former: CheckedNetwork | undefined,
  checked: CheckedNetwork,
  everything: boolean,
): PlannedRisk[] {
  const fresh = new Set(checked.network.acknowledge.filter((line) => !formerLines(former).includes(line)))
  const weight = (risk: PlannedRisk): number => (risk.acknowledged ? 2 : 0) + (risk.severity === 'danger' ? 0 : 1)
  return risks
    .map((risk) => {
      const acknowledge = acknowledgement(risk)
      return {
        ...risk,
        place: placeOf(risk, checked),
        acknowledge,
        acknowledged: everything || fresh.has(acknowledge),
      }
    })
    .sort((a, b) => weight(a) - weight(b))
}

/**
 * Changes that Kubernetes certainly refuses, as errors: an acknowledgement would not help. If nothing runs yet, the objects may not
 * exist, and the change is a risk like others.
 */
export function refusals(
  risks: readonly Risk[],
  checked: CheckedNetwork,
  unsearched: Unsearched | undefined,
): { readonly taken: readonly Risk[]; readonly refused: readonly Finding[] } {
  const isThere = unsearched === undefined || unsearched === 'platform-changed'
  const isRefused = ({ refused }: Risk): boolean => isThere && refused === true
  return {
    taken: risks.filter((risk) => !isRefused(risk)),
    refused: risks.filter(isRefused).map((risk) => ({
      rule: 'kubernetes-refuses',
      severity: 'error',
      message: risk.message,
      hint: risk.hint,
      place: placeOf(risk, checked),
    })),
  }
}

/** Lines of `acknowledge:` that match nothing in this change. */
export const uselessLines = (
  risks: readonly PlannedRisk[],
  former: CheckedNetwork | undefined,
  { network, source }: CheckedNetwork,
  findings: readonly Finding[],
): readonly Finding[] =>
  lineFindings({
    lines: network.acknowledge,
    former: formerLines(former),
    placeOf: (index) => source.at(['acknowledge', index]),
    risks: risks.map(({ acknowledge }) => acknowledge),
    findings,
  })

function placeOf({ path, file, subject }: Risk, { source, overrides }: CheckedNetwork): Place {
  if (file === undefined) return source.at(path)
  // `eu/carrier/rpc1:StatefulSet/rpc1`
  const [, kind, name] = /:(\w+)\/([^/]+)$/.exec(subject) ?? []
  return kind === undefined || name === undefined
    ? { file, line: 1, column: 1 }
    : originIn(overrides, file, { kind, name })
}

const formerLines = (former: CheckedNetwork | undefined): readonly string[] => former?.network.acknowledge ?? []
