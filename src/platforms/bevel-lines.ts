import type { BevelLine, BevelOutcome } from './bevel.ts'
import { type Entry, isOn } from './bevel-fields.ts'

/** The line of one field; none where the input lacks it. */
export const lineAt = ({ path, value }: Entry, key: string, outcome: BevelOutcome, text: string): BevelLine[] =>
  value[key] === undefined || value[key] === null ? [] : [{ path: [...path, key], outcome, text }]

/** The line of a switch: what becomes of it when it is on. */
export const switchAt = (entry: Entry, key: string, outcome: BevelOutcome, text: string): BevelLine[] =>
  isOn(entry.value[key]) ? lineAt(entry, key, outcome, text) : lineAt(entry, key, 'dropped', 'off, as everywhere')

export const gitShows = 'Git shows what is new and what exists'
