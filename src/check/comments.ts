import type { Finding, Problem } from '../network/finding.ts'
import { characterFindings } from '../network/rules/characters.ts'
import { commentOf } from '../network/rules/secret-shapes.ts'
import type { Source } from '../network/source.ts'

/** Forbidden characters in comments. A "#" in a value does not begin a comment: `problems` report that value. */
export function commentFindings(source: Source, definition: string, problems: readonly Problem[]): Finding[] {
  const lines = new Set(
    problems.map(({ path, atKey }) => (atKey === true ? source.atKey(path).line : source.at(path).line)),
  )
  return characterFindings(source.file, definition, commentOf).filter(({ place }) => !lines.has(place.line))
}

/** Findings of an unreadable file, and characters that may be the reason. */
export function withCharacters(file: string, text: string, findings: readonly Finding[]): Finding[] {
  const characters = characterFindings(file, text)
  const isExplained = ({ place }: Finding): boolean =>
    characters.some((one) => one.place.line === place.line && one.place.column === place.column)
  return [...characters, ...findings.filter((finding) => !isExplained(finding))]
}
