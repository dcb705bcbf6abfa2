import * as z from 'zod'
import type { FileContent } from '../file-content.ts'
import { sortedKeys } from '../sorted-keys.ts'
import { dumpYaml } from '../yaml.ts'
import type { Finding, Problem } from './finding.ts'
import { explain } from './messages.ts'
import { limits } from './positions.ts'
import { sshPublicKey } from './primitives.ts'
import { readSource } from './source.ts'

/** Ports of endpoints: cluster name to `organization/node/endpoint` to port. */
export type AllocatedPorts = Readonly<Record<string, Readonly<Record<string, number>>>>

/** Earlier requests to a ledger, by a name that never changes. The lock keeps them, so that the next change can be compared. */
export type LedgerRecord = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Decisions that must not change: the port of each endpoint, the digest of each material file, and the expiry of certificates. */
export interface Lock {
  readonly ports: AllocatedPorts
  /** Path to `sha256:` and 64 hexadecimal digits. */
  readonly material: Readonly<Record<string, string>>
  /** Path to RFC 3339, in UTC. */
  readonly certificates: Readonly<Record<string, string>>
  /** The last requests to the ledger, in the format of its platform. */
  readonly ledger: LedgerRecord
  /** The signers of each organization, by its name. Organizations without signers are absent. */
  readonly signers: Readonly<Record<string, LockedSigners>>
}

/** The signers of an organization, and its last signed statement. */
export interface LockedSigners {
  /** SSH public keys, without comments. */
  readonly keys: readonly string[]
  /** Digest of the statement. */
  readonly statement: string
}

export const lockFile = 'network.lock.yaml'

export const emptyLock: Lock = { ports: {}, material: {}, certificates: {}, ledger: {}, signers: {} }

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/)

const schema = z.strictObject({
  version: z.literal(1),
  ports: z.record(z.string(), z.record(z.string(), z.int().min(1).max(65535))),
  material: z.record(z.string(), digest),
  certificates: z.record(z.string(), z.iso.datetime()).default({}),
  ledger: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  signers: z.record(z.string(), z.strictObject({ keys: z.array(sshPublicKey).min(1), statement: digest })).default({}),
})

const heading =
  '# Written by Chancery. Keep it in Git, and leave it as it is: these ports and files are what other parties know.\n'

const restore = 'restore it from Git: without it, ports would change and keys would be reported as missing'

/** Reads the lock; an empty lock if there is none yet. */
export function readLock(text: string | undefined): Lock | readonly Finding[] {
  if (text === undefined) return emptyLock
  const source = readSource(lockFile, text, limits.lockBytes)
  if (!('value' in source))
    return source.map((finding) =>
      finding.message.startsWith('an unresolved Git merge conflict') ? finding : { ...finding, hint: restore },
    )
  const parsed = schema.safeParse(source.value, { reportInput: true })
  if (parsed.success) {
    const { version: _, ...lock } = parsed.data
    return lock
  }
  if ((source.value as { version?: unknown } | null)?.version === 2)
    return [{ ...later, place: source.at(['version']) }]
  return parsed.error.issues
    .flatMap((issue) => explain(issue, source, schema))
    .map(({ message, path }) => ({ rule: 'lock', severity: 'error', message, hint: restore, place: source.at(path) }))
}

const later = {
  rule: 'lock',
  severity: 'error',
  message: 'a later release of Chancery wrote this lock',
  hint: 'use that release or a newer one',
} as const

/** The lock as a file: keys sorted, so that it does not depend on the order of anything. */
export function dumpLock({ ports, material, certificates, ledger, signers }: Lock): string {
  const clusters = Object.fromEntries(Object.entries(ports).map(([cluster, own]) => [cluster, sortedKeys(own)]))
  const asked = Object.fromEntries(Object.entries(ledger).map(([name, own]) => [name, sortedKeys(own)]))
  return (
    heading +
    dumpYaml({
      version: 1,
      ports: sortedKeys(clusters),
      material: sortedKeys(material),
      ...(Object.keys(certificates).length === 0 ? {} : { certificates: sortedKeys(certificates) }),
      ...(Object.keys(asked).length === 0 ? {} : { ledger: sortedKeys(asked) }),
      ...(Object.keys(signers).length === 0 ? {} : { signers: sortedKeys(signers) }),
    })
  )
}

/**
 * Digests of the material files, with problems where they differ from the recorded ones: a changed or missing file. `digest` returns
 * the digest of a file. An unrecorded file is accepted: another person committed it.
 */
export function checkDigests(
  locked: Lock['material'],
  files: ReadonlyMap<string, FileContent>,
  digest: (content: FileContent) => string,
): { digests: Lock['material']; problems: Problem[] } {
  const digests = Object.fromEntries([...files].map(([path, content]) => [path, digest(content)]))
  const problems = Object.entries(locked).flatMap(([path, expected]): Problem[] => {
    const found = digests[path]
    if (found === expected) return []
    return [
      {
        rule: 'material-digest',
        severity: 'error',
        message:
          found === undefined
            ? `${path} is recorded in ${lockFile}, but the file is missing`
            : `${path} differs from its digest in ${lockFile}`,
        hint:
          found === undefined
            ? `restore it from Git (git log -- ${path}); to abandon the key, also remove its line from the lock`
            : `restore it from Git (git checkout -- ${path}): keys and genesis never change; to change the recipients of a sealed key, run \`chancery keys --recipients\``,
        path: [],
        file: path,
      },
    ]
  })
  return { digests: { ...locked, ...digests }, problems }
}
