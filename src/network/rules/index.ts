import { bodyLimitProblems } from '../../ambassador/body-limit.ts'
import { exposureProblems } from '../../ambassador/exposure.ts'
import { settingProblems } from '../../ambassador/settings.ts'
import { versionProblems } from '../../ambassador/version.ts'
import type { Platform } from '../../platforms/platform.ts'
import { imageProblems } from '../../render/images.ts'
import type { Problem } from '../finding.ts'
import type { Network } from '../network.ts'
import { clusterProblems } from './clusters.ts'
import { labelProblems } from './labels.ts'
import { nameProblems } from './names.ts'
import { recipientProblems } from './recipients.ts'
import { sizeProblems } from './sizes.ts'
import { storageClassProblems } from './storage-classes.ts'

/** Every rule that the definition alone decides. Ports need the lock too: ambassador/ports.ts. */
export const networkProblems = (network: Network, platform: Platform): Problem[] => [
  ...nameProblems(network, platform),
  ...clusterProblems(network),
  ...recipientProblems(network),
  ...settingProblems(network),
  ...versionProblems(network),
  ...sizeProblems(network, platform),
  ...storageClassProblems(network),
  ...labelProblems(network),
  ...imageProblems(network, platform),
  ...exposureProblems(network, platform),
  ...bodyLimitProblems(network, platform),
  ...platform.rules(network),
]
