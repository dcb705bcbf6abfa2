import type { FileContent } from '../file-content.ts'
import { materialOf } from './files.ts'
import { isKey, isOpen, type KeyRequest, type MadeKey, type MaterialRequest, type Random } from './material.ts'
import { inOrderOfNeeds } from './order.ts'

/** The fixed time in the content of stand-ins. */
const standInTime = new Date('2026-01-01T00:00:00Z')

/**
 * Public halves for missing keys, so that everything can be rendered before keys exist. They are derived from the label, so that
 * rendering twice returns the same bytes; their private halves are not kept, so never deploy them. Sealed inputs of a stand-in are replaced
 * by throw-away ones too.
 */
export function standIns(
  requests: readonly MaterialRequest[],
  files: ReadonlyMap<string, FileContent>,
  random: Random,
): Map<string, string> {
  const texts = new Map<string, string>()
  const keys = new Map<KeyRequest, MadeKey>()
  const makers = new Map(
    requests
      .filter(isKey)
      .flatMap((request) => (request.sealed === undefined ? [] : [[request.sealed.path, request] as const])),
  )
  function make(request: KeyRequest): MadeKey {
    const material = materialOf(files, texts)
    const key = keys.get(request) ?? request.make({ random, now: standInTime, material, secret, standIn: true })
    keys.set(request, key)
    return key
  }
  function secret(path: string): MadeKey['private'] {
    const maker = makers.get(path)
    return maker === undefined ? {} : make(maker).private
  }
  for (const request of inOrderOfNeeds(requests.filter((one) => isOpen(one, files)))) {
    if (isKey(request)) {
      for (const [path, text] of Object.entries(make(request).public)) if (!files.has(path)) texts.set(path, text)
    } else texts.set(request.file, request.make(materialOf(files, texts)))
  }
  return texts
}
