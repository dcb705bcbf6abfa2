import { mkdir, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from '../src/commands/inspect.ts'
import { isValidator } from '../src/platforms/evm/network.ts'
import { dumpYaml } from '../src/yaml.ts'
import { repeated, type Usage } from './benchmark.ts'
import { measureEach, measurePeak } from './process.ts'
import { definitionFile, readWorkspace } from './workspace.ts'

const base = join(import.meta.dirname, '..', 'src', 'platforms', 'besu', 'base', 'node')

/** `helm template` of a chart with the same objects and the same lists of peers; undefined where helm is not on PATH. */
export async function measureHelm(directory: string, times: number): Promise<Usage | undefined> {
  await using chart = await mkdtempDisposable(join(tmpdir(), 'chancery-chart-'))
  await writeChart(chart.path, directory)
  try {
    const peakMiB = await measurePeak('helm', ['template', 'benchmark', chart.path])
    return { ...(await repeated(times, () => measureEach('helm', ['template', 'benchmark'], [chart.path]))), peakMiB }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined // from spawn
    throw error
  }
}

/** What a chart of this kind usually is: the manifests of a node in a loop over the values. */
async function writeChart(chart: string, directory: string): Promise<void> {
  const { checked } = await inspect({ network: definitionFile }, await readWorkspace(directory))
  if (checked === undefined) throw new Error(`${directory} holds no network without errors`)
  const nodes = checked.network.nodes.map((node) => ({
    name: node.name,
    cluster: node.cluster.name,
    validator: isValidator(node),
    enode: `enode://${'0'.repeat(128)}@${node.name}.${node.organization.name}.${node.cluster.domain}:30303`,
  }))
  const manifests = await Promise.all(
    ['statefulset', 'services', 'persistent-volume-claim'].map((file) => readFile(join(base, `${file}.yaml`), 'utf8')),
  )
  await mkdir(join(chart, 'templates'))
  await writeFile(join(chart, 'Chart.yaml'), dumpYaml({ apiVersion: 'v2', name: 'benchmark', version: '1.0.0' }))
  await writeFile(join(chart, 'values.yaml'), dumpYaml({ nodes }))
  await writeFile(join(chart, 'templates', 'nodes.yaml'), template([...manifests, peers]))
}

const template = (manifests: readonly string[]): string =>
  `{{- range $node := .Values.nodes }}\n---\n${manifests.join('---\n').replaceAll('name: node', 'name: {{ $node.name }}')}{{- end }}\n`

const peers = `apiVersion: v1
kind: ConfigMap
metadata:
  name: node-peers
data:
  static-nodes.json: |
    [
    {{- range $.Values.nodes }}
    {{- if and (ne .name $node.name) (or .validator $node.validator (eq .cluster $node.cluster)) }}
      "{{ .enode }}",
    {{- end }}
    {{- end }}
    ]
`
