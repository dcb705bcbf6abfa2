import * as z from 'zod'

/** Besu's own part of a definition. Checks that need more than one field are rules (see rules/). */

const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/, 'must be an address in quotes: "0x" and 40 hexadecimal digits')

const hexData = z
  .string()
  .regex(/^0x([0-9a-fA-F]{2})*$/, 'must be hexadecimal data in quotes: "0x" and an even number of digits')

const word = z
  .string()
  .regex(/^0x[0-9a-fA-F]{1,64}$/, 'must be a 32-byte value in quotes: "0x" and at most 64 hexadecimal digits')

/** Wei are larger than the numbers that YAML readers keep exactly: text, or a number below 2^53. */
const wei = z
  .union([
    z.int().min(0),
    z
      .string()
      .regex(/^(\d+|0x[0-9a-fA-F]+)$/, 'must be an amount in wei, in quotes: digits, or "0x" and hexadecimal digits'),
  ])
  .transform((amount) => BigInt(amount))
  .refine((amount) => amount < 2n ** 256n, 'must be below 2^256 wei')

const account = z
  .strictObject({
    address,
    balance: wei.prefault('0').describe('In wei'),
    code: hexData.optional().describe('Runtime code of a contract that is there from the first block'),
    storage: z.record(word, word).optional().describe('Storage slots of that contract'),
    nonce: z.int().min(0).optional(),
  })
  .describe('An account at genesis: its address only, never its key')

/** Fork names as in a genesis file: blocks up to London, then times in seconds since 1970. */
const forks = z
  .strictObject({
    berlinBlock: z.int().min(0).default(0),
    londonBlock: z.int().min(0).default(0),
    shanghaiTime: z.int().min(0).default(0),
    cancunTime: z.int().min(0).optional(),
    pragueTime: z.int().min(0).optional(),
    osakaTime: z.int().min(0).optional(),
  })
  .describe('When the rules of each Ethereum fork begin')

export const genesis = z
  .strictObject({
    chainId: z.int().min(1).describe('Identifies the chain in every transaction: never change it, never share it'),
    consensus: z
      .string()
      .default('qbft')
      .meta({ enum: ['qbft'] })
      .describe('Only qbft is supported'),
    blockPeriodSeconds: z.int().min(1).default(2),
    requestTimeoutSeconds: z
      .int()
      .min(1)
      .optional()
      .describe('Time of the first round; twice the block period when absent'),
    epochLength: z.int().min(1).default(30_000).describe('Blocks after which pending votes are dropped'),
    gasLimit: z
      .union([
        z.int(),
        z
          .string()
          .regex(/^0x[0-9a-fA-F]{1,16}$/, 'must be a number, or "0x" and at most 16 hexadecimal digits in quotes'),
      ])
      .default('0x1fffffffffffff')
      .transform((limit) => BigInt(limit))
      .describe('Gas of a block'),
    freeGas: z.boolean().default(true).describe('Transactions with a gas price of zero are taken'),
    contractSizeLimit: z
      .int()
      .min(24_576)
      .max(2_147_483_647)
      .optional()
      .describe('Bytes of a contract; 24576 when absent'),
    forks: forks.prefault({}),
    accounts: z.array(account).default([]).describe('Funded accounts and contracts at genesis'),
  })
  .describe('The first block. It is written once; most of it can never change')

const setting = z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))])

export const nodeFields = {
  settings: z
    .record(
      z
        .string()
        .regex(
          /^[A-Za-z][A-Za-z0-9-]*$/,
          "must be an option of Besu as in its configuration file: letters, digits and '-', no leading '--'",
        ),
      setting,
    )
    .default({})
    .describe("Besu's own options, as in its configuration file"),
} as const

export const externalNodeFields = {
  nodeId: z
    .string()
    .regex(
      /^[0-9a-f]{128}$/,
      'must be the public key of the node: 128 hexadecimal digits in lower case, as in its enode URL',
    )
    .describe('Public key, as in the enode URL'),
} as const

export const topFields = { genesis } as const

export type Genesis = z.output<typeof genesis>
export type Account = z.output<typeof account>
export interface BesuTop {
  readonly genesis: Genesis
}
export interface BesuNode {
  readonly settings: Readonly<Record<string, z.output<typeof setting>>>
}
