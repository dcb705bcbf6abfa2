import { mspIdIn } from '../channel/msp.ts'
import { administersItself, type FabricLedgerNode, type FabricNetwork, membersOf, mspIdOf } from '../network.ts'
import type { Channel } from '../schema.ts'
import type { RecordedUpdate } from './record.ts'

/**
 * The first peer of the member that submits an update: the first of ours that the channel has already and that has Jobs, as anybody who
 * may write may submit; the first without Jobs when there is no other, whose people take the update from its cluster.
 */
export function submitterOf(
  network: FabricNetwork,
  channel: Channel,
  { before }: Pick<RecordedUpdate, 'before'>,
): FabricLedgerNode | undefined {
  const members = before.channel.groups.get('Application')?.groups.values() ?? []
  const known = new Set([...members].map(mspIdIn))
  const peers = membersOf(network, channel)
    .flatMap((member) => member.peers.slice(0, 1))
    .flatMap((peer) => ('cluster' in peer && known.has(mspIdOf(peer.organization)) ? [peer] : []))
  return peers.find(({ organization }) => !administersItself(organization)) ?? peers[0]
}

/** Whether a Job submits an update once it has its signatures. */
export function hasJob(network: FabricNetwork, channel: Channel, update: Pick<RecordedUpdate, 'before'>): boolean {
  const submitter = submitterOf(network, channel, update)
  return submitter !== undefined && !administersItself(submitter.organization)
}
