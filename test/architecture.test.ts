import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { platforms } from '../src/platforms/index.ts'

const root = fileURLToPath(new URL('../src', import.meta.url))

interface Import {
  /** As written; a relative one as a path from `src`. */
  readonly from: string
  readonly names: readonly string[]
  readonly onlyTypes: boolean
}

interface SourceFile {
  /** Path from `src`, with "/". */
  readonly path: string
  readonly text: string
  /** Text without comments. */
  readonly code: string
  readonly imports: readonly Import[]
}

const entries = await readdir(root, { recursive: true, withFileTypes: true })
const sources: readonly SourceFile[] = entries
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => read(join(entry.parentPath, entry.name)))

function read(file: string): SourceFile {
  const path = relative(root, file).split(sep).join('/')
  const text = readFileSync(file, 'utf8')
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|(?<![:'"])\/\/.*$/gm, '')
  return { path, text, code, imports: importsOf(path, code) }
}

function importsOf(path: string, code: string): Import[] {
  const statements = code.matchAll(/^(?:import|export)\s+(type\s)?([^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)
  const dynamic = code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)
  const place = (from: string): string => (from.startsWith('.') ? posix.join(posix.dirname(path), from) : from)
  return [
    ...[...statements].map(([, type, clause = '', from = '']) => ({
      from: place(from),
      names: clause.match(/[\w$*]+/g)?.filter((word) => !['from', 'as', 'type'].includes(word)) ?? [],
      onlyTypes: type !== undefined,
    })),
    ...[...dynamic].map(([, from = '']) => ({ from: place(from), names: ['*'], onlyTypes: false })),
  ]
}

const inside = (path: string, folders: readonly string[]): boolean =>
  folders.some((folder) => path.startsWith(`${folder}/`))

/** Every pair of a file and what it does that is not allowed there; empty when all is well. */
const offences = (files: readonly SourceFile[], find: (file: SourceFile) => readonly string[]): string[] =>
  files.flatMap((file) => find(file).map((what) => `${file.path}: ${what}`))

const pure = [
  'network',
  'platforms',
  'providers',
  'ambassador',
  'render',
  'plan',
  'probe',
  'consent',
  'starter',
  'bevel',
  'adopt',
  'check',
]
const pureFiles = sources.filter(({ path }) => inside(path, pure))

/** The pure files, and all that runs when they do. */
const reached = new Map(pureFiles.map((file) => [file.path, file]))
for (const { imports } of reached.values())
  for (const { from, onlyTypes } of imports) {
    const file = sources.find(({ path }) => path === from)
    if (file !== undefined && !onlyTypes) reached.set(file.path, file)
  }

/** What may be taken from Node where nothing may be read, written or asked for: computations. */
const harmless: Readonly<Record<string, readonly string[]>> = {
  'node:net': ['isIP', 'isIPv4', 'isIPv6'],
  'node:buffer': ['isUtf8'],
  'node:crypto': [
    'createHash',
    'createCipheriv',
    'createDecipheriv',
    'createPrivateKey',
    'createPublicKey',
    'Hash',
    'verify',
    'X509Certificate',
  ],
  'node:path': ['posix'],
  'node:util': ['isDeepStrictEqual'],
  'node:zlib': ['crc32', 'zstdDecompressSync'],
}

const impure = [
  /\bprocess\./,
  /\bfetch\s*\(/,
  /\bDate\.now\b/,
  /\bnew Date\(\s*\)/,
  /\bMath\.random\b/,
  /\bperformance\.now\b/,
  /\b(?:setTimeout|setInterval|setImmediate)\b/,
  /\bconsole\./,
  /\bcrypto\.(?:randomUUID|getRandomValues)\b/,
  /\brequire\s*\(/,
]

describe(`${pure.join(', ')} compute and do nothing else`, () => {
  it('finds the files', () => expect(pureFiles.length).toBeGreaterThan(50))

  it('neither they nor what they run import I/O', () => {
    const found = offences([...reached.values()], ({ imports }) =>
      imports
        .filter(({ from, onlyTypes }) => from.startsWith('node:') && !onlyTypes)
        .filter(({ from, names }) => names.some((name) => harmless[from]?.includes(name) !== true))
        .map(({ from, names }) => `imports ${names.join(', ')} from ${from}`),
    )
    expect(found).toEqual([])
  })

  it('neither they nor what they run look at the environment, the clock or chance', () => {
    const found = offences([...reached.values()], ({ code }) =>
      impure.flatMap((pattern) => pattern.exec(code)?.[0] ?? []),
    )
    expect(found).toEqual([])
  })
})

/**
 * The floors of the house, the ground first: folders and files of `src/`. A file imports from its own folder and from the floors
 * below, types included; single files of one floor are neighbours. A word that several floors need is on the lowest of them.
 */
const floors: readonly (readonly string[])[] = [
  ['ip-address.ts'],
  [
    'providers',
    'words.ts',
    'yaml.ts',
    'json.ts',
    'errors.ts',
    'system-error.ts',
    'content-name.ts',
    'file-content.ts',
    'duration.ts',
    'group-by.ts',
    'sorted-keys.ts',
    'product.ts',
  ],
  ['network', 'cluster'],
  ['material'],
  ['platforms'],
  ['ambassador'],
  ['render'],
  ['plan', 'probe', 'tools', 'consent', 'starter', 'bevel', 'adopt'],
  ['report', 'repository'],
  ['check'],
  ['commands'],
  ['github', 'command-line', 'system.ts', 'bases.ts', 'starter-files.ts', 'lookup.ts'],
  ['cli.ts', 'main.ts'],
]

describe('imports only go down', () => {
  const floorOf = (path: string): number => floors.findIndex((rooms) => rooms.includes(path.split('/')[0] ?? path))
  const roomOf = (path: string): string =>
    path.includes('/') ? (path.split('/')[0] ?? path) : `floor ${floorOf(path)}`
  const inSources = ({ from }: Import): boolean => sources.some(({ path }) => path === from)

  it('every file is on a floor', () => {
    expect(sources.map(({ path }) => path).filter((path) => floorOf(path) < 0)).toEqual([])
  })

  it('each file imports from its own folder, and from the floors below it', () => {
    const found = offences(sources, ({ path, imports }) =>
      imports
        .filter(inSources)
        .filter(({ from }) => roomOf(from) !== roomOf(path) && floorOf(from) >= floorOf(path))
        .map(({ from }) => `imports ${from}`),
    )
    expect(found).toEqual([])
  })

  it('no files import each other in a circle, types included', () => {
    expect(
      circles(new Map(sources.map(({ path, imports }) => [path, imports.filter(inSources).map(({ from }) => from)]))),
    ).toEqual([])
  })
})

/** Paths that lead from a file back to it, one for each circle that a walk through all files meets. */
function circles(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = []
  const done = new Set<string>()
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' > '))
    if (done.has(path)) return
    done.add(path)
    for (const next of imports.get(path) ?? []) walk(next, [...trail, path])
  }
  for (const path of imports.keys()) walk(path, [])
  return found
}

describe('what only one place may do', () => {
  it.each<[string, RegExp, RegExp]>([
    ['github/ and main.ts know the runner', /^@actions\//, /^(github\/|main\.ts$)/],
    ['command-line/ reads what people type', /^commander$/, /^command-line\//],
    ['tools/process.ts starts processes', /^node:child_process$/, /^tools\/process\.ts$/],
    ['material/sops.ts encrypts', /^age-encryption$/, /^material\/sops\.ts$/],
  ])('%s', (_name, module, allowed) => {
    const others = sources.filter(({ path }) => !allowed.test(path))
    expect(
      offences(others, ({ imports }) => imports.map(({ from }) => from).filter((from) => module.test(from))),
    ).toEqual([])
  })
})

it('only yaml.ts writes YAML', () => {
  const others = sources.filter(({ path }) => path !== 'yaml.ts')
  const found = offences(others, ({ imports }) =>
    imports
      .filter(({ from }) => from === 'js-yaml')
      .flatMap(({ names }) => names.filter((name) => /dump|\*/.test(name))),
  )
  expect(found).toEqual([])
})

/** Folders that are no platform: what several of them have in common, so that it is written once. Only these take from it. */
const families: Readonly<Record<string, readonly string[]>> = { evm: ['besu', 'quorum'] }

describe('platforms are plug-ins', () => {
  it('nothing imports from inside one, but the table; what a family shares is for its members', () => {
    const found = offences(sources, ({ path, imports }) =>
      imports
        .map(({ from }) => from)
        .filter((from) => /^platforms\/[^/]+\//.test(from))
        .filter((from) => {
          const folder = from.split('/')[1] ?? ''
          const members = [folder, ...(families[folder] ?? [])]
          return path !== 'platforms/index.ts' && !members.some((member) => path.startsWith(`platforms/${member}/`))
        }),
    )
    expect(found).toEqual([])
  })

  it('what a family shares knows none of its members', () => {
    const shared = sources.filter(({ path }) =>
      Object.keys(families).some((family) => path.startsWith(`platforms/${family}/`)),
    )
    const members = new RegExp(`['"/](?:${Object.values(families).flat().join('|')})['"/]`)
    expect(shared.length).toBeGreaterThan(15)
    expect(offences(shared, ({ code }) => members.exec(code) ?? [])).toEqual([])
  })

  /** It has Bevel's names of ledgers that nothing here runs: `corda-enterprise`. */
  const bevelTypes = ['bevel/other-ledgers.ts']

  it.each(platforms.map(({ definition }) => definition.id))('no other file names %s', (id) => {
    const allowed = [id, ...Object.keys(families).filter((family) => families[family]?.includes(id))]
    const others = sources.filter(
      ({ path }) =>
        !['platforms/index.ts', ...bevelTypes].includes(path) &&
        !allowed.some((folder) => path.startsWith(`platforms/${folder}/`)),
    )
    // A quorum is a word of consensus, too: of that platform only the id and the proper name count. `recordAddress` names no ledger.
    const name = id === 'quorum' ? /['"/]quorum['"/]|GoQuorum/ : new RegExp(`(?<!re)${id}`, 'i')
    expect(offences(others, ({ text }) => name.exec(text) ?? [])).toEqual([])
  })
})

describe('files', () => {
  it('are named after what is in them', () => {
    const vague = /(^|\/)(utils?|helpers?|common|misc|shared|lib)(\/|\.ts$)/i
    expect(sources.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([])
  })

  it('have one idea: at most 250 lines', () => {
    const long = offences(sources, ({ text }) => {
      const lines = text.split('\n').length - 1
      return lines > 250 ? [`${lines} lines`] : []
    })
    expect(long).toEqual([])
  })
})
