import type { MemoryNeed } from '../network/platform-definition.ts'
import type { Sizes } from '../network/size.ts'

/** Of a pod of Emissary. Seen with `small`: 93 to 106 MiB, 175 at its start. */
export const ambassadorSizes: Sizes = {
  small: { requests: { cpu: '50m', memory: '192Mi' }, limits: { memory: '768Mi' } },
  medium: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '1Gi' } },
  large: { requests: { cpu: '1', memory: '512Mi' }, limits: { memory: '2Gi' } },
}

export const ambassadorMemory: MemoryNeed = {
  starts: '192Mi',
  serves: '256Mi',
  reason: 'beside Envoy a compiler of its configuration runs in the pod',
}
