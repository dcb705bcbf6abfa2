import { providers } from '../providers/index.ts'
import type { Cluster } from './network.ts'

/** Half of all addresses or more: no party owns such a network. */
const isEverybody = (sourceRanges: readonly string[]): boolean =>
  sourceRanges.length === 0 || sourceRanges.some((range) => /\/[01]$/.test(range))

/** Whether the whole internet reaches the Ambassador of a cluster. */
export const isOpenToAll = ({ provider, ambassador }: Cluster): boolean =>
  !providers[provider].local &&
  ambassador.loadBalancer.visibility !== 'internal' &&
  isEverybody(ambassador.sourceRanges)
