import type { Guard } from '../../platforms/guard.ts'

export type Loosening = 'danger' | 'caution'

/** How bad it is that a guard goes from one value to another; undefined when it guards as well as before. */
export function loosening(was: Guard | undefined, is: Guard | undefined): Loosening | undefined {
  const { kind = 'watched', dangerous = () => false } = is ?? was ?? {}
  const [old, now] = [was?.value, is?.value]
  if (same(old, now)) return undefined
  switch (kind) {
    case 'on':
      return isTrue(old) && !isTrue(now) ? 'danger' : undefined
    case 'off':
      return !isTrue(old) && isTrue(now) ? 'danger' : undefined
    case 'key':
      return isEmpty(old) ? undefined : 'danger'
    case 'allowed':
      return widened(itemsOf(old), itemsOf(now), dangerous)
    case 'allowedOrAll':
      if (now === undefined) return 'danger'
      return old === undefined ? undefined : widened(itemsOf(old), itemsOf(now), dangerous)
    case 'least':
      return old === undefined || now === undefined || Number(now) < Number(old) ? 'caution' : undefined
    case 'most':
      // What holds where nobody sets it is up to the release.
      return old === undefined || now === undefined || Number(now) > Number(old) ? 'caution' : undefined
    case 'sensitive':
      return 'danger'
    case 'watched':
      return 'caution'
  }
}

function widened(
  old: readonly string[],
  now: readonly string[],
  dangerous: (item: string) => boolean,
): Loosening | undefined {
  const known = new Set(old.map((item) => item.toLowerCase()))
  const added = now.filter((item) => !known.has(item.toLowerCase()))
  if (added.length === 0 || old.some(isEverybody)) return undefined
  return added.some((item) => isEverybody(item) || dangerous(item)) ? 'danger' : 'caution'
}

const isEverybody = (item: string): boolean => item.includes('*') || item.toLowerCase() === 'all'

const itemsOf = (value: Guard['value']): readonly string[] =>
  typeof value === 'string' ? [value] : (value ?? []).map(String)

const isTrue = (value: Guard['value']): boolean => String(value).toLowerCase() === 'true'

const isEmpty = (value: Guard['value']): boolean => value === undefined || value.length === 0

const same = (a: Guard['value'], b: Guard['value']): boolean => textOf(a) === textOf(b)

/** As messages show it. */
export const textOf = (value: Guard['value']): string =>
  isEmpty(value) ? 'not set' : typeof value === 'string' ? value : (value ?? []).join(', ')
