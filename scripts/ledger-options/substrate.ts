import type { Alias, KnownOption } from '../../src/network/options/table.ts'
import { type ClapField, clapEnumerations, clapStructures, kebabCase } from './rust.ts'
import type { SourceTree } from './source-tree.ts'

/** The command that every node of the SDK has: sc-cli, src/commands/run_cmd.rs. */
const command = 'RunCmd'

const integers: Readonly<Record<string, readonly [min: number, max: number]>> = {
  u8: [0, 2 ** 8 - 1],
  u16: [0, 2 ** 16 - 1],
  u32: [0, 2 ** 32 - 1],
  u64: [0, 2 ** 64],
  usize: [0, 2 ** 64],
  NonZeroU32: [1, 2 ** 32 - 1],
  NonZeroUsize: [1, 2 ** 64],
}

/** Texts that have one form: FromStr of their types, in sc-cli, sc-network and sc-telemetry. */
const forms: Readonly<Record<string, Pick<KnownOption, 'pattern' | 'form'>>> = {
  DatabasePruningMode: {
    pattern: '^(archive|archive-canonical|\\d+)$',
    form: 'archive, archive-canonical, or a number of blocks',
  },
  Multiaddr: { pattern: '^/', form: 'a multiaddress such as /dns/node.example.com/tcp/30333' },
  MultiaddrWithPeerId: {
    pattern: '^/.*/p2p/[1-9A-HJ-NP-Za-km-z]+$',
    form: 'a multiaddress with its peer ID: /dns/node.example.com/tcp/30333/p2p/12D3…',
  },
  IpNetwork: { pattern: '^[0-9a-fA-F.:]+(/\\d{1,3})?$', form: 'a range such as 10.0.0.0/8' },
  '(String, u8)': { pattern: '^\\S+ \\d$', form: 'a URL and a verbosity: wss://telemetry.example.com/submit 0' },
}

const texts = new Set(['String', 'SecretString', 'Cors', 'RpcEndpoint'])

/** Limits of numbers in the code: parse_max_runtime_instances. */
const limits: Readonly<Record<string, Pick<KnownOption, 'max'>>> = { 'max-runtime-instances': { max: 32 } }

/** Options of a node, from the sources of the crate sc-cli. */
export function substrateOptions(tree: Pick<SourceTree, 'read'>): ReadonlyMap<string, KnownOption | Alias> {
  const sources = [...tree.read((path) => /^src\/.*\.rs$/.test(path)).values()]
  const structures = clapStructures(sources)
  const enumerations = clapEnumerations(sources)
  const within = (structure: string): readonly ClapField[] =>
    (structures.get(structure) ?? missing(`the structure ${structure}`)).flatMap((field) =>
      field.flattened ? within(field.type) : field.argument.split(/[ ,]/).includes('long') ? [field] : [],
    )
  return new Map(
    within(command).flatMap((field): (readonly [string, KnownOption | Alias])[] => {
      const name = field.argument.match(/\blong = "([^"]+)"/)?.[1] ?? kebabCase(field.name)
      const aliases = [...field.argument.matchAll(/\balias = "([^"]+)"/g)].map(([, alias = '']) => alias)
      return [
        [name, { ...kindOf(field, enumerations), ...limits[name] }],
        ...aliases.map((alias) => [alias, { as: name }] as const),
      ]
    }),
  )
}

function kindOf(field: ClapField, enumerations: ReadonlyMap<string, readonly string[]>): KnownOption {
  const list = field.type.match(/^Vec<(.*)>$/)?.[1]
  const type = list ?? field.type.replace(/^Option<(.*)>$/, '$1')
  return { ...elementOf(type, field, enumerations), ...(list === undefined ? {} : { list: true }) }
}

function elementOf(
  type: string,
  { name, argument }: ClapField,
  enumerations: ReadonlyMap<string, readonly string[]>,
): KnownOption {
  // A flag that takes its value.
  if (type === 'bool')
    return argument.includes('ArgAction::Set')
      ? { kind: 'choice', values: ['true', 'false'], sameCase: true }
      : { kind: 'boolean' }
  if (type === 'PathBuf') return { kind: 'path' }
  const range = integers[type]
  if (range !== undefined) return { kind: 'integer', min: range[0], max: range[1] }
  if (texts.has(type) || forms[type] !== undefined) return { kind: 'text', ...forms[type] }
  return {
    kind: 'choice',
    values: enumerations.get(type) ?? missing(`the type ${type} of ${name}`),
    ...(argument.includes('ignore_case = true') ? {} : { sameCase: true }),
  }
}

function missing(what: string): never {
  throw new Error(`the sources lack ${what}`)
}
