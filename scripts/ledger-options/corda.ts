import type { KnownOption } from '../../src/network/options/table.ts'
import type { SourceTree } from './source-tree.ts'

const specifications = 'node/src/main/kotlin/net/corda/node/services/config/schema/v1/'

/** A property of a Kotlin specification: `private val timeout by duration()`. */
interface Property {
  readonly name: string
  /** `nested(NotaryConfigSpec).optional()` */
  readonly expression: string
}

/** Texts that one parser reads: StandardConfigValueParsers.kt and ConfigUtilities.kt. */
const forms: Readonly<Record<string, Pick<KnownOption, 'pattern' | 'form'>>> = {
  toURL: { pattern: '^[a-z]+://\\S+$', form: 'a URL' },
  toUUID: { pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$', form: 'a UUID' },
  toNetworkHostAndPort: { pattern: '^\\S+:\\d{1,5}$', form: 'a host and a port: node.example.com:10200' },
  toCordaX500Name: { pattern: '^\\s*[A-Za-z]+\\s*=.*,.*=', form: 'a name such as O=Bank, L=London, C=GB' },
  toPrincipal: { pattern: '^\\s*[A-Za-z]+\\s*=', form: 'a name such as CN=Issuer, O=Bank, L=London, C=GB' },
}

const int = { min: -(2 ** 31), max: 2 ** 31 - 1 }
const long = { min: -(2 ** 63), max: 2 ** 63 }

/** HOCON.md of Lightbend's config 1.3, "Duration Format"; Corda says the unit, a number alone would be milliseconds. */
const duration: KnownOption = {
  kind: 'text',
  pattern:
    '^\\d+(\\.\\d+)? *(ns|nanos?|nanoseconds?|us|micros?|microseconds?|ms|millis?|milliseconds?|s|seconds?|m|minutes?|h|hours?|d|days?)$',
  form: 'a duration with its unit, such as 30 seconds',
}

/** Limits of what reads them: SSHDConfiguration.kt, java.util.concurrent.Executors, Caffeine's maximumWeight. */
const limits: Readonly<Record<string, Pick<KnownOption, 'min' | 'max'>>> = {
  flowExternalOperationThreadPoolSize: { min: 1 },
  transactionCacheSizeMegaBytes: { min: 0 },
  attachmentContentCacheSizeMegaBytes: { min: 0 },
  jmxMonitoringHttpPort: { min: 0, max: 65_535 },
  'sshd.port': { min: 0, max: 65_535 },
}

/**
 * Keys of node.conf by their path, from the specification that refuses every other key. `nested` is a mapping in which people choose the
 * keys. A list of mappings has the keys of its first item: HOCON takes `overrides.0.initiator` for an item of a list.
 */
export function cordaOptions(tree: SourceTree): ReadonlyMap<string, KnownOption> {
  const text = [...tree.read((path) => path.startsWith(specifications)).values()].join('\n')
  const objects = objectsIn(text)
  const within = (object: string, prefix: string): (readonly [string, KnownOption])[] =>
    (objects.get(object) ?? missing(`the specification ${object}`)).flatMap(({ name, expression }) => {
      const path = `${prefix}${name}`
      const nested = expression.match(/^nested\((?:\w+\.)*(\w+)\)/)?.[1]
      const isList = /\.(list|listOrEmpty)\(/.test(expression)
      if (nested !== undefined) return within(nested, isList ? `${path}.0.` : `${path}.`)
      const option = { ...kindOf(path, expression, tree), ...limits[path] }
      return [[path, isList ? { ...option, list: true } : option] as const]
    })
  return new Map(within('V1NodeConfigurationSpec', ''))
}

/** Properties of every `object NameSpec`, those of objects inside of it apart. */
function objectsIn(text: string): ReadonlyMap<string, readonly Property[]> {
  const found = new Map<string, Property[]>()
  const open: { readonly name: string; readonly indent: number }[] = []
  for (const line of text.split('\n')) {
    const indent = line.length - line.trimStart().length
    const [, object] = line.match(/^\s*(?:internal |private )?object (\w+) :/) ?? []
    if (object !== undefined) {
      open.push({ name: object, indent })
      found.set(object, [])
      continue
    }
    if (line.trim() === '}' && open.at(-1)?.indent === indent) open.pop()
    const [, name, expression] = line.match(/^\s*(?:private )?val (\w+) by (.*)$/) ?? []
    const current = open.at(-1)
    if (name !== undefined && expression !== undefined && current !== undefined)
      found.get(current.name)?.push({ name, expression })
  }
  return found
}

function kindOf(path: string, expression: string, tree: SourceTree): KnownOption {
  const [, type = ''] = expression.match(/^(\w+)\(/) ?? []
  const [, enumeration] = expression.match(/^enum\((\w+)::class\)/) ?? []
  if (enumeration !== undefined) return { kind: 'choice', values: valuesOf(enumeration, tree), sameCase: true } // Config.getEnum is Enum.valueOf.
  switch (type) {
    case 'boolean':
      return { kind: 'boolean' }
    case 'int':
      return { kind: 'integer', ...int }
    case 'long':
      return { kind: 'integer', ...(/value >= 0/.test(expression) ? { ...long, min: 0 } : long) }
    case 'double':
      return { kind: 'number' }
    case 'duration':
      return duration
    case 'nestedObject':
      return { kind: 'nested' }
    case 'string': {
      const parser = expression.match(/mapValid\(::(\w+)\)/)?.[1]
      if (parser === 'toPath') return { kind: 'path' }
      return { kind: 'text', ...(parser === undefined ? {} : (forms[parser] ?? missing(`the form of ${parser}`))) }
    }
    default:
      return missing(`the type of ${path}: ${expression}`)
  }
}

function valuesOf(enumeration: string, tree: SourceTree): readonly string[] {
  const sources = [...tree.containing(`enum class ${enumeration}\\b`, '*/src/main/*.kt').values()].join('\n')
  const [, body = missing(`the enumeration ${enumeration}`)] =
    sources.match(new RegExp(`enum class ${enumeration}\\b[^{]*\\{(.*?)\\}`, 's')) ?? []
  const values = body.replaceAll(/\/\*.*?\*\/|\/\/[^\n]*/gs, '').matchAll(/([A-Z]\w*)(?:\([^)]*\))?\s*(?:[,;]|$)/g)
  return [...new Set([...values].map(([, value = '']) => value))]
}

function missing(what: string): never {
  throw new Error(`the sources lack ${what}`)
}
