import { join } from 'node:path/posix'
import { load } from 'js-yaml'
import { buildRoots } from '../../src/tools/roots.ts'
import { dumpYaml } from '../../src/yaml.ts'
import { tool, tools } from '../bed/tools/tool.ts'
import { arrayAt, isJsonObject, type JsonObject } from '../kubernetes/json.ts'

await tools('kustomize')

const root = 'deploy/clusters/documented/root'
const part = 'overrides/documented/part'

/** What kustomize says of a Kustomization or a Component. Files that it names are stood in for. */
export async function kustomizationProblems(text: string): Promise<readonly string[]> {
  const kustomization = load(text)
  if (!isJsonObject(kustomization)) return ['is no mapping']
  const isComponent = kustomization.kind === 'Component'
  const folder = isComponent ? part : root
  const including = { ...own('v1beta1', 'Kustomization'), components: [`../../../../${part}`] }
  const tree = new Map([
    ...(isComponent ? [[`${root}/kustomization.yaml`, dumpYaml(including)] as const] : []),
    [`${folder}/kustomization.yaml`, text],
    ...included(kustomization).map((one, at) => standIn({ ...one, path: join(folder, one.path) }, at)),
  ])
  const { broken } = await buildRoots(await tool('kustomize'), tree)
  return broken.map(({ message }) => message)
}

const own = (version: string, kind: string) => ({ apiVersion: `kustomize.config.k8s.io/${version}`, kind })

/** A file or folder that it includes. */
interface Included {
  readonly path: string
  readonly isComponent: boolean
}

const included = (kustomization: JsonObject): readonly Included[] => [
  ...arrayAt(kustomization, 'resources').map((path) => ({ path: String(path), isComponent: false })),
  ...arrayAt(kustomization, 'components').map((path) => ({ path: String(path), isComponent: true })),
]

function standIn({ path, isComponent }: Included, at: number): readonly [string, string] {
  const name = `documented-${at}`
  if (/\.ya?ml$/.test(path)) return [path, dumpYaml({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } })]
  const kind = isComponent ? own('v1alpha1', 'Component') : own('v1beta1', 'Kustomization')
  return [`${path}/kustomization.yaml`, dumpYaml({ ...kind, configMapGenerator: [{ name }] })]
}
