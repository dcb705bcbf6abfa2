import { type Entry, labelOf, textOf } from '../../bevel-fields.ts'

/** A chaincode on a peer of the input. */
export interface InputChaincode {
  readonly entry: Entry
  readonly given: string
  /** In the definition. */
  readonly name: string
  readonly version: string
  /** Names in the definition. */
  readonly organization: string
  readonly peer: string
}

/** None for an item without a name. */
export function inputChaincode(entry: Entry, organization: string, peer: string): InputChaincode[] {
  const given = textOf(entry.value.name)
  if (given === undefined) return []
  const name = /^[a-zA-Z0-9]+([-_][a-zA-Z0-9]+)*$/.test(given) ? given : labelOf(given, 'chaincode')
  const version = (textOf(entry.value.version) ?? '1').replaceAll(/[^A-Za-z0-9_.+-]+/g, '-')
  return [{ entry, given, name, version, organization, peer }]
}
