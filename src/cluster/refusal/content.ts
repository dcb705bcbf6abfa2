import { agreeing } from '../../words.ts'
import { isSecret } from '../difference/mask.ts'
import type { KubernetesObject } from '../objects.ts'
import { isCustom } from '../stages.ts'
import { type Explain, refusal } from './explanation.ts'
import { immutableHint, immutablePhrase } from './immutable.ts'
import { causesText, judgedFields, judgesObject, quoted } from './server-status.ts'

const originOf = (object: KubernetesObject): string =>
  `${isSecret(object) ? 'the sealed file in material/' : 'network.yaml'}, or a patch in overrides/`
const correct = (object: KubernetesObject): string => `correct it at its source: ${originOf(object)}`

/** Fields that no schema has, and values of a wrong type. */
export const untyped: Explain = (object, said) => {
  if (!judgesObject(said)) return undefined
  const { unknown, wrong } = judgedFields(object, said)
  if (unknown.length > 0) {
    return refusal(
      'unknown-field',
      `unknown ${agreeing(unknown.length, 'field', 'fields')} ${unknown.join(', ')}`,
      `correct the name at its source (${originOf(object)}); if the name is right, the ${isCustom(object) ? 'CustomResourceDefinition in the cluster' : 'cluster'} is too old for it`,
      unknown,
    )
  }
  const text = said.message.replace(/^failed to .*? \([^)]*\)(?: to proper version)?: /, '').replace(/^\./, '')
  return refusal(
    'invalid',
    isSecret(object) ? secretText(said.message, wrong) : quoted(object, text),
    correct(object),
    wrong,
  )
}

function secretText(message: string, wrong: readonly string[]): string {
  if (message.includes('illegal base64 data')) return 'a value below data is not base64'
  return wrong.length === 0 ? 'it cannot be read' : `${wrong.join(', ')}: the value is not accepted`
}

/** Fields that cannot change once the object exists. */
export const immutable: Explain = (object, said) => {
  const { status, message, causes } = said
  if (![403, 422].includes(status) || immutablePhrase(message) === undefined) return undefined
  const phraseOf = (text: string): string | undefined =>
    isSecret(object) && immutablePhrase(text) !== undefined ? 'cannot be changed' : withChanges(text)
  const text = causesText(object, causes, (cause) => phraseOf(cause.message)) || quoted(object, message)
  const fields = causes.filter((cause) => immutablePhrase(cause.message) !== undefined).map(({ field }) => field)
  return refusal('immutable', text, immutableHint({ object, fields, text: message }), fields)
}

const mostChanges = 6

/** Some kinds only report that `spec` cannot be changed, followed by a diff. */
function withChanges(text: string): string | undefined {
  const phrase = immutablePhrase(text)
  const changes = text.split('\n').filter((line) => /^[+-] /.test(line))
  if (phrase === undefined || changes.length === 0 || changes.length > mostChanges) return phrase
  return `${phrase} (${changes.map((line) => line.replace(/\s+/, ' ').replace(/,$/, '')).join(', ')})`
}

/** Content that the server refuses. */
export const invalid: Explain = (object, { status, message, causes }) => {
  if (![400, 413, 422].includes(status)) return undefined
  const fields = causes.map(({ field }) => field)
  return refusal('invalid', causesText(object, causes) || quoted(object, message), correct(object), fields)
}
