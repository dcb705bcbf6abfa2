import * as z from 'zod'
import { isImageReferenceProblem, readImageReference } from '../../network/image-reference.ts'

/** Texts and numbers that Substrate's fields are made of. */

/** The form only: rules check the checksum, with the place of each. */
export const ss58Address = z
  .string()
  .regex(/^[1-9A-HJ-NP-Za-km-z]{46,52}$/, 'must be an address (SS58), never a seed or a phrase')
  .meta({ kind: 'address' })

/** Balances are u128, larger than the numbers that YAML readers keep exactly: text, or a number below 2^53. */
export const units = z
  .union([z.int().min(0), z.string().regex(/^\d+$/, 'must be an amount in the smallest unit, in quotes: digits only')])
  .transform((amount) => BigInt(amount))
  .refine((amount) => amount < 2n ** 128n, 'must be below 2^128')
  .meta({ kind: 'amount' })

export const hash = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/, 'must be a hash in quotes: "0x" and 64 hexadecimal digits in small letters')
  .meta({ kind: 'hash' })

export const url = z
  .string()
  .regex(/^https:\/\/[^\s'"@?#]+$/, 'must be a URL such as https://example.com/spec.json, without credentials')
  .meta({ kind: 'URL' })

/** A file of the repository: relative to the definition, and not above it. */
export const repositoryPath = z
  .string()
  .regex(
    /^(?!\.\.?(\/|$))[\w.@ -]+(\/(?!\.\.?(\/|$))[\w.@ -]+)*$/,
    'must be the path of a file in the repository such as chain/base.json: relative, without ".."',
  )
  .meta({ kind: 'path' })

export const keyTypeId = z
  .string()
  .regex(/^[\x21-\x7e]{4}$/, 'must be a key type: four characters')
  .meta({ kind: 'key type' })

/** A name of an image: its tag is the release, its digest is in `images`. */
export const image = z
  .string()
  .superRefine((text, context) => {
    const read = readImageReference(text)
    if (isImageReferenceProblem(read)) {
      context.addIssue({ code: 'custom', message: read.message, input: text, params: { hint: read.hint } })
    } else if (read.tag !== undefined || read.digest !== undefined) {
      const hint =
        read.digest === undefined
          ? 'set the tag as platformVersion: nodes are upgraded one by one with it'
          : 'set the digest in images.digests'
      const message = `must be an image without ${read.digest === undefined ? 'tag' : 'digest'}`
      context.addIssue({ code: 'custom', message, input: text, params: { hint } })
    }
  })
  .meta({ kind: 'image' })
