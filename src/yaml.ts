import { dump } from 'js-yaml'

/**
 * The only place that writes YAML. Words that YAML 1.1 parsers (kubectl among them) would misread are quoted:
 * js-yaml's own schema for dumping does that. Keys stay in the order given; long lines are not folded.
 */
export const dumpYaml = (value: object): string => dump(value, { lineWidth: -1, noRefs: true, seqNoIndent: true })

/** Several documents in one file. */
export const dumpDocuments = (values: readonly object[]): string => values.map(dumpYaml).join('---\n')

/** A value on one line. Undefined for one that needs several. */
export function dumpInline(value: unknown): string | undefined {
  const text = dump(value, { flowLevel: 0, lineWidth: -1, noRefs: true }).replace(/\n$/, '')
  return text.includes('\n') ? undefined : text
}
