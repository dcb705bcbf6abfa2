import { verifyCluster } from '../cluster/verify.ts'
import { exitStatus } from '../errors.ts'
import { materialOf } from '../material/files.ts'
import { hasErrors, sortFindings } from '../network/finding.ts'
import type { Observation } from '../platforms/health.ts'
import { isAsDefined, verdictLines, verifiedLines } from '../report/cluster.ts'
import { observe } from './ask-nodes.ts'
import { atClusters, countsOf } from './at-clusters.ts'
import { goodOutcomes } from './cluster-result.ts'
import { type ClusterOptions, type ClusterPorts, deliveryOf } from './delivery.ts'
import { describe } from './describe.ts'
import { expiryFindings } from './renewal.ts'
import type { Result } from './result.ts'

/** Compares clusters with the definition: is everything there, as it should be, ready and reachable? Changes nothing. */
export async function verify(options: ClusterOptions, ports: ClusterPorts): Promise<Result> {
  const delivery = await deliveryOf(options, ports)
  const { subject } = delivery
  const expiring = subject === undefined ? [] : expiryFindings(subject, ports.now())
  const findings = sortFindings([...delivery.findings, ...expiring])
  ports.reporter.findings(findings)
  if (subject === undefined) return { status: exitStatus.findings, findings, clusters: [] }
  // A field that somebody else took is drift too, not a refusal.
  const planOptions = { force: true, heedFlux: true, named: new Set<string>(), signal: ports.signal }
  const observed: Observation[] = []
  const results = await atClusters(delivery, ports, { withoutKeys: true }, async ({ target, api, wanted, leftOut }) => {
    const verified = await verifyCluster(api, wanted, planOptions)
    const lines = verifiedLines(verified, { context: target.context, now: ports.now(), leftOut })
    observed.push(...(await observe(api, subject, target.cluster.name, ports.signal)))
    const outcome = isAsDefined(verified) ? 'verified' : 'differs'
    return { outcome, ...countsOf(verified.plan), plan: [], lines, message: lines.slice(-2).reverse().join('; ') }
  })
  const verdicts = subject.platform.health?.judge(subject.network, materialOf(subject.materialFiles), observed) ?? []
  const unasked = subject.platform.health !== undefined && observed.length === 0
  const lines = unasked ? ['no node could be asked how it is: that takes pods/portforward'] : verdictLines(verdicts)
  for (const line of lines) ports.reporter.say(`ledger: ${line}`)
  const well = verdicts.every(({ good }) => good) && results.every(({ outcome }) => goodOutcomes.has(outcome))
  return {
    // A certificate that has expired is a fault of the network, which no cluster shows.
    status: !well ? exitStatus.cluster : hasErrors(findings) ? exitStatus.findings : exitStatus.done,
    findings,
    ...describe(subject),
    clusterResults: results,
  }
}
