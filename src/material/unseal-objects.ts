import pMap from 'p-map'
import type { KubernetesObject } from '../cluster/objects.ts'
import type { Keyring } from './identities.ts'
import { secretValues } from './secret-values.ts'
import { isEncrypted, unseal } from './unseal.ts'

export interface Unsealed {
  readonly objects: readonly KubernetesObject[]
  /** Texts that nobody may see: keys as they stand in Secrets, and as they are meant. */
  readonly secrets: readonly string[]
}

/** Decrypts what is sealed, each with the keys that may open it. In memory: nothing of it may reach a file or a log. */
export async function unsealAll(
  objects: readonly KubernetesObject[],
  keyringFor: (object: KubernetesObject) => Keyring,
): Promise<Unsealed> {
  const plain = await pMap(objects, (object) => (isEncrypted(object) ? unseal(object, keyringFor(object)) : object), {
    concurrency: 4,
  })
  const secrets = plain.filter((_, index) => isEncrypted(objects[index] as KubernetesObject)).flatMap(secretValues) // one for each
  return { objects: plain, secrets }
}
