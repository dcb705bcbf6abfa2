import { OperatorError } from '../errors.ts'
import { isIpAddress } from '../network/address.ts'
import type { Cluster } from '../network/network.ts'
import { counted, listed } from '../words.ts'
import type { Lookup } from './lookup.ts'
import { missing, type Resolution } from './resolution.ts'

interface NameInput {
  readonly cluster: Cluster
  /** Where the names have to resolve to: IP addresses, or names of a load balancer. */
  readonly ambassador: readonly string[]
  readonly lookup: Lookup
}

/** What to do about names that do not resolve to the Ambassador, each advice once. Asks for a few more names to find the cause. */
export async function nameAdvice(found: readonly Resolution[], input: NameInput): Promise<readonly string[]> {
  const { domain } = input.cluster
  const hints = found.flatMap(({ hint }) => hint ?? [])
  const wrong = found.filter(({ failure, hint }) => failure !== undefined && hint === undefined)
  if (domain === undefined || wrong.length === 0) return [...new Set(hints)]
  try {
    const absent = wrong.filter(({ failure }) => failure === missing)
    const elsewhere = wrong.filter(({ failure }) => failure !== missing)
    const below = await input.lookup.fresh(domain)
    return [
      ...new Set([
        ...hints,
        ...(await aboutMissing(absent, domain, below, input)),
        ...(await aboutElsewhere(elsewhere, domain, below, input)),
      ]),
    ]
  } catch (error) {
    if (error instanceof OperatorError) return [...new Set([...hints, error.hint])]
    throw error
  }
}

async function aboutMissing(
  absent: readonly Resolution[],
  domain: string,
  below: readonly string[],
  input: NameInput,
): Promise<readonly string[]> {
  if (absent.length === 0) return []
  const remembered = rememberedText(await input.lookup.missingFor(domain))
  if (below.length === 0) return [`${created(domain, input)}. ${remembered}`]
  const parents = [...new Set(absent.map(({ name }) => name.slice(name.indexOf('.') + 1)))]
  return Promise.all(
    parents.map(async (parent) =>
      (await input.lookup.fresh(parent)).length > 0
        ? `names below ${parent} resolve by now, and the DNS server remembers that these were missing: wait. ${remembered}`
        : `*.${domain} resolves, but a record at ${parent} or below hides it there (RFC 4592): remove that record, or create *.${parent} too`,
    ),
  )
}

async function aboutElsewhere(
  elsewhere: readonly Resolution[],
  domain: string,
  below: readonly string[],
  input: NameInput,
): Promise<readonly string[]> {
  if (elsewhere.length === 0) return []
  const { ambassador, lookup } = input
  const own = (await Promise.all(ambassador.map((one) => (isIpAddress(one) ? [one] : lookup.addresses(one))))).flat()
  if (!below.some((address) => own.includes(address))) return [corrected(domain, input)]
  const names = elsewhere.map(({ name }) => name)
  return [
    `*.${domain} resolves to the Ambassador: remove the records of ${listed(names)}, which hide it, or wait until the DNS server forgets old ones`,
  ]
}

const created = (domain: string, input: NameInput): string =>
  input.cluster.ambassador.externalDns === undefined
    ? `create the record ${recordText(domain, input)}`
    : `external-dns has not created the record ${recordText(domain, input)}: read its log, and see docs/providers.md`

const corrected = (domain: string, input: NameInput): string =>
  input.cluster.ambassador.externalDns === undefined
    ? `correct the record: ${recordText(domain, input)}`
    : `external-dns has not corrected the record ${recordText(domain, input)}: another owner, or its log, says why; see docs/providers.md`

/** `*.eu.example.com A 203.0.113.7`; the target is left out where it is unknown. */
function recordText(domain: string, { ambassador }: NameInput): string {
  if (ambassador.length === 0) return `*.${domain}`
  const types = new Set(ambassador.map((one) => (isIpAddress(one) ? (one.includes(':') ? 'AAAA' : 'A') : 'CNAME')))
  return `*.${domain} ${[...types].join(' and ')} ${ambassador.join(', ')}`
}

const rememberedText = (seconds: number | undefined): string =>
  seconds === undefined
    ? 'DNS servers remember for a while that a name is missing'
    : `DNS servers remember for up to ${counted(Math.min(seconds, longest), 'second')} that a name is missing`

/** BIND remembers no longer, whatever the zone asks for: max-ncache-ttl. Others have lower limits. */
const longest = 10_800
