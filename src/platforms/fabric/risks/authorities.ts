import { nodeId } from '../../../network/network.ts'
import type { Risk } from '../../../network/risk.ts'
import { isAuthority } from '../network.ts'
import type { FabricRevision } from './revision.ts'

/** A CA server has the keys of the organization's authorities: it takes them to a cluster that did not have them. */
export function authorityRisks(before: FabricRevision, after: FabricRevision): Risk[] {
  const key = ({ organization, cluster }: (typeof after.network.nodes)[number]): string =>
    `${organization.name} ${cluster.name}`
  const known = new Set(before.network.nodes.filter(isAuthority).map(key))
  const organizations = new Set(before.network.organizations.map(({ name }) => name))
  return after.network.nodes
    .filter((node) => isAuthority(node) && organizations.has(node.organization.name) && !known.has(key(node)))
    .map((node) => ({
      id: 'authority-in-cluster',
      severity: 'danger',
      subject: nodeId(node),
      message: `${nodeId(node)} brings the keys of the authorities of ${node.organization.name} to cluster ${node.cluster.name}: anyone who can decrypt there can issue certificates for the organization, also of administrators`,
      hint: `ask ${node.organization.name} to confirm; \`chancery keys\` issues certificates without a CA in a cluster`,
      path: node.path,
    }))
}
