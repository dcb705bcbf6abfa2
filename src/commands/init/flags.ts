import type * as z from 'zod'
import { ageRecipient, cidr, host, name } from '../../network/primitives.ts'
import { didYouMean } from '../../network/suggestion.ts'
import { platforms } from '../../platforms/index.ts'
import { type ProviderId, providerIds, providers } from '../../providers/index.ts'
import type { Provider } from '../../providers/provider.ts'
import { flag, itemsIn, type Option, optionalText, type Reading, repeated } from '../options.ts'

export interface ClusterFlag {
  readonly name: string
  readonly provider: ProviderId
  /** A domain or an address. */
  readonly place: string
}

export interface OrganizationFlag {
  readonly name: string
  /** Its home: the only cluster when undefined. */
  readonly cluster: string | undefined
}

/** Something about a cluster, an organization or a role. */
export interface NamedFlag<Value> {
  readonly name: string
  readonly value: Value
}

/** Why a text is not what a schema wants; undefined when it is. */
function problemOf(schema: z.ZodType, text: string): string | undefined {
  const { error } = schema.safeParse(text)
  return error?.issues[0]?.message
}

const isProvider = (text: string): text is ProviderId => Object.hasOwn(providers, text)

const providerOf = (id: ProviderId): Provider => providers[id]

export const nameProblem = (text: string): string | undefined => problemOf(name, text)
export const placeProblem = (text: string): string | undefined => problemOf(host, text)
const recipientProblem = (text: string): string | undefined => problemOf(ageRecipient, text)

export const rangesProblem = (text: string): string | undefined =>
  itemsIn(text)
    .map((range) => problemOf(cidr, range))
    .find((problem) => problem !== undefined)

/** On one person's machine nobody else looks a name up: a domain that no one has, https://www.rfc-editor.org/rfc/rfc6761#section-6.2 */
export const usualPlace = (cluster: string, provider: ProviderId): string | undefined =>
  providerOf(provider).local ? `${cluster}.test` : undefined

/** `eu=eks:eu.example.com` */
export function clusterFlag(given: string): Reading<ClusterFlag> {
  const form =
    'write NAME=PROVIDER:DOMAIN, such as eu=eks:eu.example.com, with an IP address in place of a domain where there is no DNS'
  const [cluster = '', kind, ...rest] = given.split('=')
  if (kind === undefined || rest.length > 0) return { allowed: form }
  const [provider = '', ...places] = kind.split(':')
  const wrongName = nameProblem(cluster)
  if (wrongName !== undefined) return { allowed: `the name of a cluster ${wrongName}` }
  if (!isProvider(provider)) return { allowed: `unknown provider "${provider}": ${didYouMean(provider, providerIds)}` }
  const place = places.length === 0 ? usualPlace(cluster, provider) : places.join(':')
  if (place === undefined)
    return {
      allowed: `a cluster of ${providerOf(provider).title} needs a domain or an IP address: ${cluster}=${provider}:${cluster}.example.com`,
    }
  const wrongPlace = placeProblem(place)
  return wrongPlace === undefined
    ? { value: { name: cluster, provider, place } }
    : { allowed: `the place after "${provider}:" ${wrongPlace}` }
}

/** `manufacturer@eu` */
function organizationFlag(given: string): Reading<OrganizationFlag> {
  const [organization = '', cluster, ...rest] = given.split('@')
  const wrong = nameProblem(organization)
  if (wrong !== undefined) return { allowed: `the name of an organization ${wrong}` }
  return rest.length > 0 || cluster === ''
    ? { allowed: 'write NAME@CLUSTER, such as manufacturer@eu' }
    : { value: { name: organization, cluster } }
}

/** `eu=age1…` */
const named =
  <Value>(example: string, readValue: (text: string) => Reading<Value>) =>
  (given: string): Reading<NamedFlag<Value>> => {
    const at = given.indexOf('=')
    if (at < 1) return { allowed: `write ${example}` }
    const reading = readValue(given.slice(at + 1))
    return 'value' in reading ? { value: { name: given.slice(0, at), value: reading.value } } : reading
  }

const recipient = (text: string): Reading<string> => {
  const wrong = recipientProblem(text)
  return wrong === undefined ? { value: text } : { allowed: `the recipient ${wrong}` }
}

const ranges = (text: string): Reading<readonly string[]> => {
  const wrong = rangesProblem(text)
  return wrong === undefined ? { value: itemsIn(text) } : { allowed: `each range ${wrong}` }
}

const count = (text: string): Reading<number> =>
  /^(?:0|[1-9]\d{0,3})$/.test(text) ? { value: Number(text) } : { allowed: 'write a number of nodes, such as rpc=3' }

const ids = platforms.map(({ definition }) => definition.id)

const platform: Option<string | undefined> = {
  text: 'The ledger',
  placeholder: 'PLATFORM',
  choices: ids,
  default: '',
  read: (given) =>
    given === '' || ids.includes(given)
      ? { value: given === '' ? undefined : given }
      : { allowed: `unknown platform: ${didYouMean(given, ids)}` },
}

/** The name of a network as a text of a person. */
export const networkName: Option<string | undefined> = {
  ...optionalText('NAME', 'Name of the network'),
  read: (given) => {
    const wrong = given === '' ? undefined : nameProblem(given)
    return wrong === undefined
      ? { value: given === '' ? undefined : given }
      : { allowed: `the name of a network ${wrong}` }
  },
}

/** Options of `init`: what a terminal asks for is what they say. */
export const initOptions = {
  name: networkName,
  platform,
  cluster: repeated(
    'NAME=PROVIDER:DOMAIN',
    `A cluster, its provider (${providerIds.join(', ')}), and its domain or IP address`,
    clusterFlag,
  ),
  organization: repeated('NAME@CLUSTER', 'An organization and its home cluster', organizationFlag),
  nodes: repeated(
    'ROLE=COUNT',
    'Nodes of a role in the whole network; the platform chooses when empty',
    named('validator=4', count),
  ),
  'source-ranges': repeated(
    'CLUSTER=RANGES',
    'Who may connect to the cluster: ranges of addresses with commas between; anyone when empty',
    named('eu=203.0.113.0/24,198.51.100.0/24', ranges),
  ),
  recipient: repeated('CLUSTER=AGE', "age recipient that can decrypt the cluster's keys", named('eu=age1…', recipient)),
  'issuer-recipient': repeated(
    'ORGANIZATION=AGE',
    "age recipient that can decrypt the keys of the organization's certificate authorities",
    named('manufacturer=age1…', recipient),
  ),
  'steward-recipient': repeated(
    'ORGANIZATION=AGE',
    "age recipient that can decrypt the keys of the organization's stewards and trustees",
    named('manufacturer=age1…', recipient),
  ),
  identities: flag('Make an age identity in .age/ for each cluster, issuer and steward that has no recipient'),
} as const
