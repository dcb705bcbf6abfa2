import { networkLines } from '../made-network.ts'
import type { TonedLine } from '../reporter.ts'
import { type AdoptedNetwork, adoptionOutcomes, adoptionTitles } from './adopted-network.ts'

/** What was made, what is lost first, and everything that was read. */
export const adoptedLines = (adopted: AdoptedNetwork): readonly TonedLine[] => [
  ...networkLines(adopted),
  ...adoptionOutcomes.flatMap((outcome): readonly TonedLine[] => {
    const lines = adopted.lines.filter((line) => line.outcome === outcome)
    return lines.length === 0
      ? []
      : [
          { text: adoptionTitles[outcome], tone: 'heading' },
          ...lines.map(({ subject, text }) => ({ text: `  ${subject}: ${text}` })),
        ]
  }),
]
