import type { OptionTable } from '../../network/options/table.ts'
import authority from './options/authority.json' with { type: 'json' }
import orderer from './options/orderer.json' with { type: 'json' }
import peer from './options/peer.json' with { type: 'json' }

/** Variables of Fabric's programs, by role and release. Tests hold that the files have this form. */
export const tables: Readonly<Record<string, OptionTable>> = {
  peer: peer as OptionTable, // JSON files have texts where the type has certain words.
  orderer: orderer as OptionTable,
  ca: authority as OptionTable,
}
