import { outsideOf } from '../../ambassador/outside.ts'
import type { Risk } from '../../network/risk.ts'
import type { PlatformRevision } from '../../platforms/platform.ts'
import type { Unsearched } from '../plan.ts'
import { ambassadorRisks } from './ambassador.ts'
import { ambassadorGuardRisks } from './ambassador-guards.ts'
import { ambassadorPodRisks } from './ambassador-pods.ts'
import { clusterRisks } from './clusters.ts'
import { drainRisks } from './drains.ts'
import { enteringRisks } from './entering.ts'
import { exposureRisks } from './exposure.ts'
import { externalRisks } from './external.ts'
import { externalDnsRisks } from './external-dns.ts'
import { guardRisks } from './guards.ts'
import { hostRisks } from './hosts.ts'
import { imageRisks } from './images.ts'
import { ipFamilyRisks } from './ip-families.ts'
import { issuingRisks } from './issuing.ts'
import { networkRisks } from './network.ts'
import { nodeRisks } from './nodes.ts'
import { byWeight } from './order.ts'
import { organizationRisks } from './organizations.ts'
import { placementRisks } from './placement.ts'
import { podsOf } from './pods.ts'
import { policyGuardRisks } from './policy-guards.ts'
import { portRisks } from './ports.ts'
import { recipientRisks } from './recipients.ts'
import { hasBegun, type Revision } from './revision.ts'
import { signerRisks } from './signers.ts'
import { sourceRangeRisks } from './source-ranges.ts'
import { storageRisks } from './storage.ts'

export type { Revision } from './revision.ts'

const general: readonly ((before: Revision, after: Revision) => readonly Risk[])[] = [
  networkRisks,
  clusterRisks,
  organizationRisks,
  nodeRisks,
  storageRisks,
  placementRisks,
  drainRisks,
  hostRisks,
  ipFamilyRisks,
  externalDnsRisks,
  portRisks,
  ambassadorRisks,
  ambassadorPodRisks,
  sourceRangeRisks,
  exposureRisks,
  imageRisks,
]

/** Who gets keys, and who is let in: that concerns a network in which nothing runs yet, too. */
const consent: typeof general = [
  recipientRisks,
  enteringRisks,
  issuingRisks,
  signerRisks,
  guardRisks,
  ambassadorGuardRisks,
  policyGuardRisks,
  externalRisks,
]

/** Why not all risks of a change were looked for; undefined when they were. */
export function unsearchedIn(before: Revision, after: Revision): Unsearched | undefined {
  if (!hasBegun(before)) return 'not-begun'
  return after.platform === before.platform ? undefined : 'platform-changed'
}

/**
 * What a change could do to a network that runs, dangers first. One that has not begun can change freely, except for consent. What is an error in `after` is not repeated. Both have stand-ins for material that is missing.
 */
export function risksOf(before: Revision, after: Revision): Risk[] {
  const agreed = consent.flatMap((find) => find(before, after))
  if (!hasBegun(before)) return agreed.sort(byWeight)
  const { platform } = after
  const own =
    platform === before.platform ? platform.operation.risks(platformRevision(before), platformRevision(after)) : []
  return [...agreed, ...general.flatMap((find) => find(before, after)), ...own].sort(byWeight)
}

const platformRevision = (revision: Revision): PlatformRevision => ({
  network: revision.network,
  material: revision.material,
  outside: outsideOf(revision.platform, revision.ports),
  pods: podsOf(revision),
})
