import type { Alias, KnownOption } from '../../src/network/options/table.ts'
import { type DeclaredOption, declaredOptions, enumerationOf } from './java.ts'
import type { SourceTree } from './source-tree.ts'

/** Options of the node itself: those of subcommands are read on their command line only. */
const declaring = /^(app|besu)\/src\/main\/java\/.*\/cli\/(?!.*subcommands).*\.java$|\/RocksDBCLIOptions\.java$/

/** Texts whose values an enumeration or the code that reads them has: the enumerations, and what is taken besides. */
const choices: Readonly<Record<string, readonly (readonly [enumeration: string, ...besides: string[]])[]>> = {
  'sync-mode': [['SyncMode', 'CHECKPOINT']],
  'rpc-http-api': [['RpcApis']],
  'rpc-ws-api': [['RpcApis']],
  'metrics-category': [['BesuMetricCategory'], ['StandardMetricCategory']],
}

/** LoggingLevelOption.java has its values in a set, FATAL besides. */
const levels = ['OFF', 'FATAL', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'TRACE', 'ALL']

const integers: Readonly<Record<string, readonly [min: number, max: number]>> = {
  Integer: [-(2 ** 31), 2 ** 31 - 1],
  int: [-(2 ** 31), 2 ** 31 - 1],
  Long: [-(2 ** 63), 2 ** 63],
  long: [-(2 ** 63), 2 ** 63],
  Byte: [-128, 127],
  PositiveNumber: [1, 2 ** 31 - 1],
  Percentage: [0, 100],
  Duration: [0, 2 ** 63],
  Wei: [0, 2 ** 64],
  UInt256: [0, 2 ** 256],
  BigInteger: [0, 2 ** 256],
}

/** Texts that Besu reads in one form only. */
const forms: Readonly<Record<string, Pick<KnownOption, 'pattern' | 'form'>>> = {
  Address: { pattern: '^0x[0-9a-fA-F]{40}$', form: 'an address: 0x and 40 hexadecimal digits' },
  Bytes: { pattern: '^(0x)?([0-9a-fA-F]{2})*$', form: 'hexadecimal data: 0x and an even number of digits' },
  IPAddress: { pattern: '^[0-9a-fA-F.:]+/\\d{1,3}$', form: 'a range such as 10.0.0.0/8' },
  Hash: { pattern: '^\\d+=(0x)?[0-9a-fA-F]{1,64}$', form: 'a block and its hash: 8675309=0x1234…' },
}

/** Limits of numbers in the code: ApiConfigurationOptions, RpcWebsocketOptions, MiningOptions, NetworkingOptions. */
const limits: Readonly<Record<string, Pick<KnownOption, 'min' | 'max'>>> = {
  'rpc-max-active-filters': { min: 0 },
  'rpc-filter-timeout-seconds': { min: 1 },
  'rpc-ws-max-active-subscriptions': { min: 0 },
  'graphql-max-blocks-range': { min: 0 },
  'max-blobs-per-transaction': { min: 0 },
  'max-blobs-per-block': { min: 0 },
  'Xpos-block-creation-max-time': { min: 1, max: 12_000 },
  'Xpos-block-creation-repetition-min-duration': { min: 1, max: 2000 },
  'Xpos-block-finalization-timeout-ms': { min: 1, max: 12_000 },
  'Xv5-minimum-peer-ratio': { min: 0 },
}

const texts = new Set(['String', 'Checkpoint', 'Bytes', 'URI', 'Address', 'Hash', 'UUID'])
const lists = new Set(['JsonRPCAllowlistHostsProperty', 'CorsAllowedOriginsProperty'])

/** Options of Besu's configuration file, from its sources. */
export function besuOptions(tree: SourceTree): ReadonlyMap<string, KnownOption | Alias> {
  const declared = declaredOptions(tree.read((path) => declaring.test(path)))
  return new Map(
    declared.flatMap((option) => {
      const [first = ''] = option.names
      const kind = kindOf(option, tree)
      return option.names.map((name) => [name, name === first ? kind : { as: first }] as const)
    }),
  )
}

function kindOf(option: DeclaredOption, tree: SourceTree): KnownOption {
  return { ...typeOf(option, tree), ...limits[option.names[0] ?? ''] }
}

function typeOf({ names, type, label }: DeclaredOption, tree: SourceTree): KnownOption {
  const list = type.match(/^(?:List|Set|Map)<(?:\w+,)?(.*)>$/)
  if (list !== null || lists.has(type)) return { ...elementOf(names, list?.[1] ?? '', tree), list: true }
  const plain = type.replace(/^Optional<(.*)>$/, '$1')
  if (/^boolean$/i.test(plain)) return { kind: 'boolean' }
  if (/^(File|Path)$/.test(plain) || /-file$/.test(names[0] ?? '')) return { kind: 'path' }
  if (label === '<PORT>') return { kind: 'integer', min: 0, max: 65_535 }
  const range = integers[plain]
  if (range !== undefined) return { kind: 'integer', min: range[0], max: range[1] }
  if (/^(double|float)$/i.test(plain)) return { kind: 'number' }
  if (plain === 'Fraction') return { kind: 'number', above: 0, max: 1 }
  if (texts.has(plain)) return elementOf(names, plain, tree)
  return { kind: 'choice', values: valuesOf(plain.split('.').at(-1) ?? '', tree) }
}

function elementOf(names: readonly string[], type: string, tree: SourceTree): KnownOption {
  if (names.includes('logging')) return { kind: 'choice', values: levels }
  if (names.some((name) => name.endsWith('-no-auth')))
    return { kind: 'choice', values: methodsOf(tree), sameCase: true }
  const known = names.map((name) => choices[name]).find((found) => found !== undefined)
  if (known === undefined) return { kind: 'text', ...forms[type] }
  return {
    kind: 'choice',
    values: known.flatMap(([enumeration, ...besides]) => [...valuesOf(enumeration, tree), ...besides]),
  }
}

function valuesOf(enumeration: string, tree: SourceTree): string[] {
  const values = enumerationOf(enumeration, tree.containing(`enum ${enumeration}( |$)`, '*/src/main/*.java').values())
  if (values === undefined || values.length === 0) throw new Error(`the enumeration ${enumeration} has no values`)
  return values
}

/** `ADMIN_ADD_PEER("admin_addPeer")` */
const methodsOf = (tree: SourceTree): string[] =>
  [...tree.read((path) => /\/src\/main\/.*\/RpcMethod\.java$/.test(path)).values()].flatMap((text) =>
    [...text.matchAll(/^\s+[A-Z0-9_]+\("(\w+)"\)/gm)].map(([, name = '']) => name),
  )
