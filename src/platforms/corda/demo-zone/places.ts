import { publicPath, sealedPath } from '../../../material/material.ts'
import type { LedgerNode } from '../../../network/network.ts'

/** Certificates of a demo zone, which are public. */
export const zoneCertificates = ['root', 'doorman', 'network-map'] as const
export type ZoneCertificate = (typeof zoneCertificates)[number]

export const certificatePath = ({ organization, name }: LedgerNode, certificate: ZoneCertificate): string =>
  publicPath(organization.name, name, `${certificate}.crt`)

/** Entries of the Secret with the private keys of doorman and network map. */
export const keyEntries = { doorman: 'doormanKey', networkMap: 'networkMapKey' } as const

export const keysSecret = ({ name }: LedgerNode): string => `${name}-keys`

export const sealedKeysPath = ({ name, organization, cluster }: LedgerNode): string =>
  sealedPath(cluster.name, organization.name, `${name}.yaml`)
