import { isMapping } from '../../../network/mapping.ts'
import { listed } from '../../../words.ts'
import { refusalOf } from './refusals.ts'

/** What a validator says of itself, in one line. */
export function validatorInfoLine(alias: string, answer: string): string {
  const message = parsed(answer)
  if (message === undefined) return `${alias}: no answer (${answer})`
  if (typeof message.reason === 'string') return `${alias}: ${refusalOf(message.reason).message} (${message.reason})`
  const data = at(message, 'result', 'data')
  const node = at(data, 'Node_info')
  const pool = at(data, 'Pool_info')
  const unreachable = namesIn(pool.Unreachable_nodes)
  const counts = at(node, 'Metrics', 'transaction-count')
  const isChanging = at(node, 'View_change_status').VC_in_progress === true
  const release = at(data, 'Software')['indy-node']
  return `${alias}: ${[
    text(node.Mode),
    ...(release === undefined ? [] : [`indy-node ${text(release)}`]),
    `view ${text(at(node, 'View_change_status').View_No)}${isChanging ? ', which changes' : ''}`,
    `reaches ${text(pool.Reachable_nodes_count)} of ${text(pool.Total_nodes_count)}${unreachable.length === 0 ? '' : `, not ${listed(unreachable)}`}`,
    `${text(counts.ledger)} transactions in the domain ledger, ${text(counts.pool)} in the pool ledger`,
  ].join(', ')}`
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isMapping(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** A mapping in a mapping; an empty one where there is none. */
function at(value: Readonly<Record<string, unknown>>, ...fields: readonly string[]): Readonly<Record<string, unknown>> {
  const [field, ...rest] = fields
  if (field === undefined) return value
  const inner = value[field]
  return at(isMapping(inner) ? inner : {}, ...rest)
}

/** Pairs of an alias and the instance of which it is the primary. */
const namesIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.flatMap((pair: unknown) => (Array.isArray(pair) ? [String(pair[0])] : [])) : []

const text = (value: unknown): string => (value === undefined ? 'unknown' : String(value))
