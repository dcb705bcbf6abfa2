import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rootTruststorePath } from '../../../src/platforms/corda/places.ts'

/** What people bring of a zone: the truststore of examples/corda, whose root is of nobody. Its password is `trustpass`. */
export const broughtTruststore = await readFile(
  join(import.meta.dirname, '../../../examples/corda', rootTruststorePath),
)

const truststoreDigest = createHash('sha256').update(broughtTruststore).digest('hex')

/** A new definition with the digest of that file in place of the zeros. */
export const withDigest = (definition: string): string => definition.replaceAll('0'.repeat(64), truststoreDigest)
