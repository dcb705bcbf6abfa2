import { isRecord, type KubernetesObject } from '../cluster/objects.ts'
import { OperatorError } from '../errors.ts'
import type { FileContent } from '../file-content.ts'
import type { Path } from '../network/finding.ts'
import { type CompleteOptions, orProblem } from './complete.ts'
import { materialOf } from './files.ts'
import { isKey, type KeyRequest, type MaterialRequest, type SealedPlace } from './material.ts'
import { recipientDifference, sealedDocument } from './recipients.ts'
import { isSealed, sealData } from './sops.ts'
import { unseal } from './unseal.ts'

export type ReEncryptionOptions = Pick<CompleteOptions, 'organization' | 'except' | 'random' | 'now' | 'keyring'>

export interface ReEncrypted {
  /** Texts of sealed files that take the place of others, by path. */
  readonly made: ReadonlyMap<string, string>
  readonly left: readonly LeftFile[]
}

/** A sealed file that keeps its recipients, although the definition names others. */
export interface LeftFile {
  readonly file: string
  readonly reason: string
  readonly hint: string
  readonly path: Path
}

/**
 * Encrypts sealed files anew for the recipients that the definition names now: those that have others. Each gets a new data key. The
 * content is in memory only, and is checked against its MAC first.
 */
export async function reEncrypt(
  requests: readonly MaterialRequest[],
  files: ReadonlyMap<string, FileContent>,
  options: ReEncryptionOptions,
): Promise<ReEncrypted> {
  const made = new Map<string, string>()
  const left: LeftFile[] = []
  for (const { request, sealed, document } of outdated(requests, files, options)) {
    const { organization, path } = request
    if (options.except?.has(organization) === true) {
      left.push({
        file: sealed.path,
        reason: `${organization} signs for its keys, so nobody encrypts them in its place`,
        hint: `\`chancery keys --organization ${organization} --recipients\`, then \`chancery sign --organization ${organization}\``,
        path,
      })
      continue
    }
    const text = await orProblem(() => encryptedAnew(document, sealed, options))
    if (text instanceof OperatorError) left.push({ file: sealed.path, reason: text.message, hint: text.hint, path })
    else made.set(sealed.path, text)
  }
  return { made, left }
}

interface Outdated {
  readonly request: KeyRequest
  readonly sealed: SealedPlace
  readonly document: KubernetesObject
}

/** Sealed files that are encrypted for others than the definition says. */
function outdated(
  requests: readonly MaterialRequest[],
  files: ReadonlyMap<string, FileContent>,
  { organization }: ReEncryptionOptions,
): Outdated[] {
  const material = materialOf(files)
  return requests.filter(isKey).flatMap((request) => {
    const { sealed } = request
    if (sealed === undefined || (organization !== undefined && request.organization !== organization)) return []
    const document = sealedDocument(sealed.path, material)
    if (!isRecord(document) || !isSealed(document)) return []
    const { missing, surplus } = recipientDifference(document, sealed)
    // Its form was checked, so it is a Secret.
    return missing.length + surplus.length === 0
      ? []
      : [{ request, sealed, document: document as unknown as KubernetesObject }]
  })
}

async function encryptedAnew(
  document: KubernetesObject,
  { secret, namespace, recipients }: SealedPlace,
  { random, now, keyring }: ReEncryptionOptions,
): Promise<string> {
  const { metadata, immutable, data, stringData } = await unseal(document, await keyring())
  const labels = isRecord(metadata) ? metadata.labels : undefined
  const texts = Object.entries(isRecord(stringData) ? stringData : {})
  return sealData(
    {
      metadata: { name: secret, namespace, ...(isRecord(labels) ? { labels } : {}) },
      ...(immutable === true ? { immutable } : {}),
      // Of an entry that is in both, Kubernetes takes the text.
      data: Object.fromEntries([
        ...Object.entries(isRecord(data) ? data : {}).map(([key, value]) => [key, String(value)]),
        ...texts.map(([key, text]) => [key, Buffer.from(String(text)).toString('base64')]),
      ]),
    },
    recipients,
    random,
    now(),
  )
}
