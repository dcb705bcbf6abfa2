import { evmPlatform } from '../evm/platform.ts'
import type { Platform } from '../platform.ts'
import { bevel } from './bevel.ts'
import { client } from './client.ts'
import { nodeGuards } from './guards.ts'
import { nodeOverlay } from './overlay.ts'
import { besuRules } from './rule-texts.ts'
import { besuMaterialProblems, besuProblems, namedFiles } from './rules/index.ts'
import { type BesuNode, type BesuTop, externalNodeFields, nodeFields, topFields } from './schema.ts'
import { besuSizes } from './sizes.ts'

/** Hyperledger Besu with QBFT consensus. */
export const besu: Platform<BesuTop, BesuNode> = evmPlatform({
  client,
  bevel,
  title: 'Hyperledger Besu',
  image: 'hyperledger/besu',
  release: { pattern: /^\d+\.\d+\.\d+$/, example: '26.8.0' },
  fields: { node: nodeFields, externalNode: externalNodeFields, top: topFields },
  // Seen with empty blocks: 0.5 GiB after minutes, 1.3 GiB after half an hour. Half of the limit is for the heap.
  memory: { starts: '512Mi', serves: '1Gi', reason: 'besides its heap Java takes some 300Mi, and RocksDB its caches' },
  sizes: besuSizes,
  ruleTexts: besuRules,
  rules: besuProblems,
  materialRules: besuMaterialProblems,
  files: namedFiles,
  node: nodeOverlay,
  guards: nodeGuards,
  isGuarded: ({ own }) => own.authentication !== undefined,
})
