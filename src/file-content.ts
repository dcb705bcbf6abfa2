import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'

/** What a file holds: its text, or the bytes of a binary file. */
export type FileContent = string | Uint8Array

/** The bytes of a file as they are on disk. */
export const toBytes = (content: FileContent): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** The content as text. Bytes that are not UTF-8 become U+FFFD, as everywhere where a file is read as text. */
export const toText = (content: FileContent): string => (typeof content === 'string' ? content : utf8.decode(content))

/** Text where the bytes are UTF-8, and the bytes where they are not: for files of which nobody says what they are. */
export const contentOf = (bytes: Uint8Array): FileContent => (isUtf8(bytes) ? toText(bytes) : bytes)

/** The text of one of many files; undefined when it is not there. */
export function textOf(files: ReadonlyMap<string, FileContent>, path: string): string | undefined {
  const content = files.get(path)
  return content === undefined ? undefined : toText(content)
}

/** Whether two files have the same bytes, whichever way they are held. */
export function sameContent(one: FileContent | undefined, other: FileContent | undefined): boolean {
  if (one === undefined || other === undefined || (typeof one === 'string' && typeof other === 'string'))
    return one === other
  const [bytes, others] = [toBytes(one), toBytes(other)]
  return bytes.length === others.length && bytes.every((byte, at) => byte === others[at])
}

/** Text as it is, and a digest for bytes: for what is hashed as JSON, which has no bytes. */
export const textOrDigest = (content: FileContent): string =>
  typeof content === 'string' ? content : `sha256:${createHash('sha256').update(content).digest('hex')}`
