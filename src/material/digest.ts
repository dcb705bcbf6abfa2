import { createHash } from 'node:crypto'
import type { FileContent } from '../file-content.ts'

/**
 * `sha256:` and 64 hexadecimal digits. Git may convert line ends in a work tree, so the digest of a text ignores them; in
 * a binary file every byte counts.
 */
export const digestOf = (content: FileContent): string => {
  const counted = typeof content === 'string' ? content.replaceAll('\r\n', '\n') : content
  return `sha256:${createHash('sha256').update(counted).digest('hex')}`
}
