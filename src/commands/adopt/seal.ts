import { outsideOf } from '../../ambassador/outside.ts'
import { allocatePorts } from '../../ambassador/ports.ts'
import { draftOf } from '../../check/draft.ts'
import { isKey, type KeyRequest } from '../../material/material.ts'
import { seal } from '../../material/sops.ts'
import type { Lock } from '../../network/lock.ts'
import { readSource } from '../../network/source.ts'
import type { AdoptedSecret } from '../../platforms/adoption.ts'
import type { Platform } from '../../platforms/platform.ts'
import type { ReadableFiles } from '../../repository/files.ts'
import { definitionFile } from '../init/definition.ts'
import type { AdoptPorts } from '../ports.ts'

/** Private halves that were read, as files of the repository. */
export interface SealedSecrets {
  /** Encrypted, by path. */
  readonly made: ReadonlyMap<string, string>
  /** Paths that exist, and stay as they are. */
  readonly existing: readonly string[]
  /** Without a file, and why. */
  readonly left: readonly { readonly file: string; readonly reason: string }[]
}

interface SealRequest {
  readonly secrets: readonly AdoptedSecret[]
  /** Text of the definition. */
  readonly text: string
  readonly platform: Platform
  readonly lock: Lock
}

/** Encrypts what was read for those that the definition names, as `chancery keys` encrypts what it makes. Nothing is written. */
export async function sealSecrets(
  { secrets, text, platform, lock }: SealRequest,
  { files, random, now }: { readonly files: ReadableFiles } & Pick<AdoptPorts, 'random' | 'now'>,
): Promise<SealedSecrets> {
  if (secrets.length === 0) return { made: new Map(), existing: [], left: [] }
  const requests = requestsOf(text, platform, lock)
  const made = new Map<string, string>()
  const existing: string[] = []
  const left: { file: string; reason: string }[] = []
  for (const { file, entries } of secrets) {
    const request = requests?.keys.find((one) => one.file === file)
    const { sealed } = request ?? {}
    if (requests === undefined || request === undefined || sealed === undefined) {
      left.push({
        file,
        reason:
          requests === undefined
            ? `${definitionFile} has errors: set right what \`chancery validate\` reports`
            : `${definitionFile} has no node with this key, or names an existing Secret for it`,
      })
    } else if (sealed.recipients.length === 0) left.push({ file, reason: `${sealed.holder} has no recipients` })
    else if ((await files.readBytes(sealed.path)) !== undefined) existing.push(sealed.path)
    else {
      const labels = { 'app.kubernetes.io/part-of': requests.network, 'app.kubernetes.io/managed-by': 'chancery' }
      const secret = { name: sealed.secret, namespace: sealed.namespace, labels, entries }
      made.set(sealed.path, await seal(secret, sealed.recipients, random, now()))
    }
  }
  return { made, existing, left }
}

/** The keys that a definition asks for; undefined for one that cannot be read whole. */
function requestsOf(text: string, platform: Platform, lock: Lock) {
  const source = readSource(definitionFile, text)
  const resolved = 'value' in source ? draftOf(source).resolved : undefined
  if (resolved === undefined) return undefined
  const { network } = resolved
  const outside = outsideOf(platform, allocatePorts(network, platform, lock.ports).ports)
  const keys: readonly KeyRequest[] = platform.material.requests(network, outside).filter(isKey)
  return { network: network.name, keys }
}
