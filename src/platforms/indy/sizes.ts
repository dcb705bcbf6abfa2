import type { Sizes } from '../../network/size.ts'

/** `small` is what the base manifest has. */
export const indySizes: Sizes = {
  small: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '1Gi' } },
  medium: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '2Gi' } },
  large: { requests: { cpu: '2', memory: '4Gi' }, limits: { memory: '8Gi' } },
}
