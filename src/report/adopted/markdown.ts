import { code, prose } from '../../render/escape.ts'
import { networkTables, table } from '../made-network.ts'
import { type AdoptedNetwork, adoptionOutcomes, adoptionTitles } from './adopted-network.ts'

/** First line of the report file, by which a later run knows it. */
export const adoptionTitle = '# Adoption'

/** A task as a list item, done or not. */
const taskItem = /^- \[[ x]\] (.*)$/i

/**
 * The whole report: everything that was read, by what became of it. Tasks of a former report stay, as people ticked them: a later run no
 * longer sees what is to do for nodes that the definition has by then.
 */
export function adoptedMarkdown(adopted: AdoptedNetwork, former = ''): string {
  const earlier = former.split('\n').filter((line) => taskItem.test(line))
  const known = new Set(earlier.map((line) => taskItem.exec(line)?.[1]))
  const added = adopted.tasks.map(prose).filter((task) => !known.has(task))
  const tasks = [...earlier, ...added.map((task) => `- [ ] ${task}`)]
  return [
    adoptionTitle,
    '',
    prose(`A running ledger as \`platform: ${adopted.platform}\`. Delete this file when nothing in it is open.`),
    '',
    ...(tasks.length === 0 ? [] : ['## To do', '', ...tasks, '']),
    '## Network',
    '',
    ...networkTables(adopted),
    '## Inputs',
    '',
    ...adoptionOutcomes.flatMap((outcome) => {
      const lines = adopted.lines.filter((line) => line.outcome === outcome)
      return lines.length === 0
        ? []
        : [
            `### ${adoptionTitles[outcome]}`,
            '',
            ...table(
              ['what', 'what became of it'],
              lines.map(({ subject, text }) => [code(subject), prose(text)]),
            ),
          ]
    }),
  ]
    .join('\n')
    .replace(/\n*$/, '\n')
}
