import { isRecord } from '../cluster/objects.ts'
import { encryptionRule } from './encryption-rule.ts'
import type { SealedPlace } from './material.ts'

const fields = new Set(['apiVersion', 'kind', 'metadata', 'type', 'immutable', 'data', 'stringData', 'sops'])
const metadataFields = new Set(['name', 'namespace', 'labels'])

/**
 * How the readable half of a sealed file differs from that of the Secret it is made as; empty when it does not. No MAC covers
 * this half, and it decides where the keys go when a cluster has decrypted them: a ConfigMap, or another namespace, gives them
 * to others. Annotations are refused: controllers copy Secrets by them.
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
      known.has(field) || value === null ? [] : [`it has the field ${of}${field}`],
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

/** Decrypting leaves what the rule does not cover as it is, and encrypting again would write it in plain text. */
function uncovered({ sops, data, stringData }: Readonly<Record<string, unknown>>): string[] {
  const { field, covers } = encryptionRule(isRecord(sops) ? sops : {})
  const places = Object.entries({ data, stringData }).flatMap(([part, entries]) =>
    Object.keys(isRecord(entries) ? entries : {}).map((entry) => [part, entry]),
  )
  return covers !== undefined && places.every(covers) ? [] : [`sops.${field} does not cover all of its entries`]
}
