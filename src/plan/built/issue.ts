import { type KubernetesObject, keyOf } from '../../cluster/objects.ts'
import type { Risk } from '../../network/risk.ts'

/** What one root of a cluster builds: with people's override, and as it is rendered without. */
export interface BuiltPart {
  readonly cluster: string
  /** `ambassador`, `carrier`, `carrier/rpc1`, `carrier/jobs`. */
  readonly part: string
  readonly namespace: string
  /** The override, or where there is none the kustomization of the root. */
  readonly file: string
  readonly objects: readonly KubernetesObject[]
  readonly rendered: readonly KubernetesObject[]
}

/** An object, and the part that it is in. */
export interface Placed {
  readonly part: BuiltPart
  readonly object: KubernetesObject
}

/** Which of the two is looked at. */
export type View = 'objects' | 'rendered'

export const placedIn = (parts: readonly BuiltPart[], view: View): Placed[] =>
  parts.flatMap((part) => part[view].map((object) => ({ part, object })))

/** Something that an override does. Equal ones before and after a change are no risk of the change. */
export interface Issue {
  readonly id: string
  readonly severity: Risk['severity']
  /** `eu/carrier/rpc1:StatefulSet/rpc1` */
  readonly subject: string
  /** What it does, without naming the subject. */
  readonly text: string
  readonly hint: string
  readonly file: string
  /** What a text does not say, such as a value: another one is another issue. */
  readonly detail?: unknown
  /** The API server is certain to refuse it. */
  readonly refused?: true
}

/** One word, whatever the object is called: names of roles may have blanks. */
export const subjectOf = ({ part, object }: Placed): string =>
  word(`${part.cluster}/${part.part}:${object.kind}/${object.metadata.name}`)

export const word = (text: string): string =>
  text.replaceAll(/[^\w.,:/=*()!-]/gu, (character) => encodeURIComponent(character))

const keyOfIssue = ({ id, severity, subject, text, detail }: Issue): string =>
  JSON.stringify([id, severity, subject, text, detail])

/** What is in the first list and not in the second. */
export function issuesBeyond(issues: readonly Issue[], others: readonly Issue[]): Issue[] {
  const known = new Set(others.map(keyOfIssue))
  return issues.filter((issue) => !known.has(keyOfIssue(issue)))
}

/** The rendered version of each object, by what tells objects apart. */
export const renderedIn = ({ rendered }: BuiltPart): ReadonlyMap<string, KubernetesObject> =>
  new Map(rendered.map((object) => [keyOf(object), object]))
