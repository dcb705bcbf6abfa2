import type { Material } from '../../material/material.ts'
import { certificatesIn } from '../../material/x509/read.ts'
import {
  type Agent,
  type Authority,
  adoptedPath,
  agentCertificatePath,
  authorityPath,
  certificatePath,
  genesisPath,
} from './places.ts'
import { readBlockFile } from './requests/channels.ts'
import type { Channel } from './schema.ts'

/**
 * Public material, read: certificates only, whatever else such a file has. What is missing is empty: material is completed before
 * anything is rendered.
 */
const certificatesAt = (path: string, material: Material): string => certificatesIn(material.text(path) ?? '').join('')

export const authorityCertificate = (party: string, authority: Authority, material: Material): string =>
  certificatesAt(authorityPath(party, authority), material)

export const nodeCertificate = (party: string, node: string, which: 'sign' | 'tls', material: Material): string =>
  certificatesAt(certificatePath(party, node, which), material)

export const agentCertificate = (party: string, agent: Agent, which: 'sign' | 'tls', material: Material): string =>
  certificatesAt(agentCertificatePath(party, agent, which), material)

/** The first block of a channel; undefined while it is not made. */
export const genesisBlockOf = ({ name }: Pick<Channel, 'name'>, material: Material): Buffer | undefined =>
  readBlockFile(material.value(genesisPath(name)))

/** The block that an adopted channel was adopted with. */
const adoptedBlockOf = ({ name }: Pick<Channel, 'name'>, material: Material): Buffer | undefined =>
  readBlockFile(material.value(adoptedPath(name)))

/** The block that the record of a channel begins with: the first one, or the one that it was adopted with. */
export const recordedBlockOf = (channel: Pick<Channel, 'name' | 'adopted'>, material: Material): Buffer | undefined =>
  channel.adopted ? adoptedBlockOf(channel, material) : genesisBlockOf(channel, material)
