import { several } from '../../../words.ts'
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
  const found = differences(config, usual, '')
  const line = (what: string, items: readonly string[]): AdoptionLine[] =>
    items.length === 0
      ? []
      : [
          {
            subject: `channel ${channel}`,
            outcome: 'taken',
            text: `${what} no field has, so every update leaves as they are: ${several(items, 8)}`,
          },
        ]
  return [
    ...line('policies that', found.policies),
    ...line('values that', found.values),
    ...line('guards (mod_policy) that', found.guards),
    ...line('organizations that', found.organizations),
    ...line('parts of MSPs that', found.msps),
  ]
}

interface Differences {
  readonly policies: readonly string[]
  readonly values: readonly string[]
  readonly guards: readonly string[]
  readonly organizations: readonly string[]
  readonly msps: readonly string[]
}

/** Values that a definition says, or that every channel has alike. */
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

function differences(config: ConfigGroup, usual: ConfigGroup | undefined, path: string, root = config): Differences {
  const place = (name: string): string => (path === '' ? name : `${path}/${name}`)
  const section = path === '' || path === 'Orderer' || path === 'Application'
  const ownPolicies = [...config.policies].filter(([name, policy]) => !isTold(path, name, policy, usual))
  const ownValues = [...config.values].filter(([name, { value }]) => {
    if (told.has(name)) return false
    if (name === 'Capabilities') return readMessage(value).map(1).size > 1
    return usual?.values.get(name)?.value.equals(value) !== true && value.length > 0
  })
  const elements = [...config.policies, ...config.values]
  const guards = elements
    .filter(([, { modPolicy }]) => modPolicy !== admins)
    .map(([name, { modPolicy }]) => `${place(name)} (${modPolicy || 'none'})`)
  const inner = [...config.groups].map(([key, group]) => {
    const mspId = mspIdIn(group)
    const other = usual?.groups.get(mspId ?? key)
    const unknown = section && path !== '' && (mspId === undefined || other === undefined)
    return {
      found: differences(group, other, place(key), root),
      organizations: unknown ? [`${place(key)}${mspId === undefined ? '' : ' (it orders without a consenter)'}`] : [],
    }
  })
  const absent = path === 'Application' ? absentPolicies(config) : []
  const all = (pick: (each: Differences) => readonly string[]): string[] => inner.flatMap(({ found }) => pick(found))
  return {
    policies: [
      ...ownPolicies.map(([name, policy]) => `${place(name)} (${policyText(policy, root)})`),
      ...absent,
      ...all(({ policies }) => policies),
    ],
    values: [
      ...ownValues.map(
        ([name, { value }]) => `${place(name)}${name === 'Capabilities' ? ` beside ${highestCapability(value)}` : ''}`,
      ),
      ...all(({ values }) => values),
    ],
    guards: [...guards, ...all((each) => each.guards)],
    organizations: [...inner.flatMap((each) => each.organizations), ...all((each) => each.organizations)],
    msps: [...mspParts(config).map((part) => `${path}: ${part}`), ...all(({ msps }) => msps)],
  }
}

/** Policies of the application are fields where they can be written; others are usual, or stay. */
function isTold(path: string, name: string, policy: ConfigPolicy, usual: ConfigGroup | undefined): boolean {
  if (usual?.policies.get(name)?.policy.equals(policy.policy) === true) return true
  return path === 'Application' && applicationPolicies.has(name) && writtenRule(policy.policy) !== undefined
}

const absentPolicies = ({ policies }: ConfigGroup): readonly string[] =>
  [...applicationPolicies.keys()].filter((name) => !policies.has(name)).map((name) => `no Application/${name}`)

/** What an MSP has that Chancery does not write. */
function mspParts(group: ConfigGroup): readonly string[] {
  const config = fabricMspOf(group)
  if (config === undefined) return []
  const fields = readMessage(config)
  const units = readMessage(fields.bytes(mspFields.nodeUnits) ?? Buffer.alloc(0))
  return [
    ...(fields.count(mspFields.administrators) > 0 ? ['administrators by certificate'] : []),
    ...(fields.count(mspFields.units) > 0 ? ['organizational units'] : []),
    ...(units.number(1) === 0 ? ['no roles by organizational unit (node OUs are off)'] : []),
  ]
}
