import type { Path, Problem } from '../finding.ts'
import type { Network } from '../network.ts'

/** Labels that Kubernetes, Flux or Chancery set themselves. */
const reserved =
  /^(?:chancery\.dev\/|kustomize\.toolkit\.fluxcd\.io\/(?:name|namespace)$|app\.kubernetes\.io\/(?:name|instance|component|part-of|managed-by|version)$|(?:[^/]*\.)?(?:kubernetes|k8s)\.io\/)/

export const labelProblems = (network: Network): Problem[] => [
  ...reservedLabels(network.labels, ['labels']),
  ...reservedLabels(network.monitoring.labels, ['monitoring', 'labels']),
  ...monitoringLabels(network),
]

/** Prometheus selects PodMonitors and rules by these labels; Grafana selects dashboards by another one. */
function monitoringLabels({ monitoring: { labels, podMonitor, alerts } }: Network): Problem[] {
  if (podMonitor || alerts || Object.keys(labels).length === 0) return []
  return [
    {
      rule: 'monitoring',
      severity: 'error',
      message: 'monitoring.labels have no effect: monitoring enables neither podMonitor nor alerts',
      hint: 'add `podMonitor: true` or `alerts: true`, or remove the labels',
      path: ['monitoring', 'labels'],
    },
  ]
}

const reservedLabels = (labels: Readonly<Record<string, string>>, path: Path): Problem[] =>
  Object.keys(labels)
    .filter((label) => reserved.test(label))
    .map((label) => ({
      rule: 'reserved-label',
      severity: 'error',
      message: `the label ${label} is set by Chancery, Flux or Kubernetes`,
      hint: 'use a key with your own prefix, for example example.com/cost-centre',
      path: [...path, label],
      atKey: true,
    }))

/** Annotations that Chancery interprets as its own, or that kubectl writes. */
const reservedAnnotation =
  /^(?:chancery\.dev\/|kubectl\.kubernetes\.io\/last-applied-configuration$|(?:internal\.)?config\.kubernetes\.io\/)/

export const annotationProblems = ({ clusters }: Network): Problem[] =>
  clusters.flatMap(({ ambassador, path }) =>
    Object.keys(ambassador.annotations)
      .filter((key) => reservedAnnotation.test(key))
      .map(
        (key): Problem => ({
          rule: 'reserved-label',
          severity: 'error',
          message: `the annotation ${key} is set by Chancery, Kustomize or kubectl`,
          hint: 'use a key with your own prefix, for example example.com/team',
          path: [...path, 'ambassador', 'annotations', key],
          atKey: true,
        }),
      ),
  )
