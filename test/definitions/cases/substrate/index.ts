import { acceptedAccounts, accountCases } from './accounts.ts'
import { acceptedAnnouncements, announcements } from './announcements.ts'
import { acceptedGenesis, genesis } from './genesis.ts'
import { acceptedKeys, keys } from './keys.ts'
import { nodes } from './nodes.ts'
import { acceptedSettings, settings } from './settings.ts'
import { acceptedSpecs, specs } from './specs.ts'

/** How definitions differ from substrate.yaml. */
export const substrate = { announcements, specs, genesis, accountCases, keys, nodes, settings }

export const acceptedSubstrate = [
  ...acceptedSpecs,
  ...acceptedGenesis,
  ...acceptedAccounts,
  ...acceptedAnnouncements,
  ...acceptedKeys,
  ...acceptedSettings,
]
