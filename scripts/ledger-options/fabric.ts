import { load } from 'js-yaml'
import type { KnownOption } from '../../src/network/options/table.ts'
import { type GoStructs, structsOf } from './go.ts'
import type { SourceTree } from './source-tree.ts'

type Options = ReadonlyMap<string, KnownOption>

/** What a key of a sample says about the values that fit, when no code does. */
function kindOfSample(value: unknown): KnownOption {
  if (typeof value === 'boolean') return { kind: 'boolean' }
  if (typeof value === 'number') return Number.isInteger(value) ? { kind: 'integer' } : { kind: 'number' }
  if (typeof value === 'string' && /^\d+(ms|s|m|h)$/.test(value)) return { kind: 'duration' }
  return { kind: 'text' }
}

/** Leaves of a YAML document by their path, with dots. Lists are leaves. */
function leaves(value: unknown, path: readonly string[] = []): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path.join('.'), value]]
  return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]))
}

const variable = (prefix: string, path: string): string => `${prefix}_${path.replaceAll('.', '_').toUpperCase()}`

/** Keys that name a file or a folder. */
const isPath = (path: string): boolean =>
  /(certfile|keyfile|chainfile|genesisfile|bootstrapfile|\.file|location|dir|filesystempath|mspconfigpath|privatekey|certificate|\.library)$/i.test(
    path,
  )

const withPaths = (path: string, option: KnownOption): KnownOption =>
  option.kind === 'text' && isPath(path) ? { kind: 'path' } : option

/** Words that one place of the code compares with. */
const choices: Readonly<Record<string, KnownOption>> = {
  CORE_CHAINCODE_MODE: { kind: 'choice', values: ['net', 'dev'], sameCase: true },
  // lib/server/config: calog.SetLogLevel.
  FABRIC_CA_SERVER_LOGLEVEL: {
    kind: 'choice',
    values: ['info', 'warning', 'debug', 'error', 'fatal', 'critical'],
  },
  ORDERER_GENERAL_CLUSTER_REPLICATIONPOLICY: { kind: 'choice', values: ['simple', 'consensus'], sameCase: true },
  CORE_PEER_DELIVERYCLIENT_POLICY: { kind: 'choice', values: ['simple', 'cluster'], sameCase: true },
}

/** What comes later knows better, unless it knows a text only. */
function named(prefix: string, entries: readonly (readonly [string, KnownOption])[]): Options {
  const options = new Map<string, KnownOption>()
  for (const [path, option] of entries) {
    const name = variable(prefix, path)
    const before = options.get(name)
    if (option.kind !== 'text' || before === undefined) options.set(name, choices[name] ?? withPaths(path, option))
  }
  return options
}

const yamlOf = (tree: SourceTree, path: string): [string, KnownOption][] =>
  [...tree.read((one) => one === path).values()].flatMap((text) =>
    leaves(load(text)).map(([key, value]) => [key, kindOfSample(value)] as [string, KnownOption]),
  )

const getters: Readonly<Record<string, KnownOption>> = {
  GetDuration: { kind: 'duration' },
  GetInt: { kind: 'integer' },
  GetInt32: { kind: 'integer' },
  GetUint: { kind: 'integer', min: 0 },
  GetUint64: { kind: 'integer', min: 0 },
  GetBool: { kind: 'boolean' },
  GetFloat64: { kind: 'number' },
  GetString: { kind: 'text' },
}

/** Variables of a peer: keys of its sample and of every place of the code that asks viper for one. */
export function peerOptions(tree: SourceTree): Options {
  const texts = tree.containing('viper\\.[A-Z]', '*.go')
  const asked = [...texts].flatMap(([path, text]) =>
    /_test\.go$|^vendor\/|^integration\/|\/mock/.test(path)
      ? []
      : [...text.matchAll(/viper\.(\w+)\(\s*"((?:peer|vm|chaincode|ledger|operations|metrics)\.[\w.]*\w)"/g)].map(
          ([, getter = '', key = '']) => [key, getters[getter] ?? { kind: 'text' }] as [string, KnownOption],
        ),
  )
  const sampled = yamlOf(tree, 'sampleconfig/core.yaml')
  // A getter knows the kind; UnmarshalKey and Get do not, and the sample does.
  const typed = asked.filter(([, { kind }]) => kind !== 'text')
  return named('CORE', [...asked, ...sampled, ...typed])
}

/** Variables of an orderer: fields of its configuration, which all can be variables, and keys of its sample. */
export function ordererOptions(tree: SourceTree): Options {
  const structs = structsOf(tree.read((path) => path === 'orderer/common/localconfig/config.go'))
  return named('ORDERER', [...yamlOf(tree, 'sampleconfig/orderer.yaml'), ...structs.fields('TopLevel')])
}

/** Variables of a CA: the fields that become flags, and keys of the file that it writes when it has none. */
export function authorityOptions(tree: SourceTree): Options {
  const texts = tree.read((path) => /^(lib|api|util)\/.*\.go$/.test(path) && !path.endsWith('_test.go'))
  const structs = structsOf(texts)
  const template = [...tree.read((path) => path === 'cmd/fabric-ca-server/config.go').values()].join('')
  const file = template.match(/defaultCfgTemplate = `(.*?)`\n/s)?.[1]?.replaceAll(/<<<(\w+)>>>/g, '0') ?? ''
  const sampled = leaves(load(file)).map(([key, value]) => [key, kindOfSample(value)] as const)
  return named('FABRIC_CA_SERVER', [
    ...sampled.filter(([key]) => !/^(version|affiliations|registry\.identities)/.test(key)),
    ...caFields(structs),
    ...['home', 'config', 'boot'].map((key) => [key, { kind: 'text' }] as const),
  ])
}

const caFields = (structs: GoStructs): [string, KnownOption][] =>
  ['ServerConfig', 'CAConfig'].flatMap((name) => structs.fields(name)).filter(([key]) => !key.startsWith('version'))
