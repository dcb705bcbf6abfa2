import pMap from 'p-map'
import { type KubernetesObject, keyOf, nameOf, readObjects } from '../cluster/objects.ts'
import { OperatorError } from '../errors.ts'
import type { Keyring } from '../material/identities.ts'
import { secretValues } from '../material/secret-values.ts'
import { isEncrypted, unseal } from '../material/unseal.ts'
import type { Cluster } from '../network/network.ts'

/** Roots that a cluster gets, of all that were built: the CRDs, unless they are those of an Emissary that runs already, and its own. */
export const rootsOfCluster = (built: ReadonlyMap<string, string>, { name, ambassador }: Cluster): [string, string][] =>
  [...built].filter(
    ([root]) =>
      (root === 'deploy/base/ambassador/crds' && !ambassador.existing) || root.startsWith(`deploy/clusters/${name}/`),
  )

/** The objects that a cluster should hold, Secrets still sealed. Throws OperatorError when two roots have the same one. */
export function objectsOf(built: ReadonlyMap<string, string>, cluster: Cluster): KubernetesObject[] {
  const places = new Map<string, string>()
  return rootsOfCluster(built, cluster).flatMap(([root, yaml]) =>
    readObjects(yaml, root).map((object) => {
      const other = places.get(keyOf(object))
      if (other !== undefined)
        throw new OperatorError(
          `${nameOf(object)} is in ${other} and in ${root}`,
          'an object has one place: look for it in your overrides',
        )
      places.set(keyOf(object), root)
      return object
    }),
  )
}

export interface Unsealed {
  readonly objects: readonly KubernetesObject[]
  /** Texts that nobody may see: keys as they stand in Secrets, and as they are meant. */
  readonly secrets: readonly string[]
}

/** Decrypts what is sealed. In memory: nothing of it may reach a file or a log. */
export async function unsealAll(objects: readonly KubernetesObject[], keyring: Keyring): Promise<Unsealed> {
  const plain = await pMap(objects, (object) => (isEncrypted(object) ? unseal(object, keyring) : object), {
    concurrency: 4,
  })
  const secrets = plain.filter((_, index) => isEncrypted(objects[index] as KubernetesObject)).flatMap(secretValues) // one for each
  return { objects: plain, secrets }
}
