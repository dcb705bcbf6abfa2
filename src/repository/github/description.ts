import { code, prose } from '../../render/escape.ts'
import { counted } from '../../words.ts'
import type { Changes } from '../files.ts'
import type { Proposal } from '../repository.ts'

/** Names that are listed; of more, how many. */
const shown = 20

/** What a pull request says of itself: paths and counts, no content of any file. */
export function description({ network, findings, made }: Proposal, { written, removed }: Changes): string {
  const clusters = clustersIn([...written.keys(), ...removed])
  return [
    `What the definition of the network **${prose(network)}** renders now. Merging this is what brings it to the clusters.`,
    '',
    `- ${counted(written.size, 'file')} written, ${removed.length} removed`,
    `- clusters: ${clusters.length === 0 ? 'none' : clusters.map(code).join(', ')}`,
    `- ${findings}`,
    ...(made.length === 0
      ? []
      : ['', 'Keys, certificates and genesis that were made (private halves are encrypted):', '', ...listed(made)]),
    '',
    'This branch is rebuilt when the definition changes. A commit of yours on it is kept, and built upon.',
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
