import { code, prose } from '../../render/escape.ts'
import { counted } from '../../words.ts'
import type { Changes } from '../files.ts'
import type { Proposal } from '../repository.ts'

/** The most names to list; the rest is a count. */
const shown = 20

/** The description of a pull request: paths and counts, without file contents. */
export function description({ network, findings, made }: Proposal, { written, removed }: Changes): string {
  const clusters = clustersIn([...written.keys(), ...removed])
  return [
    `The current rendering of the network **${prose(network)}**. Merge this pull request to bring it to the clusters.`,
    '',
    `- ${counted(written.size, 'file')} written, ${removed.length} removed`,
    `- clusters: ${clusters.length === 0 ? 'none' : clusters.map(code).join(', ')}`,
    `- ${findings}`,
    ...(made.length === 0
      ? []
      : ['', 'New keys, certificates and genesis (private halves are encrypted):', '', ...listed(made)]),
    '',
    'Chancery rebuilds this branch when the definition changes. It keeps your own commits on the branch.',
  ].join('\n')
}

const listed = (paths: readonly string[]): string[] => [
  ...paths.slice(0, shown).map((path) => `- ${code(path)}`),
  ...(paths.length > shown ? [`- and ${paths.length - shown} more`] : []),
]

const clustersIn = (paths: readonly string[]): string[] => {
  const names = paths.map((path) => /^(?:deploy\/(?:clusters|flux)|material\/sealed)\/([^/]+)\//.exec(path)?.[1])
  return [...new Set(names)].filter((name) => name !== undefined).sort()
}
