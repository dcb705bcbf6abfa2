import { addressText } from '../../../network/address.ts'
import type { ClusterView, JobOverlay } from '../../platform.ts'
import { agentCertificate, authorityCertificate } from '../certificates.ts'
import { files, tlsVolume } from '../msp.ts'
import { channelsOf, type FabricLedgerNode, isOrderer, isPeer } from '../network.ts'
import { ordererAdministrator } from '../places.ts'
import type { Channel, FabricNode, FabricTop } from '../schema.ts'
import { joinConfigMap } from './config-maps.ts'
import { asAdministrator, type JobInput, jobOverlay } from './job.ts'
import { jobName } from './name.ts'

type View = ClusterView<FabricTop, FabricNode>

/** A Job for each node and channel: one that fails does not hold up the others. */
export const joinJobs = (nodes: readonly FabricLedgerNode[], view: View): JobOverlay[] =>
  nodes.flatMap((node) =>
    channelsOf(view.network, node).flatMap((channel) => {
      const block = joinConfigMap(channel, node.role, view.material)
      if (block === undefined) return []
      const volume = { name: 'channel', configMap: { name: block.name } }
      if (isOrderer(node)) return [jobOverlay(ordererJoin(node, channel, view, volume))]
      return isPeer(node) ? [jobOverlay(peerJoin(node, channel, view, volume))] : []
    }),
  )

function ordererJoin(node: FabricLedgerNode, channel: Channel, view: View, genesis: object): JobInput {
  const { organization } = node
  const agent = ordererAdministrator(view.cluster)
  return {
    name: jobName('join', channel.name, node.name),
    nodes: [node],
    base: 'orderer-join',
    env: { CHANNEL: channel.name, ADMINISTRATION: `https://${addressText(view.addressOf(node, 'administration'))}` },
    files: {
      [files.tlsCertificate]: agentCertificate(organization.name, agent, 'tls', view.material),
      [files.tlsAuthority]: authorityCertificate(organization.name, 'tlsca', view.material),
    },
    volumes: (configMap) => [genesis, tlsVolume('administrator', { configMap, secret: agent.secret })],
  }
}

function peerJoin(node: FabricLedgerNode, channel: Channel, view: View, genesis: object): JobInput {
  const { env, files: own, volumes } = asAdministrator(node.organization, view)
  return {
    name: jobName('join', channel.name, node.name),
    nodes: [node],
    base: 'peer-join',
    env: { ...env, CHANNEL: channel.name, CORE_PEER_ADDRESS: addressText(view.addressOf(node, 'grpc')) },
    files: own,
    volumes: (configMap) => [genesis, ...volumes(configMap)],
  }
}
