import * as z from 'zod'
import { OperatorError } from '../../../errors.ts'
import type { FileContent } from '../../../file-content.ts'
import { textOf } from '../../../file-content.ts'
import type { Material } from '../../../material/material.ts'
import { isMapping } from '../../../network/mapping.ts'
import { resolve } from '../../../network/resolve.ts'
import { definitionSchema } from '../../../network/schema.ts'
import type { AdoptedOrganization } from '../../adoption.ts'
import { mappingsOf } from '../../bevel-fields.ts'
import type { ConfigGroup } from '../channel/config-group.ts'
import { desiredConfig } from '../channel/desired-config.ts'
import { nextConfig } from '../channel/next-config.ts'
import { updateSets } from '../channel/update.ts'
import { describeUpdate } from '../channel/update-text.ts'
import { channelInput } from '../channel-input.ts'
import { fabricDefinition } from '../definition.ts'
import type { FabricNetwork } from '../network.ts'
import type { AdoptedChannel } from './definition.ts'
import type { RunningParty } from './parties.ts'

type Values = Readonly<Record<string, unknown>>

/** What the definition is made from. */
export interface Draft {
  readonly platformVersion: string
  readonly channels: readonly AdoptedChannel[]
  readonly parties: readonly RunningParty[]
  readonly organizations: readonly AdoptedOrganization[]
  readonly external: readonly Values[]
  readonly files: ReadonlyMap<string, FileContent>
}

/** A channel as the definition says it. */
export interface ChannelDraft {
  /** What its next update would change, in words: nothing, if all is well. */
  readonly pending: readonly string[]
  /** The configuration that Chancery would give a new channel of this definition. */
  readonly usual: ConfigGroup
}

/** Channels by name. */
export function draftsOf(draft: Draft): ReadonlyMap<string, ChannelDraft> {
  const network = networkOf(draft)
  const material = materialOf(draft.files)
  return new Map(
    draft.channels.map(({ channel: { name, config } }) => {
      const channel = network.top.channels.find((one) => one.name === name)
      if (channel === undefined) throw new Error(`channel ${name} is in its own definition`)
      const input = channelInput(network, channel, material, (node) => ({
        host: `${node.name}.${node.cluster.name}`,
        port: 443,
      }))
      const sets = updateSets(config, nextConfig(config, input, { baseline: config }).config)
      return [name, { pending: sets === undefined ? [] : describeUpdate(config, sets), usual: desiredConfig(input) }]
    }),
  )
}

/** The network with these channels and all who are in them; what else a definition may say makes no difference to them. */
function networkOf({ platformVersion, channels, parties, organizations, external }: Draft): FabricNetwork {
  const ours = parties.flatMap(({ name, mspId, ours: own }) => (own === undefined ? [] : [{ name, mspId, own }]))
  const home = { name: 'home', provider: 'kubernetes', domain: 'home.example.com' }
  const parsed = definitionSchema(fabricDefinition).safeParse({
    version: 1,
    name: 'network',
    platform: 'fabric',
    platformVersion,
    clusters: [home],
    organizations: [
      ...ours.map(({ name, mspId, own }) => ({
        name,
        cluster: home.name,
        mspId,
        nodes: nodesOf(
          own.value,
          organizations.find((one) => one.name === name),
        ),
      })),
      // A definition has an organization, and nobody needs to be ours for a channel to be read.
      ...(ours.length === 0 ? [{ name: 'nobody', cluster: home.name, nodes: [{ name: 'peer1', role: 'peer' }] }] : []),
    ],
    external,
    channels: channels.map(({ fields, existing }) => completed(existing, fields)),
  })
  if (!parsed.success)
    throw new OperatorError(
      `the definition would be invalid: ${z.prettifyError(parsed.error)}`,
      'run `chancery validate` first, if there is a definition already',
    )
  return resolve(parsed.data, fabricDefinition).network as FabricNetwork // the schema has its fields
}

/** What a definition that exists says, with what it lacks. */
const completed = (existing: unknown, added: unknown): unknown =>
  isMapping(existing) && isMapping(added)
    ? {
        ...existing,
        ...Object.fromEntries(Object.entries(added).map(([key, value]) => [key, completed(existing[key], value)])),
      }
    : (existing ?? added)

/** Nodes of an organization with what was added to them. */
function nodesOf(existing: Values, adopted: AdoptedOrganization | undefined): readonly Values[] {
  const known = mappingsOf(existing.nodes)
  const added = adopted?.nodes ?? []
  return [...known, ...added.filter(({ name }) => !known.some((node) => node.name === name))].map((node) => {
    const { name, role } = node
    const anchor = node.anchor ?? added.find((one) => one.name === name)?.anchor
    return { name, role, ...(anchor === undefined ? {} : { anchor }) }
  })
}

const materialOf = (files: ReadonlyMap<string, FileContent>): Material => ({
  text: (path) => textOf(files, path),
  bytes: () => undefined,
  value: () => undefined,
  standIns: new Set(),
})
