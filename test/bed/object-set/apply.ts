import { objectAt } from '../../kubernetes/json.ts'
import { ApiError, type Cluster, type KubernetesObject } from '../cluster.ts'

export const isNamespace = ({ kind }: KubernetesObject): boolean => kind === 'Namespace'

/** Applies all, namespaces first. Gives what the server said of those that it refused. */
export async function applyAll(cluster: Cluster, objects: readonly KubernetesObject[]): Promise<readonly string[]> {
  const problems: string[] = []
  const apply = async (object: KubernetesObject): Promise<void> => {
    try {
      await cluster.apply(object)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      problems.push(`${object.kind} ${object.metadata.name}: ${error.message}`)
    }
  }
  for (const object of objects.filter(isNamespace)) {
    const enforced = objectAt(object, 'metadata', 'labels')['pod-security.kubernetes.io/enforce']
    const wanted = hasHostPorts(objects, object.metadata.name) ? 'privileged' : 'restricted'
    if (enforced !== wanted) problems.push(`Namespace ${object.metadata.name} enforces ${enforced}`)
    await apply(object)
  }
  await Promise.all(objects.filter((object) => !isNamespace(object)).map(apply))
  return problems
}

/** Whether pods of a namespace have ports of the machine, which no other standard lets in. */
const hasHostPorts = (objects: readonly KubernetesObject[], namespace: string): boolean =>
  objects.some(
    (object) =>
      object.kind === 'DaemonSet' &&
      object.metadata.namespace === namespace &&
      JSON.stringify(objectAt(object, 'spec')).includes('"hostPort"'),
  )
