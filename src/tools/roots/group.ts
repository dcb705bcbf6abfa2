import { textOf } from '../../file-content.ts'
import type { FileTree } from '../../render/tree.ts'
import type { RootInputs } from './inputs.ts'

// kustomize needs longer to read its schema than to build a root, so one process builds many: a generated kustomization names
// them as its resources. Each must come out as if it were built alone, byte for byte. Two things stand in the way: kustomize
// resolves names over everything that it builds, and says of no object where it comes from. A namespace of its own for each root
// solves both. kustomize resolves names within a namespace, and takes an object that is in two namespaces for two; and the
// namespace of an object tells its root. The names of these namespaces are drawn at random, so that nobody can have written them
// before, and are replaced by the right ones in what comes out. YAML needs no quotes for either, so nothing else changes.

/** A root that may be built together with others. */
export interface GroupMember {
  readonly root: string
  readonly namespace: string
  readonly kustomization: string
}

/** A name that YAML writes without quotes, whichever version it is. */
const namespaceLine = /^namespace: (?!(?:y|n|yes|no|on|off|true|false|null)$)([a-z][a-z0-9-]*)$/m

/**
 * Undefined for a root that has to be built alone: one without namespace (the CRDs); an Ambassador, which may have objects
 * outside of namespaces; one with overrides, in which a person may have written anything.
 */
export function groupMember(root: string, inputs: RootInputs, tree: FileTree): GroupMember | undefined {
  if (root.endsWith('/ambassador') || !inputs.folders.every((folder) => folder.startsWith('deploy/'))) return undefined
  const kustomization = textOf(tree, `${root}/kustomization.yaml`) ?? ''
  const namespace = namespaceLine.exec(kustomization)?.[1]
  return namespace === undefined ? undefined : { root, namespace, kustomization }
}

/** More in one process take longer: the time of kustomize grows faster than the number of objects. */
const largest = 20

/** Groups of about equal size, so that all processes have something to do until the end. */
export function groupsOf<Member>(members: readonly Member[], processes: number): Member[][] {
  const rounds = Math.ceil(members.length / (largest * processes))
  const count = Math.min(members.length, rounds * processes)
  const groups = Array.from({ length: count }, (): Member[] => [])
  members.forEach((member, index) => {
    groups[index % count]?.push(member)
  })
  return groups
}

/** Files that make a group: its kustomization in `folder`, and those of its members, in namespaces of their own. */
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

/** None of them is a part of another. */
const namespaceOf = (index: number | string, token: string): string => `root-${index}-${token}`

/** What was built of a group, by root. Undefined when an object does not tell its root. */
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

/** Documents as kustomize writes them, each with its last line break. */
const documentsOf = (yaml: string): string[] =>
  yaml === ''
    ? []
    : yaml
        .replace(/\n$/, '')
        .split('\n---\n')
        .map((document) => `${document}\n`)
