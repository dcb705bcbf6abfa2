import type { Channel } from '../schema.ts'

/** The policies of a channel that its definition leaves out, as Fabric's tools write them. */
const defaults = {
  readers: 'ANY Readers',
  writers: 'ANY Writers',
  admins: 'MAJORITY Admins',
  endorsement: 'MAJORITY Endorsement',
  lifecycleEndorsement: 'MAJORITY Endorsement',
} as const

/** The text of a policy of a channel, its default where the definition has none. */
export const policyTextOf = ({ policies }: Pick<Channel, 'policies'>, name: keyof typeof defaults): string =>
  policies[name] ?? defaults[name]
