import type { Path, Problem } from '../../../network/finding.ts'
import { isMapping } from '../../../network/mapping.ts'
import { didYouMean } from '../../../network/suggestion.ts'
import { error } from '../../problem.ts'
import type { FabricNetwork } from '../network.ts'

const keys = ['index', 'ddoc', 'name', 'type']
const indexKeys = ['fields', 'partial_filter_selector']

/** Definitions of CouchDB indexes, as `peer` checks them when it makes a package: internal/ccmetadata/validators.go. */
export const indexProblems = ({ top }: FabricNetwork): Problem[] =>
  top.chaincodes.flatMap((chaincode, at) =>
    Object.entries(chaincode.indexes).flatMap(([name, definition]) =>
      ofIndex(`the index ${name} of chaincode ${chaincode.name}`, definition, ['chaincodes', at, 'indexes', name]),
    ),
  )

const problem = (message: string, hint: string, path: Path): Problem => error('chaincode-indexes', message, hint, path)

function ofIndex(what: string, definition: Readonly<Record<string, unknown>>, path: Path): Problem[] {
  const { index, type } = definition
  return [
    ...unknownKeys(what, definition, keys, path),
    ...(['ddoc', 'name'] as const)
      .filter((key) => definition[key] !== undefined && typeof definition[key] !== 'string')
      .map((key) => problem(`${what}: ${key} is not text`, 'write a name', [...path, key])),
    ...(type === undefined || type === 'json'
      ? []
      : [
          problem(`${what} has the type ${JSON.stringify(type)}`, 'write `type: json`, the only one', [
            ...path,
            'type',
          ]),
        ]),
    ...(isMapping(index) && Array.isArray(index.fields) && index.fields.length > 0
      ? [
          ...unknownKeys(what, index, indexKeys, [...path, 'index']),
          ...index.fields.flatMap((field: unknown, at) => ofField(what, field, [...path, 'index', 'fields', at])),
          ...mixed(what, index.fields, [...path, 'index', 'fields']),
        ]
      : [problem(`${what} has no fields`, 'write `index: {fields: [owner]}`', [...path, 'index'])]),
  ]
}

/** `owner`, or with an order: `{size: desc}`, as CouchDB reads it: src/mango/src/mango_sort.erl. */
const ofField = (what: string, field: unknown, path: Path): Problem[] =>
  orderOf(field) === undefined
    ? [problem(`${what} has a field that is none`, 'write its name, or its name with asc or desc: {size: desc}', path)]
    : []

/** CouchDB sorts by all fields of an index in one direction. */
function mixed(what: string, fields: readonly unknown[], path: Path): Problem[] {
  const orders = fields.map(orderOf)
  const other = orders.findIndex((order) => order !== undefined && order !== orders[0])
  return orders[0] === undefined || other < 0
    ? []
    : [problem(`${what} mixes asc and desc`, 'give all its fields one order', [...path, other])]
}

function orderOf(field: unknown): 'asc' | 'desc' | undefined {
  if (typeof field === 'string') return field === '' ? undefined : 'asc'
  if (!isMapping(field)) return undefined
  const [order, ...others] = Object.values(field)
  return others.length === 0 && (order === 'asc' || order === 'desc') ? order : undefined
}

const unknownKeys = (
  what: string,
  mapping: Readonly<Record<string, unknown>>,
  known: readonly string[],
  path: Path,
): Problem[] =>
  Object.keys(mapping)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      ...problem(`${what} has the unknown key "${key}"`, didYouMean(key, known), [...path, key]),
      atKey: true,
    }))
