import type { KnownOption } from '../../src/network/options/table.ts'
import type { SourceTree } from './source-tree.ts'

/** cli.v1 reads whole numbers with strconv.ParseInt(value, 0, 64). */
const kinds: Readonly<Record<string, KnownOption>> = {
  'cli.BoolFlag': { kind: 'boolean' },
  'cli.BoolTFlag': { kind: 'boolean' },
  'cli.StringFlag': { kind: 'text' },
  'cli.IntFlag': { kind: 'integer' },
  'cli.Int64Flag': { kind: 'integer' },
  'cli.UintFlag': { kind: 'integer', min: 0 },
  'cli.Uint64Flag': { kind: 'integer', min: 0 },
  'cli.Float64Flag': { kind: 'number' },
  'cli.DurationFlag': { kind: 'duration' },
  BigFlag: { kind: 'integer', min: 0 },
  DirectoryFlag: { kind: 'path' },
  TextMarshalerFlag: { kind: 'text' },
}

/** Further limits of some of them in the code. */
const special: Readonly<Record<string, KnownOption>> = {
  // log.Lvl.
  verbosity: { kind: 'integer', min: 0, max: 5 },
  syncmode: { kind: 'choice', values: ['full', 'fast', 'snap', 'light'], sameCase: true },
  gcmode: { kind: 'choice', values: ['full', 'archive'], sameCase: true },
  // A number of MB that is declared as a folder.
  'datadir.minfreedisk': { kind: 'integer', min: 0 },
  // makeAddress.
  'miner.etherbase': {
    kind: 'text',
    pattern: '^(0x)?[0-9a-fA-F]{40}$|^\\d+$',
    form: 'an address: 0x and 40 hexadecimal digits',
  },
  trace: { kind: 'path' },
  'pprof.cpuprofile': { kind: 'path' },
  config: { kind: 'path' },
}

/** Flags of geth itself: those in the lists that main.go gives to the program, and those of internal/debug. */
export function quorumOptions(tree: SourceTree): ReadonlyMap<string, KnownOption> {
  const sources = tree.read((path) =>
    /^(cmd\/utils\/flags\w*|cmd\/geth\/(main|config|consolecmd)|internal\/debug\/flags)\.go$/.test(path),
  )
  const main = sources.get('cmd/geth/main.go') ?? ''
  const debug = sources.get('internal/debug/flags.go') ?? ''
  const console = sources.get('cmd/geth/consolecmd.go')?.match(/consoleFlags = .*/)?.[0] ?? ''
  const given = new Set(
    [...`${listsOf(main)}${listsOf(debug)}${console}`.matchAll(/(\w+)(?=[,}])/g)].map(([name]) => name),
  )
  const declared = [...sources.values()].flatMap((text) => [
    ...text.matchAll(/^\t(\w+)\s*=\s*([\w.]+Flag)\{\s*Name:\s+"([^"]+)"/gm),
  ])
  return new Map(
    declared
      .filter(([, variable = '']) => given.has(variable))
      .flatMap(([, , type = '', names = '']) =>
        names
          .split(',')
          .map((name) => name.trim())
          .map((name) => [name, special[name] ?? withPort(name, kinds[type] ?? { kind: 'text' })] as const),
      ),
  )
}

const withPort = (name: string, option: KnownOption): KnownOption =>
  /(^|\.|raft|rpc|ws|pprof)port$/.test(name) ? { kind: 'integer', min: 0, max: 65_535 } : option

const listsOf = (text: string): string =>
  [...text.matchAll(/\[\]cli\.Flag\{(.*?)^\t?\}/gms)].map(([, list = '']) => list.replaceAll('utils.', '')).join('\n')
