import { randomBytes } from 'node:crypto'
import { Resolver } from 'node:dns/promises'
import { type Lookup, NoAnswer } from './ambassador/lookup.ts'
import { OperatorError } from './errors.ts'
import { counted } from './words.ts'

/** DNS answers for a missing name, or a name without addresses of this kind. */
const absent = new Set(['ENOTFOUND', 'ENODATA'])

/** Each server is asked twice, and the second time waits twice as long. */
const tries = 2
/** Seconds for one name, however many DNS servers there are: a person waits, and a resolver that reaches the zone needs less. */
const patience = 9

/** Asks these DNS servers, given as IP addresses with or without a port, or else those of the machine. */
export function lookupAt(servers: readonly string[]): Lookup {
  const used = namedServers(servers)
  const timeout = (patience * 1000) / (2 ** tries - 1) / Math.max(used.length, 1)
  const resolver = new Resolver({ timeout: Math.round(timeout), tries })
  if (servers.length > 0) resolver.setServers(servers)
  const addresses = async (name: string): Promise<readonly string[]> => {
    const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)])
    const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
    const failed = answers.find((answer) => answer.status === 'rejected' && !absent.has(answer.reason.code))
    if (found.length > 0 || failed?.status !== 'rejected') return found
    throw unanswered(used, failed.reason)
  }
  return {
    addresses,
    fresh: (parent) => addresses(`chancery-${randomBytes(6).toString('hex')}.${parent}`),
    missingFor: (domain) => missingFor(resolver, domain),
  }
}

/** The servers that are asked. Throws OperatorError for what is not the address of one. */
function namedServers(servers: readonly string[]): readonly string[] {
  const resolver = new Resolver()
  if (servers.length === 0) return resolver.getServers()
  try {
    resolver.setServers(servers)
  } catch (error) {
    throw new OperatorError(
      `"${servers.join(', ')}" is not the address of a DNS server`,
      'write an IP address, with a port if it is not 53: 10.0.0.10 or 10.0.0.10:5353',
      { cause: error },
    )
  }
  return resolver.getServers()
}

/**
 * The SOA record is the one of the zone, which may be that of a parent. Its last field limits how long a missing name is remembered
 * (https://www.rfc-editor.org/rfc/rfc2308#section-5).
 */
async function missingFor(resolver: Resolver, domain: string): Promise<number | undefined> {
  const labels = domain.split('.')
  for (const zone of labels.map((_, at) => labels.slice(at).join('.'))) {
    const found = await resolver.resolveSoa(zone).catch(({ code }: NodeJS.ErrnoException) => code)
    if (typeof found === 'object') return found.minttl
    if (!absent.has(found ?? '')) return undefined
  }
  return undefined
}

const another = 'name another DNS server with --dns-server'

function unanswered(servers: readonly string[], error: NodeJS.ErrnoException): OperatorError {
  const one = servers.length === 1
  const who = `cannot be looked up: the DNS ${one ? 'server' : 'servers'} ${servers.join(', ')}`
  const [message, hint] = explained(error.code ?? error.message, one)
  const kind = error.code === 'ETIMEOUT' ? NoAnswer : OperatorError
  return new kind(`${who} ${message}`, `${hint}, or ${another}`, { cause: error })
}

function explained(code: string, one: boolean): readonly [message: string, hint: string] {
  const it = one ? 'it' : 'they'
  switch (code) {
    case 'ETIMEOUT':
      return [
        `${one ? 'does' : 'do'} not answer within ${counted(patience, 'second')}`,
        `check that this machine reaches port 53, with UDP and TCP, and that the servers of the zone answer`,
      ]
    case 'ECONNREFUSED':
      return [`${one ? 'refuses' : 'refuse'} connections`, `check the address, and that a DNS server runs there`]
    case 'ESERVFAIL':
      return [
        `${one ? 'fails' : 'fail'} (SERVFAIL)`,
        `ask who runs the zone: its servers do not answer, or ${it} ${one ? 'does' : 'do'} not trust their answer (DNSSEC)`,
      ]
    case 'EREFUSED':
      return [
        `${one ? 'refuses' : 'refuse'} the question (REFUSED)`,
        `check whether ${it} should resolve this name for this machine`,
      ]
    default:
      return [`${one ? 'answers' : 'answer'} with ${code}`, 'check whether this machine should resolve the name']
  }
}
