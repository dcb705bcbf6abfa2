import { load, YAMLException } from 'js-yaml'
import { isRecord, type KubernetesObject } from '../cluster/objects.ts'
import { OperatorError } from '../errors.ts'
import type { Keyring } from './identities.ts'
import { unseal } from './unseal.ts'

/** Entries of a sealed Secret, in memory. Throws an OperatorError without secrets when no available age key opens it. */
export async function openSealed(
  path: string,
  text: string,
  keyring: Keyring,
): Promise<Readonly<Record<string, string>>> {
  const { data, stringData } = await unseal(documentOf(path, text), keyring)
  const entries = (value: unknown): [string, string][] =>
    Object.entries(isRecord(value) ? value : {}).map(([key, entry]) => [key, String(entry)])
  return Object.fromEntries([
    ...entries(data).map(([key, value]) => [key, Buffer.from(value, 'base64').toString()]),
    // People use stringData in their own Secrets, and it takes precedence in Kubernetes too.
    ...entries(stringData),
  ])
}

function documentOf(path: string, text: string): KubernetesObject {
  try {
    const document = load(text, { maxAliases: 0 })
    if (isRecord(document) && isRecord(document.metadata)) return document as unknown as KubernetesObject // read as far as names need it
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
  }
  throw new OperatorError(`${path} is not a sealed Secret`, 'restore it from Git')
}
