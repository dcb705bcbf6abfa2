import type { ChannelInput } from '../../../../../src/platforms/fabric/channel/channel.ts'
import type {
  ConfigGroup,
  ConfigPolicy,
  ConfigValue,
} from '../../../../../src/platforms/fabric/channel/config-group.ts'
import { desiredConfig } from '../../../../../src/platforms/fabric/channel/desired-config.ts'
import { encodeRule } from '../../../../../src/platforms/fabric/channel/policies.ts'
import { isProblem, parseRule } from '../../../../../src/platforms/fabric/policy/parse.ts'
import { withFields } from '../../../../../src/platforms/fabric/protobuf/fields.ts'
import { readMessage } from '../../../../../src/platforms/fabric/protobuf/reader.ts'
import { bytes, concat, message, number, repeated } from '../../../../../src/platforms/fabric/protobuf/writer.ts'

/** Configurations as others make them: the same meaning as Chancery's, with all that a definition cannot say. */

type Change = (group: ConfigGroup) => ConfigGroup

/** A group of a configuration, changed. */
export function changed(config: ConfigGroup, path: readonly string[], change: Change): ConfigGroup {
  const [name, ...rest] = path
  if (name === undefined) return change(config)
  const group = config.groups.get(name)
  if (group === undefined) throw new Error(`there is no group ${name}`)
  return { ...config, groups: new Map([...config.groups, [name, changed(group, rest, change)]]) }
}

export const withValue =
  (name: string, value: (old: Buffer) => Buffer): Change =>
  (group) => {
    const old = group.values.get(name) ?? { version: 0, value: Buffer.alloc(0), modPolicy: 'Admins' }
    return { ...group, values: new Map([...group.values, [name, { ...old, value: value(old.value) }]]) }
  }

export const withPolicy =
  (name: string, text: string, modPolicy = 'Admins'): Change =>
  (group) => {
    const rule = parseRule(text)
    if (isProblem(rule)) throw new Error(rule.message)
    const policy: ConfigPolicy = { version: 0, policy: encodeRule(rule), modPolicy }
    return { ...group, policies: new Map([...group.policies, [name, policy]]) }
  }

/** Changes of the msp.FabricMSPConfig of an organization. */
export const withMsp = (change: (config: Buffer) => Buffer): Change =>
  withValue('MSP', (value) =>
    withFields(value, new Map([[2, bytes(2, change(readMessage(value).bytes(2) as Buffer))]])),
  )

export const without =
  (...names: readonly string[]): Change =>
  (group) => ({
    ...group,
    values: new Map([...group.values].filter(([name]) => !names.includes(name))),
    policies: new Map([...group.policies].filter(([name]) => !names.includes(name))),
  })

const renamed =
  (from: string, to: string): Change =>
  (group) => ({
    ...group,
    groups: new Map([...group.groups].map(([name, inner]) => [name === from ? to : name, inner])),
  })

/** Versions of a channel that has had updates. */
export function aged(group: ConfigGroup, by = 3): ConfigGroup {
  const older = <Item extends ConfigValue | ConfigPolicy>(items: ReadonlyMap<string, Item>): Map<string, Item> =>
    new Map([...items].map(([name, item], at) => [name, { ...item, version: by + at }]))
  return {
    ...group,
    version: by,
    values: older(group.values),
    policies: older(group.policies),
    groups: new Map([...group.groups].map(([name, inner], at) => [name, aged(inner, by + at)])),
  }
}

/** All at once that was seen in channels of configtxgen, of Bevel and of older releases. */
export function foreign(input: ChannelInput): ConfigGroup {
  const idemix = (group: ConfigGroup): ConfigGroup => ({
    ...group,
    groups: new Map([
      ...group.groups,
      [
        'IdemixOrg',
        {
          version: 0,
          groups: new Map(),
          values: new Map([
            ['MSP', { version: 0, value: concat(number(1, 1), bytes(2, 'idemix')), modPolicy: 'Admins' }],
          ]),
          policies: new Map(),
          modPolicy: 'Admins',
        },
      ],
    ]),
  })
  const steps: readonly (readonly [readonly string[], Change])[] = [
    [
      [],
      withValue('Capabilities', () => repeated(1, ['V1_4_3', ...names(input.capabilities.channel)].map(capability))),
    ],
    [[], withValue('Consortium', () => bytes(1, 'SampleConsortium'))],
    [[], withValue('BlockDataHashingStructure', () => number(1, 4_294_967_295))],
    [[], withPolicy('Readers', 'ANY Writers', '/Channel/Orderer/Admins')],
    [['Application'], withPolicy('Audit', "OR('AlphaMSP.admin')")],
    [['Application'], idemix],
    [['Orderer'], withPolicy('Admins', "AND('OrdererMSP.admin', 'AlphaMSP.admin')", '/Channel/Admins')],
    [['Orderer'], withValue('ChannelRestrictions', () => number(1, 250))],
    [['Orderer'], withValue('KafkaBrokers', () => bytes(1, 'kafka:9092'))],
    [['Orderer'], withValue('ConsensusType', (value) => concat(value, number(3, 0), number(9, 7)))],
    [['Orderer', 'OrdererMSP'], withPolicy('Writers', "OutOf(2, 'OrdererMSP.orderer', 'OrdererMSP.admin')")],
    [['Orderer', 'OrdererMSP'], withValue('Endpoints', (value) => concat(value, bytes(1, 'standby.example.com:7050')))],
    [['Orderer', 'OrdererMSP'], withMsp((config) => withFields(config, new Map([[11, Buffer.alloc(0)]])))],
    [['Orderer', 'OrdererMSP'], withMsp((config) => concat(config, bytes(4, 'an administrator')))],
    [['Application', 'AlphaMSP'], withMsp(withoutLineBreaks)],
    [['Application', 'AlphaMSP'], withMsp((config) => concat(config, message(7, bytes(2, 'Sales'))))],
    [['Application', 'AlphaMSP'], without('Endorsement')],
    [['Orderer'], renamed('OrdererMSP', 'OrdererOrg')],
    [['Application'], renamed('AlphaMSP', 'Alpha')],
  ]
  return aged(steps.reduce((config, [path, change]) => changed(config, path, change), desiredConfig(input)))
}

const names = (one: string): string[] => (one === 'V1_4_3' ? [] : [one])

const capability = (name: string): Buffer => concat(bytes(1, name), message(2))

/** PEM without the last line break. */
const withoutLineBreaks = (config: Buffer): Buffer => {
  const trimmed = readMessage(config)
    .all(2)
    .map((pem) => String(pem).trimEnd())
  return withFields(config, new Map([[2, repeated(2, trimmed)]]))
}
