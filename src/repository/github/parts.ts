import { type FileContent, toBytes } from '../../file-content.ts'
import type { Changes } from '../files.ts'

/**
 * Limits of one commit by the API. GitHub documents none. 40 MB were refused
 * (https://github.com/grafana/github-api-commit-action/pull/66), and much less when GitHub was slow.
 */
export interface PartSize {
  readonly files: number
  /** Bytes of contents, before encoding. */
  readonly bytes: number
}

export const partSize: PartSize = { files: 1000, bytes: 4 << 20 }

/**
 * Changes in parts within the limits, ordered so that each can follow the previous one. Removed files come first, because a file may be
 * in the place of a folder; then keys and the lock, both halves of a key in the usual order; then rendered files.
 */
export function partsOf({ written, removed }: Changes, { files, bytes }: PartSize = partSize): Changes[] {
  const parts: { written: Map<string, FileContent>; removed: string[]; bytes: number }[] = []
  const partWith = (size: number) => {
    const last = parts.at(-1)
    if (last !== undefined && last.written.size + last.removed.length < files && last.bytes + size <= bytes) return last
    const next = { written: new Map<string, FileContent>(), removed: [], bytes: 0 }
    parts.push(next)
    return next
  }
  for (const path of removed) partWith(0).removed.push(path)
  const ordered = [...written].sort(([a], [b]) => rank(a) - rank(b))
  for (const [path, content] of ordered) {
    const size = toBytes(content).length
    const part = partWith(size)
    part.written.set(path, content)
    part.bytes += size
  }
  return parts.map(({ written, removed }) => ({ written, removed }))
}

const rank = (path: string): number => (path.startsWith('deploy/') ? 1 : 0)
