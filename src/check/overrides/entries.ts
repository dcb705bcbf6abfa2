import { at, listAt } from '../../cluster/objects.ts'
import { textOf } from '../../file-content.ts'
import type { Finding, Path } from '../../network/finding.ts'
import type { Source } from '../../network/source.ts'
import type { FileTree } from '../../render/tree.ts'
import { hasCiphertext } from './ciphertext.ts'
import { placeFrom } from './places.ts'
import { otherPods, plainSecret } from './problems.ts'

/** The kustomization of an override, or an included one. */
export interface Kustomization {
  readonly source: Source
  readonly folder: string
  /** `eu/carrier/rpc1` */
  readonly part: string
}

/** Entries whose effect is always wrong: reported at their own lines, without kustomize. */
export const entryFindings = (kustomization: Kustomization, overrides: FileTree): Finding[] =>
  [
    ...selectors(kustomization),
    ...renames(kustomization),
    ...replicas(kustomization),
    ...secrets(kustomization, overrides),
  ].map(({ path, isKey, ...finding }) => ({
    ...finding,
    place: isKey === true ? kustomization.source.atKey(path) : kustomization.source.at(path),
  }))

interface Entry extends Omit<Finding, 'place'> {
  readonly path: Path
  readonly isKey?: true
}

/** The API server refuses a changed selector of a StatefulSet or Deployment; that of a NetworkPolicy would miss pods of other roots. */
function* selectors({ source: { value } }: Kustomization): Generator<Entry> {
  const finding = { rule: 'override-selectors', severity: 'warning' } as const
  const effect = 'also changes selectors: Kubernetes refuses that for existing StatefulSets and Deployments'
  if (at(value, 'commonLabels') !== undefined)
    yield {
      ...finding,
      message: `commonLabels ${effect}`,
      hint: 'use labels with includeSelectors: false',
      path: ['commonLabels'],
      isKey: true,
    }
  for (const [index, entry] of listAt(value, 'labels').entries())
    if (at(entry, 'includeSelectors') === true)
      yield {
        ...finding,
        message: `includeSelectors: true ${effect}`,
        hint: 'remove includeSelectors; includeTemplates: true adds the labels to pods',
        path: ['labels', index, 'includeSelectors'],
      }
}

/** A component renames all objects of the root, but other roots, routes and nodes refer to the old names. */
function* renames({ source: { value } }: Kustomization): Generator<Entry> {
  if (at(value, 'kind') !== 'Component') return
  for (const field of ['namePrefix', 'nameSuffix'])
    if (typeof at(value, field) === 'string' && at(value, field) !== '')
      yield {
        rule: 'override-field',
        severity: 'error',
        message: `${field} renames objects that routes and other nodes refer to`,
        hint: 'rename only objects that the override adds, in their own files',
        path: [field],
        isKey: true,
      }
}

function* replicas({ source: { value }, part }: Kustomization): Generator<Entry> {
  const [, , node] = part.split('/')
  for (const [index, entry] of listAt(value, 'replicas').entries())
    if (node !== undefined && at(entry, 'name') === node && at(entry, 'count') !== 1)
      yield {
        ...otherPods('replicas', node, String(at(entry, 'count'))),
        severity: 'error',
        path: ['replicas', index, 'count'],
      }
}

/** The input of a secret generator is in plain text in the repository. */
function* secrets({ source: { value }, folder }: Kustomization, overrides: FileTree): Generator<Entry> {
  for (const [index, entry] of listAt(value, 'secretGenerator').entries())
    for (const field of ['literals', 'envs', 'env', 'files']) {
      const given = at(entry, field)
      const values = (Array.isArray(given) ? given : [given]).filter((item) => typeof item === 'string')
      const isPlain = values.some((item) => field === 'literals' || isPlainFile(item, folder, overrides))
      if (isPlain)
        yield {
          ...plainSecret(`secretGenerator makes a Secret from ${field}, in plain text in the repository`),
          severity: 'error',
          path: ['secretGenerator', index, field],
          isKey: true,
        }
    }
}

/** A file with content; another rule reports SOPS ciphertexts. */
function isPlainFile(name: string, folder: string, overrides: FileTree): boolean {
  const text = textOf(overrides, placeFrom(folder, name.replace(/^[^=]*=/, '')))
  return text !== undefined && text.trim() !== '' && !hasCiphertext(text)
}
