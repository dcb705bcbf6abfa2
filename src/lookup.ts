import { Resolver } from 'node:dns/promises'
import type { Lookup } from './ambassador/resolution.ts'
import { OperatorError } from './errors.ts'

/** DNS answers for a missing name, or a name without addresses of this kind. */
const absent = new Set(['ENOTFOUND', 'ENODATA'])

const options = { timeout: 3000, tries: 3 }

/** Asks these DNS servers, given as IP addresses with or without a port, or else those of the machine. */
export function lookupAt(servers: readonly string[]): Lookup {
  const resolver = new Resolver(options)
  if (servers.length > 0) {
    try {
      resolver.setServers(servers)
    } catch (error) {
      throw new OperatorError(
        `"${servers.join(', ')}" is not the address of a DNS server`,
        'write an IP address, with a port if it is not 53: 10.0.0.10 or 10.0.0.10:5353',
        { cause: error },
      )
    }
  }
  return async (name) => {
    const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)])
    const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
    const failed = answers.find((answer) => answer.status === 'rejected' && !absent.has(answer.reason.code))
    if (addresses.length > 0 || failed?.status !== 'rejected') return addresses
    throw new OperatorError(
      `cannot be looked up: the DNS server ${resolver.getServers().join(', ')} answers with ${failed.reason.code}`,
      'check whether this machine should resolve the name, or name another server with --dns-server',
      { cause: failed.reason },
    )
  }
}
