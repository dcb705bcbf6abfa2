import { evmPlatform } from '../evm/platform.ts'
import type { Platform } from '../platform.ts'
import { client } from './client.ts'
import { nodeOverlay } from './overlay.ts'
import { besuProblems, namedFiles, tokenProblems } from './rules/index.ts'
import { type BesuNode, type BesuTop, externalNodeFields, nodeFields, topFields } from './schema.ts'

/** Hyperledger Besu with QBFT consensus. */
export const besu: Platform<BesuTop, BesuNode> = evmPlatform({
  client,
  title: 'Hyperledger Besu',
  image: 'hyperledger/besu',
  release: { pattern: /^\d+\.\d+\.\d+$/, example: '26.8.1' },
  fields: { node: nodeFields, externalNode: externalNodeFields, top: topFields },
  rules: besuProblems,
  materialRules: tokenProblems,
  files: namedFiles,
  node: nodeOverlay,
  // By a field of the node, or by its settings.
  isGuarded: ({ own }, protocol) =>
    own.authentication !== undefined || String(own.settings[`rpc-${protocol}-authentication-enabled`]) === 'true',
})
