import { OperatorError } from '../errors.ts'
import { type FileContent, textOf } from '../file-content.ts'
import { materialOf } from './files.ts'
import type { Keyring } from './identities.ts'
import {
  isKey,
  isOpen,
  type KeyRequest,
  type MadeKey,
  type Maker,
  type MaterialRequest,
  type Random,
} from './material.ts'
import { openSealed } from './open.ts'
import { inOrderOfNeeds } from './order.ts'
import { seal } from './sops.ts'

export interface CompleteOptions {
  /** Make only this organization's keys. */
  readonly organization?: string
  /** Organizations that make their own keys. */
  readonly except?: ReadonlySet<string>
  /** Labels of every sealed Secret. */
  readonly labels: Readonly<Record<string, string>>
  readonly random: Random
  readonly now: () => Date
  /** age keys of the caller; read only when sealed material is needed. */
  readonly keyring: () => Promise<Keyring>
}

/** New files by path, and open requests. */
export interface Completed {
  readonly made: ReadonlyMap<string, string>
  readonly missing: readonly MaterialRequest[]
  /** Reasons for open requests, if sealed material that they need cannot be decrypted. */
  readonly unopened: ReadonlyMap<MaterialRequest, OperatorError>
}

/**
 * Makes missing material, and nothing else: requests with existing files are skipped. Private halves
 * exist in memory only until they are sealed.
 */
export async function completeMaterial(
  requests: readonly MaterialRequest[],
  files: ReadonlyMap<string, FileContent>,
  options: CompleteOptions,
): Promise<Completed> {
  const made = new Map<string, string>()
  const missing: MaterialRequest[] = []
  const unopened = new Map<MaterialRequest, OperatorError>()
  const secrets: Secrets = new Map()
  const mine = ({ organization }: KeyRequest): boolean =>
    (options.organization === undefined || organization === options.organization) &&
    options.except?.has(organization) !== true
  const open = requests.filter((request) => isOpen(request, files))
  for (const request of inOrderOfNeeds(open)) {
    if (!isKey(request)) {
      const all = new Map([...files, ...made])
      if (request.needs.every((path) => all.has(path))) made.set(request.file, request.make(materialOf(all)))
      else missing.push(request)
      continue
    }
    const { sealed, needs = [], signedOnly = false } = request
    if ((sealed === undefined && !signedOnly) || !mine(request)) {
      missing.push(request)
      continue
    }
    const key = await orProblem(async () => {
      await openAll(needs, secrets, files, options.keyring)
      return request.make(makerOf(options, new Map([...files, ...made]), secrets))
    })
    if (key instanceof OperatorError) {
      missing.push(request)
      unopened.set(request, key)
      continue
    }
    if (sealed !== undefined) {
      secrets.set(sealed.path, key.private)
      const secret = { name: sealed.secret, namespace: sealed.namespace, labels: options.labels, entries: key.private }
      made.set(sealed.path, await seal(secret, sealed.recipients, options.random, options.now()))
    }
    for (const [path, text] of Object.entries(key.public)) made.set(path, text)
  }
  return { made, missing, unopened }
}

export type Secrets = Map<string, MadeKey['private']>

/** Decrypts sealed files, each once. Throws an OperatorError if that fails. */
export async function openAll(
  needs: readonly string[],
  secrets: Secrets,
  files: ReadonlyMap<string, FileContent>,
  keyring: CompleteOptions['keyring'],
): Promise<void> {
  for (const path of needs.filter((one) => !secrets.has(one))) {
    const text = textOf(files, path)
    if (text === undefined)
      throw new OperatorError(
        `there is no ${path}`,
        'let its owner issue the certificate, and commit it with its sealed key',
      )
    secrets.set(path, await openSealed(path, text, await keyring()))
  }
}

export const makerOf = (
  { random, now }: Pick<CompleteOptions, 'random' | 'now'>,
  files: ReadonlyMap<string, FileContent>,
  secrets: Secrets,
): Maker => ({
  random,
  now: now(),
  material: materialOf(files),
  secret: (path) => secrets.get(path) ?? {},
  standIn: false,
})

/** A failure of one request does not stop the others: it is a value. */
export async function orProblem<Value>(attempt: () => Promise<Value>): Promise<Value | OperatorError> {
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof OperatorError) return error
    throw error
  }
}
