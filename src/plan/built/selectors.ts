import { at, isRecord, listAt } from '../../cluster/objects.ts'

type Labels = Readonly<Record<string, string>>

/** Whether a selector of labels takes them: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/ */
export const selects = (selector: unknown, labels: Labels): boolean =>
  requirementsOf(selector).every(({ key, operator, values }) => {
    const value = labels[key]
    switch (operator) {
      case 'In':
        return value !== undefined && values.includes(value)
      case 'NotIn':
        return value === undefined || !values.includes(value)
      case 'Exists':
        return value !== undefined
      case 'DoesNotExist':
        return value === undefined
      default:
        return true
    }
  })

interface Requirement {
  readonly key: string
  readonly operator: string
  readonly values: readonly string[]
}

function requirementsOf(selector: unknown): Requirement[] {
  const labels = at(selector, 'matchLabels')
  return [
    ...(isRecord(labels) ? Object.entries(labels) : []).map(([key, value]) => ({
      key,
      operator: 'In',
      values: [String(value)],
    })),
    ...listAt(selector, 'matchExpressions').map((expression) => ({
      key: String(at(expression, 'key')),
      operator: String(at(expression, 'operator')),
      values: listAt(expression, 'values').map(String).sort(),
    })),
  ]
}

/** A selector as one text: `a=b,c in (d e)`; empty when it takes everything. Equal texts, equal selectors. */
export const selectorText = (selector: unknown): string =>
  requirementsOf(selector)
    .map(({ key, operator, values }) =>
      operator === 'In' && values.length === 1
        ? `${key}=${values[0]}`
        : values.length === 0
          ? `${operator === 'Exists' ? '' : '!'}${key}`
          : `${key}${operator === 'In' ? '=' : '!='}(${values.join(',')})`,
    )
    .sort()
    .join(',')

/** Whether one takes all that the other does, as far as it can be seen: it asks for nothing more. */
export function coversSelector(one: unknown, other: unknown): boolean {
  const asked = new Set(requirementsOf(other).map((requirement) => JSON.stringify(requirement)))
  return requirementsOf(one).every((requirement) => asked.has(JSON.stringify(requirement)))
}
