/** A line of a workflow that names an action: what comes before, the action, its reference, and the comment behind it. */
const uses = /^(\s*(?:- )?uses:[ \t]*)([^\s@#]+)@([^\s#]+)([ \t]+#[^\n]*)?$/gm

/** A version as people write it: `v7.0.1`, `v4`. */
const version = /^v?(\d{1,6})(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?$/

/** What an action is taken at. */
export interface Pin {
  readonly reference: string
  /** The comment behind it, with its spaces. */
  readonly comment: string
}

/** A text as it is whatever its actions are pinned to: tools such as Dependabot move pins, and people do not count that as a change. */
export const withoutPins = (text: string): string => text.replace(uses, '$1$2')

/** Pins of a text by action. All lines of an action are taken for the same. */
export const pinsOf = (text: string): ReadonlyMap<string, Pin> =>
  new Map(
    [...text.matchAll(uses)].map(([, , action = '', reference = '', comment = '']) => [action, { reference, comment }]),
  )

/** The text with other pins; those of which nothing is known stay. */
export const withPins = (text: string, pins: ReadonlyMap<string, Pin>): string =>
  text.replace(uses, (line, start: string, action: string) => {
    const pin = pins.get(action)
    return pin === undefined ? line : `${start}${action}@${pin.reference}${pin.comment}`
  })

/** Major, minor and patch of a pin: by its comment where the reference is a commit. Undefined where neither says it. */
export function versionOf({ reference, comment }: Pin): readonly number[] | undefined {
  const found = version.exec(reference) ?? version.exec(comment.replace(/^\s*#\s*/, '').split(/\s/)[0] ?? '')
  return found?.slice(1).map((number) => Number(number ?? 0))
}

/** Whether a pin is of an older version than another. False where that is unknown. */
export function isOlder(one: Pin, other: Pin): boolean {
  const [mine, theirs] = [versionOf(one), versionOf(other)]
  if (mine === undefined || theirs === undefined) return false
  const at = mine.findIndex((number, index) => number !== theirs[index])
  return at >= 0 && (mine[at] ?? 0) < (theirs[at] ?? 0)
}
