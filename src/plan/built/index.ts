import { groupBy } from '../../group-by.ts'
import type { Risk } from '../../network/risk.ts'
import { byWeight } from '../risks/order.ts'
import { changeIssues } from './changes.ts'
import { entryIssues } from './entries.ts'
import { guiseIssues } from './guises.ts'
import { type BuiltPart, type Issue, issuesBeyond, placedIn, type View } from './issue.ts'
import { markIssues } from './marks.ts'
import { podSecurityIssues } from './pod-security.ts'
import { imageIssues, imagesOf, readingIssues } from './pods.ts'
import { reachIssues } from './reach.ts'
import { rightsIssues } from './rights.ts'
import { serviceIssues } from './services.ts'
import { unchangeableIssues } from './unchangeable.ts'
import { workloadsIn } from './workloads.ts'

export type { BuiltPart } from './issue.ts'

/**
 * What overrides do to the objects of a cluster, and did not before a change. What is rendered without them is trusted: it follows
 * from the definition, whose changes are looked at elsewhere. All parts of a namespace belong in here: policies count together.
 */
export function builtRisks(before: readonly BuiltPart[], after: readonly BuiltPart[]): Risk[] {
  const old = groupBy(before, namespaceOf)
  const groups = [...groupBy(after, namespaceOf)].map(([namespace, parts]) => ({
    was: old.get(namespace) ?? [],
    parts,
  }))
  const [known, formerly] = [renderedImages(after), renderedImages(before)]
  const issues = groups.flatMap(({ was, parts }) => [
    ...issuesBeyond(effects(parts, known), effects(was, formerly)),
    ...reachIssues(was, parts),
    ...unchangeableIssues(was, parts),
  ])
  return merged(issues).sort(byWeight)
}

const namespaceOf = ({ cluster, namespace }: BuiltPart): string => `${cluster}/${namespace}`

const renderedImages = (parts: readonly BuiltPart[]): ReadonlySet<string> => imagesOf(workloadsIn(parts, 'rendered'))

/** What overrides do, compared with what is rendered without them. */
function effects(parts: readonly BuiltPart[], images: ReadonlySet<string>): Issue[] {
  const properties = (view: View): Issue[] => {
    const workloads = workloadsIn(parts, view)
    const placed = placedIn(parts, view)
    return [
      ...rightsIssues(placed),
      ...podSecurityIssues(workloads),
      ...readingIssues(
        workloads,
        placed.map(({ object }) => object),
      ),
    ]
  }
  return [
    ...issuesBeyond(properties('objects'), properties('rendered')),
    ...imageIssues(workloadsIn(parts, 'objects'), images),
    ...guiseIssues(parts),
    ...serviceIssues(parts),
    ...parts
      .filter(({ objects, rendered }) => objects !== rendered)
      .flatMap((part) => [...changeIssues(part), ...entryIssues(part), ...markIssues(part)]),
  ]
}

/** One risk for each kind and subject: by these it is acknowledged. */
const merged = (issues: readonly Issue[]): Risk[] =>
  [...groupBy(issues, ({ id, subject }) => `${id} ${subject}`).values()].flatMap((same): Risk[] => {
    const [first] = same
    if (first === undefined) return []
    const { id, subject, hint, file } = first
    const severity = same.some((issue) => issue.severity === 'danger') ? 'danger' : 'caution'
    const texts = [...new Set(same.map(({ text }) => text))]
    const content = JSON.stringify(same.map(({ detail }) => detail))
    return [
      {
        id,
        severity,
        subject,
        message: `${subject}: ${texts.join('; ')}`,
        content,
        hint,
        path: [],
        file,
        ...(same.some(({ refused }) => refused === true) ? { refused: true as const } : {}),
      },
    ]
  })
