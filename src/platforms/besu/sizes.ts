import type { Sizes } from '../../network/size.ts'

/** Half of the limit is for the heap of Java (BESU_OPTS). Seen with `small`: 0.5 to 1.3 GiB with empty blocks. */
export const besuSizes: Sizes = {
  small: { requests: { cpu: '100m', memory: '1280Mi' }, limits: { memory: '2Gi' } },
  medium: { requests: { cpu: '500m', memory: '3Gi' }, limits: { memory: '4Gi' } },
  large: { requests: { cpu: '2', memory: '8Gi' }, limits: { memory: '10Gi' } },
}
