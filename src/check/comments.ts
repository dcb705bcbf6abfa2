import type { Finding, Problem } from '../network/finding.ts'
import { characterFindings } from '../network/rules/characters.ts'
import { commentOf } from '../network/rules/secret-shapes.ts'
import type { Source } from '../network/source.ts'

/** Characters that comments may not have either. A "#" in a value begins no comment: `problems` tell of that value. */
export function commentFindings(source: Source, definition: string, problems: readonly Problem[]): Finding[] {
  const lines = new Set(
    problems.map(({ path, atKey }) => (atKey === true ? source.atKey(path).line : source.at(path).line)),
  )
  return characterFindings(source.file, definition, commentOf).filter(({ place }) => !lines.has(place.line))
}

/** Findings of a reader that could not read a file, and characters that may be the reason. */
export function withCharacters(file: string, text: string, findings: readonly Finding[]): Finding[] {
  const characters = characterFindings(file, text)
  const isExplained = ({ place }: Finding): boolean =>
    characters.some((one) => one.place.line === place.line && one.place.column === place.column)
  return [...characters, ...findings.filter((finding) => !isExplained(finding))]
}
