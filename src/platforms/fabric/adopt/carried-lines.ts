import { listed, several } from '../../../words.ts'
import type { AdoptionLine } from '../../adoption.ts'
import { highestCapability } from '../channel/capabilities.ts'
import { applicationPolicies, writtenRule } from '../channel/carried/policies.ts'
import type { ConfigGroup, ConfigPolicy } from '../channel/config-group.ts'
import { fabricMspOf, mspFields, mspIdIn } from '../channel/msp.ts'
import { admins } from '../channel/policies.ts'
import { policyText } from '../channel/policy-text.ts'
import { readMessage } from '../protobuf/reader.ts'

/** What no field of a definition says of a channel, and that all its updates leave as it is. `usual` is what a new channel would have. */
export function carriedLines(channel: string, config: ConfigGroup, usual: ConfigGroup): readonly AdoptionLine[] {
  const found = carriedIn({ group: config, usual, path: '', channel: config })
  return kinds.flatMap(([kind, words]): AdoptionLine[] => {
    const items = found
      .filter((one) => one.kind === kind)
      .map(({ text }) => text)
      .sort()
    return items.length === 0
      ? []
      : [
          {
            subject: `channel ${channel}`,
            outcome: 'taken',
            text: `no field says ${words}, and every update leaves them as they are: ${several(items, 12)}`,
          },
        ]
  })
}

const kinds = [
  ['policy', 'these policies'],
  ['value', 'these values'],
  ['guard', 'these guards (mod_policy)'],
  ['organization', 'these organizations'],
  ['msp', 'these parts of MSPs'],
] as const

interface CarriedPart {
  readonly kind: (typeof kinds)[number][0]
  readonly text: string
}

interface Place {
  readonly group: ConfigGroup
  /** The group of a new channel in the same place. */
  readonly usual: ConfigGroup | undefined
  readonly path: string
  readonly channel: ConfigGroup
}

const carriedIn = (place: Place): readonly CarriedPart[] => [
  ...policies(place).map((text): CarriedPart => ({ kind: 'policy', text })),
  ...values(place).map((text): CarriedPart => ({ kind: 'value', text })),
  ...guards(place).map((text): CarriedPart => ({ kind: 'guard', text })),
  ...mspParts(place).map((text): CarriedPart => ({ kind: 'msp', text })),
  ...[...place.group.groups].flatMap(([key, group]) => {
    const mspId = mspIdIn(group)
    const usual = place.usual?.groups.get(mspId ?? key)
    const isOrganization = place.path !== ''
    const inner = carriedIn({ ...place, group, usual, path: nameAt(place, key) })
    if (!isOrganization || usual !== undefined) return inner
    const reason = mspId === undefined ? 'of another kind of MSP' : 'without a consenter'
    return [{ kind: 'organization', text: `${nameAt(place, key)}, ${reason}` } as const]
  }),
]

const nameAt = ({ path }: Place, name: string): string => (path === '' ? name : `${path}/${name}`)

function policies(place: Place): readonly string[] {
  const { path, group, channel } = place
  const carried = [...group.policies]
    .filter(([name, policy]) => !isPolicyTold(place, name, policy))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  // Organizations have policies of the same names, which say which of their roles they are.
  if (mspIdIn(group) !== undefined)
    return carried.length === 0 ? [] : [`${path}: ${listed(carried.map(([name]) => name))}`]
  const absent =
    path === 'Application' ? [...applicationPolicies.keys()].filter((name) => !group.policies.has(name)) : []
  return [
    ...carried.map(([name, policy]) => `${nameAt(place, name)}: ${policyText(policy, channel)}`),
    ...absent.map((name) => `${nameAt(place, name)}: none`),
  ]
}

/** It is usual, one of the application that a field has, or who signs the blocks of SmartBFT, which follows from the consenters. */
function isPolicyTold({ path, usual, channel }: Place, name: string, policy: ConfigPolicy): boolean {
  if (usual?.policies.get(name)?.policy.equals(policy.policy) === true) return true
  if (path === 'Application' && applicationPolicies.has(name)) return writtenRule(policy.policy) !== undefined
  return name === 'BlockValidation' && /^signatures of \d+ of \d+ certificates$/.test(policyText(policy, channel))
}

/** Those that a definition says. */
const told = new Set([
  'ACLs',
  'AnchorPeers',
  'BatchSize',
  'BatchTimeout',
  'ConsensusType',
  'Endpoints',
  'MSP',
  'Orderers',
])

const values = (place: Place): readonly string[] =>
  [...place.group.values]
    .filter(([name, { value }]) => {
      if (name === 'Capabilities') return readMessage(value).map(1).size > 1
      return !told.has(name) && value.length > 0 && place.usual?.values.get(name)?.value.equals(value) !== true
    })
    .map(([name, { value }]) =>
      name === 'Capabilities' ? `${nameAt(place, name)} below ${highestCapability(value)}` : nameAt(place, name),
    )

const guards = (place: Place): readonly string[] =>
  [...place.group.policies, ...place.group.values]
    .filter(([, { modPolicy }]) => modPolicy !== admins)
    .map(([name, { modPolicy }]) => `${nameAt(place, name)}: ${modPolicy || 'none'}`)

/** What an MSP has that Chancery does not write. */
function mspParts({ group, path }: Place): readonly string[] {
  const config = fabricMspOf(group)
  if (config === undefined) return []
  const fields = readMessage(config)
  const units = readMessage(fields.bytes(mspFields.nodeUnits) ?? Buffer.alloc(0))
  const parts = [
    ...(fields.count(mspFields.administrators) > 0 ? ['administrators by certificate'] : []),
    ...(fields.count(mspFields.units) > 0 ? ['organizational units'] : []),
    ...(units.number(1) === 0 ? ['no roles by organizational unit (node OUs are off)'] : []),
  ]
  return parts.length === 0 ? [] : [`${path}: ${listed(parts)}`]
}
