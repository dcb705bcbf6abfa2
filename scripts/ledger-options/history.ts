import type { Alias, KnownOption } from '../../src/network/options/table.ts'

/** What one release has. */
export interface Release {
  readonly release: string
  readonly options: ReadonlyMap<string, KnownOption | Alias>
}

/** One table of all releases, from the oldest to the newest: each option as the newest release that has it. */
export function historyOf(releases: readonly Release[]): Record<string, KnownOption | Alias> {
  const names = [...new Set(releases.flatMap(({ options }) => [...options.keys()]))].sort()
  return Object.fromEntries(names.map((name) => [name, entryOf(name, releases)]))
}

function entryOf(name: string, releases: readonly Release[]): KnownOption | Alias {
  const having = releases.filter(({ options }) => options.has(name))
  const [first, last] = [having[0], having.at(-1)]
  const option = last?.options.get(name)
  if (first === undefined || last === undefined || option === undefined) throw new Error(`no release has ${name}`)
  const after = releases[releases.indexOf(last) + 1]
  return {
    ...option,
    ...('as' in option
      ? {}
      : otherValues(
          option,
          having.map((one) => ({ ...one, values: valuesOf(name, one) })),
        )),
    ...(first === releases[0] ? {} : { since: first.release }),
    ...(after === undefined ? {} : { until: after.release }),
  }
}

function valuesOf(name: string, { options }: Release): readonly string[] | undefined {
  const option = options.get(name)
  return option === undefined || 'as' in option ? undefined : option.values
}

/** Choices that came or went while there was the option: with the first release that has them, or that has them no more. */
function otherValues(
  option: KnownOption,
  having: readonly { readonly release: string; readonly values: readonly string[] | undefined }[],
): Pick<KnownOption, 'laterValues' | 'formerValues'> {
  const kept = option.values ?? []
  const choosing = having.filter(({ values }) => values !== undefined)
  const former = [...new Set(choosing.flatMap(({ values = [] }) => values))]
    .filter((value) => !kept.includes(value))
    .map((value) => {
      const last = choosing.findLastIndex(({ values }) => values?.includes(value))
      return [value, choosing[last + 1]?.release ?? ''] as const
    })
  const later = kept.flatMap((value) => {
    const first = choosing.find(({ values }) => values?.includes(value))
    return first === undefined || first === choosing[0] ? [] : [[value, first.release] as const]
  })
  return {
    ...(later.length === 0 ? {} : { laterValues: Object.fromEntries(later) }),
    ...(former.length === 0 ? {} : { formerValues: Object.fromEntries(former) }),
  }
}
