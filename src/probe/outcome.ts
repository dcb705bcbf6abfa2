import type { OperatorError } from '../errors.ts'
import { addressText } from '../network/address.ts'
import type { ProbeTarget } from '../platforms/probe-plan.ts'
import { distinct, type ProbePlan } from '../platforms/probe-plan.ts'

/** The result of dialling one target from a pod of a cluster. */
export interface TargetOutcome extends ProbeTarget {
  /** How it failed, in a few words; undefined when it answered. */
  readonly failure?: string
}

/** Exit status of curl: https://curl.se/libcurl/c/libcurl-errors.html */
const resolve = 6
const connect = 7
const timeout = 28
const handshake = 35
const nothing = 52
const send = 55
const receive = 56
const certificate = 60

/** Reads what the script wrote. A target without a line was not dialled: the probe ended before. */
export function outcomesOf(plan: ProbePlan, log: string): readonly TargetOutcome[] {
  const lines = new Map(
    [...log.matchAll(/^probe (\d+) (\d+) ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)(?: (\S*) ?(.*))?$/gm)].map(
      ([, number, status, , connected, secured, total, address = '', message = '']) => [
        Number(number),
        {
          status: Number(status),
          connected: Number(connected),
          secured: Number(secured),
          total: Number(total),
          reached: Number(connected) > 0 || address !== '',
          message: message.trim(),
        },
      ],
    ),
  )
  return distinct(plan.targets).map(({ authorities, ...target }, number): TargetOutcome => {
    const line = lines.get(number)
    const failure = line === undefined ? 'not tried' : authorities === undefined ? overTcp(line) : overTls(line)
    return {
      ...target,
      ...(authorities === undefined ? {} : { authorities }),
      ...(failure === undefined ? {} : { failure }),
    }
  })
}

interface Line {
  readonly status: number
  /** Seconds until the connection was there; 0 when it never was, and when TLS was not agreed. */
  readonly connected: number
  readonly secured: number
  readonly total: number
  /** There was a connection. */
  readonly reached: boolean
  /** Of curl, and why there is no connection. */
  readonly message: string
}

/** An established connection counts as success, independent of the answer. */
function overTcp(line: Line): string | undefined {
  const { status, connected, message } = line
  if (connected === 0) return unreached(line)
  const hungUp = [nothing, send, receive].includes(status) && !/too large/i.test(message)
  return hungUp ? closed(line) : undefined
}

/** An Ambassador accepts every connection, and closes those that it cannot forward: at once, or after a try. */
function closed({ connected, total }: Line): string {
  const seconds = Math.round(total - connected)
  return seconds < 1 ? 'closed immediately' : `closed after ${seconds} s`
}

function overTls(line: Line): string | undefined {
  const { status, reached, secured, message } = line
  if (status === certificate) return ofCertificate(message)
  if (secured > 0) return undefined
  if (!reached || status === connect) return unreached(line)
  if (status === timeout) return 'no answer to the TLS handshake'
  if ([nothing, send, receive].includes(status) || (status === handshake && isHangUp(message))) return closed(line)
  if (status !== handshake) return other(line)
  const [, alert] = /alert ([a-z ]+?)(?: *;|$|,)/.exec(message) ?? []
  return alert === undefined ? 'no TLS' : `TLS refused: ${alert}`
}

/** As the versions of OpenSSL and curl say that the other side went away within the handshake. */
const isHangUp = (message: string): boolean =>
  /connection reset|SSL_ERROR_SYSCALL|unexpected eof|lib\(0\)|broken pipe/i.test(message)

function ofCertificate(message: string): string {
  if (/subject name|hostname|host name/i.test(message)) return 'certificate has another name'
  if (/expired/i.test(message)) return 'certificate has expired'
  if (/not yet valid/i.test(message)) return 'certificate is not valid yet'
  return 'certificate from an unknown authority'
}

function unreached(line: Line): string {
  const { status, message } = line
  if (status === resolve) return 'name not found'
  if (status === timeout) return /^resolving/i.test(message) ? 'DNS server does not answer' : 'timed out'
  if (status !== connect) return other(line)
  if (/reset/i.test(message)) return 'closed immediately'
  // Without a route, or forbidden on the way: a firewall or a network policy may say so too.
  return /no route|unreachable|permission denied/i.test(message) ? 'no route' : 'refused'
}

const other = ({ status, message }: Line): string => `curl ${status}${message === '' ? '' : `: ${message}`}`

/** `from cluster us: carrier/peer1 grpc at peer1.carrier.eu.example.com:15003 refused` */
export const describeFailure = (cluster: string, { node, endpoint, host, port, failure }: TargetOutcome): string =>
  `from cluster ${cluster}: ${node} ${endpoint} at ${addressText({ host, port })} ${failure ?? 'answers'}`

/** What the pods of a cluster found, and why others found nothing: message and hint. */
export interface ProbeOutcome {
  readonly outcomes: readonly TargetOutcome[]
  readonly problems: readonly OperatorError[]
}
