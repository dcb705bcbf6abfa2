import { createHash } from 'node:crypto'
import { allocatePorts } from '../ambassador/ports.ts'
import { OperatorError } from '../errors.ts'
import { isIdentity } from '../material/complete.ts'
import { materialOf } from '../material/files.ts'
import type { MaterialRequest } from '../material/material.ts'
import { sealedProblems } from '../material/rules.ts'
import { readDefinition } from '../network/definition.ts'
import { type Finding, hasErrors, type Problem, sortFindings } from '../network/finding.ts'
import { checkDigests, emptyLock, type Lock, lockFile, readLock } from '../network/lock.ts'
import type { Network } from '../network/network.ts'
import { resolve } from '../network/resolve.ts'
import { networkProblems } from '../network/rules/index.ts'
import { setupProblem } from '../network/rules/recipients.ts'
import { secretHint, secretProblems, secretsInComments } from '../network/rules/secrets.ts'
import { readSource, type Source } from '../network/source.ts'
import type { Platform } from '../platforms/platform.ts'
import type { CommandOptions, Files } from './ports.ts'

/** A definition without errors, and all that belongs to it. */
export interface Subject {
  readonly source: Source
  readonly network: Network
  readonly platform: Platform
  /** Ports of today's endpoints, and digests of today's material. */
  readonly lock: Lock
  readonly materialFiles: ReadonlyMap<string, string>
  readonly requests: readonly MaterialRequest[]
  /** Requests whose public half is not there. */
  readonly missing: readonly MaterialRequest[]
  readonly overrides: ReadonlySet<string>
}

/** All findings at once; the subject only when none of them is an error. */
export interface Inspection {
  readonly findings: readonly Finding[]
  readonly subject?: Subject
}

/** Reads and checks the definition, the lock and the material. Writes nothing. */
export async function inspect(options: CommandOptions, files: Files): Promise<Inspection> {
  const text = await files.read(options.network)
  if (text === undefined) {
    throw new OperatorError(
      `there is no ${options.network} here`,
      'run this in the folder of your network, or name the folder and the file',
    )
  }
  const source = readSource(options.network, text)
  if (!('value' in source)) return { findings: sortFindings(source) }
  const read = readDefinition(source)
  const locked = readLock(await files.read(lockFile))
  const lockFindings = 'ports' in locked ? [] : locked
  const lock = 'ports' in locked ? locked : emptyLock
  const secrets = [...secretProblems(source), ...read.problems]
  const comments = commentFindings(source)
  const report = (problems: readonly Problem[]): Finding[] =>
    sortFindings([...problems.map((problem) => locate(problem, source)), ...comments, ...lockFindings])
  if (read.definition === undefined || read.platform === undefined) return { findings: report(secrets) }

  const { network, problems: references } = resolve(read.definition, read.platform)
  const { platform } = read
  const materialFiles = await readAll(files, 'material')
  const material = materialOf(materialFiles)
  const requests = platform.material(network)
  const { ports, problems: portProblems } = allocatePorts(network, platform, lock.ports)
  const digests = checkDigests(lock.material, materialFiles, digestOf)
  const problems = withSetup(network, [
    ...secrets,
    ...references,
    ...networkProblems(network, platform),
    ...portProblems,
    ...digests.problems,
    ...sealedProblems(requests, material),
    ...platform.materialRules(network, material),
  ])
  const findings = report(
    options.allowWellKnown === true ? problems.filter(({ rule }) => rule !== 'well-known-key') : problems,
  )
  if (hasErrors(findings)) return { findings }
  return {
    findings,
    subject: {
      source,
      network,
      platform,
      lock: { ports, material: digests.digests },
      materialFiles,
      requests,
      missing: requests.filter((request) => !materialFiles.has(request.publicPath)),
      overrides: await overrideFolders(files),
    },
  }
}

/** In a fresh repository nobody can be given a key: one finding says so, in place of one for each cluster and all advice. */
function withSetup(network: Network, problems: readonly Problem[]): readonly Problem[] {
  const setup = setupProblem(network)
  if (setup === undefined) return problems
  const others = problems.filter((problem) => problem.rule !== 'recipients')
  return hasErrors(others) ? [...others, setup] : [setup]
}

export const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`

export async function readAll(files: Files, folder: string): Promise<Map<string, string>> {
  const paths = await files.list(folder)
  const texts = await Promise.all(paths.map((path) => files.read(path)))
  return new Map(paths.flatMap((path, at): [string, string][] => (texts[at] === undefined ? [] : [[path, texts[at]]])))
}

/** People's Kustomize components: `overrides/<cluster>/<part>/kustomization.yaml`. */
async function overrideFolders(files: Files): Promise<Set<string>> {
  const suffix = '/kustomization.yaml'
  const paths = await files.list('overrides')
  return new Set(
    paths.filter((path) => path.endsWith(suffix)).map((path) => path.slice('overrides/'.length, -suffix.length)),
  )
}

function locate(problem: Problem, source: Source): Finding {
  const { rule, severity, message, hint, path, atKey, file } = problem
  const place =
    file === undefined ? (atKey === true ? source.atKey(path) : source.at(path)) : { file, line: 1, column: 1 }
  return { rule, severity, message, ...(hint === undefined ? {} : { hint }), place }
}

const commentFindings = (source: Source): Finding[] =>
  secretsInComments(source).map(({ line, what }) => ({
    rule: 'plain-secret',
    severity: 'error',
    message: `${what} in plain text, in a comment`,
    hint: secretHint,
    place: { file: source.file, line, column: 1 },
  }))

/** What is missing, as findings: errors where it is needed now, one notice where the merge will make it. */
export function missingFindings({ missing, source }: Subject, severity: 'error' | 'notice'): Finding[] {
  const byHand = missing.filter((request) => isIdentity(request) && request.sealed === undefined)
  const made = missing.filter((request) => !byHand.includes(request))
  const finding = (request: MaterialRequest, hint: string): Finding => ({
    rule: 'material-missing',
    severity: 'error',
    message: `${isIdentity(request) ? `the key of ${request.label}` : request.label} does not exist yet: there is no ${request.publicPath}`,
    hint,
    place: source.at(request.path),
  })
  return [
    ...byHand.map((request) =>
      finding(request, `commit the public half of the key in its Secret as ${request.publicPath}`),
    ),
    ...(severity === 'error'
      ? made.map((request) => finding(request, 'run `chancery keys`'))
      : madeOnMerge(made, source)),
  ]
}

function madeOnMerge(missing: readonly MaterialRequest[], source: Source): Finding[] {
  const [first] = missing
  if (first === undefined) return []
  const labels = missing.map((request) => request.label)
  const shown = labels.slice(0, 5).join(', ') + (labels.length > 5 ? ` and ${labels.length - 5} more` : '')
  return [
    {
      rule: 'material-missing',
      severity: 'notice',
      message: `keys that do not exist yet are made when the change is merged: ${shown}`,
      hint: 'or make them now with `chancery keys`',
      place: source.at(first.path),
    },
  ]
}
