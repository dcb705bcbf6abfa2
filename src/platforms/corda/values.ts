import * as z from 'zod'
import { isImageReferenceProblem, readImageReference } from '../../network/image-reference.ts'
import { objectName, refused } from '../../network/primitives.ts'
import { isLegalNameProblem, legalNameText, readLegalName } from './legal-name.ts'

/** Texts that Corda's fields are made of. */

/** An X.500 name, in Corda's form. Lengths, letters and the country are rules. */
export const legalName = z
  .string()
  .superRefine((text, context) => {
    const read = readLegalName(text)
    if (isLegalNameProblem(read)) context.addIssue(refused(read.message, read.hint, text))
  })
  .transform((text) => {
    const read = readLegalName(text)
    return isLegalNameProblem(read) ? text : legalNameText(read)
  })
  .meta({ kind: 'legal name' })

export const url = z
  .string()
  .regex(
    /^https?:\/\/[^\s'"@?#]+$/,
    'must be a URL such as https://doorman.example.com, without credentials and queries',
  )
  .meta({ kind: 'URL' })

export const downloadUrl = z
  .string()
  .regex(
    /^https:\/\/[^\s'"@?#]+\.jar$/,
    'must be the URL of a JAR such as https://example.com/loans-1.2.jar, without credentials',
  )
  .meta({ kind: 'URL' })

export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256: 64 hexadecimal digits in small letters, in quotes')
  .meta({ kind: 'SHA-256' })

/** A file of the repository: relative to the definition, and not above it. */
export const repositoryPath = z
  .string()
  .regex(
    /^(?!\.\.?(\/|$))[\w.@ -]+(\/(?!\.\.?(\/|$))[\w.@ -]+)*$/,
    'must be the path of a file in the repository such as zone/truststore.jks: relative, without ".."',
  )
  .meta({ kind: 'path' })

/** One entry of a Secret that somebody else makes, in the namespace of the node. */
export const secretEntryOf = (name: string, key: string) =>
  z.strictObject({
    name: objectName.meta({
      description: 'Name of the Secret, in the namespace of the organization.',
      examples: [name],
    }),
    key: z
      .string()
      .regex(/^[-._a-zA-Z0-9]{1,253}$/, 'must be a key of a Secret: letters, digits, "-", "_" and "."')
      .default(key)
      .meta({ description: 'Its entry.', examples: [key] }),
  })

export const secretEntry = secretEntryOf('node1-database', 'password')

/** An image with its tag or digest, which people build themselves. */
export const pinnedImage = z
  .string()
  .superRefine((text, context) => {
    const read = readImageReference(text)
    if (isImageReferenceProblem(read)) context.addIssue(refused(read.message, read.hint, text))
    else if (read.tag === undefined && read.digest === undefined)
      context.addIssue(
        refused('must be an image with its tag or digest', 'write one such as registry.example.com/loans:1.2', text),
      )
  })
  .meta({ kind: 'image' })

/** A name of an image: its tag follows the release, its digest is in `images`. */
export const untaggedImage = z
  .string()
  .superRefine((text, context) => {
    const read = readImageReference(text)
    if (isImageReferenceProblem(read)) context.addIssue(refused(read.message, read.hint, text))
    else if (read.tag !== undefined || read.digest !== undefined) {
      const part = read.digest === undefined ? 'tag' : 'digest'
      const hint =
        part === 'tag'
          ? 'the tag follows platformVersion: nodes are upgraded one by one with it'
          : 'set the digest in images.digests'
      context.addIssue(refused(`must be an image without ${part}`, hint, text))
    }
  })
  .meta({ kind: 'image' })
