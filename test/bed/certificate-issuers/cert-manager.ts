import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { certificateDefinitions } from '../../kubernetes/generated-crds.ts'
import { arrayAt, isJsonObject, type JsonObject, objectAt } from '../../kubernetes/json.ts'
import type { Cluster, KubernetesObject } from '../cluster.ts'
import type { Named } from '../dns/named.ts'
import { type Program, startProgram } from '../program.ts'
import { tool, tools } from '../tools/tool.ts'
import { until } from '../until.ts'

await tools('cert-manager')
const definitions = await certificateDefinitions()

/** The namespace of what issuers of the whole cluster need. */
export const certManagerNamespace = 'cert-manager'

/** Installs cert-manager in a cluster without its webhook, which an API server outside would not reach. */
export async function startCertManager(cluster: Cluster, folder: string, names: Named): Promise<Program> {
  for (const file of await readdir(definitions)) {
    const definition = load(await readFile(join(definitions, file), 'utf8')) as KubernetesObject // a generated file
    await cluster.apply(definition)
    await until(async () => hasCondition(await cluster.get(definition), 'Established'))
  }
  await cluster.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: certManagerNamespace } })
  const parameters = ['-kubeconfig', cluster.kubeconfig, '-dns01-recursive-nameservers', `127.0.0.1:${names.port}`]
  return startProgram(await tool('cert-manager'), parameters, join(folder, 'cert-manager.log'))
}

/** Whether an object has a condition that is true. */
export const hasCondition = (object: JsonObject | undefined, type: string): boolean =>
  arrayAt(objectAt(object ?? {}, 'status'), 'conditions').some(
    (one) => isJsonObject(one) && one.type === type && one.status === 'True',
  )
