import { isRecord } from '../cluster/objects.ts'
import { encryptionRule } from './encryption-rule.ts'
import type { SealedPlace } from './material.ts'

const fields = new Set(['apiVersion', 'kind', 'metadata', 'type', 'immutable', 'data', 'stringData', 'sops'])
const metadataFields = new Set(['name', 'namespace', 'labels'])

/**
 * Differences between the plain fields of a sealed file and those of the Secret that was sealed. No MAC covers
 * these fields, and they decide where a cluster puts the decrypted keys: a ConfigMap, or another namespace, would expose them
 * to others. Annotations are refused, because controllers copy Secrets by them.
 */
export function formDifferences(
  document: Readonly<Record<string, unknown>>,
  { secret, namespace }: Pick<SealedPlace, 'secret' | 'namespace'>,
): readonly string[] {
  const metadata = isRecord(document.metadata) ? document.metadata : {}
  const differs = (what: string, found: unknown, wanted: string): string[] =>
    found === wanted ? [] : [`${what} is ${shown(found)}, not ${wanted}`]
  const surplus = (of: string, found: Readonly<Record<string, unknown>>, known: ReadonlySet<string>): string[] =>
    Object.entries(found).flatMap(([field, value]) =>
      known.has(field) || value === null ? [] : [`it has the extra field ${of}${field}`],
    )
  return [
    ...differs('apiVersion', document.apiVersion, 'v1'),
    ...differs('kind', document.kind, 'Secret'),
    ...differs('metadata.name', metadata.name, secret),
    ...differs('metadata.namespace', metadata.namespace, namespace),
    ...differs('type', document.type ?? 'Opaque', 'Opaque'),
    ...surplus('', document, fields),
    ...surplus('metadata.', metadata, metadataFields),
    ...uncovered(document),
  ]
}

const shown = (found: unknown): string =>
  found === undefined ? 'missing' : typeof found === 'string' ? `"${found.slice(0, 80)}"` : 'not a text'

/** Decryption does not change values outside of the rule, and the next encryption would write them in plain text. */
function uncovered({ sops, data, stringData }: Readonly<Record<string, unknown>>): string[] {
  const { field, covers } = encryptionRule(isRecord(sops) ? sops : {})
  const places = Object.entries({ data, stringData }).flatMap(([part, entries]) =>
    Object.keys(isRecord(entries) ? entries : {}).map((entry) => [part, entry]),
  )
  return covers !== undefined && places.every(covers) ? [] : [`sops.${field} does not cover all of its entries`]
}
