/**
 * Options of a ledger's releases, generated from their sources by scripts/generate-ledger-options.ts. Only names, kinds and values are
 * copied.
 */

/** The kind of an option's value. */
export type OptionKind = 'boolean' | 'integer' | 'number' | 'text' | 'path' | 'choice' | 'duration' | 'size' | 'nested'

export interface KnownOption {
  readonly kind: OptionKind
  /** Several values of that kind. */
  readonly list?: boolean
  /** Of integers and numbers, both inclusive. */
  readonly min?: number
  readonly max?: number
  /** Of numbers: exclusive. */
  readonly above?: number
  /** Of texts: a regular expression that they match, and its name. */
  readonly pattern?: string
  readonly form?: string
  /** Of choices, in the newest release that has the option. */
  readonly values?: readonly string[]
  /** Choices that the first releases of the option do not have yet, with the first one that has them. */
  readonly laterValues?: Readonly<Record<string, string>>
  /** Of choices: case-sensitive. */
  readonly sameCase?: boolean
  /** Choices that releases no longer have, with the first release without them. */
  readonly formerValues?: Readonly<Record<string, string>>
  /** The first release that has the option; absent when all of the table have it. */
  readonly since?: string
  /** The first release that no longer has it. */
  readonly until?: string
}

export interface OptionTable {
  /** Source of the table. */
  readonly source: string
  /** The releases that were read, from the oldest to the newest. */
  readonly releases: readonly string[]
  readonly options: Readonly<Record<string, KnownOption | Alias>>
}

/** Another name of an option. */
export interface Alias {
  readonly as: string
  readonly since?: string
  readonly until?: string
}

/** An option by any of its names; undefined when no release has it. */
export function optionOf(name: string, { options }: OptionTable): KnownOption | undefined {
  const found = Object.hasOwn(options, name) ? options[name] : undefined
  if (found === undefined || !('as' in found)) return found
  const meant = options[found.as]
  return meant === undefined || 'as' in meant ? undefined : meant
}

/** Whether a release has an option: `unknown` if the table does not cover it. */
export type Presence = 'known' | 'unknown' | 'not-yet' | 'no-longer'

export function presenceOf(option: string, release: string, { options }: OptionTable): Presence {
  const known = Object.hasOwn(options, option) ? options[option] : undefined
  if (known === undefined) return 'unknown'
  if (known.since !== undefined && compareReleases(release, known.since) < 0) return 'not-yet'
  if (known.until !== undefined && compareReleases(release, known.until) >= 0) return 'no-longer'
  return 'known'
}

/** The canonical name of an option. */
export function canonical(option: string, { options }: OptionTable): string {
  const found = Object.hasOwn(options, option) ? options[option] : undefined
  return found !== undefined && 'as' in found ? found.as : option
}

/** Compares two releases for sorting: `26.8.0` before `26.10.0`, `stable2503` before `unstable2507`. */
export function compareReleases(a: string, b: string): number {
  const [left, right] = [a, b].map((release) => release.replace(/^\D+/, '').split(/[.-]/).map(Number))
  return [0, 1, 2].map((at) => (left?.[at] ?? 0) - (right?.[at] ?? 0)).find((difference) => difference !== 0) ?? 0
}

/** Whether a release is of a later series (`26.8`) than the newest one in the table, and so may have unknown options. */
export function isLater(release: string, { releases }: OptionTable): boolean {
  const series = (one: string): string => one.split('.').slice(0, 2).join('.')
  return compareReleases(series(release), series(releases.at(-1) ?? '')) > 0
}
