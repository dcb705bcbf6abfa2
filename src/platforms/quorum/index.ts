import { healthOf } from '../evm/health.ts'
import { materialRequests } from '../evm/material.ts'
import { endpoints, organizationOverlay } from '../evm/node-objects.ts'
import { probePlan } from '../evm/probe.ts'
import { risksOf } from '../evm/risks/index.ts'
import { rollout } from '../evm/rollout.ts'
import { artifactFiles } from '../evm/rules/accounts.ts'
import { tolerance } from '../evm/tolerance.ts'
import { voteJobs } from '../evm/votes.ts'
import { record, recordProblems } from '../evm/wish.ts'
import type { Platform } from '../platform.ts'
import { client } from './client.ts'
import { nodeOverlay } from './overlay.ts'
import { materialProblems, quorumProblems } from './rules/index.ts'
import { externalNodeFields, nodeFields, type QuorumNode, type QuorumTop, topFields } from './schema.ts'

/** GoQuorum with QBFT consensus, for networks that exist. */
export const quorum: Platform<QuorumTop, QuorumNode> = {
  id: 'quorum',
  title: 'GoQuorum',
  consensusRoles: ['validator'],
  roles: ['validator', 'rpc', 'archive'],
  exposable: ['rpc', 'ws'],
  nodeFields,
  externalNodeFields,
  organizationFields: {},
  externalOrganizationFields: {},
  topFields,
  defaultStorage: '20Gi',
  defaultResources: { requests: { cpu: '250m', memory: '1Gi' }, limits: { memory: '2Gi' } },
  images: (_network, platformVersion) => [
    { name: 'quorumengineering/quorum', tag: platformVersion },
    { name: 'curlimages/curl' },
  ],
  endpoints: (node) => endpoints(node, client),
  rules: quorumProblems,
  materialRules: materialProblems,
  material: (network) => materialRequests(network, client),
  files: ({ top }) => artifactFiles(top.genesis),
  record,
  renewals: () => [],
  recordRules: recordProblems,
  node: nodeOverlay,
  organization: (nodes, view) => organizationOverlay(nodes, view, client),
  jobs: (nodes, view) => voteJobs(nodes, view, client),
  rollout,
  probe: (nodes, view) => probePlan(nodes, view, client),
  health: healthOf(client, () => true),
  commands: [],
  tolerance,
  risks: (before, after) => risksOf(before, after, client),
}
