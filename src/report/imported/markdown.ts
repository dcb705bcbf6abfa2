import { code, prose } from '../../render/escape.ts'
import { networkTables, table } from '../made-network.ts'
import { countsOf, groupsOf, type ImportedNetwork, outcomes, outcomeTitles } from './imported-network.ts'

/** First line of the report file, by which a later import knows it. */
export const reportTitle = '# Import'

/** The whole report: every field of the input, by what became of it. */
export function importedMarkdown(imported: ImportedNetwork): string {
  const { type, platform, tasks, fields } = imported
  return [
    reportTitle,
    '',
    platform === undefined
      ? prose(`From a Bevel network of type ${type}, which no platform of Chancery runs: no definition was written.`)
      : prose(
          `From a Bevel network of type ${type} to \`platform: ${platform}\`. Delete this file when nothing in it is open.`,
        ),
    '',
    ...(tasks.length === 0 ? [] : ['## To do', '', ...tasks.map((task) => `- [ ] ${prose(task)}`), '']),
    '## Network',
    '',
    ...networkTables(imported),
    '## Fields',
    '',
    `${fields.length} fields: ${countsOf(fields)}. A field includes everything below it that has no row. \`[]\` means several items.`,
    '',
    ...outcomes.flatMap((outcome) => {
      const groups = groupsOf(fields, outcome)
      return groups.length === 0
        ? []
        : [
            `### ${outcomeTitles[outcome]}`,
            '',
            ...table(
              ['field', 'line', 'what became of it'],
              groups.map(({ fields: members, text, at }) => [
                members.map(({ field, count }) => `${code(field)}${count === 1 ? '' : ` (${count})`}`).join('<br>'),
                at.startsWith('line ') ? at.slice('line '.length) : code(at),
                prose(text),
              ]),
            ),
          ]
    }),
  ]
    .join('\n')
    .replace(/\n*$/, '\n')
}
