import { counted, several } from '../../words.ts'
import { networkLines } from '../made-network.ts'
import type { TonedLine } from '../reporter.ts'
import { countsOf, groupsOf, type ImportedNetwork, outcomeTitles } from './imported-network.ts'

/** What people read first: what was made, what is lost, and where secrets belong. The other fields are in the report file. */
export function importedLines(imported: ImportedNetwork): readonly TonedLine[] {
  const { fields } = imported
  return [
    ...networkLines(imported),
    { text: `${counted(fields.length, 'field')} of the input: ${countsOf(fields)}`, tone: 'heading' },
    ...(['lost', 'secret'] as const).flatMap((outcome): readonly TonedLine[] => {
      const groups = groupsOf(fields, outcome)
      return groups.length === 0
        ? []
        : [
            { text: outcomeTitles[outcome], tone: 'heading' },
            ...groups.flatMap(({ fields: members, text, at }) => [
              {
                text: `  ${several(
                  members.map(({ field, count }) => (count === 1 ? field : `${field} (${count})`)),
                  4,
                )}`,
              },
              { text: `      ${at}: ${text}`, tone: 'quiet' } as const,
            ]),
          ]
    }),
  ]
}
