import type { MonitoringObject } from './rendered.ts'

/** A port of a container of a pod, as Prometheus discovers it. */
export interface PodPort {
  readonly namespace: string
  readonly pod: string
  readonly labels: Readonly<Record<string, string>>
  readonly container: string
  readonly port: string
  /** Where it answers: `127.0.0.1:9545`. */
  readonly address: string
}

const asLabel = (name: string): string => name.replaceAll(/[^a-zA-Z0-9_]/g, '_')
const meta = (name: string): string => `__meta_kubernetes_${name}`

/** Of a PodMonitor: generatePodMonitorConfig in pkg/prometheus/promcfg.go of prometheus-operator 0.93.0. Targets are in a file. */
export function scrapeConfiguration(namespace: string, { metadata, spec }: MonitoringObject, file: string): object {
  const [endpoint] = spec?.podMetricsEndpoints ?? []
  const selector = Object.entries(spec?.selector?.matchLabels ?? {})
  return {
    job_name: `podMonitor/${namespace}/${metadata.name}/0`,
    honor_labels: false,
    file_sd_configs: [{ files: [file] }],
    metrics_path: endpoint?.path,
    relabel_configs: [
      { source_labels: ['job'], target_label: '__tmp_prometheus_job_name' },
      { action: 'drop', source_labels: [meta('pod_phase')], regex: '(Failed|Succeeded)' },
      ...selector.map(([name, value]) => ({
        action: 'keep',
        source_labels: [meta(`pod_label_${asLabel(name)}`), meta(`pod_labelpresent_${asLabel(name)}`)],
        regex: `(${value});true`,
      })),
      { action: 'keep', source_labels: [meta('pod_container_port_name')], regex: endpoint?.port },
      { source_labels: [meta('namespace')], target_label: 'namespace' },
      { source_labels: [meta('pod_container_name')], target_label: 'container' },
      { source_labels: [meta('pod_name')], target_label: 'pod' },
      { target_label: 'job', replacement: `${namespace}/${metadata.name}` },
      { target_label: 'endpoint', replacement: endpoint?.port },
    ],
  }
}

/** What discovery/kubernetes/pod.go of Prometheus gives, of the pods of a namespace. */
export const targetsIn = (namespace: string, ports: readonly PodPort[]): object[] =>
  ports
    .filter((port) => port.namespace === namespace)
    .map(({ pod, labels, container, port, address }) => ({
      targets: [address],
      labels: {
        [meta('namespace')]: namespace,
        [meta('pod_name')]: pod,
        [meta('pod_phase')]: 'Running',
        [meta('pod_container_name')]: container,
        [meta('pod_container_port_name')]: port,
        ...Object.fromEntries(
          Object.entries(labels).flatMap(([name, value]) => [
            [meta(`pod_label_${asLabel(name)}`), value],
            [meta(`pod_labelpresent_${asLabel(name)}`), 'true'],
          ]),
        ),
      },
    }))
