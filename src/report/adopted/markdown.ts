import { code, prose } from '../../render/escape.ts'
import { networkTables, table } from '../made-network.ts'
import { type AdoptedNetwork, adoptionOutcomes, adoptionTitles } from './adopted-network.ts'

/** First line of the report file, by which a later run knows it. */
export const adoptionTitle = '# Adoption'

/** The whole report: everything that was read, by what became of it. */
export const adoptedMarkdown = (adopted: AdoptedNetwork): string =>
  [
    adoptionTitle,
    '',
    prose(`A running ledger as \`platform: ${adopted.platform}\`. Delete this file when nothing in it is open.`),
    '',
    ...(adopted.tasks.length === 0 ? [] : ['## To do', '', ...adopted.tasks.map((task) => `- [ ] ${prose(task)}`), '']),
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
