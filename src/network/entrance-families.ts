import type { IpFamily } from '../ip-address.ts'
import { providers } from '../providers/index.ts'
import type { Cluster } from './network.ts'

/** The families of addresses at which others reach the Ambassador of a cluster: a load balancer may translate. */
export const entranceFamilies = ({ provider, ipFamilies }: Cluster): readonly IpFamily[] =>
  providers[provider].entranceFamilies?.(ipFamilies) ?? ipFamilies
