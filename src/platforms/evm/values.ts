import * as z from 'zod'

/** Texts and numbers that fields of this family are made of. */

export const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, 'must be an address in quotes: "0x" and 40 hexadecimal digits')
  .meta({ kind: 'address' })

export const hexData = z
  .string()
  .regex(/^0x([0-9a-fA-F]{2})*$/, 'must be hexadecimal data in quotes: "0x" and an even number of digits')
  .meta({ kind: 'hexadecimal text' })

export const word = z
  .string()
  .regex(/^0x[0-9a-fA-F]{1,64}$/, 'must be a 32-byte value in quotes: "0x" and at most 64 hexadecimal digits')

/** Wei are larger than the numbers that YAML readers keep exactly: text, or a number below 2^53. */
export const wei = z
  .union([
    z.int().min(0),
    z
      .string()
      .regex(/^(\d+|0x[0-9a-fA-F]+)$/, 'must be an amount in wei, in quotes: digits, or "0x" and hexadecimal digits'),
  ])
  .transform((amount) => BigInt(amount))
  .refine((amount) => amount < 2n ** 256n, 'must be below 2^256 wei')
  .meta({ kind: 'wei' })

/** A file of the repository: relative to the definition, and not above it. */
export const repositoryPath = z
  .string()
  .regex(
    /^(?!\.\.?(\/|$))[\w.@ -]+(\/(?!\.\.?(\/|$))[\w.@ -]+)*$/,
    'must be the path of a file in the repository such as contracts/Registry.json: relative, without ".."',
  )
  .meta({ kind: 'path' })

/** Clients keep seconds in 32 bits. */
export const seconds = z.int().min(1).max(2_147_483_647).meta({ kind: 'seconds' })
