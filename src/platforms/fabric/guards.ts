import { type Guard, type GuardedOption, guardsAmong } from '../guard.ts'
import type { FabricLedgerNode } from './network.ts'

/** Fabric's variables that keep others out, or hold them to a limit: sampleconfig/core.yaml, orderer.yaml and fabric-ca-server-config.yaml. */
const table: readonly GuardedOption[] = [
  // Plug-ins of the peer: who is asked what, and who signs.
  { pattern: /^CORE_PEER_HANDLERS_/, kind: 'sensitive', always: true, authenticates: true },
  { pattern: /^ORDERER_GENERAL_AUTHENTICATION_NOEXPIRATIONCHECKS$/, kind: 'off', authenticates: true },
  { pattern: /^(CORE_PEER|ORDERER_GENERAL)_AUTHENTICATION_/, kind: 'watched', authenticates: true },
  { pattern: /^CORE_CHAINCODE_MODE$/, kind: 'sensitive', always: true },
  { pattern: /^CORE_PEER_GOSSIP_SKIPBLOCKVERIFICATION$/, kind: 'off' },
  { pattern: /^CORE_PEER_DISCOVERY_ORGMEMBERSALLOWEDACCESS$/, kind: 'off' },
  { pattern: /^(CORE_PEER|ORDERER_GENERAL)_PROFILE_ENABLED$/, kind: 'off' },
  { pattern: /^CORE_PEER_DELIVERYCLIENT_ADDRESSOVERRIDES/, kind: 'sensitive', always: true },
  { pattern: /^ORDERER_DEBUG_/, kind: 'sensitive', always: true },
  { pattern: /^FABRIC_CA_SERVER_(DEBUG|LOGLEVEL)$/, kind: 'watched' },
  { pattern: /^FABRIC_CA_SERVER_CORS_ENABLED$/, kind: 'off' },
  // Who may enroll, and what is issued.
  { pattern: /^FABRIC_CA_SERVER_/, kind: 'sensitive', always: true, authenticates: true },
  {
    pattern: /_(LIMITS|THROTTLING|PVTDATA|DISCOVERY|GATEWAY|GOSSIP|STATSD|PROFILE|SYSTEM|KEEPALIVE)_?/,
    kind: 'watched',
  },
]

/** What keeps others out of a node: TLS and its keys follow from the definition, and settings cannot change them. */
export const nodeGuards = (node: FabricLedgerNode): readonly Guard[] =>
  guardsAmong(node.own.settings, table, (variable) => [...node.path, 'settings', variable])
