import { createHash } from 'node:crypto'

/** One chart of a dashboard. */
export interface Panel {
  readonly title: string
  /** PromQL; each gives lines with labels. */
  readonly expressions: readonly string[]
  /** Labels by which a line is called: `{{pod}}`. */
  readonly legend: string
  /** A unit of Grafana: `s`, `short`, `bytes`. */
  readonly unit: string
  readonly description?: string
}

/** Selectors of what is chosen at the top of a dashboard. */
export interface PanelSelectors {
  /** Of metrics of pods. */
  readonly pods: string
  /** Of metrics without a pod: volumes, StatefulSets. */
  readonly namespaces: string
}

export interface Dashboard {
  /** Of its ConfigMap. */
  readonly name: string
  /** What its place in Grafana and its file are called by. */
  readonly id: string
  readonly title: string
  readonly tags: readonly string[]
  readonly namespaces: readonly string[]
  /** A metric that every pod has. */
  readonly podsFrom: string
  readonly panels: readonly Panel[]
}

/** Of Grafana 12 and 13: SchemaVersion in dashboard/types_gen.go of github.com/grafana/grafana-foundation-sdk/go v0.0.22. */
const schemaVersion = 42

const [width, height] = [12, 8]

/** Chosen by a variable, so that one dashboard serves every Prometheus. */
const datasource = { type: 'prometheus', uid: `\${datasource}` }

/** A ConfigMap that Grafana's sidecar takes up. https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/ */
export function dashboard({ name, id, title, tags, namespaces, podsFrom, panels }: Dashboard): object {
  const model = {
    uid: createHash('sha256').update(`chancery ${id}`).digest('hex').slice(0, 16),
    title,
    tags: ['chancery', ...tags],
    timezone: 'browser',
    editable: true,
    schemaVersion,
    refresh: '30s',
    time: { from: 'now-1h', to: 'now' },
    annotations: { list: [] },
    templating: { list: [datasourceVariable, namespaceVariable(namespaces), podVariable(podsFrom)] },
    panels: panels.map(chart),
  }
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, labels: { grafana_dashboard: '1' } },
    data: { [`${id}.json`]: `${JSON.stringify(model, null, 2)}\n` },
  }
}

const all = { text: ['All'], value: ['$__all'] }

const datasourceVariable = {
  name: 'datasource',
  type: 'datasource',
  query: 'prometheus',
  label: 'Data source',
}

const namespaceVariable = (namespaces: readonly string[]): object => ({
  name: 'namespace',
  type: 'custom',
  label: 'Namespace',
  query: namespaces.join(','),
  multi: true,
  includeAll: true,
  allValue: namespaces.join('|'),
  current: all,
})

const podVariable = (metric: string): object => ({
  name: 'pod',
  type: 'query',
  label: 'Pod',
  datasource,
  query: { query: `label_values(${metric}{namespace=~"$namespace"}, pod)`, refId: 'pods' },
  refresh: 2, // whenever the time changes
  sort: 1,
  multi: true,
  includeAll: true,
  allValue: '.*',
  current: all,
})

const chart = (panel: Panel, at: number): object => ({
  id: at + 1,
  type: 'timeseries',
  title: panel.title,
  ...(panel.description === undefined ? {} : { description: panel.description }),
  datasource,
  gridPos: { x: (at % 2) * width, y: Math.floor(at / 2) * height, w: width, h: height },
  fieldConfig: { defaults: { unit: panel.unit, min: 0 }, overrides: [] },
  targets: panel.expressions.map((expr, index) => ({
    refId: String.fromCharCode(65 + index),
    datasource,
    expr,
    legendFormat: panel.legend,
  })),
})
