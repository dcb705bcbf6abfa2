import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'

/** The content of a file: its text, or the bytes of a binary file. */
export type FileContent = string | Uint8Array

/** The bytes of a file on disk. */
export const toBytes = (content: FileContent): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** The content as text. Bytes that are not UTF-8 become U+FFFD: `encodingProblem` finds them in files that people write. */
export const toText = (content: FileContent): string => (typeof content === 'string' ? content : utf8.decode(content))

/** Text if the bytes are UTF-8, otherwise the bytes: for files of unknown kind. */
export const contentOf = (bytes: Uint8Array): FileContent => (isUtf8(bytes) ? toText(bytes) : bytes)

/** The text of one of many files; undefined when it is missing. */
export function textOf(files: ReadonlyMap<string, FileContent>, path: string): string | undefined {
  const content = files.get(path)
  return content === undefined ? undefined : toText(content)
}

/** Whether two files have the same bytes, as text or as bytes. */
export function sameContent(one: FileContent | undefined, other: FileContent | undefined): boolean {
  if (one === undefined || other === undefined || (typeof one === 'string' && typeof other === 'string'))
    return one === other
  return Buffer.from(toBytes(one)).equals(toBytes(other))
}

/** Text unchanged, and a digest for bytes: for hashing as JSON, which has no bytes. */
export const textOrDigest = (content: FileContent): string =>
  typeof content === 'string' ? content : `sha256:${createHash('sha256').update(content).digest('hex')}`

/** Why bytes are not text in UTF-8, and where: lines and columns begin at 1. */
export interface EncodingProblem {
  readonly message: string
  readonly hint: string
  readonly line: number
  readonly column: number
}

/** The encoding error of a text file; undefined when it is UTF-8, with or without a byte order mark. */
export function encodingProblem(bytes: Uint8Array): EncodingProblem | undefined {
  const hint = 'save the file as UTF-8'
  if (isUtf16(bytes)) return { message: 'is text in UTF-16', hint, line: 1, column: 1 }
  if (isUtf8(bytes)) return undefined
  const { line, start, end } = invalidLine(bytes)
  const column = invalidColumn(bytes.subarray(start, end))
  const offset = start + Buffer.byteLength(toText(bytes.subarray(start, end)).slice(0, column - 1))
  const byte = (bytes[offset] ?? 0).toString(16).padStart(2, '0')
  return { message: `is not text in UTF-8: the byte 0x${byte} begins no character`, hint, line, column }
}

/** Whether it has a byte order mark, or a first ASCII character, of which half is zero. */
function isUtf16([first = 1, second = 1]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (first === 0) !== (second === 0)
}

/** The first line that is not UTF-8: only a line feed has its byte in UTF-8. */
function invalidLine(bytes: Uint8Array) {
  for (let line = 1, start = 0; ; line += 1) {
    const feed = bytes.indexOf(0x0a, start)
    const end = feed < 0 ? bytes.length : feed
    if (feed < 0 || !isUtf8(bytes.subarray(start, end))) return { line, start, end }
    start = feed + 1
  }
}

const replacement = '\uFFFD'

/** The column of the first invalid byte, as opposed to a replacement character in the file itself. */
function invalidColumn(bytes: Uint8Array): number {
  const text = toText(bytes)
  for (let at = text.indexOf(replacement); ; at = text.indexOf(replacement, at + 1)) {
    const start = Buffer.byteLength(text.slice(0, at))
    if (at < 0 || toText(bytes.subarray(start, start + 3)) !== replacement || !isUtf8(bytes.subarray(start, start + 3)))
      return at + 1
  }
}
