import { textOf } from '../../file-content.ts'
import type { FileTree } from '../../render/tree.ts'
import type { RootInputs } from './inputs.ts'

// kustomize needs longer to read its schema than to build a root, so one process builds many: a generated kustomization lists
// them as its resources. Each result must equal a separate build, byte for byte. Two problems have to be solved: kustomize
// resolves names over everything that it builds, and does not record the root of an object. A separate namespace for each root
// solves both. kustomize resolves names within a namespace, and treats an object in two namespaces as two; and the
// namespace of an object identifies its root. The names of these namespaces are random, so that no file can contain them,
// and the result has the right ones again. YAML needs no quotes for either, so nothing else changes.

/** A root that can be built together with others. */
export interface GroupMember {
  readonly root: string
  readonly namespace: string
  readonly kustomization: string
}

/** A name without quotes in every version of YAML. */
const namespaceLine = /^namespace: (?!(?:y|n|yes|no|on|off|true|false|null)$)([a-z][a-z0-9-]*)$/m

/**
 * Undefined for a root that must be built alone: without a namespace (the CRDs); an Ambassador, which may have cluster-scoped
 * objects; or with overrides, which may contain anything.
 */
export function groupMember(root: string, inputs: RootInputs, tree: FileTree): GroupMember | undefined {
  if (root.endsWith('/ambassador') || !inputs.folders.every((folder) => folder.startsWith('deploy/'))) return undefined
  const kustomization = textOf(tree, `${root}/kustomization.yaml`) ?? ''
  const namespace = namespaceLine.exec(kustomization)?.[1]
  return namespace === undefined ? undefined : { root, namespace, kustomization }
}

/** Larger groups take longer: the time of kustomize grows faster than the number of objects. */
const largest = 20

/** Groups of about equal size, so that all processes work until the end. */
export function groupsOf<Member>(members: readonly Member[], processes: number): Member[][] {
  const rounds = Math.ceil(members.length / (largest * processes))
  const count = Math.min(members.length, rounds * processes)
  const groups = Array.from({ length: count }, (): Member[] => [])
  members.forEach((member, index) => {
    groups[index % count]?.push(member)
  })
  return groups
}

/** Files of a group: its kustomization in `folder`, and those of its members, in separate namespaces. */
export function groupFiles(folder: string, members: readonly GroupMember[], token: string): [string, string][] {
  const up = folder.replaceAll(/[^/]+/g, '..')
  return [
    [`${folder}/kustomization.yaml`, ['resources:', ...members.map(({ root }) => `- ${up}/${root}`), ''].join('\n')],
    ...members.map(({ root, kustomization }, index): [string, string] => [
      `${root}/kustomization.yaml`,
      kustomization.replace(namespaceLine, `namespace: ${namespaceOf(index, token)}`),
    ]),
  ]
}

/** No name is a part of another. */
const namespaceOf = (index: number | string, token: string): string => `root-${index}-${token}`

/** Results of a group, by root. Undefined when an object does not identify its root. */
export function splitGroup(
  yaml: string,
  members: readonly GroupMember[],
  token: string,
): ReadonlyMap<string, string> | undefined {
  const own = new RegExp(namespaceOf('(\\d+)', token), 'g')
  const documents = new Map(members.map(({ root }): [string, string[]] => [root, []]))
  for (const document of documentsOf(yaml)) {
    const [index, ...others] = new Set([...document.matchAll(own)].map(([, found]) => found))
    const member = members[Number(index)]
    if (member === undefined || others.length > 0) return undefined
    documents.get(member.root)?.push(document.replaceAll(own, member.namespace))
  }
  return new Map([...documents].map(([root, texts]) => [root, texts.join('---\n')]))
}

/** Documents in kustomize's format, each with its last line break. */
const documentsOf = (yaml: string): string[] =>
  yaml === ''
    ? []
    : yaml
        .replace(/\n$/, '')
        .split('\n---\n')
        .map((document) => `${document}\n`)
