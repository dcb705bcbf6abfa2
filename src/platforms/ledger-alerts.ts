import { groupBy } from '../group-by.ts'
import { expirySpan, lifetimeOf } from '../material/expiry.ts'
import type { Material } from '../material/material.ts'
import { readCertificate } from '../material/x509/read.ts'
import type { LedgerNode } from '../network/network.ts'
import type { Panel } from './dashboard.ts'
import type { Alert } from './monitoring-objects.ts'

/** How a ledger's nodes are seen to run. */
export interface RunningNodes {
  /** The label with the name of a node, in its metric. */
  readonly label: 'pod' | 'statefulset'
  /** What that label has for a node. */
  value(node: LedgerNode): string
  /** The nodes of a namespace that run. */
  expression(namespace: string): string
  /** How one that does not run is called, as the rest of a sentence. */
  readonly otherwise: string
}

/** By Prometheus itself, of pods with metrics. */
export const scrapedNodes: RunningNodes = {
  label: 'pod',
  value: ({ name }) => `${name}-0`,
  expression: (namespace) => `up{namespace="${namespace}"} == 1`,
  otherwise: 'is down, or does not answer Prometheus',
}

/**
 * Nodes that do not run. What is gone has no metric that could be compared: the rule has the names of all nodes that should be
 * there. One rule for each organization.
 */
export const nodeAlerts = (network: string, here: readonly LedgerNode[], running: RunningNodes): readonly Alert[] => {
  const namespaces = [...new Set(here.map(({ organization }) => organization.namespace))].sort()
  return namespaces.flatMap((namespace) => {
    const nodes = here.filter(({ organization, elsewhere }) => organization.namespace === namespace && !elsewhere)
    const all = nodes.map((node) => sample(1, running.label, running.value(node))).join(' or ')
    return nodes.length === 0
      ? []
      : [
          {
            name: 'LedgerNodeDown',
            expression: `(${all}) unless on (${running.label}) (${running.expression(namespace)})`,
            lasting: '5m',
            severity: 'warning',
            labels: { namespace },
            summary: `${network}: ${namespace}/{{ $labels.${running.label} }} ${running.otherwise}`,
          },
        ]
  })
}

/** One sample, which has nothing but this label. */
export const sample = (value: number, label: string, text: string): string =>
  `label_replace(vector(${value}), "${label}", "${text}", "", "")`

/**
 * No ledger has a metric of its certificates. Those in Git are what its nodes run with, so the rule has their time of expiry: a
 * renewal changes the rule. From when: as `validate` and `verify` warn.
 */
export function certificateAlerts(network: string, files: readonly string[], material: Material): readonly Alert[] {
  const samples = files.flatMap((file) => {
    const text = material.standIns.has(file) ? undefined : material.text(file)
    const certificate = text === undefined ? undefined : readCertificate(text)
    if (text === undefined || certificate === undefined) return []
    const span = inSeconds(expirySpan(lifetimeOf(text) ?? Number.POSITIVE_INFINITY))
    return [{ span, expiry: sample(inSeconds(certificate.notAfter.getTime()), 'certificate', file) }]
  })
  const bySpan = [...groupBy(samples, ({ span }) => String(span))]
  return bySpan.length === 0
    ? []
    : [
        {
          name: 'LedgerCertificateExpires',
          expression: bySpan
            .map(([span, some]) => `(${some.map(({ expiry }) => expiry).join(' or ')}) - time() < ${span}`)
            .join(' or '),
          lasting: '15m',
          severity: 'warning',
          summary: `${network}: {{ $labels.certificate }} expires in {{ $value | humanizeDuration }}`,
        },
      ]
}

const inSeconds = (milliseconds: number): number => Math.floor(milliseconds / 1000)

/** Share of a volume that may be used: a full one stops its node, and a ledger only grows. */
const fullest = 0.8

const usedShare = (of: string): string =>
  `kubelet_volume_stats_used_bytes{${of}} / kubelet_volume_stats_capacity_bytes{${of}}`

/** The kubelet's metrics: https://kubernetes.io/docs/reference/instrumentation/metrics/ */
export const volumeAlert = (network: string, of: string): Alert => ({
  name: 'LedgerVolumeFull',
  expression: `${usedShare(of)} > ${fullest}`,
  lasting: '15m',
  severity: 'warning',
  summary: `${network}: volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} is more than ${100 * fullest}% full`,
})

export const volumePanel = (of: string): Panel => ({
  title: 'Used share of volumes',
  expressions: [usedShare(of)],
  legend: '{{namespace}}/{{persistentvolumeclaim}}',
  unit: 'percentunit',
  description: 'From the kubelet',
})

/** https://github.com/kubernetes/kube-state-metrics/blob/main/docs/metrics/workload/job-metrics.md */
export const jobAlert = (network: string, of: string): Alert => ({
  name: 'LedgerJobFailed',
  expression: `kube_job_failed{${of},condition="true"} == 1`,
  lasting: '15m',
  severity: 'warning',
  summary: `${network}: Job {{ $labels.namespace }}/{{ $labels.job_name }} failed`,
})
