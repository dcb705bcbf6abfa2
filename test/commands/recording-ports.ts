import { secp256k1 } from '@noble/curves/secp256k1.js'
import { readBases } from '../../src/bases.ts'
import type { CommandPorts } from '../../src/commands/ports.ts'
import { toText } from '../../src/file-content.ts'
import { noKeys } from '../../src/material/identities.ts'
import { systemRandom } from '../../src/material/random.ts'
import type { Finding } from '../../src/network/finding.ts'
import { gitRepository } from '../../src/repository/git.ts'
import { workTree } from '../../src/repository/work-tree.ts'
import { buildRoots } from '../../src/tools/roots.ts'
import { tool } from '../bed/tools/tool.ts'

/** The ports of a real folder, and a memory of all that went through them. */
export interface RecordingPorts extends CommandPorts {
  readonly written: readonly { readonly path: string; readonly text: string }[]
  readonly removed: readonly string[]
  /** Everything that a person got to see. */
  readonly said: readonly string[]
  readonly found: readonly Finding[]
  readonly random: CommandPorts['random']
  /** Bytes that must stay secret: private keys, and keys that encrypt them. */
  secrets(): readonly Uint8Array[]
}

export function recordingPorts(directory: string): RecordingPorts {
  const files = workTree(directory)
  const written: { path: string; text: string }[] = []
  const removed: string[] = []
  const said: string[] = []
  const found: Finding[] = []
  const drawn: { label: string; bytes: Uint8Array }[] = []
  return {
    written,
    removed,
    said,
    found,
    files: {
      ...files,
      change: async (changes) => {
        written.push(...[...changes.written].map(([path, content]) => ({ path, text: toText(content) })))
        removed.push(...changes.removed)
        await files.change(changes)
      },
    },
    reporter: {
      findings: (findings) => {
        found.push(...findings)
        said.push(JSON.stringify(findings))
      },
      say: (text) => void said.push(text),
      conceal: () => {},
      during: (_title, work) => work(),
      plan: (made) => void said.push(JSON.stringify(made)),
    },
    repository: gitRepository(directory),
    keyring: async () => noKeys,
    random: (label, length) => {
      const bytes = systemRandom(label, length)
      drawn.push({ label, bytes: Uint8Array.from(bytes) })
      return bytes
    },
    now: () => new Date('2026-11-23T12:00:00Z'),
    bases: readBases,
    buildRoots: async (tree, isWanted) => buildRoots(await tool('kustomize'), tree, isWanted),
    secrets: () =>
      drawn.flatMap(({ label, bytes }) => {
        if (label.startsWith('node key ')) return [secp256k1.utils.randomSecretKey(bytes), bytes]
        return label.startsWith('sops data key ') ? [bytes] : []
      }),
  }
}

/** How a key could stand in a text: hexadecimal and base64 of its bytes, and base64 of its hexadecimal digits. */
function spellings(key: Uint8Array): string[] {
  const bytes = Buffer.from(key)
  const hex = bytes.toString('hex')
  return [
    hex,
    hex.toUpperCase(),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    // The last characters of base64 depend on what follows, a newline perhaps.
    ...[hex, `0x${hex}`, hex.toUpperCase()].map((text) => Buffer.from(text).toString('base64').slice(0, 80)),
  ]
}

/** Texts in which one of the keys stands. */
export const leaks = (keys: readonly Uint8Array[], texts: Readonly<Record<string, string>>): string[] =>
  Object.entries(texts).flatMap(([name, text]) =>
    keys.some((key) => spellings(key).some((spelling) => text.includes(spelling))) ? [name] : [],
  )
