import { type KubernetesObject, nameOf } from '../objects.ts'
import { denied, forbidden, hooked, missing } from './access.ts'
import { conflict } from './conflict.ts'
import { immutable, invalid, untyped } from './content.ts'
import { type Explain, type ObjectRefusal, refusal } from './explanation.ts'
import { quoted, type ServerStatus, serverStatusOf } from './server-status.ts'

export type { ObjectRefusal } from './explanation.ts'
export { judgesObject } from './server-status.ts'

/** The first match explains the refusal. A webhook may use the words of all others. */
const explanations: readonly Explain[] = [conflict, hooked, forbidden, missing, untyped, immutable, invalid, denied]

/**
 * Explains why an API server refused to apply an object. No value of a Secret gets into the explanation, although servers
 * quote what they refuse.
 */
export function refusalOf(
  object: KubernetesObject,
  answer: { readonly status: number; readonly body: unknown },
): ObjectRefusal {
  const said = serverStatusOf(answer)
  for (const explain of explanations) {
    const found = explain(object, said)
    if (found !== undefined) return named(object, found)
  }
  return named(object, other(object, said))
}

const named = (object: KubernetesObject, found: ObjectRefusal): ObjectRefusal => ({
  ...found,
  message: `${nameOf(object)}: ${found.message}`,
})

const other = (object: KubernetesObject, { status, message }: ServerStatus): ObjectRefusal =>
  refusal(
    'other',
    `the API server answered ${status}${message === '' ? '' : `: ${quoted(object, message)}`}`,
    status === 429 || status >= 500
      ? 'run this again; if it fails again, read the logs of the API server'
      : 'this answer is unknown: the logs of the API server may explain it',
  )
