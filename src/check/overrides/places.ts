import { posix } from 'node:path'

/** Why a name is outside of the repository, or not the name of a file; undefined for a path relative to a kustomization. */
export function strangeness(name: string): string | undefined {
  if (name.trim() === '') return 'is empty'
  if (isExotic(name) || /[\\\n\r\t]/.test(name)) return 'has characters that are not allowed in file names'
  // Names that kustomize reads as a repository or an address: api/internal/git/repospec.go, internal/loader/fileloader.go.
  if (
    /^[^/]*:/.test(name) ||
    name.includes('://') ||
    /^[^/]*@/.test(name) ||
    /^(?:www\.)?git(?:hub|lab)\.com\b/i.test(name)
  )
    return 'is a remote address'
  if (name.includes('?')) return 'is a remote address'
  if (name.startsWith('/') || name.startsWith('~')) return 'is an absolute path'
  return undefined
}

/**
 * Characters that YAML parsers read differently, or that are invisible: other line ends (U+0085, U+2028, U+2029), control
 * characters, marks that change the direction of a text.
 */
export const isExotic = (text: string): boolean =>
  /[^\t\n\r\x20-\x7e\u00a0-\u200d\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u.test(
    text,
  )

/** The target of a name, from the root of the repository. */
export const placeFrom = (folder: string, name: string): string => posix.join(folder, name).replace(/\/$/, '')

/** File names of kustomizations. */
export const kustomizationFiles = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'] as const

export const isKustomization = (path: string): boolean =>
  kustomizationFiles.some((name) => name === posix.basename(path))
