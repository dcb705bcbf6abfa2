import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ErrorObject } from 'ajv'
import { load } from 'js-yaml'
import { beforeAll, describe, expect, it } from 'vitest'
import { jsonSchema } from '../../src/network/json-schema.ts'
import { platforms } from '../../src/platforms/index.ts'

const definitions = platforms.map((platform) => platform.definition)
const root = join(import.meta.dirname, '../..')
const readText = (path: string): string => readFileSync(join(root, path), 'utf8')
const definition = (path: string): Record<string, unknown> => load(readText(path)) as Record<string, unknown> // both files are mappings

/** Formats that every editor knows, and that a pattern beside them checks. */
const formats = { date: true } as const

const validate = new Ajv({ allErrors: true, strict: true, strictTypes: false, allowUnionTypes: true, formats }).compile(
  jsonSchema(definitions),
)

/** `path keyword` of everything that an editor would underline. */
const complaints = (value: unknown): string[] => {
  validate(value)
  // That the schema of the platform was refused is said by what refused it.
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if')
  return errors.map(({ instancePath, keyword }: ErrorObject) => `${instancePath} ${keyword}`)
}

it('is the committed network.schema.json', () => {
  expect(JSON.parse(readText('network.schema.json'))).toEqual(JSON.parse(JSON.stringify(jsonSchema(definitions))))
})

it.each(['template/network.yaml', 'template-fabric/network.yaml', 'test/definitions/good.yaml'])(
  'accepts %s',
  (path) => {
    expect(complaints(definition(path))).toEqual([])
  },
)

describe('refuses', () => {
  type Mapping = Record<string, unknown>
  let good: Mapping

  beforeAll(() => {
    good = {
      ...definition('test/definitions/good.yaml'),
      images: { registry: 'registry.example.com' },
      labels: { tier: 'one' },
    }
  })

  /** The mapping at a place of a copy of the good definition, and the copy. */
  const copy = (path: readonly (string | number)[]): { whole: Mapping; part: Mapping } => {
    const whole = structuredClone(good)
    const part = path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], whole)
    return { whole, part: part as Mapping } // every path below leads to a mapping
  }

  it.each([
    [[]],
    [['genesis']],
    [['clusters', 0]],
    [['clusters', 0, 'ambassador']],
    [['organizations', 1]],
    [['organizations', 1, 'nodes', 2]],
    [['external', 0]],
    [['external', 0, 'nodes', 1]],
    [['images']],
  ])('an unknown key at %j', (path) => {
    const { whole, part } = copy(path)
    expect(complaints(whole)).toEqual([])
    part.unknown = 1
    expect(complaints(whole)).toEqual([`${path.map((step) => `/${step}`).join('')} additionalProperties`])
  })

  it.each<[string, readonly (string | number)[], string, unknown]>([
    ['another version', [], 'version', 2],
    ['another platform', [], 'platform', 'fabric'],
    ['a name with capitals', [], 'name', 'Net'],
    ['a release that YAML reads as a number', [], 'platformVersion', 26.8],
    ['a number as a label', ['labels'], 'tier', 1],
    ['no clusters', [], 'clusters', []],
    ['an unknown provider', ['clusters', 0], 'provider', 'aws'],
    ['a domain with a scheme', ['clusters', 0], 'domain', 'https://example.com'],
    ['an IPv6 address in brackets', ['clusters', 0], 'address', '[2001:db8::7]'],
    ['a pool as a number', ['clusters', 0, 'ambassador'], 'ports', 15000],
    ['a fraction of a replica', ['clusters', 0, 'ambassador'], 'replicas', 1.5],
    ['an unknown role', ['organizations', 0, 'nodes', 0], 'role', 'orderer'],
    ['an unknown endpoint', ['organizations', 0, 'nodes', 0], 'expose', ['p2p']],
    ['a privileged port', ['organizations', 0, 'nodes', 0], 'port', 80],
    ['a chain id of zero', ['genesis'], 'chainId', 0],
    ['an account as a number', ['genesis'], 'accounts', [{ address: 0x90f8bf }]],
    ['null', ['genesis'], 'accounts', null],
  ])('%s', (_, path, key, value) => {
    const { whole, part } = copy(path)
    part[key] = value
    expect(complaints(whole)).not.toEqual([])
  })

  it.each<[readonly (string | number)[], string]>([
    [[], 'version'],
    [[], 'platform'],
    [[], 'genesis'],
    [['genesis'], 'chainId'],
    [['clusters', 0], 'provider'],
    [['organizations', 0], 'cluster'],
    [['organizations', 0, 'nodes', 0], 'role'],
    [['external', 0, 'nodes', 0], 'nodeId'],
  ])('a definition without %j %s', (path, key) => {
    const { whole, part } = copy(path)
    delete part[key]
    expect(complaints(whole)).toContain(`${path.map((step) => `/${step}`).join('')} required`)
  })

  it.each([
    [
      ['clusters', 0],
      ['recipients', 'ambassador', 'domain'],
    ],
    [
      ['organizations', 1, 'nodes', 2],
      ['expose', 'storage'],
    ],
    [[], ['external', 'images', 'labels']],
  ])('nothing when fields with a default are left out: %j %j', (path, keys) => {
    const { whole, part } = copy(path)
    for (const key of keys) delete part[key]
    expect(complaints(whole)).toEqual([])
  })
})
