import type { Path, Problem } from '../finding.ts'
import { nearest } from '../suggestion.ts'
import { canonical, isLater, type OptionTable, optionOf, presenceOf } from './table.ts'
import { itemsOf, type OptionSyntax, type SettingValue, valueFaults } from './value.ts'

/** The settings of a node, as the rules of every ledger see them. */
export interface NodeSettings {
  /** `carrier/rpc1` */
  readonly id: string
  /** Path of the mapping `settings`. */
  readonly path: Path
  readonly settings: Readonly<Record<string, SettingValue>>
  /** The ledger's name for people, and the release that the node runs. */
  readonly title: string
  readonly release: string
  readonly syntax: OptionSyntax
  /** The consequence of an option that the release does not have: `it would not start`. */
  readonly consequence: string
  /** Folders of its pod that can hold files from outside the definition: volumes, and folders of the image. */
  readonly folders: readonly string[]
  /** The override that can add a volume to its pod. */
  readonly override: string
}

/** Settings that the release of a node does not have, or whose value it refuses. `isJudged` excludes those whose values other rules check. */
export const optionProblems = (
  given: NodeSettings,
  table: OptionTable,
  isJudged: (option: string) => boolean = () => false,
): Problem[] =>
  Object.entries(given.settings).flatMap(([option, value]): Problem[] => {
    if (isJudged(option)) return twice(option, given, table)
    const unknown = presenceProblem(option, given, table)
    if (unknown !== undefined) return [unknown]
    return [...twice(option, given, table), ...valueProblems(option, value, given, table)]
  })

function presenceProblem(option: string, given: NodeSettings, table: OptionTable): Problem | undefined {
  const { id, path, title, release, consequence } = given
  const presence = presenceOf(option, release, table)
  if (presence === 'known') return undefined
  const at = { rule: 'unknown-setting', path: [...path, option], atKey: true } as const
  const entry = Object.hasOwn(table.options, option) ? table.options[option] : undefined
  if (presence === 'not-yet')
    return {
      ...at,
      severity: 'error',
      message: `${id} sets ${option}, which ${title} ${release} does not have yet: ${consequence}`,
      hint: `remove it, or use ${entry?.since} or a later release`,
    }
  if (presence === 'no-longer')
    return {
      ...at,
      severity: 'error',
      message: `${id} sets ${option}, which was removed in ${title} ${entry?.until}: ${consequence}`,
      hint: 'remove it',
    }
  const near = nearest(
    option,
    Object.keys(table.options).filter((name) => presenceOf(name, release, table) === 'known'),
  )
  const hint = near === undefined ? `correct or remove it: see the options of ${title}` : `did you mean "${near}"?`
  if (isLater(release, table))
    return {
      ...at,
      severity: 'warning',
      message: `${id} sets ${option}, which ${title} ${table.releases.at(-1)}, the newest release known, does not have`,
      hint: near === undefined ? `check that ${release} has it: otherwise ${consequence}` : hint,
    }
  return {
    ...at,
    severity: 'error',
    message: `${id} sets ${option}, which ${title} ${release} does not have: ${consequence}`,
    hint,
  }
}

/** An option under two of its names: the ledger silently uses one of them. */
function twice(option: string, { id, path, settings }: NodeSettings, table: OptionTable): Problem[] {
  const name = canonical(option, table)
  const first = Object.keys(settings).find((other) => canonical(other, table) === name)
  if (first === undefined || first === option) return []
  return [
    {
      rule: 'setting-value',
      severity: 'error',
      message: `${id} sets ${first} and ${option}, two names of one option`,
      hint: 'remove one of the two',
      path: [...path, option],
      atKey: true,
    },
  ]
}

function valueProblems(option: string, value: SettingValue, given: NodeSettings, table: OptionTable): Problem[] {
  const known = optionOf(option, table)
  if (known === undefined) return []
  const { id, path, folders, override } = given
  const faults = valueFaults(value, known, given)
  const problems = faults.map(
    ({ what, hint, item }): Problem => ({
      rule: 'setting-value',
      severity: 'error',
      message: `${option} of ${id} ${what}`,
      hint,
      path: [...path, option, ...(item === undefined ? [] : [item])],
    }),
  )
  if (known.kind !== 'path' || problems.length > 0) return problems
  const missing = itemsOf(value).find((file) => !folders.some((folder) => file.startsWith(folder)))
  if (missing === undefined) return []
  return [
    {
      rule: 'setting-file',
      severity: 'error',
      message: `${option} of ${id} is ${missing}, which is in no volume of its pod`,
      hint: `mount it with an override (${override}), or use a path below ${folders[0]}`,
      path: [...path, option],
    },
  ]
}
