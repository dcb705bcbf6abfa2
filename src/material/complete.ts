import { dumpYaml } from '../render/yaml.ts'
import { materialOf } from './files.ts'
import type { IdentityRequest, MaterialRequest, Random, SharedRequest } from './material.ts'
import { seal } from './sops.ts'

export interface CompleteOptions {
  /** Make only this organization's keys. */
  readonly organization?: string
  /** Labels of every sealed Secret. */
  readonly labels: Readonly<Record<string, string>>
  readonly random: Random
  readonly now: () => Date
}

/** Files that were made, by path, and requests that are still open. */
export interface Completed {
  readonly made: ReadonlyMap<string, string>
  readonly missing: readonly MaterialRequest[]
}

/**
 * Makes the material that is missing, and only that: a request with its public half in place is left alone. Private halves
 * exist in memory until they are sealed, and nowhere else.
 */
export async function completeMaterial(
  requests: readonly MaterialRequest[],
  files: ReadonlyMap<string, string>,
  options: CompleteOptions,
): Promise<Completed> {
  const made = new Map<string, string>()
  const missing: MaterialRequest[] = []
  const mine = ({ organization }: IdentityRequest): boolean =>
    options.organization === undefined || organization === options.organization
  const open = requests.filter((request) => !files.has(request.publicPath))
  for (const request of open.filter(isIdentity)) {
    if (request.sealed === undefined || !mine(request)) {
      missing.push(request)
      continue
    }
    const identity = request.make(options.random)
    const { sealed } = request
    const secret = {
      name: sealed.secret,
      namespace: sealed.namespace,
      labels: options.labels,
      entries: identity.private,
    }
    made.set(sealed.path, await seal(secret, sealed.recipients, options.random, options.now()))
    made.set(request.publicPath, dumpYaml(identity.public))
  }
  for (const request of open.filter(isShared)) {
    const all = new Map([...files, ...made])
    if (request.needs.every((path) => all.has(path))) made.set(request.publicPath, request.make(materialOf(all)))
    else missing.push(request)
  }
  return { made, missing }
}

/**
 * Public halves for what is missing, so that everything can be rendered and looked at before keys exist. They are made from
 * the label, so that rendering twice gives the same bytes; nobody holds their private halves on purpose, so never deploy them.
 */
export function standIns(
  requests: readonly MaterialRequest[],
  files: ReadonlyMap<string, string>,
  random: Random,
): Map<string, string> {
  const made = new Map<string, string>()
  const open = requests.filter((request) => !files.has(request.publicPath))
  for (const request of open.filter(isIdentity)) made.set(request.publicPath, dumpYaml(request.make(random).public))
  for (const request of open.filter(isShared)) made.set(request.publicPath, request.make(materialOf(files, made)))
  return made
}

export const isIdentity = (request: MaterialRequest): request is IdentityRequest => request.kind === 'identity'

const isShared = (request: MaterialRequest): request is SharedRequest => request.kind === 'shared'
