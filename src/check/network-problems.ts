import { bodyLimitProblems } from '../ambassador/body-limit.ts'
import { certificateNameProblems } from '../ambassador/certificate-names.ts'
import { effectProblems } from '../ambassador/effects.ts'
import { exposureProblems } from '../ambassador/exposure.ts'
import { loadBalancerAnnotationProblems } from '../ambassador/load-balancer-annotations.ts'
import { placeProblems } from '../ambassador/places.ts'
import { settingProblems } from '../ambassador/settings.ts'
import { sharedEndpointProblems } from '../ambassador/shared-endpoint-problems.ts'
import { versionProblems } from '../ambassador/version.ts'
import type { Problem } from '../network/finding.ts'
import type { Network } from '../network/network.ts'
import { acknowledgementProblems } from '../network/rules/acknowledgements.ts'
import { addressProblems } from '../network/rules/addresses.ts'
import { amountProblems } from '../network/rules/amounts.ts'
import { clusterServiceProblems } from '../network/rules/cluster-services.ts'
import { clusterProblems, contextProblems } from '../network/rules/clusters.ts'
import { familyProblems } from '../network/rules/ip-families.ts'
import { annotationProblems, labelProblems } from '../network/rules/labels.ts'
import { nameProblems } from '../network/rules/names.ts'
import { placementProblems } from '../network/rules/placement.ts'
import { recipientProblems } from '../network/rules/recipients.ts'
import { repeatedProblems } from '../network/rules/repeated.ts'
import { signerProblems } from '../network/rules/signers.ts'
import { sizeProblems } from '../network/rules/sizes.ts'
import { storageClassProblems } from '../network/rules/storage-classes.ts'
import type { Platform } from '../platforms/platform.ts'
import { imageProblems } from '../render/images.ts'

/** Every rule that needs the definition only; `definition` is unsorted, as written. Ports also need the lock: ambassador/ports.ts. */
export const networkProblems = (network: Network, platform: Platform, definition: unknown): Problem[] => [
  ...nameProblems(network, platform.definition),
  ...clusterProblems(network),
  ...addressProblems(network),
  ...familyProblems(network, platform.definition, definition),
  ...recipientProblems(network, platform.definition, definition),
  ...signerProblems(network),
  ...settingProblems(network, definition),
  ...loadBalancerAnnotationProblems(network),
  ...placeProblems(network, platform, definition),
  ...effectProblems(network, platform, definition),
  ...versionProblems(network),
  ...sizeProblems(network, platform.definition),
  ...amountProblems(network, platform.definition),
  ...storageClassProblems(network),
  ...placementProblems(network, definition),
  ...clusterServiceProblems(network, definition),
  ...repeatedProblems(network, definition),
  ...labelProblems(network),
  ...annotationProblems(network),
  ...contextProblems(network),
  ...imageProblems(network, platform),
  ...acknowledgementProblems(network),
  ...exposureProblems(network, platform),
  ...sharedEndpointProblems(network, platform, definition),
  ...certificateNameProblems(network, platform),
  ...bodyLimitProblems(network, platform),
  ...platform.definition.rules(network),
]
