import { contentName } from '../../../content-name.ts'
import type { Material } from '../../../material/material.ts'
import { genesisBlockOf } from '../certificates.ts'
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

/** The first block of a channel; undefined while it is not made. */
export function genesisConfigMap(channel: Channel, material: Material): BinaryConfigMap | undefined {
  const block = genesisBlockOf(channel, material)
  return block === undefined ? undefined : binaryConfigMap(jobName('channel', channel.name), 'genesis.block', block)
}

export const genesisName = (channel: Channel, material: Material): string | undefined =>
  genesisConfigMap(channel, material)?.name
