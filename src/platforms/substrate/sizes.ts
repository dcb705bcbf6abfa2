import type { Sizes } from '../../network/size.ts'

/** `small` is what the base manifest has. */
export const substrateSizes: Sizes = {
  small: { requests: { cpu: '100m', memory: '512Mi' }, limits: { memory: '2Gi' } },
  medium: { requests: { cpu: '500m', memory: '2Gi' }, limits: { memory: '4Gi' } },
  large: { requests: { cpu: '2', memory: '8Gi' }, limits: { memory: '16Gi' } },
}
