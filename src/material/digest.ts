import { createHash } from 'node:crypto'

/** `sha256:` and 64 hexadecimal digits. Git may give a work tree other line ends than it keeps, so they do not count. */
export const digestOf = (text: string): string =>
  `sha256:${createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')}`
