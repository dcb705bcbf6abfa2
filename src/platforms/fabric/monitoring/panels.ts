import type { Panel, PanelSelectors } from '../../dashboard.ts'
import { type FabricNetwork, isAuthority } from '../network.ts'

const legend = '{{namespace}}/{{pod}} {{channel}}'

/** Metrics of peers and orderers: docs/source/metrics_reference.rst of Fabric; of CAs: the same of fabric-ca. */
export const panels = ({ pods: of }: PanelSelectors, { nodes }: FabricNetwork): Panel[] => [
  { title: 'Height of channels', expressions: [`ledger_blockchain_height{${of}}`], legend, unit: 'none' },
  {
    title: 'Transactions in a second',
    expressions: [
      `max by (channel, validation_code) (sum by (pod, channel, validation_code) (rate(ledger_transaction_count{${of}}[5m])))`,
    ],
    legend: '{{channel}} {{validation_code}}',
    unit: 'none',
    description: 'Counted by a peer, by validation code',
  },
  {
    title: 'Answers of orderers to transactions',
    expressions: [`sum by (channel, status) (rate(broadcast_processed_count{${of}}[5m]))`],
    legend: '{{channel}} {{status}}',
    unit: 'none',
    description: 'SERVICE_UNAVAILABLE: the channel has no leader',
  },
  {
    title: 'Proposals that failed',
    expressions: [
      `rate(endorser_proposal_validation_failures{${of}}[5m])`,
      `rate(endorser_proposal_simulation_failures{${of}}[5m])`,
      `rate(endorser_proposal_acl_failures{${of}}[5m])`,
    ],
    legend: '{{__name__}} {{namespace}}/{{pod}} {{channel}}',
    unit: 'none',
  },
  {
    title: 'Leaders',
    expressions: [`consensus_etcdraft_is_leader{${of}}`, `consensus_BFT_is_leader{${of}}`],
    legend,
    unit: 'none',
    description: '1 where an orderer leads. The leader may be in another cluster',
  },
  {
    title: 'Orderers in contact with the leader',
    expressions: [`consensus_etcdraft_active_nodes{${of}}`],
    legend,
    unit: 'none',
    description: 'Of Raft. 0: the orderer knows no leader',
  },
  {
    title: 'Peers known by gossip',
    expressions: [`gossip_membership_total_peers_known{${of}}`],
    legend,
    unit: 'none',
  },
  {
    title: 'Chaincode',
    expressions: [`rate(chaincode_execute_timeouts{${of}}[5m])`, `rate(chaincode_launch_failures{${of}}[5m])`],
    legend: '{{__name__}} {{namespace}}/{{pod}} {{chaincode}}',
    unit: 'none',
    description: 'Calls without an answer in time, and chaincode that a peer could not reach',
  },
  ...(nodes.some(({ own }) => own.stateDatabase === 'couchdb')
    ? [
        {
          title: 'Time of CouchDB for a request',
          expressions: [
            `histogram_quantile(0.95, sum by (namespace, pod, function_name, le) (rate(couchdb_processing_time_bucket{${of}}[5m])))`,
          ],
          legend: '{{namespace}}/{{pod}} {{function_name}}',
          unit: 's',
          description: 'As its peer sees it: 95 of 100 requests are faster',
        },
      ]
    : []),
  ...(nodes.some(isAuthority)
    ? [
        {
          title: 'Requests to certificate authorities',
          expressions: [`sum by (namespace, pod, api_name, status_code) (rate(api_request_count{${of}}[5m]))`],
          legend: '{{namespace}}/{{pod}} {{api_name}} {{status_code}}',
          unit: 'none',
        },
      ]
    : []),
  {
    title: 'Memory',
    expressions: [`process_resident_memory_bytes{${of}}`],
    legend: '{{namespace}}/{{pod}}',
    unit: 'bytes',
  },
]
