import type { ClusterView, JobOverlay, Overlay } from '../platform.ts'
import { chaincodeServers } from './chaincode/overlay.ts'
import { chaincodeJobs, packageConfigMaps } from './jobs/chaincode.ts'
import { configMapObject, joinConfigMap } from './jobs/config-maps.ts'
import { joinJobs } from './jobs/join.ts'
import { updateConfigMaps, updateJobs } from './jobs/update.ts'
import { monitoringObjects } from './monitoring/objects.ts'
import { administersItself, channelsOf, clientsOf, type FabricLedgerNode, isOrderer } from './network.ts'
import { networkPolicies } from './network-policy.ts'
import { administrator, clientAgent, ordererAdministrator, sealedAgentPath } from './places.ts'
import type { FabricNode, FabricTop } from './schema.ts'

type View = ClusterView<FabricTop, FabricNode>

/** What the nodes and Jobs of one organization in one cluster share: policies, administrators' keys, and files of channels. */
export function organizationOverlay(nodes: readonly FabricLedgerNode[], view: View): Overlay {
  const binaries = [
    ...nodes.flatMap((node) =>
      channelsOf(view.network, node).flatMap((channel) => joinConfigMap(channel, node.role, view.material) ?? []),
    ),
    ...packageConfigMaps(nodes, view),
    ...updateConfigMaps(nodes, view),
  ]
  const watched = monitoringObjects(nodes, view)
  const byName = new Map(binaries.map((binary) => [binary.name, binary]))
  return {
    bases: ['organization'],
    configMaps: [],
    files: {},
    patches: {},
    objects: {
      'network-policy.yaml': networkPolicies(nodes, view),
      ...(watched.length === 0 ? {} : { 'monitoring.yaml': watched }),
      ...Object.fromEntries([...byName].map(([name, binary]) => [`${name}.yaml`, [configMapObject(binary)]])),
    },
    sealed: sealedOf(nodes, view),
    renames: {},
  }
}

/** Keys of those who act for the organization in this cluster: Jobs mount them, and its own applications. */
function sealedOf(nodes: readonly FabricLedgerNode[], { cluster }: View): Record<string, string> {
  const organization = nodes[0]?.organization
  if (organization === undefined) return {}
  const agents = [
    ...(administersItself(organization)
      ? []
      : [administrator(cluster), ...(nodes.some(isOrderer) ? [ordererAdministrator(cluster)] : [])]),
    ...(organization.cluster === cluster ? clientsOf(organization).map(({ name }) => clientAgent(name)) : []),
  ]
  return Object.fromEntries(
    agents.map((agent) => [`${agent.secret}.yaml`, sealedAgentPath(cluster, organization.name, agent)]),
  )
}

/** Jobs, where they have the key of an administrator, and the chaincode servers that run beside the nodes. */
export const jobOverlays = (nodes: readonly FabricLedgerNode[], view: View): readonly JobOverlay[] => [
  ...(nodes.some(({ organization }) => administersItself(organization))
    ? []
    : [...joinJobs(nodes, view), ...updateJobs(nodes, view), ...chaincodeJobs(nodes, view)]),
  ...chaincodeServers(nodes, view),
]
