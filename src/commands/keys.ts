import { exitStatus, OperatorError } from '../errors.ts'
import { type Completed, completeMaterial, isKey } from '../material/complete.ts'
import type { MaterialRequest } from '../material/material.ts'
import { dumpLock, lockFile } from '../network/lock.ts'
import { didYouMean } from '../network/suggestion.ts'
import { changesTo, isEmpty, writeChanges } from '../repository/changes.ts'
import { digestOf, inspect, type Subject } from './inspect.ts'
import type { CommandOptions, CommandPorts } from './ports.ts'
import type { Result } from './result.ts'

export interface KeysOptions extends CommandOptions {
  /** Make only the keys of this organization. */
  readonly organization?: string
}

/** Makes the keys and the genesis that are missing, and only those: private halves leave memory encrypted. */
export async function keys(options: KeysOptions, ports: CommandPorts): Promise<Result> {
  const { findings, subject } = await inspect(options, ports.files)
  ports.reporter.findings(findings)
  if (subject === undefined) return { status: exitStatus.findings, findings, clusters: [] }
  const completed = await withMaterial(subject, options, ports)
  const changes = await changesTo(
    ports.files,
    new Map([...completed.made, [lockFile, dumpLock(completed.subject.lock)]]),
    [],
  )
  // Private halves first: should a write fail, no public half is left without its private one.
  const sealed = new Map([...changes.written].filter(([path]) => path.startsWith('material/sealed/')))
  await writeChanges(ports.files, { written: sealed, removed: [] })
  const rest = new Map([...changes.written].filter(([path]) => !sealed.has(path)))
  await writeChanges(ports.files, { written: rest, removed: [] })
  tell(completed, ports)
  return {
    status: exitStatus.done,
    findings,
    clusters: subject.network.clusters.map(({ name }) => name),
    changed: !isEmpty(changes),
    files: [...changes.written.keys()],
  }
}

export interface Material extends Pick<Completed, 'made' | 'unopened'> {
  /** With what was made. */
  readonly subject: Subject
}

/** The subject with the material that could be made, not yet written. */
export async function withMaterial(
  subject: Subject,
  { organization }: KeysOptions,
  { random, now, keyring }: Pick<CommandPorts, 'random' | 'now' | 'keyring'>,
): Promise<Material> {
  const { network, requests, materialFiles, lock } = subject
  const organizations = network.organizations.map(({ name }) => name)
  if (organization !== undefined && !organizations.includes(organization)) {
    throw new OperatorError(`there is no organization "${organization}"`, didYouMean(organization, organizations))
  }
  const { made, missing, unopened } = await completeMaterial(requests, materialFiles, {
    ...(organization === undefined ? {} : { organization }),
    labels: { 'app.kubernetes.io/part-of': network.name, 'app.kubernetes.io/managed-by': 'chancery' },
    random,
    now,
    keyring,
  })
  const digests = Object.fromEntries([...made].map(([path, text]) => [path, digestOf(text)]))
  return {
    made,
    unopened,
    subject: {
      ...subject,
      materialFiles: new Map([...materialFiles, ...made]),
      missing,
      lock: { ...lock, material: { ...lock.material, ...digests } },
    },
  }
}

function tell({ made, subject, unopened }: Material, { reporter }: Pick<CommandPorts, 'reporter'>): void {
  if (subject.missing.length + made.size === 0) reporter.say('no key was missing: nothing was made')
  for (const path of made.keys()) reporter.say(`made ${path}`)
  for (const request of subject.missing) reporter.say(`still missing: ${open(request, unopened.get(request))}`)
}

function open(request: MaterialRequest, problem: OperatorError | undefined): string {
  if (!isKey(request)) return request.label
  const who = `organization ${request.organization}`
  if (problem === undefined) return `the key of ${request.label}: ${who} commits ${request.file}`
  return `the key of ${request.label}: ${who} makes it, as ${problem.message} (${problem.hint})`
}
