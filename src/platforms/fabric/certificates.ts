import type { Material } from '../../material/material.ts'
import {
  type Agent,
  type Authority,
  agentCertificatePath,
  authorityPath,
  certificatePath,
  genesisPath,
} from './places.ts'
import { readBlockFile } from './requests/channels.ts'
import type { Channel } from './schema.ts'

/** Public material, read. What is missing is empty: material is completed before anything is rendered. */

export const authorityCertificate = (party: string, authority: Authority, material: Material): string =>
  material.text(authorityPath(party, authority)) ?? ''

export const nodeCertificate = (party: string, node: string, which: 'sign' | 'tls', material: Material): string =>
  material.text(certificatePath(party, node, which)) ?? ''

export const agentCertificate = (party: string, agent: Agent, which: 'sign' | 'tls', material: Material): string =>
  material.text(agentCertificatePath(party, agent, which)) ?? ''

/** The first block of a channel; undefined while it is not made. */
export const genesisBlockOf = ({ name }: Pick<Channel, 'name'>, material: Material): Buffer | undefined =>
  readBlockFile(material.value(genesisPath(name)))
