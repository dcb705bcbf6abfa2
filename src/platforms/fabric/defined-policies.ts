import type { Material } from '../../material/material.ts'
import { conditionAt } from './channel/conditions.ts'
import { desiredConfig } from './channel/desired-config.ts'
import { channelInput } from './channel-input.ts'
import type { FabricNetwork } from './network.ts'
import type { Condition } from './policy/condition.ts'
import type { Channel } from './schema.ts'

const noMaterial: Material = {
  text: () => undefined,
  bytes: () => undefined,
  value: () => undefined,
  standIns: new Set(),
}

/** Policies say nothing of blocks, whose numbers may be wrong. */
const anyBatch: Channel['batch'] = { timeout: '2s', maxMessageCount: 1, absoluteMaxBytes: 1, preferredMaxBytes: 1 }

/** Policies of a channel by their paths, /Channel/Application/Writers, with all that they refer to, as its definition says: without certificates. */
export function definedPolicies(network: FabricNetwork, channel: Channel): (path: string) => Condition {
  const input = channelInput(network, { ...channel, batch: anyBatch }, noMaterial, () => ({ host: '', port: 0 }))
  const config = desiredConfig(input)
  return (path) => conditionAt(config, path)
}
