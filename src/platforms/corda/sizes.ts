import type { Sizes } from '../../network/size.ts'

/** `small` is what the base manifest has. The heap is half of the memory limit: Corda has caches, Artemis and Netty outside of it. */
export const cordaSizes: Sizes = {
  small: { requests: { cpu: '250m', memory: '1Gi' }, limits: { memory: '2Gi' } },
  medium: { requests: { cpu: '500m', memory: '2Gi' }, limits: { memory: '4Gi' } },
  large: { requests: { cpu: '2', memory: '8Gi' }, limits: { memory: '16Gi' } },
}

/** Of doorman and network map of a demo zone, which have little to do. */
const networkMapSizes: Sizes = {
  small: { requests: { cpu: '100m', memory: '512Mi' }, limits: { memory: '1Gi' } },
  medium: { requests: { cpu: '250m', memory: '1Gi' }, limits: { memory: '2Gi' } },
  large: { requests: { cpu: '500m', memory: '2Gi' }, limits: { memory: '4Gi' } },
}

export const sizesOf = (role: string): Sizes => (role === 'network-map' ? networkMapSizes : cordaSizes)
