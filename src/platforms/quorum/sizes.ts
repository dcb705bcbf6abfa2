import type { Sizes } from '../../network/size.ts'

/** Not measured: `small` has the memory that quorum-kubernetes gives a node. */
export const quorumSizes: Sizes = {
  small: { requests: { cpu: '100m', memory: '1Gi' }, limits: { memory: '2Gi' } },
  medium: { requests: { cpu: '500m', memory: '3Gi' }, limits: { memory: '4Gi' } },
  large: { requests: { cpu: '2', memory: '8Gi' }, limits: { memory: '10Gi' } },
}
