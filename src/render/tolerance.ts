import type { Fault, FaultReport } from '../platforms/tolerance.ts'
import { listed, several } from '../words.ts'
import { prose } from './escape.ts'
import { table } from './markdown.ts'

/** What the network can lose, as Markdown: the sentence, the table, and what has to be known to read it. */
export function toleranceMarkdown({ summary, faults, inside }: FaultReport): string[] {
  const rows = faults.map((fault) => [
    kinds[fault.kind],
    prose(fault.name),
    String(fault.lost),
    fault.survives ? consensusInWords(fault) : `**${consensusInWords(fault)}**`,
    prose(reachInWords(fault)),
  ])
  const assumptions = new Set(
    faults.flatMap(({ kind, assumption }) => (assumption ? [`${kinds[kind]} a cluster: ${assumption}`] : [])),
  )
  return [
    `${prose(summary)}.\n`,
    table(['loss of', '', 'consensus nodes lost', 'consensus', 'cannot be reached from outside meanwhile'], rows),
    `While an Ambassador is down, nobody elsewhere can dial the nodes behind it; they still dial the others. ${inside ?? 'Inside its cluster nothing changes'}.\n`,
    ...[...assumptions].map((text) => `${prose(capitalized(text))}.\n`),
  ]
}

const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

export const kinds: Readonly<Record<Fault['kind'], string>> = {
  node: 'node',
  organization: 'organization',
  cluster: 'cluster',
  ambassador: 'Ambassador of',
  zone: 'one zone of',
}

/** `continues; 1 more may fail`. */
export function consensusInWords({ lost, survives, pauses, margin }: Fault): string {
  if (!survives) return `stops until ${-margin} ${margin === -1 ? 'is' : 'are'} back`
  const more = lost === 0 ? '' : ' more'
  const spare = margin === 0 ? `none${more} may fail` : `${margin}${more} may fail`
  return pauses ? `pauses while nodes reconnect, then continues; ${spare}` : `continues; ${spare}`
}

/** What is named one by one; of more, only how many. */
const namedNodes = 3
const namedClusters = 4

/** `rpc and ws of carrier/rpc1; its 5 nodes, from us`. */
export function reachInWords({ kind, reach: { exposed, none, undialled }, stops = [] }: Fault): string {
  if (kind === 'zone') return 'depends on which nodes are in it'
  const parts = [
    ...exposedInWords(kind, exposed),
    ...(none.length === 0 ? [] : [`no other node exposes ${listed(none)}`]),
    ...(undialled.from.length === 0
      ? []
      : [
          `${undialled.nodes === 1 ? 'its node' : `its ${undialled.nodes} nodes`}, from ${several(undialled.from, namedClusters)}`,
        ]),
    ...stops,
  ]
  return parts.length === 0 ? '–' : parts.join('; ')
}

function exposedInWords(kind: Fault['kind'], exposed: Fault['reach']['exposed']): string[] {
  if (kind === 'node') return exposed.map(({ endpoints }) => `its ${listed(endpoints)}`)
  if (exposed.length > namedNodes) return [`what ${exposed.length} nodes expose`]
  return exposed.map(({ node, endpoints }) => `${listed(endpoints)} of ${node}`)
}
