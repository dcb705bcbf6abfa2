import type { ConfigGroup } from '../channel/config-group.ts'
import { desiredConfig } from '../channel/desired-config.ts'
import { channelInput } from '../channel-input.ts'
import type { Channel } from '../schema.ts'
import type { FabricRevision } from './revision.ts'

/** The configuration that a channel has by its definition. */
export const definedConfig = ({ network, material, outside }: FabricRevision, channel: Channel): ConfigGroup =>
  desiredConfig(channelInput(network, channel, material, outside))
