import { certificatesIn } from '../../../material/x509/read.ts'
import { readMessage } from '../protobuf/reader.ts'
import { bytes, concat, message, number, repeated } from '../protobuf/writer.ts'
import type { ApplicationOrganization, Msp, OrdererOrganization } from './channel.ts'
import type { ConfigGroup, ConfigValue } from './config-group.ts'
import { mspConfigsOf } from './msp.ts'
import { admins, anyOf, configPolicy } from './policies.ts'

export const configValue = (value: Buffer): ConfigValue => ({ version: 0, value, modPolicy: admins })

export const groupOf = (parts: Partial<Pick<ConfigGroup, 'groups' | 'values' | 'policies'>>): ConfigGroup => ({
  version: 0,
  groups: parts.groups ?? new Map(),
  values: parts.values ?? new Map(),
  policies: parts.policies ?? new Map(),
  modPolicy: admins,
})

export const ordererOrganizationGroup = ({ msp, endpoints }: OrdererOrganization): ConfigGroup =>
  groupOf({
    values: new Map([
      ['MSP', configValue(encodeMsp(msp))],
      ['Endpoints', configValue(repeated(1, endpoints))],
    ]),
    policies: new Map([
      ['Readers', configPolicy(anyOf(msp.mspId, 'member'))],
      ['Writers', configPolicy(anyOf(msp.mspId, 'member'))],
      ['Admins', configPolicy(anyOf(msp.mspId, 'admin'))],
    ]),
  })

export const applicationOrganizationGroup = ({ msp, anchors }: ApplicationOrganization): ConfigGroup =>
  groupOf({
    values: new Map([
      ['MSP', configValue(encodeMsp(msp))],
      // peer.AnchorPeers. In the first block already: no update has to add them.
      ...(anchors.length === 0 ? [] : [['AnchorPeers', configValue(anchorPeers(anchors))] as const]),
    ]),
    policies: new Map([
      ['Readers', configPolicy(anyOf(msp.mspId, 'admin', 'peer', 'client'))],
      ['Writers', configPolicy(anyOf(msp.mspId, 'admin', 'client'))],
      ['Admins', configPolicy(anyOf(msp.mspId, 'admin'))],
      ['Endorsement', configPolicy(anyOf(msp.mspId, 'peer'))],
    ]),
  })

const anchorPeers = (anchors: ApplicationOrganization['anchors']): Buffer =>
  repeated(
    1,
    anchors.map(({ host, port }) => concat(bytes(1, host), number(2, port))),
  )

/**
 * msp.MSPConfig of type FABRIC with a msp.FabricMSPConfig: roles are told by the OU of a certificate (node OUs). Which authority
 * has to have issued it is left open: named, it would be the only one, and no organization could change its root
 * (msp/mspimplvalidate.go, validateIdentityOUsV142).
 */
function encodeMsp({
  mspId,
  authorities,
  tlsAuthorities,
  intermediates = [],
  tlsIntermediates = [],
  revocationLists = [],
}: Msp): Buffer {
  const unit = (field: number, name: string): Buffer => message(field, bytes(2, name))
  const config = concat(
    bytes(1, mspId),
    repeated(2, authorities.flatMap(certificatesIn)),
    repeated(3, intermediates.flatMap(certificatesIn)),
    repeated(5, revocationLists),
    message(8, bytes(1, 'SHA2'), bytes(2, 'SHA256')),
    repeated(9, tlsAuthorities.flatMap(certificatesIn)),
    repeated(10, tlsIntermediates.flatMap(certificatesIn)),
    message(11, number(1, true), unit(2, 'client'), unit(3, 'peer'), unit(4, 'admin'), unit(5, 'orderer')),
  )
  return bytes(2, config)
}

/** Authorities of identities of an MSP, roots and intermediates, as a channel has them. */
export const authoritiesIn = (channel: ConfigGroup, mspId: string): readonly string[] =>
  mspConfigsOf(channel, mspId)
    .map(readMessage)
    .flatMap((fields) => [...fields.all(2), ...fields.all(3)].map(String))
