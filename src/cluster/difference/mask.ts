import { isRecord, type KubernetesObject } from '../objects.ts'
import { equal } from './equal.ts'
import { own } from './notation.ts'

type Fields = Readonly<Record<string, unknown>>

export const isSecret = ({ kind }: Pick<KubernetesObject, 'kind'>): boolean => kind === 'Secret'

/** The visible fields of a Secret. Anything else can be a value, below a misspelt `dta` too. */
const visible: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'type', 'immutable'])

/** Two versions of a Secret with placeholders for its values: equal ones where nothing changed. */
export const maskSecret = (before: Fields, after: Fields): readonly [Fields, Fields] => [
  maskFields(before, after, '(secret)'),
  maskFields(after, before, '(secret, changed)'),
]

function maskFields(object: Fields, other: Fields, changed: string): Fields {
  return mapValues(object, (value, field) => {
    const counterpart = own(other, field)
    if (field === 'metadata') return maskMetadata(value, counterpart, changed)
    if (visible.has(field)) return value
    if (!isRecord(value)) return mask(value, counterpart, changed)
    return mapValues(value, (inner, name) => mask(inner, own(counterpart, name), changed))
  })
}

function maskMetadata(metadata: unknown, other: unknown, changed: string): unknown {
  const annotations = own(metadata, 'annotations')
  if (!isRecord(metadata) || !isRecord(annotations)) return metadata
  const masked = mapValues(annotations, (value, name) => {
    const counterpart = own(own(other, 'annotations'), name)
    return mayBeCopy(value) || mayBeCopy(counterpart) ? mask(value, counterpart, changed) : value
  })
  return { ...metadata, annotations: masked }
}

/** As kubectl's last-applied-configuration, a copy of the whole Secret: JSON, or compressed. */
const mayBeCopy = (value: unknown): boolean =>
  value !== undefined && (typeof value !== 'string' || value.length > 100 || /^\s*[{[]/.test(value))

const mask = (value: unknown, counterpart: unknown, changed: string): string =>
  counterpart === undefined || equal(value, counterpart) ? '(secret)' : changed

const mapValues = (fields: Fields, change: (value: unknown, name: string) => unknown): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, change(value, name)]))
