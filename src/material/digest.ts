import { createHash } from 'node:crypto'
import type { FileContent } from '../file-content.ts'

/**
 * `sha256:` and 64 hexadecimal digits. Git may give a work tree other line ends than it keeps, so those of texts do not count; of
 * a binary file every byte does.
 */
export const digestOf = (content: FileContent): string => {
  const counted = typeof content === 'string' ? content.replaceAll('\r\n', '\n') : content
  return `sha256:${createHash('sha256').update(counted).digest('hex')}`
}
