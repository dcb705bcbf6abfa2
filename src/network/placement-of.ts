import type { Cluster, LedgerNode, Organization } from './network.ts'
import type { Placement } from './placement.ts'

/** The placement of a node: each field of the nearest placement that has it. */
export const placementOfNode = ({ placement, organization, cluster }: LedgerNode): Placement => ({
  ...placementOfOrganization(organization, cluster),
  ...placement,
})

/** Of what else an organization runs in a cluster: Jobs, chaincodes, probes. */
export const placementOfOrganization = (
  { placement }: Pick<Organization, 'placement'>,
  cluster: Pick<Cluster, 'placement'>,
): Placement => ({ ...cluster.placement, ...placement })

export const placementOfAmbassador = ({
  placement,
  ambassador,
}: Pick<Cluster, 'placement' | 'ambassador'>): Placement => ({
  ...placement,
  ...ambassador.placement,
})
