import type { NewCluster } from '../../adopt/definition.ts'
import { OperatorError } from '../../errors.ts'
import { didYouMean } from '../../network/suggestion.ts'
import type { AdoptionOption, PlatformAdoption } from '../../platforms/adoption.ts'
import { platforms } from '../../platforms/index.ts'
import type { Platform } from '../../platforms/platform.ts'
import { providerIds } from '../../providers/index.ts'
import { alternatives } from '../../words.ts'
import { clusterFlag, nameProblem, networkName, type OrganizationFlag } from '../init/flags.ts'
import { type Option, optionalText, type Reading, repeated } from '../options.ts'

/** A platform that can adopt. */
export type AdoptingPlatform = Platform & { readonly adoption: PlatformAdoption }

export const isAdopting = (platform: Platform): platform is AdoptingPlatform => platform.adoption !== undefined

/** `eu`, or `eu=eks:eu.example.com`. */
function cluster(given: string): Reading<NewCluster> {
  if (!given.includes('=')) {
    const wrong = nameProblem(given)
    return wrong === undefined
      ? { value: { name: given, provider: 'kubernetes', place: undefined } }
      : { allowed: `the name of a cluster ${wrong}` }
  }
  return clusterFlag(given)
}

/** `carrier`, or `carrier=eu`. */
function organization(given: string): Reading<OrganizationFlag> {
  const [name = '', home, ...rest] = given.split('=')
  const wrong = nameProblem(name)
  if (wrong !== undefined) return { allowed: `the name of an organization ${wrong}` }
  return rest.length > 0 || home === ''
    ? { allowed: 'write NAME=CLUSTER, such as carrier=eu' }
    : { value: { name, cluster: home } }
}

/** Options that every platform has. */
export const ownOptions = {
  into: optionalText('FOLDER', 'Folder of the network; the working folder when empty'),
  name: networkName,
  'platform-version': optionalText('VERSION', 'Release that the nodes run; the platform reads it of nodes when empty'),
  cluster: repeated(
    'NAME=PROVIDER:DOMAIN',
    `A cluster for your nodes, its provider (${providerIds.join(', ')}), and its domain or IP address; NAME alone is enough to begin with`,
    cluster,
  ),
  organization: repeated(
    'NAME=CLUSTER',
    'An organization whose nodes belong in the definition, and its home cluster; all others stay external',
    organization,
  ),
  report: optionalText('FILE', 'Another file to write the report to, as Markdown'),
} as const

/** All options of the platforms, by name: platforms of one family share them. */
export function optionsOfPlatforms(table: readonly Platform[]): Readonly<Record<string, Option<readonly string[]>>> {
  const names = [...new Set(table.flatMap(({ adoption }) => adoption?.options.map(({ name }) => name) ?? []))]
  return Object.fromEntries(
    names.map((name) => {
      const owners = table.filter(({ adoption }) => adoption?.options.some((option) => option.name === name))
      const option = owners[0]?.adoption?.options.find((one) => one.name === name)
      if (option === undefined) throw new Error(`no platform has the option ${name}`)
      return [name, textsOf(option, owners)]
    }),
  )
}

const textsOf = (
  { placeholder, text, repeatable }: AdoptionOption,
  owners: readonly Platform[],
): Option<readonly string[]> => ({
  text: `${alternatives(owners.map(({ definition }) => definition.id))}: ${text}`,
  placeholder,
  ...(repeatable === true ? { repeatable } : {}),
  default: '',
  read: (given) => ({
    value: repeatable === true ? given.split('\n').filter((line) => line !== '') : given === '' ? [] : [given],
  }),
})

/** Values of the options of platforms, by name. */
export type GivenTexts = ReadonlyMap<string, readonly string[]>

/** Those of the values of a command. */
export const givenTexts = (values: Readonly<Record<string, unknown>>, names: readonly string[]): GivenTexts =>
  new Map(
    names.flatMap((name): [string, readonly string[]][] => {
      const texts = values[name]
      const given = Array.isArray(texts) ? texts.filter((text) => typeof text === 'string') : []
      return given.length === 0 ? [] : [[name, given]]
    }),
  )

/** Throws OperatorError for an option that this platform does not have. */
export function checkOptions({ definition, adoption }: AdoptingPlatform, given: GivenTexts): void {
  const own = adoption.options.map(({ name }) => name)
  const foreign = [...given.keys()].find((name) => !own.includes(name))
  if (foreign !== undefined)
    throw new OperatorError(
      `adopt ${definition.id} has no option --${foreign}`,
      `its options: ${own.map((name) => `--${name}`).join(', ')}`,
    )
}

/** Throws OperatorError for a word that names no ledger, or one that cannot be adopted. */
export function adoptingPlatform(word: string, table: readonly Platform[] = platforms): AdoptingPlatform {
  const ids = table.filter(isAdopting).map(({ definition }) => definition.id)
  const found = table.find(({ definition }) => definition.id === word)
  if (found === undefined) throw new OperatorError(`there is no platform "${word}"`, didYouMean(word, ids))
  if (!isAdopting(found))
    throw new OperatorError(
      `${found.definition.title} has no adoption of ledgers that run`,
      `platforms that have: ${ids.join(', ')}`,
    )
  return found
}
