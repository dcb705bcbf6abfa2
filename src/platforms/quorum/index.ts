import { evmPlatform } from '../evm/platform.ts'
import type { Platform } from '../platform.ts'
import { bevel } from './bevel.ts'
import { client } from './client.ts'
import { nodeGuards } from './guards.ts'
import { nodeOverlay } from './overlay.ts'
import { quorumRules } from './rule-texts.ts'
import { quorumProblems } from './rules/index.ts'
import { externalNodeFields, nodeFields, type QuorumNode, type QuorumTop, topFields } from './schema.ts'
import { quorumSizes } from './sizes.ts'

/** GoQuorum with QBFT consensus, for networks that exist. */
export const quorum: Platform<QuorumTop, QuorumNode> = evmPlatform({
  client,
  bevel,
  title: 'GoQuorum',
  image: 'quorumengineering/quorum',
  release: { pattern: /^\d+\.\d+\.\d+$/, example: '24.4.1' },
  fields: { node: nodeFields, externalNode: externalNodeFields, top: topFields },
  // Go-ethereum's caches take what they are given; without any load it has some 100 MiB.
  memory: { starts: '128Mi', serves: '512Mi', reason: 'its caches and the state of its transactions are in memory' },
  sizes: quorumSizes,
  continuation: {
    message: 'nodes cannot read the data of GoQuorum: all of them would stop, and start with empty volumes at once',
    hint: 'write a definition of the new platform with another name beside this one, and change one node after the other: see docs/guides/from-goquorum.md',
  },
  ruleTexts: quorumRules,
  rules: quorumProblems,
  node: nodeOverlay,
  guards: nodeGuards,
})
