import { describe, expect, test } from 'vitest'
import { contentName } from '../../src/content-name.ts'

describe('a name that follows its content', () => {
  test('is the same for the same content', () =>
    expect(contentName('genesis', '{"a":1}')).toBe(contentName('genesis', '{"a":1}')))
  test('is a name of Kubernetes', () => expect(contentName('genesis', '')).toMatch(/^genesis-[0-9a-f]{10}$/))
  test.each<[string, readonly string[], readonly string[]]>([
    ['other content', ['a'], ['b']],
    ['other parts of the same text', ['ab', 'c'], ['a', 'bc']],
    ['a part more', ['a'], ['a', '']],
  ])('is another for %s', (_what, one, other) => expect(contentName('x', ...one)).not.toBe(contentName('x', ...other)))
})
