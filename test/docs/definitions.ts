import { load } from 'js-yaml'
import { readBases } from '../../src/bases.ts'
import { validate } from '../../src/commands/validate.ts'
import { systemRandom } from '../../src/material/random.ts'
import type { Finding } from '../../src/network/finding.ts'
import { rootTruststorePath } from '../../src/platforms/corda/places.ts'
import { makeIdentity } from '../../src/platforms/evm/identity.ts'
import { buildRoots } from '../../src/tools/roots.ts'
import { dumpYaml } from '../../src/yaml.ts'
import { filledIn } from '../bed/fork.ts'
import { tool, tools } from '../bed/tools/tool.ts'
import { isJsonObject, type JsonObject, objectAt } from '../kubernetes/json.ts'
import { memoryFiles } from '../memory-files.ts'
import { noRepository } from '../no-repository.ts'
import { broughtTruststore, withDigest } from '../platforms/corda/brought-truststore.ts'
import { broughtSpec } from '../platforms/substrate/brought-spec.ts'
import { silentReporter } from '../report/silent.ts'
import { read } from './pages.ts'

await tools('kustomize')

const definition = 'network.yaml'

/** The genesis of a pool that runs, which documented definitions name. */
const poolFiles = Object.fromEntries(
  await Promise.all(
    ['pool', 'domain'].map(async (kind) => {
      const file = `${kind}_transactions_genesis`
      return [`material/public/${file}`, await read(`test/golden/indy-joined/pool/${file}`)] as const
    }),
  ),
)

/** Chain specs of a new chain and of one that runs, which documented definitions name. */
const chainSpecs = {
  'chain/base.json': await broughtSpec(),
  'chain/foodtrace-raw.json': await read('examples/join-substrate/chain/foodtrace-raw.json'),
}

/** The truststore of a zone. */
const zoneFiles = { [rootTruststorePath]: broughtTruststore }

/** A file that documented definitions name. */
const tokenFile = 'tokens/carrier.pem'
const tokenKey = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE303R+jPIy1V7b2LYoYKecK21jtws
h3Bvqn2LOhAOzPHmxOlgp+6L8si9yJATOprVBh7AjT3fnpLV4x1Rm+0H7Q==
-----END PUBLIC KEY-----
`

/** What `chancery validate` finds wrong with a definition and the files beside it: a line for each error that is not ignored. */
export async function errorsOf(
  files: Readonly<Record<string, string>>,
  build = false,
  isIgnored: (finding: Finding) => boolean = () => false,
): Promise<readonly string[]> {
  const unused = (): never => {
    throw new Error('validate does not need this')
  }
  const { findings } = await validate(
    { network: definition, build },
    {
      files: memoryFiles({ [tokenFile]: tokenKey, ...poolFiles, ...chainSpecs, ...zoneFiles, ...files }),
      reporter: silentReporter,
      repository: noRepository,
      random: unused,
      now: () => new Date(),
      keyring: unused,
      bases: readBases,
      buildRoots: async (tree) => buildRoots(await tool('kustomize'), tree),
    },
  )
  return findings
    .filter((finding) => finding.severity === 'error' && !isIgnored(finding))
    .map(({ rule, message, place }) => `${place.line}:${place.column}: ${message} [${rule}]`)
}

/** A whole definition; each `age1…` stands for a recipient, and zeros for the digest of a truststore. */
export const definitionProblems = async (text: string): Promise<readonly string[]> =>
  errorsOf({ [definition]: withDigest((await filledIn(text)).definition) })

/** Where in a definition a part of it could stand. */
const places: readonly (readonly (string | number)[])[] = [
  [],
  ['genesis'],
  ['clusters', 0],
  ['clusters', 0, 'ambassador'],
  ['organizations', 0],
  ['organizations', 0, 'nodes', 0],
]
type Place = (typeof places)[number]

/** Definitions without any finding, one of each family of ledgers, with the platform whose schema they have. */
const wholes = [
  { platform: 'besu', file: 'test/definitions/good.yaml' },
  { platform: 'fabric', file: 'test/definitions/fabric.yaml' },
  { platform: 'indy', file: 'examples/indy/network.yaml' },
  { platform: 'substrate', file: 'examples/substrate/network.yaml' },
  { platform: 'corda', file: 'examples/corda/network.yaml' },
] as const
type Whole = (typeof wholes)[number]

/** The schema has one branch after another, each for the definitions of one platform. */
function schemaOf(platform: Whole['platform'], schema: JsonObject): JsonObject {
  const { const: name } = objectAt(schema, 'if', 'properties', 'platform')
  return name === platform ? objectAt(schema, 'then') : schemaOf(platform, objectAt(schema, 'else'))
}

const schema = JSON.parse(await read('network.schema.json')) as JsonObject // a JSON Schema

/** Places at which the schema has all the keys. */
const placesOf = (part: JsonObject, { platform }: Whole): readonly Place[] =>
  places.filter((place) => {
    const { properties } = place.reduce<JsonObject>(
      (inner, step) => (typeof step === 'number' ? objectAt(inner, 'items') : objectAt(inner, 'properties', step)),
      schemaOf(platform, schema),
    )
    return isJsonObject(properties) && Object.keys(part).every((key) => key in properties)
  })

/** Whether a mapping is part of a definition, by its keys. */
export const isPart = (value: JsonObject): boolean =>
  Object.keys(value).length > 0 && wholes.some((whole) => placesOf(value, whole).length > 0)

/** Rules about keys, signatures and certificates to revoke, which are in files beside the definition. */
const ofFiles = new Set(['material-missing', 'signature-missing', 'revocation'])

/** What a part of a definition cannot have: files beside it, such as the genesis of a chain that runs. */
const needsFiles = ({ rule, message }: Finding): boolean =>
  ofFiles.has(rule) || (rule === 'node-elsewhere' && /genesis\.json is missing|public key is missing/.test(message))

/** A part of a definition is right when it can stand at one place of a definition that is valid without it. */
export async function partProblems(text: string): Promise<readonly string[]> {
  const part = load((await filledIn(text)).definition) as JsonObject // `isPart` was asked
  const tried = wholes.flatMap((whole) =>
    placesOf(part, whole).map(async (place) =>
      errorsOf({ [definition]: await goodWith(place, part, whole) }, false, needsFiles),
    ),
  )
  const found = await Promise.all(tried)
  return found.find((errors) => errors.length === 0) ?? found[0] ?? ['it stands nowhere in a definition']
}

/** The public half of a key that an organization keeps elsewhere: the file of a node with `existingSecret`. */
export async function publicKeyProblems(text: string): Promise<readonly string[]> {
  const { identity } = makeIdentity(systemRandom, 'documented')
  const network = await goodWith(['organizations', 0, 'nodes', 0], { existingSecret: 'elsewhere' })
  const file = text.replace(/(nodeId: )…/, `$1${identity.nodeId}`).replace('"0x…"', `"${identity.address}"`)
  return errorsOf({ [definition]: network, 'material/public/manufacturer/validator1.yaml': file })
}

async function goodWith(place: Place, part: JsonObject, { file }: Whole = wholes[0]): Promise<string> {
  const whole = Object(load((await filledIn(await read(file))).definition))
  const target = place.reduce<unknown>((inner, step) => Reflect.get(Object(inner), step), whole)
  Object.assign(Object(target), merged(target, part))
  return dumpYaml(whole)
}

/** Lists of things that have names are merged by them: a part may say only what is new. */
function merged(whole: unknown, part: unknown): unknown {
  if (isJsonObject(whole) && isJsonObject(part)) {
    const changed = Object.entries(part).map(([key, value]) => [key, merged(whole[key], value)])
    return { ...whole, ...Object.fromEntries(changed) }
  }
  if (!Array.isArray(whole) || !Array.isArray(part) || !part.every(isJsonObject)) return part
  const items = new Map<unknown, unknown>(
    whole.map((item, index) => [isJsonObject(item) ? (item.name ?? index) : index, item]),
  )
  for (const item of part) items.set(item.name, merged(items.get(item.name), item))
  return [...items.values()]
}
