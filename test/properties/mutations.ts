import fc from 'fast-check'

type Path = readonly (string | number)[]

/** Values that people and attackers write where something else belongs. */
const strangeScalars: readonly unknown[] = [
  '',
  ' ',
  '\n',
  'a',
  'A',
  'a b',
  '-',
  '.',
  '..',
  '/',
  '../..',
  '/etc/passwd',
  '~',
  'null',
  'true',
  'no',
  '0',
  '-1',
  '1e9',
  '0x10',
  '0b1',
  '1_000',
  '010',
  'NaN',
  '.inf',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '$(NAME)',
  '$$(NAME)',
  '{{ name }}',
  '%s',
  '`',
  '"',
  "'",
  '#',
  '&a',
  '*a',
  '!tag',
  '@name',
  '|',
  '>',
  '<b>',
  ':',
  '::error::',
  'a:b',
  'a/b',
  'a.b',
  'a,b',
  '[a]',
  '{a: b}',
  'https://example.com',
  '127.0.0.1',
  '::1',
  '10.0.0.0/8',
  'example.com',
  '*.example.com',
  'ÄÖÜ',
  '日本',
  '🛑',
  'e\u0301',
  '\u202e',
  '\u0000',
  '\u001b[31m',
  '\u200b',
  '\ud800',
  '\ufeff',
  '\uffff',
  '\u0085',
  '\u2028',
  'x'.repeat(64),
  'x'.repeat(254),
  'x'.repeat(70_000),
  '9'.repeat(400),
  'a-'.repeat(40_000),
  '('.repeat(30_000),
  ' '.repeat(50_000),
  'sha256:',
  `sha256:${'0'.repeat(64)}`,
  `0x${'0'.repeat(40)}`,
  `0x${'f'.repeat(64)}`,
  '2026-02-30T00:00:00Z',
  '99999999999h',
  '1h1m',
  0,
  -0,
  1,
  -1,
  1.5,
  2,
  3,
  65_535,
  65_536,
  2 ** 31,
  2 ** 53 + 1,
  1e21,
  1e308,
  Number.POSITIVE_INFINITY,
  Number.NaN,
  null,
  true,
  false,
  [],
  {},
  [[]],
  [null],
  [{}],
  { '': null },
  { a: { a: { a: {} } } },
]

const scalar: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...strangeScalars) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.integer() },
)

interface Step {
  /** Which of the values is changed: a number from 0 to 1. */
  readonly where: number
  readonly how: 'delete' | 'replace' | 'duplicate' | 'rename' | 'swap' | 'copy' | 'edit' | 'wrap'
  readonly other: number
  readonly scalar: unknown
}

/** From 0 to 1, without 1. Doubles of the library are as often below 1e-100 as above: nearly all would select the first value. */
const share: fc.Arbitrary<number> = fc.nat({ max: 999_999 }).map((number) => number / 1_000_000)

const step: fc.Arbitrary<Step> = fc.record({
  where: share,
  how: fc.constantFrom('delete', 'replace', 'replace', 'duplicate', 'rename', 'swap', 'copy', 'edit', 'wrap'),
  other: share,
  scalar,
})

/** One to three changes of a value: a key goes, a scalar becomes another, an item is there twice, two values change places. */
export const mutation: fc.Arbitrary<readonly Step[]> = fc.array(step, { minLength: 1, maxLength: 3 })

export function mutated(value: unknown, steps: readonly Step[]): unknown {
  const root = { root: structuredClone(value) }
  for (const each of steps) apply(root, each)
  return root.root
}

function apply(root: object, { where, how, other, scalar: replacement }: Step): void {
  const paths = pathsOf(root)
  const path = pick(paths, where)
  const from = pick(paths, other)
  if (path === undefined || from === undefined) return
  const old = at(root, path)
  if (how === 'delete') remove(root, path)
  else if (how === 'replace') set(root, path, replacement)
  else if (how === 'duplicate') duplicate(root, path)
  else if (how === 'rename') rename(root, path, String(from.at(-1)))
  else if (how === 'copy') set(root, path, structuredClone(at(root, from)))
  else if (how === 'edit')
    set(root, path, typeof old === 'string' ? edited(old, other) : typeof old === 'number' ? old + 1 : replacement)
  else if (how === 'wrap') set(root, path, other < 0.5 ? [old] : { value: old })
  else {
    const copy = structuredClone(at(root, from))
    set(root, from, structuredClone(old))
    set(root, path, copy)
  }
}

const edited = (text: string, other: number): string => {
  const position = Math.floor(other * text.length)
  const rest = text.slice(position + 1)
  return [text.slice(0, position) + rest, `${text.slice(0, position)}X${rest}`, text.toUpperCase(), `${text} `][
    Math.floor(other * 997) % 4
  ] as string
}

const pick = (paths: readonly Path[], share: number): Path | undefined => paths[Math.floor(share * paths.length)]

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return []
  const keys: (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return keys.flatMap((key) => [
    [...path, key],
    ...pathsOf((value as Record<string | number, unknown>)[key], [...path, key]),
  ])
}

const parentOf = (root: object, path: Path) =>
  at(root, path.slice(0, -1)) as Record<string | number, unknown> | undefined

function at(root: unknown, path: Path): unknown {
  let value = root
  for (const key of path) value = (value as Record<string | number, unknown> | null | undefined)?.[key]
  return value
}

function set(root: object, path: Path, value: unknown): void {
  const parent = parentOf(root, path)
  const last = path.at(-1)
  if (typeof parent === 'object' && parent !== null && last !== undefined) parent[last] = value
}

function remove(root: object, path: Path): void {
  const parent = parentOf(root, path)
  const last = path.at(-1)
  if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else if (typeof parent === 'object' && parent !== null && last !== undefined) delete parent[last]
}

function duplicate(root: object, path: Path): void {
  const parent = parentOf(root, path)
  if (Array.isArray(parent)) parent.push(structuredClone(at(root, path)))
}

function rename(root: object, path: Path, name: string): void {
  const parent = parentOf(root, path)
  if (typeof parent !== 'object' || parent === null || Array.isArray(parent)) return
  const old = at(root, path)
  remove(root, path)
  Object.defineProperty(parent, name, { value: old, enumerable: true, configurable: true, writable: true })
}
