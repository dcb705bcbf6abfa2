import { describe, expect, it } from 'vitest'
import { encodingProblem } from '../src/file-content.ts'

const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))))

describe('text is', () => {
  it.each([
    ['ASCII', bytes('a: 1\n')],
    ['empty', bytes()],
    ['one character', bytes('a')],
    ['UTF-8 with a byte order mark', bytes(0xef, 0xbb, 0xbf, 'a: ü\n')],
    ['a replacement character', bytes('a\uFFFD')],
    ['characters of four bytes', bytes('🚢\n🚢')],
  ])('%s', (_, given) => expect(encodingProblem(given)).toBeUndefined())
})

describe('text is not', () => {
  it.each([
    ['UTF-16, little end first', Buffer.from('\uFEFFa: 1\n', 'utf16le'), '1:1 is text in UTF-16'],
    ['UTF-16, big end first', Buffer.from('\uFEFFa: 1\n', 'utf16le').swap16(), '1:1 is text in UTF-16'],
    ['UTF-16 without a mark', Buffer.from('a: 1\n', 'utf16le'), '1:1 is text in UTF-16'],
    ['UTF-16 without a mark, big end first', Buffer.from('a: 1\n', 'utf16le').swap16(), '1:1 is text in UTF-16'],
    ['Latin 1', bytes('a: 1\nb: M', 0xfc, 'ller\n'), '2:5 is not text in UTF-8: the byte 0xfc begins no character'],
    ['cut', bytes('a: ', 0xe2, 0x82), '1:4 is not text in UTF-8: the byte 0xe2 begins no character'],
    [
      'behind a replacement character',
      bytes('🚢\uFFFD', 0xff),
      '1:4 is not text in UTF-8: the byte 0xff begins no character',
    ],
    ['a surrogate', bytes(0xed, 0xa0, 0x80), '1:1 is not text in UTF-8: the byte 0xed begins no character'],
    ['longer than it has to be', bytes('/', 0xc0, 0xaf), '1:2 is not text in UTF-8: the byte 0xc0 begins no character'],
    ['its last byte', bytes('a\n\n', 0x80), '3:1 is not text in UTF-8: the byte 0x80 begins no character'],
  ])('%s', (_, given, expected) => {
    const problem = encodingProblem(given)
    expect(problem && `${problem.line}:${problem.column} ${problem.message}`).toBe(expected)
  })
})
