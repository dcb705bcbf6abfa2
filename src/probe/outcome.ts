import { type Dialled, distinct, type ProbePlan } from './target.ts'

/** What became of one target, as a pod of a cluster saw it. */
export interface Outcome extends Dialled {
  /** How it failed, in a few words; undefined when it answered. */
  readonly failure?: string
}

/** What curl's exit status says: https://curl.se/libcurl/c/libcurl-errors.html */
const resolve = 6
const connect = 7
const timeout = 28
const handshake = 35
const certificate = 60

/** Reads what the script wrote. A target without a line was not dialled: the probe ended before. */
export function outcomesOf(plan: ProbePlan, log: string): readonly Outcome[] {
  const lines = new Map(
    [...log.matchAll(/^probe (\d+) (\d+) ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) ?(.*)$/gm)].map(
      ([, number, status, , connected, secured, total, rest = '']) => [
        Number(number),
        {
          status: Number(status),
          connected: Number(connected),
          secured: Number(secured),
          total: Number(total),
          rest: rest.trim(),
        },
      ],
    ),
  )
  return distinct(plan.targets).map(({ authorities, ...target }, number): Outcome => {
    const line = lines.get(number)
    const failure = line === undefined ? 'was not dialled' : authorities === undefined ? overTcp(line) : overTls(line)
    return {
      ...target,
      ...(authorities === undefined ? {} : { authorities }),
      ...(failure === undefined ? {} : { failure }),
    }
  })
}

interface Line {
  readonly status: number
  /** Seconds until the connection was there; 0 when it never was. */
  readonly connected: number
  readonly secured: number
  readonly total: number
  /** The address that was dialled, and curl's message. */
  readonly rest: string
}

/** A connection that is there at the end is good, whatever the other side said. */
function overTcp({ status, connected, rest }: Line): string | undefined {
  if (status === timeout && connected > 0) return undefined
  // An Ambassador takes every connection, and closes those that it can pass on to nobody.
  if (connected > 0) return 'closed at once'
  return unreached(status, rest)
}

function overTls({ status, secured, rest }: Line): string | undefined {
  if (status === certificate)
    return /subject name|hostname|host name/i.test(rest)
      ? 'certificate for another name'
      : 'certificate of another authority'
  if (secured > 0) return undefined
  if (status === handshake) return 'no TLS'
  return unreached(status, rest)
}

function unreached(status: number, rest: string): string {
  if (status === resolve) return 'name not found'
  if (status === connect) return 'refused'
  if (status === timeout) return 'timed out'
  return `curl ${status}${rest === '' ? '' : `: ${rest}`}`
}

/** `from cluster us: carrier/peer1 grpc at peer1.carrier.eu.example.com:15003 refused` */
export const describeFailure = (cluster: string, { node, endpoint, host, port, failure }: Outcome): string =>
  `from cluster ${cluster}: ${node} ${endpoint} at ${host}:${port} ${failure ?? 'answers'}`
