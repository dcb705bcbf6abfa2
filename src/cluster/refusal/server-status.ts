import { shorten } from '../difference/excerpt.ts'
import { isSecret } from '../difference/mask.ts'
import { fieldFromServer } from '../difference/notation.ts'
import { isRecord, type KubernetesObject, listAt } from '../objects.ts'
import { textAt } from '../status/fields.ts'

/** A metav1.Status: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/ */
export interface ServerStatus {
  readonly status: number
  /** The original text: may quote values of a Secret, see `quoted`. */
  readonly message: string
  readonly causes: readonly Cause[]
}

export interface Cause {
  readonly reason: string
  readonly message: string
  /** In our notation; empty when the cause names no field. */
  readonly field: string
}

/** Parses the answer of an API server. A text body counts as the message. */
export function serverStatusOf({ status, body }: { readonly status: number; readonly body: unknown }): ServerStatus {
  const causes = listAt(body, 'details', 'causes').map((cause) => ({
    reason: textAt(cause, 'reason'),
    message: textAt(cause, 'message'),
    // What a cause about the whole object says instead of a field.
    field: fieldFromServer(textAt(cause, 'field').replace(/^(?:<nil>|\[\])$/, '')),
  }))
  const message = isRecord(body) ? textAt(body, 'message') : typeof body === 'string' ? body.trim() : ''
  return {
    status,
    message,
    causes: causes.filter((cause) => !cause.message.includes('rules were not checked because')),
  }
}

/**
 * Whether a server judged what was applied. Unknown fields and wrong types are answered with 500, as if the server was in
 * trouble: another try gives the same.
 */
export const judgesObject = ({ message }: Pick<ServerStatus, 'message'>): boolean =>
  /^failed to (?:create typed patch object|convert new object)|^error (?:strict )?decoding patch|strict decoding error/.test(
    message,
  )

/** Fields in the text of such an answer: unknown ones, and those with invalid content. */
export function judgedFields(
  object: KubernetesObject,
  { message }: Pick<ServerStatus, 'message'>,
): { readonly unknown: readonly string[]; readonly wrong: readonly string[] } {
  // In a value there could be what looks like a field: a Secret's have to be its own.
  const isOwn = (path: string): boolean => !isSecret(object) || pathsOf(object).includes(path)
  const strict = [...message.matchAll(/unknown field "([^"]+)"/g)]
    .map(([, field = '']) => field)
    .filter((field) => isOwn(`.${field}`))
  const typed = [...message.matchAll(/(?:^|: |\n\s*)(\.(?:"(?:[^"\\]|\\.)*"|[^":\s])+): (.*)/g)]
    .map(([, path = '', problem = '']) => ({ path, isUnknown: problem.startsWith('field not declared') }))
    .filter(({ path }) => isOwn(path))
  const fields = (isUnknown: boolean): string[] =>
    typed.filter((one) => one.isUnknown === isUnknown).map(({ path }) => fieldFromServer(path))
  return { unknown: [...strict, ...fields(true)], wrong: fields(false) }
}

const pathsOf = (value: unknown, path = ''): string[] =>
  isRecord(value)
    ? Object.entries(value).flatMap(([name, inner]) => [`${path}.${name}`, ...pathsOf(inner, `${path}.${name}`)])
    : []

const longestText = 400
const longestCause = 200
const mostCauses = 5

/** The server's text without the leading name of the object; a placeholder where it could contain a secret. */
export function quoted(object: KubernetesObject, text: string): string {
  if (isSecret(object)) return 'the server’s text is hidden, as it may contain the secret'
  return shorten(
    text
      .replace(/^\S+ "[^"]*" is (?:forbidden|invalid): /, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
    longestText,
  )
}

/** Each cause with its field. `say` may replace the server's words for a cause. */
export function causesText(
  object: KubernetesObject,
  causes: readonly Cause[],
  say: (cause: Cause) => string | undefined = () => undefined,
): string {
  const texts = causes.slice(0, mostCauses).map((cause) => {
    if (isSecret(object)) return `${cause.field} ${say(cause) ?? secretWords[cause.reason] ?? 'is refused'}`.trim()
    // Only the first line: a diff of the whole object can follow.
    const words = shorten(say(cause) ?? cause.message.split('\n')[0] ?? '', longestCause)
    return cause.field === '' ? words : `${cause.field}: ${words}`
  })
  const more = causes.length - texts.length
  return [...texts, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')
}

const secretWords: Readonly<Record<string, string>> = {
  FieldValueRequired: 'is required',
  FieldValueInvalid: 'has an invalid value',
  FieldValueForbidden: 'is forbidden',
  FieldValueNotSupported: 'has a value that is not supported',
  FieldValueTooLong: 'is too long',
  FieldValueDuplicate: 'is a duplicate',
  FieldValueTypeInvalid: 'has a value of the wrong type',
}
