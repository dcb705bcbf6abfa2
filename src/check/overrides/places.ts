import { posix } from 'node:path'

/** Why a name leads out of the repository, or is no name of a file: undefined for a path from the folder of a kustomization. */
export function strangeness(name: string): string | undefined {
  if (name.trim() === '') return 'is empty'
  if (isExotic(name) || /[\\\n\r\t]/.test(name)) return 'has characters that no name of a file here may have'
  // What kustomize takes for a repository or an address: api/internal/git/repospec.go, internal/loader/fileloader.go.
  if (
    /^[^/]*:/.test(name) ||
    name.includes('://') ||
    /^[^/]*@/.test(name) ||
    /^(?:www\.)?git(?:hub|lab)\.com\b/i.test(name)
  )
    return 'is an address of another place'
  if (name.includes('?')) return 'is an address of another place'
  if (name.startsWith('/') || name.startsWith('~')) return 'is a path of the machine'
  return undefined
}

/**
 * Characters that readers of YAML do not agree on, or that people do not see: other line ends (U+0085, U+2028, U+2029), control
 * characters, marks that change the direction of a text.
 */
export const isExotic = (text: string): boolean =>
  /[^\t\n\r\x20-\x7e\u00a0-\u200d\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u.test(
    text,
  )

/** Where a name leads, from the root of the repository. */
export const placeFrom = (folder: string, name: string): string => posix.join(folder, name).replace(/\/$/, '')

/** Names that kustomize takes for a kustomization. */
export const kustomizationFiles = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'] as const

export const isKustomization = (path: string): boolean =>
  kustomizationFiles.some((name) => name === posix.basename(path))
