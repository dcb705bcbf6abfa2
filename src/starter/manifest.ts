import { createHash } from 'node:crypto'
import type { TextTree } from '../render/tree.ts'
import { withoutPins } from './pins.ts'

/** Where a repository keeps which version wrote its files, and what they were like: so an upgrade sees what people have changed. */
export const manifestFile = '.github/chancery.json'

export interface Manifest {
  readonly version: string
  /** Digests by path. */
  readonly files: Readonly<Record<string, string>>
  /** The same, of the example that a template begins with: `init` puts the network of its user in the place of it. */
  readonly example?: Readonly<Record<string, string>>
}

/** Digest of a text, in the form of https://www.w3.org/TR/SRI/. Pins of actions are not part of it. */
export const digestOf = (text: string): string =>
  `sha256-${createHash('sha256').update(withoutPins(text)).digest('base64')}`

export const digestsOf = (files: TextTree): Readonly<Record<string, string>> =>
  Object.fromEntries([...files].map(([path, text]) => [path, digestOf(text)]))

/** The manifest of a new repository, of its files that are the same everywhere. */
export const manifestOf = (version: string, common: TextTree): Manifest => ({ version, files: digestsOf(common) })

export const dumpManifest = ({ version, files, example }: Manifest): string =>
  `${JSON.stringify({ version, files, ...(example === undefined ? {} : { example }) }, undefined, 2)}\n`

/** Undefined where a text is none: then nothing is known about the files. */
export function readManifest(text: string | undefined): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return isManifest(value) ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const isManifest = (value: unknown): value is Manifest =>
  typeof value === 'object' &&
  value !== null &&
  'version' in value &&
  typeof value.version === 'string' &&
  'files' in value &&
  isDigests(value.files) &&
  (!('example' in value) || isDigests(value.example))

const isDigests = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null && Object.values(value).every((digest) => typeof digest === 'string')
