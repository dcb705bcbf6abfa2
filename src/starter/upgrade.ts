import type { TextTree } from '../render/tree.ts'
import { digestOf, digestsOf, type Manifest } from './manifest.ts'
import { ownAction } from './own-pin.ts'
import { isOlder, type Pin, pinsOf, withPins } from './pins.ts'

/** A repository, and the version that it is brought to. */
export interface UpgradeRequest {
  readonly version: string
  /** The files of this version that are the same in every repository. */
  readonly common: TextTree
  /** Those that are there, of these and of the manifest. */
  readonly present: TextTree
  /** What wrote them; undefined where nobody knows. */
  readonly manifest: Manifest | undefined
  /** Files of which the new text is taken whatever people have changed. */
  readonly replaced: ReadonlySet<string>
  /** The pin of Chancery's own action in place of this one; undefined where it cannot be known. */
  readonly ownPin: (present: Pin) => Pin | undefined
}

/** A file that people have changed, and of which this version has another text than the last one. */
interface OwnText {
  readonly path: string
  /** The text of this version, with the pins of the repository. */
  readonly text: string
}

export interface Upgrade {
  readonly written: TextTree
  readonly removed: readonly string[]
  /** Files that keep the changes of people, but for pins. */
  readonly changedByPeople: readonly OwnText[]
  /** Files that were here and that people have removed. */
  readonly removedByPeople: readonly string[]
  /** Changed by people, and not part of this version any more. */
  readonly outdated: readonly string[]
  /** Actions whose pin says no version, or whose newer pin is not known: by their text. */
  readonly unknownPins: readonly string[]
  readonly manifest: Manifest
}

/** What brings a repository to a version. A file that nobody has touched is replaced; of a changed one, only pins move. */
export function upgradeOf(request: UpgradeRequest): Upgrade {
  const { version, common, present, manifest, replaced } = request
  const recorded = manifest?.files ?? {}
  const unknownPins = new Set<string>()
  const wanted = pinsOf([...common.values()].join('\n'))
  const written = new Map<string, string>()
  const changedByPeople: OwnText[] = []
  const removedByPeople: string[] = []
  for (const [path, text] of common) {
    const here = present.get(path)
    if (here === undefined) {
      if (recorded[path] === undefined || replaced.has(path)) written.set(path, text)
      else removedByPeople.push(path)
      continue
    }
    const pins = movedPins(pinsOf(here), wanted, request.ownPin, unknownPins)
    const latest = withPins(text, pins)
    const digest = digestOf(here)
    const isTheirs = digest !== recorded[path] && digest !== digestOf(text) && !replaced.has(path)
    const next = isTheirs ? withPins(here, pins) : latest
    if (next !== here) written.set(path, next)
    if (isTheirs && recorded[path] !== digestOf(text)) changedByPeople.push({ path, text: latest })
  }
  const gone = Object.keys(recorded).filter((path) => !common.has(path) && present.has(path))
  const isUntouched = (path: string): boolean => digestOf(present.get(path) ?? '') === recorded[path]
  return {
    written,
    removed: gone.filter(isUntouched),
    changedByPeople,
    removedByPeople,
    outdated: gone.filter((path) => !isUntouched(path)),
    unknownPins: [...unknownPins],
    manifest: { ...manifest, version, files: digestsOf(common) },
  }
}

/** Pins of a file as they should be: never older than they are. */
function movedPins(
  present: ReadonlyMap<string, Pin>,
  wanted: ReadonlyMap<string, Pin>,
  ownPin: UpgradeRequest['ownPin'],
  unknown: Set<string>,
): ReadonlyMap<string, Pin> {
  const moved = new Map<string, Pin>()
  for (const [action, pin] of present) {
    const latest = action === ownAction ? ownPin(pin) : wanted.get(action)
    moved.set(action, latest !== undefined && isOlder(pin, latest) ? latest : pin)
    if (latest === undefined && action === ownAction) unknown.add(`${action}@${pin.reference}${pin.comment}`)
  }
  return moved
}

/** `https://…/v1.2.3/network.schema.json`, behind the words by which editors find a schema. */
const pinnedSchema = /^(#\s*yaml-language-server:\s*\$schema=https:\/\/\S*\bchancery\b\S*?\/v?)\d+\.\d+\.\d+(\/\S*)$/m

/** A definition that takes the schema of this version, where it takes that of one version. */
export const withSchemaOf = (version: string, definition: string): string =>
  definition.replace(pinnedSchema, (_, before: string, after: string) => `${before}${version}${after}`)
