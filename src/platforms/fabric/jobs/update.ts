import { organizationOf } from '../../../network/network.ts'
import type { ClusterView, JobOverlay } from '../../platform.ts'
import { authorityCertificate, genesisBlockOf } from '../certificates.ts'
import { updateEnvelope } from '../channel/signature.ts'
import { addressText } from '../config.ts'
import { consentersOf, type FabricLedgerNode, isPeer, membersOf, mspIdOf } from '../network.ts'
import type { Channel, FabricNode, FabricTop } from '../schema.ts'
import { type RecordedUpdate, recordOf } from '../updates/record.ts'
import { type BinaryConfigMap, binaryConfigMap } from './config-maps.ts'
import { asAdministrator, type JobInput, jobOverlay } from './job.ts'
import { jobName } from './name.ts'

type View = ClusterView<FabricTop, FabricNode>

interface Submission {
  readonly channel: Channel
  readonly update: RecordedUpdate
}

/** Updates that have their signatures and that these nodes' organization submits, from its home cluster. */
function submissionsOf(nodes: readonly FabricLedgerNode[], { network, material, cluster }: View): Submission[] {
  const organization = nodes.find(isPeer)?.organization
  if (organization === undefined) return []
  return network.top.channels.flatMap((channel) => {
    const genesis = genesisBlockOf(channel, material)
    if (genesis === undefined) return []
    const { updates } = recordOf(channel.name, genesis, material)
    return updates
      .filter((update) => update.missing.length === 0)
      .filter((update) => submitterOf(network, channel, update) === `${cluster}/${organization.name}`)
      .map((update) => ({ channel, update }))
  })
}

/** The first member of ours that the channel has already, in the cluster of its first peer: anybody who may write may submit. */
function submitterOf(network: View['network'], channel: Channel, { before }: RecordedUpdate): string | undefined {
  const known = before.channel.groups.get('Application')?.groups
  const peers = membersOf(network, channel).flatMap((member) => member.peers.slice(0, 1))
  const [first] = peers.filter(
    (peer) => typeof peer.organization !== 'string' && known?.has(mspIdOf(peer.organization)),
  )
  return first === undefined || !('cluster' in first) ? undefined : `${first.cluster.name}/${organizationOf(first)}`
}

const configMapOf = ({ channel, update }: Submission): BinaryConfigMap =>
  binaryConfigMap(
    jobName('update', channel.name, String(update.number)),
    'update.pb',
    updateEnvelope(channel.name, update.update, [...update.signatures.values()]),
  )

export const updateConfigMaps = (nodes: readonly FabricLedgerNode[], view: View): BinaryConfigMap[] =>
  submissionsOf(nodes, view).map(configMapOf)

/** A Job for each of them. What is applied already it finds so. */
export const updateJobs = (nodes: readonly FabricLedgerNode[], view: View): JobOverlay[] =>
  submissionsOf(nodes, view).map((submission) => jobOverlay(updateJob(submission, nodes, view)))

function updateJob(submission: Submission, nodes: readonly FabricLedgerNode[], view: View): JobInput {
  const { channel, update } = submission
  const organization = nodes.find(isPeer)?.organization
  if (organization === undefined) throw new Error('only organizations with peers submit updates')
  const { env, files, volumes } = asAdministrator(organization, view)
  const orderers = consentersOf(view.network, channel)
  const dial = (node: (typeof orderers)[number]): string =>
    addressText('cluster' in node ? view.addressOf(node, 'grpc') : node)
  const roots = [...new Set(orderers.map(organizationOf))].map((party) =>
    authorityCertificate(party, 'tlsca', view.material),
  )
  return {
    name: jobName('update', channel.name, String(update.number)),
    base: 'channel-update',
    env: { ...env, CHANNEL: channel.name, ORDERERS: orderers.map(dial).join(' ') },
    files: { ...files, 'orderers.crt': roots.join('') },
    volumes: (configMap) => [
      { name: 'update', configMap: { name: configMapOf(submission).name } },
      { name: 'orderers', configMap: { name: configMap } },
      ...volumes(configMap),
    ],
  }
}
