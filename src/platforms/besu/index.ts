import { healthOf } from '../evm/health.ts'
import { materialRequests } from '../evm/material.ts'
import { endpoints, organizationOverlay } from '../evm/node-objects.ts'
import { probePlan } from '../evm/probe.ts'
import { risksOf } from '../evm/risks/index.ts'
import { rollout } from '../evm/rollout.ts'
import { tolerance } from '../evm/tolerance.ts'
import { voteJobs } from '../evm/votes.ts'
import { record, recordProblems } from '../evm/wish.ts'
import type { Platform } from '../platform.ts'
import type { BesuLedgerNode } from './accounts.ts'
import { client } from './client.ts'
import { nodeOverlay } from './overlay.ts'
import { besuProblems, materialProblems, namedFiles } from './rules/index.ts'
import { type BesuNode, type BesuTop, externalNodeFields, nodeFields, topFields } from './schema.ts'

/** Hyperledger Besu with QBFT consensus. */
export const besu: Platform<BesuTop, BesuNode> = {
  id: 'besu',
  title: 'Hyperledger Besu',
  consensusRoles: ['validator'],
  roles: ['validator', 'rpc', 'archive'],
  exposable: ['rpc', 'ws'],
  organizationFields: {},
  externalOrganizationFields: {},
  nodeFields,
  externalNodeFields,
  topFields,
  defaultStorage: '20Gi',
  defaultResources: { requests: { cpu: '250m', memory: '1Gi' }, limits: { memory: '2Gi' } },
  images: (_network, platformVersion) => [
    { name: 'hyperledger/besu', tag: platformVersion },
    { name: 'curlimages/curl' },
  ],
  endpoints: (node) => endpoints(node, client, (protocol) => isGuarded(node, protocol)),
  rules: besuProblems,
  materialRules: materialProblems,
  material: (network) => materialRequests(network, client),
  files: namedFiles,
  record,
  recordRules: recordProblems,
  renewals: () => [],
  node: nodeOverlay,
  organization: (nodes, view) => organizationOverlay(nodes, view, client),
  jobs: (nodes, view) => voteJobs(nodes, view, client),
  rollout,
  probe: (nodes, view) => probePlan(nodes, view, client),
  health: healthOf(client, (node) => !isGuarded(node as BesuLedgerNode, 'http')),
  commands: [],
  tolerance,
  risks: (before, after) => risksOf(before, after, client),
}

/** Whether clients need a token, by a field of the node or by its settings. */
const isGuarded = ({ own }: BesuLedgerNode, protocol: 'http' | 'ws'): boolean =>
  own.authentication !== undefined || String(own.settings[`rpc-${protocol}-authentication-enabled`]) === 'true'
