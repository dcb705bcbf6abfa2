import type { Problem } from '../finding.ts'
import type { Network } from '../network.ts'

/** Labels that Kubernetes or Chancery set themselves. */
const reserved =
  /^(?:app\.kubernetes\.io\/(?:name|instance|component|part-of|managed-by|version)$|(?:[^/]*\.)?(?:kubernetes|k8s)\.io\/)/

export const labelProblems = (network: Network): Problem[] => [...reservedLabels(network), ...monitoringLabels(network)]

/** Prometheus finds PodMonitors and rules by them; Grafana finds a dashboard by a label of its own. */
function monitoringLabels({ monitoring: { labels, podMonitor, alerts } }: Network): Problem[] {
  if (podMonitor || alerts || Object.keys(labels).length === 0) return []
  return [
    {
      rule: 'monitoring',
      severity: 'error',
      message: 'monitoring.labels are for PodMonitors and rules, and monitoring asks for neither',
      hint: 'add `podMonitor: true` or `alerts: true`, or remove them',
      path: ['monitoring', 'labels'],
    },
  ]
}

const reservedLabels = (network: Network): Problem[] =>
  Object.keys(network.labels)
    .filter((label) => reserved.test(label))
    .map((label) => ({
      rule: 'reserved-label',
      severity: 'error',
      message: `the label ${label} is set by Chancery or by Kubernetes`,
      hint: 'use a key with a prefix of your own, for example example.com/cost-centre',
      path: ['labels', label],
      atKey: true,
    }))
