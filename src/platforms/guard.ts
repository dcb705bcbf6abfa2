import type { Path } from '../network/finding.ts'

/**
 * How something that keeps others out, or holds them to a limit, is read. `on`, `off`: it guards while it is so. `key`: who is
 * trusted, so that any other value lets in somebody else. `allowed`: a list of what others may; nothing when absent. `allowedOrAll`: the same,
 * with everything when absent. `least`, `most`: a number. `sensitive`, `watched`: any change has to be looked at.
 */
type GuardKind = 'on' | 'off' | 'key' | 'allowed' | 'allowedOrAll' | 'least' | 'most' | 'sensitive' | 'watched'

/** Something that guards a node, with the value that is in effect: that of a field, or of the setting that overrides it. */
export interface Guard {
  /** As people write it: `rpc-http-cors-origins`. */
  readonly name: string
  /** Undefined when nobody sets it. */
  readonly value: string | readonly (string | number)[] | undefined
  readonly kind: GuardKind
  /** It tells who somebody is. */
  readonly authenticates?: true
  /** Of a list: what lets others change the node. */
  readonly dangerous?: (item: string) => boolean
  /** It matters for more than clients from outside. */
  readonly always?: true
  readonly path: Path
}

/** A row of a table of guards: what the options of a ledger guard, by name. */
export interface GuardedOption {
  readonly pattern: RegExp
  readonly kind: GuardKind
  readonly authenticates?: true
  readonly dangerous?: (item: string) => boolean
  readonly always?: true
}

/** Options that no table names, and that sound as if they kept somebody out. */
const suspicious =
  /auth|tls|ssl|jwt|cors|origin|allow|permission|whitelist|host|cred|cert|trust|verif|secur|policy|acl|plugin|privilege|expos/i

/** The guards among the options in effect: rows of the table first, and what sounds like one. No setting can change owned ones. */
export function guardsAmong(
  options: Readonly<Record<string, Guard['value'] | number | boolean>>,
  table: readonly GuardedOption[],
  pathOf: (option: string) => Path,
  isOwned: (option: string) => boolean = () => false,
): Guard[] {
  return Object.entries(options).flatMap(([name, value]): Guard[] => {
    if (isOwned(name)) return []
    const row = table.find(({ pattern }) => pattern.test(name)) ?? (suspicious.test(name) ? sounding : undefined)
    if (row === undefined) return []
    const { pattern: _, ...guard } = row
    const isList = guard.kind === 'allowed' || guard.kind === 'allowedOrAll'
    return [{ ...guard, name, value: isList ? listOf(value) : textOf(value), path: pathOf(name) }]
  })
}

const sounding: GuardedOption = { pattern: suspicious, kind: 'watched' }

type Value = Guard['value'] | number | boolean

const textOf = (value: Value): string | undefined => (value === undefined ? undefined : String(value))

/** `ETH, NET` and `[ETH, NET]` are the same list. */
const listOf = (value: Value): string[] =>
  (Array.isArray(value) ? value.map(String) : String(value ?? '').split(','))
    .map((item) => item.trim())
    .filter((item) => item !== '')
