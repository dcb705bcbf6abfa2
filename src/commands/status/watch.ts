import { setTimeout as sleep } from 'node:timers/promises'
import { expiryFindings } from '../../check/renewal-findings.ts'
import type { Api } from '../../cluster/api.ts'
import type { TonedLine } from '../../report/reporter.ts'
import { statusChanges } from '../../report/status/changes.ts'
import type { NetworkStatus } from '../../report/status/network-status.ts'
import { screenLines, statusLines } from '../../report/status/text.ts'
import type { ClusterDelivery } from '../clusters/delivery.ts'
import type { ClusterPorts } from '../ports.ts'
import { ledgerProblems } from './ledger.ts'
import { type Answers, type Look, type LookOptions, look } from './look.ts'
import { networkStatus } from './network-status.ts'

/** Milliseconds between two looks. */
const interval = 5000

/** Answers that are kept of each cluster: enough to see a ledger with a block a minute move. */
const mostAnswers = 60

export interface Seen {
  readonly look: Look
  readonly status: NetworkStatus
}

/** Looks once, and judges whether the ledger moves by this look and the answers of earlier ones. */
export async function see(
  delivery: ClusterDelivery,
  ports: ClusterPorts,
  options: LookOptions,
  earlier: ReadonlyMap<string, readonly Answers[]> = new Map(),
): Promise<Seen> {
  const found = await look(delivery, ports, options)
  const { checked, routes } = options
  const now = ports.now()
  const ledger = ledgerProblems(checked, found, earlier)
  const expiring = expiryFindings(checked, now)
  return { look: found, status: networkStatus({ checked, routes, look: found, ledger, expiring, now }) }
}

/** Looks until the process receives a signal: redraws a terminal, and writes what changed anywhere else. Resolves with the last look. */
export async function watchStatus(delivery: ClusterDelivery, ports: ClusterPorts, options: LookOptions): Promise<Seen> {
  const { reporter, signal } = ports
  const connections = keptConnections(ports)
  const quiet = { ...reporter, during: <Value>(_title: string, work: () => Promise<Value>) => work() }
  const watching = { ...ports, reporter: quiet, connect: connections.connect }
  const answers = new Map<string, readonly Answers[]>()
  try {
    let last = await see(delivery, ports, options)
    const linesOf = reporter.redraw === undefined ? statusLines : screenLines
    show(reporter, linesOf(last.status), ports.now())
    while (!signal.aborted) {
      for (const [cluster, found] of last.look.clusters)
        answers.set(cluster, [...(answers.get(cluster) ?? []), ...found.answers].slice(-mostAnswers))
      await sleep(interval, undefined, { signal }).catch(() => {})
      if (signal.aborted) break
      const next = await see(delivery, watching, options, answers)
      // What was stopped half way is no look.
      if (signal.aborted) break
      const lines = reporter.redraw === undefined ? statusChanges(last.status, next.status) : linesOf(next.status)
      show(reporter, lines, ports.now())
      last = next
    }
    return last
  } finally {
    connections.close()
  }
}

function show(reporter: ClusterPorts['reporter'], lines: readonly TonedLine[], now: Date): void {
  const time = `${now.toISOString().slice(0, 19)}Z`
  if (reporter.redraw !== undefined) {
    reporter.redraw([{ text: time, tone: 'quiet' }, ...lines])
    return
  }
  if (lines.length === 0) return
  reporter.say(time, 'quiet')
  for (const { text, tone } of lines) reporter.say(text, tone)
}

/** Connections that stay open from look to look: a login may start a program each time. */
function keptConnections({ connect }: ClusterPorts): { readonly connect: ClusterPorts['connect']; close(): void } {
  const open = new Map<string, Api>()
  return {
    connect: async (context) => {
      const api = open.get(context) ?? (await connect(context))
      open.set(context, api)
      return { ...api, close: () => {} }
    },
    close: () => {
      for (const api of open.values()) api.close()
    },
  }
}
