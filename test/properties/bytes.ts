import fc from 'fast-check'
import { type FileContent, toBytes } from '../../src/file-content.ts'

/** What readers of YAML, JSON, PEM, DER and UTF-8 trip over. */
const pieces: readonly Uint8Array[] = [
  ...[
    '',
    '\n',
    '\0',
    '[',
    ']',
    '{',
    '}',
    ':',
    ': ',
    '- ',
    '"',
    "'",
    '#',
    '&a ',
    '*a',
    '!!',
    '---\n',
    '\ufeff',
    '<<: ',
    '%YAML 1.1\n',
    '\t',
  ],
  ...[
    '[['.repeat(200),
    '{"a":'.repeat(200),
    '9'.repeat(500),
    '-----BEGIN CERTIFICATE-----\n',
    '=',
    'A'.repeat(5000),
    '\u202e',
    '\ud83d\ude00',
  ],
]
  .map((text) => Buffer.from(text))
  .concat([
    Buffer.from([0xff]),
    Buffer.from([0xc0, 0xaf]),
    Buffer.from([0xed, 0xa0, 0x80]),
    Buffer.from([0xff, 0xfe, 0x61, 0x00]),
    Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff]),
    Buffer.alloc(300, 0x30),
    Buffer.alloc(64, 0x80),
  ])

export interface ByteChange {
  readonly file: number
  readonly where: number
  readonly length: number
  readonly piece: number
  readonly random: Uint8Array
  readonly how: 'insert' | 'replace' | 'cut' | 'repeat' | 'all' | 'flip'
}

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

export const byteChange: fc.Arbitrary<ByteChange> = fc.record({
  file: share,
  where: share,
  length: fc.integer({ min: 0, max: 60 }),
  piece: share,
  random: fc.uint8Array({ maxLength: 40 }),
  how: fc.constantFrom('insert', 'replace', 'replace', 'cut', 'repeat', 'all', 'flip', 'flip'),
})

/** The same files, one of which has other bytes somewhere. */
export function withBytes(
  files: Readonly<Record<string, FileContent>>,
  { file, where, length, piece, random, how }: ByteChange,
): Record<string, FileContent> {
  const paths = Object.keys(files).sort()
  const path = paths[Math.floor(file * paths.length)]
  if (path === undefined) return { ...files }
  const bytes = Buffer.from(toBytes(files[path] ?? ''))
  const at = Math.floor(where * bytes.length)
  const other = piece < 0.2 ? random : (pieces[Math.floor(piece * pieces.length)] ?? random)
  const [head, middle, tail] = [bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at + length)]
  const changed = {
    insert: () => Buffer.concat([head, other, middle, tail]),
    replace: () => Buffer.concat([head, other, tail]),
    cut: () => head,
    repeat: () => Buffer.concat([head, middle, middle, middle, tail]),
    all: () => Buffer.from(random),
    flip: () => Buffer.concat([head, Buffer.from(middle.map((byte) => byte ^ (1 << (length % 8)))), tail]),
  }[how]()
  return { ...files, [path]: asRead(changed) }
}

/** Text where it is UTF-8, as a folder gives it. */
const asRead = (bytes: Buffer): FileContent => {
  const text = bytes.toString('utf8')
  return Buffer.from(text).equals(bytes) ? text : Uint8Array.from(bytes)
}
