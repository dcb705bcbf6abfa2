import type { Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { error, warning } from '../../problem.ts'
import { type FabricLedgerNode, isPeer } from '../network.ts'

/** What Fabric refuses or passes over with the other options in effect. */
export const combinedProblems = (node: FabricLedgerNode): Problem[] => [...twoLeaders(node), ...ignored(node)]

const isTrue = (value: unknown): boolean => /^(1|t|true)$/i.test(String(value))

/** gossip/service/gossip_service.go. Chancery makes each peer a leader. */
function twoLeaders(node: FabricLedgerNode): Problem[] {
  const { settings } = node.own
  const election = settings.CORE_PEER_GOSSIP_USELEADERELECTION
  if (!isPeer(node) || !isTrue(election) || !isTrue(settings.CORE_PEER_GOSSIP_ORGLEADER ?? true)) return []
  return [
    error(
      'refused-setting',
      `${nodeId(node)} both elects a leader and is one: Fabric does not start`,
      'remove it, or add `CORE_PEER_GOSSIP_ORGLEADER: false`',
      [...node.path, 'settings', 'CORE_PEER_GOSSIP_USELEADERELECTION'],
    ),
  ]
}

interface Ignoring {
  readonly pattern: RegExp
  readonly why: string
  readonly hint: string
  isIgnored(node: FabricLedgerNode): boolean
}

const rows: readonly Ignoring[] = [
  {
    pattern: /^CORE_LEDGER_STATE_COUCHDBCONFIG_/,
    why: 'its state database is goleveldb',
    hint: 'remove it, or add `stateDatabase: couchdb`',
    isIgnored: ({ own }) => own.stateDatabase !== 'couchdb',
  },
  {
    pattern: /^(CORE|ORDERER|FABRIC_CA_SERVER)_METRICS_STATSD_/,
    why: 'metrics go to Prometheus',
    hint: 'remove it: Prometheus fetches the metrics of each node',
    isIgnored: () => true,
  },
  {
    pattern: /^ORDERER_KAFKA_/,
    why: 'channels have the consensus etcdraft or bft',
    hint: 'remove it: Fabric has had no Kafka since 3.0',
    isIgnored: ({ platformVersion }) => platformVersion.startsWith('2.'),
  },
  {
    pattern: /^(CORE_PEER_PROFILE_LISTENADDRESS|ORDERER_GENERAL_PROFILE_ADDRESS)$/,
    why: 'profiles are off',
    hint: 'remove it, or switch profiles on',
    isIgnored: ({ own }) =>
      !isTrue(own.settings.CORE_PEER_PROFILE_ENABLED ?? own.settings.ORDERER_GENERAL_PROFILE_ENABLED ?? false),
  },
]

const ignored = (node: FabricLedgerNode): Problem[] =>
  Object.keys(node.own.settings).flatMap((variable): Problem[] => {
    const row = rows.find(({ pattern, isIgnored }) => pattern.test(variable) && isIgnored(node))
    if (row === undefined) return []
    const message = `${variable} of ${nodeId(node)} has no effect: ${row.why}`
    return [{ ...warning('ignored-setting', message, row.hint, [...node.path, 'settings', variable]), atKey: true }]
  })
