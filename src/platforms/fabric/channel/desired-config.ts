import { bytes, concat, map, number } from '../protobuf/writer.ts'
import type { ChannelInput } from './channel.ts'
import type { ConfigGroup } from './config-group.ts'
import { capabilities, ordererGroup } from './orderer.ts'
import { applicationOrganizationGroup, configValue, groupOf } from './organizations.ts'
import { configPolicy, implicit } from './policies.ts'

/** The configuration that a channel should have, with all versions 0: what configtxgen makes of the same input. */
export const desiredConfig = (channel: ChannelInput): ConfigGroup =>
  groupOf({
    groups: new Map([
      ['Orderer', ordererGroup(channel)],
      ['Application', applicationGroup(channel)],
    ]),
    values: new Map([
      ['HashingAlgorithm', configValue(bytes(1, 'SHA256'))],
      // Block data is hashed as a whole: the width of the tree is the largest there is.
      ['BlockDataHashingStructure', configValue(number(1, 0xffffffff))],
      ['Capabilities', configValue(capabilities(channel.capabilities.channel))],
    ]),
    policies: new Map([
      ['Readers', configPolicy(implicit('ANY', 'Readers'))],
      ['Writers', configPolicy(implicit('ANY', 'Writers'))],
      ['Admins', configPolicy(implicit('MAJORITY', 'Admins'))],
    ]),
  })

const applicationGroup = ({
  applicationOrganizations,
  capabilities: wanted,
  policies,
  acls,
}: ChannelInput): ConfigGroup =>
  groupOf({
    groups: new Map(
      applicationOrganizations.map((organization) => [
        organization.msp.mspId,
        applicationOrganizationGroup(organization),
      ]),
    ),
    values: new Map([
      ['Capabilities', configValue(capabilities(wanted.application))],
      ...(Object.keys(acls).length === 0 ? [] : [['ACLs', configValue(encodeAcls(acls))] as const]),
    ]),
    policies: new Map([
      ['Readers', configPolicy(policies.readers)],
      ['Writers', configPolicy(policies.writers)],
      ['Admins', configPolicy(policies.admins)],
      ['Endorsement', configPolicy(policies.endorsement)],
      ['LifecycleEndorsement', configPolicy(policies.lifecycleEndorsement)],
    ]),
  })

/** peer.ACLs */
const encodeAcls = (acls: ChannelInput['acls']): Buffer =>
  map(1, new Map(Object.entries(acls).map(([resource, policy]) => [resource, concat(bytes(1, policy))])))
