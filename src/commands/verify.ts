import { routesOf } from '../ambassador/routes.ts'
import { expiryFindings } from '../check/renewal-findings.ts'
import { podsOfNetwork } from '../cluster/pods-of-network.ts'
import { type ObjectTrouble, troublesIn } from '../cluster/troubles.ts'
import { type Verified, verifyCluster } from '../cluster/verify.ts'
import { exitStatus } from '../errors.ts'
import { materialOf } from '../material/files.ts'
import { hasErrors, sortFindings } from '../network/finding.ts'
import type { Observation, Verdict } from '../platforms/health.ts'
import { verdictLines } from '../report/cluster.ts'
import { goodOutcomes } from '../report/cluster-result.ts'
import { reachabilityOf, reachabilityText } from '../report/reachability.ts'
import type { Result } from '../report/result.ts'
import { verifiedLines } from '../report/verified-lines.ts'
import { adviceIn } from './clusters/advice.ts'
import { observe } from './clusters/ask-nodes.ts'
import { atClusters, type Visit } from './clusters/at-clusters.ts'
import { type CallOptions, makeCall, placedCall } from './clusters/call.ts'
import { type ClusterOptions, deliveryOf } from './clusters/delivery.ts'
import { type InquiryOutcome, inquireCluster } from './clusters/inquire.ts'
import { judged, namesOf } from './clusters/judged.ts'
import { probeCluster } from './clusters/probe.ts'
import { command } from './command.ts'
import { describe } from './describe.ts'
import { flag, itemsIn, optionalText, repeated } from './options.ts'
import type { ClusterPorts } from './ports.ts'
import { cluster, context, dnsServer } from './shared-options.ts'

export interface VerifyOptions extends ClusterOptions {
  /** A smoke test. */
  readonly call?: CallOptions
  /** Try the connections of each cluster's nodes from short-lived pods. */
  readonly probe: boolean
  /** IP addresses of DNS servers, separated by commas; those of the machine when empty. */
  readonly dnsServer: string
  /** Compare by a server-side dry run, which finds more and needs the rights to apply. */
  readonly rehearse: boolean
}

/**
 * Compares clusters with the definition: whether all objects exist, match, are ready and reachable. Changes nothing, except for the
 * temporary objects of a probe.
 */
export async function verify(options: VerifyOptions, ports: ClusterPorts): Promise<Result> {
  const lookup = ports.lookupAt(itemsIn(options.dnsServer))
  const delivery = await deliveryOf(options, ports)
  const { checked } = delivery
  const expiring = checked === undefined ? [] : expiryFindings(checked, ports.now())
  const findings = sortFindings([...delivery.findings, ...expiring])
  ports.reporter.findings(findings)
  if (checked === undefined) return { status: exitStatus.findings, findings, clusters: [] }
  const { network, platform, lock } = checked
  const routes = routesOf(network, platform, lock.ports)
  // A field that another manager took over is drift, not a refusal.
  const comparison = { force: true, heedFlux: true, readOnly: !options.rehearse }
  const planOptions = { ...comparison, named: new Set<string>(), signal: ports.signal }
  const observed: Observation[] = []
  const inquired: InquiryOutcome[] = []
  const placed = options.call === undefined ? undefined : placedCall(options.call, checked, options.cluster)
  const called: Verdict[] = []
  const results = await atClusters(
    delivery,
    ports,
    { doing: 'Looking at', withoutKeys: true, impersonate: false },
    async (visit) => {
      const { cluster, context } = visit.target
      const elsewhere = { ...visit.elsewhere, all: true }
      const verified = await verifyCluster(visit.api, visit.wanted, { ...planOptions, elsewhere })
      observed.push(...(await observe(visit.api, checked, cluster.name, ports.signal)))
      const text = verifiedLines(verified, {
        context,
        now: ports.now(),
        leftOut: visit.leftOut,
        troubles: await troublesOf(visit, verified, ports.signal),
        advice: adviceIn({ network, cluster: cluster.name, context }),
      })
      const names = await namesOf(cluster, { routes, verified, lookup })
      const probed = options.probe ? await probeCluster(visit.api, checked, cluster, ports) : undefined
      if (options.probe) inquired.push(await inquireCluster(visit.api, checked, cluster, ports))
      if (placed?.place.cluster === cluster.name)
        called.push(await makeCall(visit.api, checked, placed, cluster, ports))
      return judged({ cluster: cluster.name, verified, names, ...(probed === undefined ? {} : { probed }) }, text)
    },
  )
  for (const line of reachabilityText(reachabilityOf(results))) ports.reporter.say(line)
  const material = materialOf(checked.materialFiles)
  const told = platform.operation.health?.judge(network, material, observed) ?? []
  const answered = inquired.flatMap(({ answers }) => answers)
  const ledger = distinct([
    ...told,
    ...(options.probe ? (platform.operation.judgeInquiries?.(network, material, answered) ?? []) : []),
    ...inquired.flatMap(({ problems }) => problems),
    ...called,
  ])
  const unasked = platform.operation.health !== undefined && observed.length === 0
  const why = results.every(({ outcome }) => outcome === 'failed' || outcome === 'stopped')
    ? 'no cluster was reached'
    : 'asking them needs the right pods/portforward'
  const lines = [...(unasked ? [`no node reported its state: ${why}`] : []), ...verdictLines(ledger)]
  for (const line of lines) ports.reporter.say(`ledger: ${line}`)
  const well = ledger.every(({ good }) => good) && results.every(({ outcome }) => goodOutcomes.has(outcome))
  return {
    // An expired certificate is a fault of the network that no cluster reports.
    status: !well ? exitStatus.cluster : hasErrors(findings) ? exitStatus.findings : exitStatus.done,
    findings,
    ...describe(checked, results),
    clusterResults: results,
    ledger,
  }
}

/** Why objects are not ready. Nothing is read where all are. */
async function troublesOf(
  { api, wanted }: Visit,
  { unready, states }: Verified,
  signal: AbortSignal,
): Promise<readonly ObjectTrouble[]> {
  if (unready.length === 0) return []
  return troublesIn(api, states, (await podsOfNetwork(api, wanted.network, signal)) ?? [], signal)
}

/** A node may report the same by several ways. */
const distinct = (verdicts: readonly Verdict[]): readonly Verdict[] => [
  ...new Map(verdicts.map((one) => [one.message, one])).values(),
]

export const verifyCommand = command({
  name: 'verify',
  purpose:
    'Compare the clusters with the definition: drift, readiness, addresses, DNS names, the ledger, and with probe the connections of nodes',
  options: {
    cluster,
    context,
    probe: flag(
      'Start a short-lived pod in each namespace and try every connection that its nodes need, and on some ledgers ask the nodes as an administrator; the pods are removed again',
    ),
    rehearse: flag(
      'Compare by a server-side dry run, which finds more than reading does and needs the rights to apply',
    ),
    invoke: optionalText(
      'CHAINCODE:FUNCTION',
      'Invoke a function of a chaincode from a short-lived pod: it writes a transaction to the ledger',
    ),
    query: optionalText(
      'CHAINCODE:FUNCTION',
      'Evaluate a function of a chaincode from a short-lived pod; nothing is written',
    ),
    argument: repeated('TEXT', 'Argument of that function; repeat it for more', (value) => ({ value })),
    channel: optionalText('NAME', 'Channel of that chaincode, if it is on several'),
    'dns-server': dnsServer,
  },
  examples: [
    ['chancery verify', 'compare all clusters with the definition'],
    ['chancery verify --invoke assets:Create --argument a1', 'call a chaincode, which writes to the ledger'],
    ['chancery verify --cluster eu --probe', 'verify one cluster, and try every connection of its nodes'],
  ],
  run: (
    { network, cluster, context, probe, rehearse, invoke, query, argument, channel, 'dns-server': dnsServer },
    ports,
  ) =>
    verify(
      { network, cluster, context, probe, rehearse, dnsServer, call: { invoke, query, arguments: argument, channel } },
      ports,
    ),
})
