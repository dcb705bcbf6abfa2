import * as z from 'zod'
import { host } from '../../network/primitives.ts'

/** What nodes of all ledgers of this family have. */

const validator = z
  .boolean()
  .optional()
  .meta({
    description:
      'For nodes with the role validator, on a running chain: whether the node should be a validator. The validators vote until it is. Add a node with `false` first.',
    absent: '`true`',
    examples: [false],
  })

const adopted = z
  .boolean()
  .optional()
  .meta({
    description:
      '`false` while something else still runs this node of a running chain. Everything of the node is rendered, but no pod.',
    absent: '`true`',
    examples: [false],
  })

const movesFrom = z
  .strictObject({
    host: host.meta({ description: 'DNS name or IP address.', examples: ['validator1.old.example.com'] }),
    port: z
      .int()
      .min(1)
      .max(65535)
      .default(30303)
      .meta({ description: 'Its P2P port.', examples: [30303] }),
  })
  .optional()
  .meta({
    description: 'Where peers reach the node while `adopted` is `false`. Afterwards it has no effect.',
    examples: [{ host: 'validator1.old.example.com', port: 30303 }],
  })

export const nodeFields = { validator, adopted, movesFrom } as const

export const externalNodeFields = {
  nodeId: z
    .string()
    .regex(
      /^[0-9a-f]{128}$/,
      'must be the public key of the node: 128 hexadecimal digits in lower case, as in its enode URL',
    )
    .meta({
      description: 'Public key of the node, as in its enode URL.',
      kind: '128 hexadecimal digits',
    }),
  validator,
} as const
