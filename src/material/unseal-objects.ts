import pMap from 'p-map'
import type { KubernetesObject } from '../cluster/objects.ts'
import type { Keyring } from './identities.ts'
import { secretValues } from './secret-values.ts'
import { isEncrypted, unseal } from './unseal.ts'

export interface Unsealed {
  readonly objects: readonly KubernetesObject[]
  /** Texts to mask: keys in the form of Secrets, and decoded. */
  readonly secrets: readonly string[]
}

/** Decrypts sealed objects in memory, each with the keys that may open it. The result must not reach a file or log. */
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
