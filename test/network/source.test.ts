import { describe, expect, it } from 'vitest'
import type { Path } from '../../src/network/finding.ts'
import { limits } from '../../src/network/positions.ts'
import { readSource, type Source } from '../../src/network/source.ts'

const read = (text: string): Source => {
  const source = readSource('network.yaml', text)
  if ('value' in source) return source
  throw new Error(source.map(({ message }) => message).join('; '))
}

/** `rule line:column` of every finding. */
const problems = (text: string): string[] => {
  const source = readSource('network.yaml', text)
  return 'value' in source ? [] : source.map(({ rule, place }) => `${rule} ${place.line}:${place.column}`)
}

const at = (text: string, ...path: Path): string => {
  const { file, line, column } = read(text).at(path)
  return `${file}:${line}:${column}`
}

const atKey = (text: string, ...path: Path): string => {
  const { line, column } = read(text).atKey(path)
  return `${line}:${column}`
}

describe('the place of a value', () => {
  const block = 'name: net\nclusters:\n  - name: eu\n    ports: 1-2\n  -   name: us\n'
  const flow = '{name: net, clusters: [{name: eu}, {name: us, ports: 1-2}]}'

  it.each<[string, string, Path, string]>([
    ['the root', block, [], '1:1'],
    ['block style', block, ['clusters', 0, 'ports'], '4:12'],
    ['a mapping in block style', block, ['clusters'], '3:3'],
    ['an item in block style', block, ['clusters', 1], '5:7'],
    ['flow style', flow, ['clusters', 1, 'ports'], '1:54'],
    ['a mapping in flow style', flow, ['clusters', 0], '1:24'],
    ['a list in flow style', flow, ['clusters'], '1:23'],
    ['double quotes', 'a: "b"', ['a'], '1:4'],
    ['single quotes', "a:   'b'", ['a'], '1:6'],
    ['a key in quotes', '"a b": 1\n\'c\': 2\n', ['c'], '2:6'],
    ['a key with an escape', '"a\\u0062": 1', ['ab'], '1:12'],
    ['quotes over several lines', 'a: "b\n  c"\nd: 1', ['a'], '1:4'],
    ['plain text over several lines', 'a: b\n  c\nd: 1', ['d'], '3:4'],
    ['what follows a literal block', 'a: |\n  b\n\n  c\nd: 1', ['d'], '5:4'],
    ['what follows a folded block', 'a: >-\n  b\n  c\n\nd: 1', ['d'], '5:4'],
    ['an alias', 'a: &x 1\nb: *x', ['b'], '2:4'],
    ['a value behind an anchor', 'a: &x 1', ['a'], '1:7'],
    ['a value of an aliased mapping', 'a: &x {b: 1}\nc: *x', ['c', 'b'], '1:11'],
    ['a value that is empty', 'a:\nb: 1', ['a'], '1:1'],
    ['a key that is missing', block, ['clusters', 0, 'domain'], '3:5'],
    ['a list that is missing', block, ['organizations', 3, 'nodes'], '1:1'],
    ['an item that is missing', block, ['clusters', 7], '3:3'],
    ['a key of a scalar', block, ['name', 'length'], '1:7'],
    ['a list whose items begin on the line of another', 'a:\n- - 1\n  - 2', ['a', 0, 1], '3:5'],
    ['tabs between words', 'a:\t1\nb: 2\t# two', ['a'], '1:4'],
    ['what follows comments', '# one\n\n# two\na: 1', ['a'], '4:4'],
    ['a document marker', '---\na: 1\n...\n', ['a'], '2:4'],
    ['a key that is like a number', '"1": x\n"2": y', ['2'], '2:6'],
    ['a key called __proto__', '__proto__: 1', ['__proto__'], '1:12'],
    ['a key called constructor, which is missing', 'a: 1', ['constructor'], '1:1'],
  ])('%s', (_, text, path, place) => {
    expect(at(text, ...path)).toBe(`network.yaml:${place}`)
  })

  it.each([
    ['line ends of Windows', 'a: 1\r\nb:\r\n  - 2\r\n', '3:5'],
    ['letters that take two bytes', 'ä: é\nb: [2]\n', '2:5'],
    ['letters beyond 16 bits', 'a: "🦆🦆"\nb: [ 2]\n', '2:6'],
    ['a byte order mark', '\uFEFFa: 1\nb:\n - 2', '3:4'],
    ['a line separator of Unicode, which is no line end', 'a: "x\u2028y"\nb: [2]', '2:5'],
  ])('with %s', (_, text, place) => {
    expect(at(text, 'b', 0)).toBe(`network.yaml:${place}`)
  })

  it('in the first line behind a byte order mark', () => {
    expect(at('\uFEFFa: 1', 'a')).toBe('network.yaml:1:4')
  })

  it('an item without text', () => {
    expect(at('a:\n  - 1\n  -\n', 'a', 1)).not.toBe('network.yaml:1:1')
  })

  it('counts columns in UTF-16 units, as editors and GitHub do', () => {
    expect(at('{a: "🦆", b: 2}', 'b')).toBe('network.yaml:1:14')
  })

  it('is right in a large file', () => {
    const text = `nodes:\n${Array.from({ length: 20_000 }, (_, index) => `  - name: n${index}\n`).join('')}`
    expect(at(text, 'nodes', 19_999, 'name')).toBe('network.yaml:20001:11')
  })
})

describe('the place of a key', () => {
  it.each<[string, string, Path, string]>([
    ['block style', 'a:\n  b: 1', ['a', 'b'], '2:3'],
    ['flow style', '{a: 1, b: 2}', ['b'], '1:8'],
    ['a key in quotes', 'x: 1\n"b c" : 2', ['b c'], '2:1'],
    ['a key of a mapping', 'x: 1\na:\n  b: 1', ['a'], '2:1'],
    ['a key of an alias', 'x: &x 1\na: *x', ['a'], '2:1'],
    ['an item of a list, which has no key', 'a:\n  - b', ['a', 0], '2:5'],
    ['a key that is missing', 'a:\n  b: 1', ['a', 'c'], '2:3'],
    ['an explicit key', '? a\n: 1', ['a'], '1:3'],
  ])('%s', (_, text, path, place) => {
    expect(atKey(text, ...path)).toBe(place)
  })
})

describe('what was written', () => {
  it.each<[string, unknown, string | undefined]>([
    ['0x10', 16, '0x10'],
    ['1.10', 1.1, '1.10'],
    ['9007199254740993', 9007199254740992, '9007199254740993'],
    ['"0x10"', '0x10', undefined],
    ['|\n  text', 'text\n', undefined],
    ['[1]', [1], undefined],
    ['', null, undefined],
    ['~', null, '~'],
  ])('%s', (written, value, expected) => {
    const source = read(`a: ${written}`)
    expect((source.value as { a: unknown }).a).toEqual(value)
    expect(source.written(['a'])).toBe(expected)
    expect(source.written(['a', 'b'])).toBeUndefined()
  })

  it('is YAML 1.2, not 1.1', () => {
    expect(read('[on, yes, no, NO, off, y, 1_000, 0b1, 012, 12:30:45, =, 2026-11-23, 0o17, null, True]').value).toEqual(
      ['on', 'yes', 'no', 'NO', 'off', 'y', '1_000', '0b1', 12, '12:30:45', '=', '2026-11-23', 15, null, true],
    )
  })

  it('has keys of its own only', () => {
    const { value } = read('__proto__: {admin: true}\nconstructor: 1\n')
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor'])
    expect(({} as { admin?: unknown }).admin).toBeUndefined()
  })
})

describe('limits', () => {
  it('size', () => {
    expect(problems(`a: ${'x'.repeat(limits.bytes - 4)}\n`)).toEqual([])
    expect(problems(`a: ${'x'.repeat(limits.bytes - 3)}\n`)).toEqual(['yaml-size 1:1'])
    expect(problems(`a: ${'é'.repeat(limits.bytes / 2)}\n`)).toEqual(['yaml-size 1:1']) // bytes, not characters
  })

  it('depth', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
    expect(problems(nested(limits.depth - 1))).toEqual([])
    expect(problems(nested(limits.depth))).toEqual([`yaml-syntax 1:${limits.depth}`])
  })

  it('depth of a file that is nothing but brackets, without a stack overflow', () => {
    expect(problems('['.repeat(limits.bytes - 1))).toEqual([`yaml-syntax 1:${limits.depth}`])
    expect(problems('- '.repeat(limits.bytes / 2 - 1))).toEqual([`yaml-syntax 1:${2 * limits.depth + 1}`])
  })

  it('aliases', () => {
    const aliased = (count: number): string => `a: &a 1\nb: [${Array(count).fill('*a').join(', ')}]`
    expect(problems(aliased(limits.aliases))).toEqual([])
    expect(problems(aliased(limits.aliases + 1))).toEqual([`yaml-aliases 2:${5 + 4 * limits.aliases}`])
    expect(problems(aliased(limits.aliases + 50))).toHaveLength(1)
  })

  it('a billion laughs, at once', () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const item = level === 0 ? 'lol' : `*l${level - 1}`
      return `l${level}: &l${level} [${Array(10).fill(item).join(', ')}]`
    })
    const begin = process.cpuUsage()
    expect(problems(levels.join('\n'))).toEqual(['yaml-aliases 6:9'])
    expect(process.cpuUsage(begin).user).toBeLessThan(1_000_000)
  })

  it('an alias to the value it stands in', () => {
    expect(problems('a: &a [*a]')).toEqual(['yaml-aliases 1:8'])
    expect(problems('a: &a {b: {c: [1, *a]}}')).toEqual(['yaml-aliases 1:19'])
    expect(problems('a: &a [&a 1, *a]')).toEqual([]) // the anchor was given away
  })
})

describe('what is refused', () => {
  it.each([
    ['a bracket', `a: [${'x '.repeat(limits.bytes / 4)}: 1`],
    ['a quote', `a: "${'\n'.repeat(limits.bytes / 2)}`],
    ['quotes', `a: ${'"" '.repeat(limits.bytes / 4)}`],
    ['lines without a colon', `${'a\n'.repeat(limits.bytes / 4)}b: 1`],
    ['a block and a quote', `a: |\n${' x\n'.repeat(limits.bytes / 4)}"`],
  ])('%s without an end, in little time', (_, text) => {
    const begin = process.cpuUsage()
    expect(problems(text)).toHaveLength(1)
    expect(process.cpuUsage(begin).user).toBeLessThan(4_000_000)
  })

  it.each([
    ['an empty file', '', ['yaml-empty 1:1']],
    ['a file of comments', '# nothing\n', ['yaml-empty 1:1']],
    ['a byte order mark alone', '\uFEFF', ['yaml-empty 1:1']],
    [
      'keys that stand twice, all of them',
      'a: 1\nb: {c: 1, c: 2, c: 3}\na: 2\n',
      ['yaml-duplicate-key 2:11', 'yaml-duplicate-key 2:17', 'yaml-duplicate-key 3:1'],
    ],
    ['a key that stands twice, in quotes and without', 'a: 1\n"a": 2\n', ['yaml-duplicate-key 2:1']],
    ['a merge key', 'a: &a {b: 1}\nc:\n  <<: *a\n', ['yaml-merge 3:3']],
    ['tags', 'a: !!str 1\nb: !secret x\nc: !<tag:x> [1]\n', ['yaml-tag 1:4', 'yaml-tag 2:4', 'yaml-tag 3:4']],
    ['a tag of a mapping', '!!map\na: 1\n', ['yaml-tag 1:1']],
    ['an anchor that is not there', 'a: *b\n', ['yaml-syntax 1:4']],
    ['a bracket that is open', 'a: [1, 2\nb: 1\n', ['yaml-syntax 1:4']],
    ['a quote that is open', 'a: "1\n', ['yaml-syntax 1:4']],
    ['a tab for indentation', 'a:\n\tb: 1\n', ['yaml-syntax 2:1']],
    ['a reserved character', 'a: @b\n', ['yaml-syntax 1:4']],
    ['a key without a colon', 'a: 1\nb\nc: 2\n', ['yaml-syntax 2:1']],
    ['a control character', 'a: \u0000\n', ['yaml-syntax 1:4']],
    ['a directive that is not known, with a document', '%YAML 2.0\n---\na: 1\n', ['yaml-syntax 1:1']],
  ])('%s', (_, text, expected) => {
    expect(problems(text)).toEqual(expected)
  })

  it('several documents, once', () => {
    expect(problems('a: 1\n---\nb: 1\n---\nc: 1\n')).toHaveLength(1)
    expect(problems('a: 1\n---\nb: 1\n')).toEqual(['yaml-documents 2:1'])
    expect(problems('---\na: |\n  --- \n--- # b\nb: 1\n')).toEqual(['yaml-documents 4:1'])
    expect(problems('---\n---\nb: 1\n')).toEqual(['yaml-documents 2:1'])
  })

  it('numbers as keys: written in two ways they could be the same one', () => {
    expect(problems('1: a\n0x1: b\n')).toEqual(['yaml-key 1:1', 'yaml-key 2:1'])
  })

  it('several things at once', () => {
    expect(problems('a: !!str 1\na: 2\n<<: {}\n')).toEqual(['yaml-tag 1:4', 'yaml-duplicate-key 2:1', 'yaml-merge 3:1'])
  })
})
