import { addressText } from '../../../network/address.ts'
import { organizationOf } from '../../../network/network.ts'
import type { ClusterView, JobOverlay } from '../../platform.ts'
import { authorityCertificate, recordedBlockOf } from '../certificates.ts'
import { updateEnvelope } from '../channel/signature.ts'
import { consentersOf, type FabricLedgerNode, isPeer } from '../network.ts'
import type { Channel, FabricNode, FabricTop } from '../schema.ts'
import { type RecordedUpdate, recordOf } from '../updates/record.ts'
import { submitterOf } from '../updates/submitter.ts'
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
    const first = recordedBlockOf(channel, material)
    if (first === undefined) return []
    const { updates } = recordOf(channel.name, first, material)
    return updates
      .filter((update) => update.missing.length === 0)
      .filter((update) => {
        const submitter = submitterOf(network, channel, update)
        return submitter?.cluster.name === cluster && submitter.organization.name === organization.name
      })
      .map((update) => ({ channel, update }))
  })
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
    // The orderers of the channel keep it, not a volume of this organization.
    nodes: [],
    base: 'channel-update',
    env: { ...env, CHANNEL: channel.name, NUMBER: String(update.number), ORDERERS: orderers.map(dial).join(' ') },
    files: { ...files, 'orderers.crt': roots.join('') },
    volumes: (configMap) => [
      { name: 'update', configMap: { name: configMapOf(submission).name } },
      { name: 'orderers', configMap: { name: configMap } },
      ...volumes(configMap),
    ],
  }
}
