import type { Path } from '../finding.ts'

/** A key or a scalar of a definition, with its place. */
export interface Text {
  readonly path: Path
  readonly text: string
  readonly isKey: boolean
}

/** Every key and every scalar below a value. */
export function texts(value: unknown, path: Path, found: Text[] = []): Text[] {
  if (Array.isArray(value)) value.forEach((item, index) => void texts(item, [...path, index], found))
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const place = [...path, key]
      found.push({ path: place, text: key, isKey: true })
      texts(item, place, found)
    }
  } else if (value !== null && value !== undefined) found.push({ path, text: String(value), isKey: false })
  return found
}
