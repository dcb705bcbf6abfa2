import { contentName } from '../../../content-name.ts'
import type { Material } from '../../../material/material.ts'
import { genesisBlockOf, recordedBlockOf } from '../certificates.ts'
import { type FabricLedgerNode, isOrderer } from '../network.ts'
import type { Channel } from '../schema.ts'
import { jobName } from './name.ts'

/**
 * Files that Jobs mount and that are no text: the first block of a channel, updates of its configuration, packages of chaincode.
 * They are in the organization's root, since several Jobs mount the same; its content is in the name of each.
 */
export interface BinaryConfigMap {
  readonly name: string
  readonly entry: string
  readonly content: Buffer
}

export function binaryConfigMap(name: string, entry: string, content: Buffer): BinaryConfigMap {
  return { name: contentName(name, content.toString('base64')), entry, content }
}

export const configMapObject = ({ name, entry, content }: BinaryConfigMap): object => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  binaryData: { [entry]: content.toString('base64') },
})

/**
 * The block that nodes of a role join a channel with: the first one. Orderers join an adopted channel with a later one, so that they
 * ask consenters of today for the blocks before it. Undefined while it is not there.
 */
export function joinConfigMap(
  channel: Channel,
  role: FabricLedgerNode['role'],
  material: Material,
): BinaryConfigMap | undefined {
  const block = isOrderer({ role }) ? recordedBlockOf(channel, material) : genesisBlockOf(channel, material)
  return block === undefined ? undefined : binaryConfigMap(jobName('channel', channel.name), 'genesis.block', block)
}
