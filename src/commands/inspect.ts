import { createHash } from 'node:crypto'
import { outsideOf } from '../ambassador/outside.ts'
import { allocatePorts } from '../ambassador/ports.ts'
import { OperatorError } from '../errors.ts'
import { isKey } from '../material/complete.ts'
import { expiriesOf } from '../material/expiry.ts'
import { materialOf } from '../material/files.ts'
import { filesOfKey, isOpen, type MaterialRequest } from '../material/material.ts'
import { sealedProblems } from '../material/rules.ts'
import { readDefinition } from '../network/definition.ts'
import { type Finding, hasErrors, type Problem, sortFindings } from '../network/finding.ts'
import { checkDigests, emptyLock, type Lock, lockFile, readLock } from '../network/lock.ts'
import type { Network } from '../network/network.ts'
import { resolve } from '../network/resolve.ts'
import { secretsInFiles } from '../network/rules/files.ts'
import { networkProblems } from '../network/rules/index.ts'
import { overrideFindings } from '../network/rules/overrides.ts'
import { setupProblem } from '../network/rules/recipients.ts'
import { commentOf, secretHint, secretIn, secretLines } from '../network/rules/secret-shapes.ts'
import { secretProblems, withoutEchoes } from '../network/rules/secrets.ts'
import { readSource, type Source } from '../network/source.ts'
import type { NamedFile, Platform } from '../platforms/platform.ts'
import type { CommandOptions, Files } from './ports.ts'

export interface InspectOptions extends CommandOptions {
  /** Set when certificates are renewed now: what that mends does not stand in the way. */
  readonly renew?: unknown
}

/** A definition without errors, and all that belongs to it. */
export interface Subject {
  readonly source: Source
  readonly network: Network
  readonly platform: Platform
  /** Ports of today's endpoints, digests of today's material, and when its certificates expire. */
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
export async function inspect(options: InspectOptions, files: Pick<Files, 'read' | 'list'>): Promise<Inspection> {
  const text = await files.read(options.network)
  if (text === undefined) {
    throw new OperatorError(
      `there is no ${options.network} here`,
      'run this in the folder of your network, or name the folder and the file',
    )
  }
  const source = readSource(options.network, text)
  if (!('value' in source))
    return { findings: sortFindings([...source.map(withoutEcho), ...lineFindings(options.network, text)]) }
  const read = readDefinition(source)
  const locked = readLock(await files.read(lockFile))
  const lockFindings = 'ports' in locked ? [] : locked
  const lock = 'ports' in locked ? locked : emptyLock
  const secrets = secretProblems(source)
  const materialFiles = await readAll(files, 'material')
  const overrides = await readAll(files, 'overrides')
  const found = [...lockFindings, ...lineFindings(options.network, text, commentOf), ...secretsInFiles(overrides)]
  const report = (problems: readonly Problem[], others: readonly Finding[] = []): Finding[] =>
    sortFindings([
      ...[...secrets, ...withoutEchoes(secrets, problems)].map((problem) => locate(problem, source)),
      ...found,
      ...others,
    ])
  if (read.definition === undefined || read.platform === undefined)
    return { findings: report(read.problems, secretsInFiles(materialFiles)) }

  const { network, problems: references } = resolve(read.definition, read.platform)
  const { platform } = read
  const named = platform.files?.(network) ?? []
  const unread = await readNamed(files, named, materialFiles)
  const material = materialOf(materialFiles)
  const { ports, problems: portProblems } = allocatePorts(network, platform, lock.ports)
  const outside = outsideOf(platform, ports)
  const requests = platform.material(network, outside)
  const requested = new Set(requests.flatMap(pathsOf))
  const recorded = (path: string): boolean => requested.has(path) || Object.hasOwn(lock.material, path)
  const digests = checkDigests(lock.material, new Map([...materialFiles].filter(([path]) => recorded(path))), digestOf)
  const problems = withSetup(network, [
    ...read.problems,
    ...references,
    ...withoutConsequences(
      [
        ...networkProblems(network, platform),
        ...unread,
        ...platform.materialRules(network, material, outside),
        ...(platform.recordRules?.(network, material, lock.ledger) ?? []),
      ],
      read.problems,
      references,
    ),
    ...portProblems,
    ...digests.problems,
    ...sealedProblems(requests, material),
  ])
  // What belongs to a key that is asked for has been looked at with that.
  const others = new Map([...materialFiles].filter(([path]) => !requested.has(path)))
  const findings = report(
    problems
      .filter(({ rule }) => options.allowWellKnown !== true || rule !== 'well-known-key')
      .map((problem) => (options.renew === undefined ? problem : mended(problem))),
    [...overrideFindings(network, overrides.keys()), ...secretsInFiles(others)],
  )
  if (hasErrors(findings)) return { findings }
  return {
    findings,
    subject: {
      source,
      network,
      platform,
      lock: { ports, material: digests.digests, certificates: expiriesOf(materialFiles), ledger: lock.ledger },
      materialFiles,
      requests,
      missing: requests.filter((request) => isOpen(request, materialFiles)),
      overrides: overrideFolders(overrides),
    },
  }
}

/** What renewing certificates mends is no error while they are renewed. */
const mended = (problem: Problem): Problem =>
  problem.rule === 'certificate-names' ? { ...problem, severity: 'warning' } : problem

/** Files that a request is about. */
const pathsOf = (request: MaterialRequest): string[] =>
  isKey(request)
    ? [...filesOfKey(request), ...(request.sealed === undefined ? [] : [request.sealed.path])]
    : [request.file]

/** In a fresh repository nobody can be given a key: one finding says so, in place of one for each cluster and all advice. */
function withSetup(network: Network, problems: readonly Problem[]): readonly Problem[] {
  const setup = setupProblem(network)
  if (setup === undefined) return problems
  const others = problems.filter(({ rule }) => rule !== 'recipients' && rule !== 'issuer-recipients')
  return hasErrors(others) ? [...others, setup] : [setup]
}

/** Without what only follows from a value that was refused, or from nodes left out for want of a cluster: it would mislead. */
function withoutConsequences(
  problems: readonly Problem[],
  refused: readonly Problem[],
  references: readonly Problem[],
): Problem[] {
  const follows = ({ path }: Problem): boolean =>
    path.length > 1 &&
    refused.some((other) => other.path.length > path.length && path.every((step, at) => step === other.path[at]))
  return problems.filter((problem) => !follows(problem) && (references.length === 0 || problem.severity === 'error'))
}

/** Git may give a work tree other line ends than it keeps. */
export const digestOf = (text: string): string =>
  `sha256:${createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')}`

export async function readAll(files: Pick<Files, 'read' | 'list'>, folder: string): Promise<Map<string, string>> {
  const paths = await files.list(folder)
  const texts = await Promise.all(paths.map((path) => files.read(path)))
  return new Map(paths.flatMap((path, at): [string, string][] => (texts[at] === undefined ? [] : [[path, texts[at]]])))
}

/** Adds files that the definition names to those of the material. */
async function readNamed(
  files: Pick<Files, 'read'>,
  named: readonly NamedFile[],
  material: Map<string, string>,
): Promise<Problem[]> {
  const texts = await Promise.all(named.map(({ file }) => files.read(file)))
  return named.flatMap(({ file, path }, at): Problem[] => {
    const text = texts[at]
    if (text !== undefined) {
      material.set(file, text)
      return []
    }
    return [
      {
        rule: 'named-file',
        severity: 'error',
        message: `there is no file ${file}`,
        hint: 'the path is relative to the definition; the file has to be in the repository',
        path,
      },
    ]
  })
}

/** People's Kustomize components: `overrides/<cluster>/<part>/kustomization.yaml`. */
function overrideFolders(overrides: ReadonlyMap<string, string>): Set<string> {
  const suffix = '/kustomization.yaml'
  const paths = [...overrides.keys()].filter((path) => path.endsWith(suffix))
  return new Set(paths.map((path) => path.slice('overrides/'.length, -suffix.length)))
}

function locate(problem: Problem, source: Source): Finding {
  const { rule, severity, message, hint, path, atKey, file } = problem
  const place =
    file === undefined ? (atKey === true ? source.atKey(path) : source.at(path)) : { file, line: 1, column: 1 }
  return { rule, severity, message, ...(hint === undefined ? {} : { hint }), place }
}

/** What the reader of YAML says repeats a piece of the text. */
const withoutEcho = (finding: Finding): Finding =>
  secretIn(finding.message) === undefined ? finding : { ...finding, message: 'not valid YAML' }

/** Secrets that no value shows: in comments, or in a file that is no YAML. */
const lineFindings = (file: string, text: string, part?: (line: string) => string): Finding[] =>
  secretLines(text, part).map(({ line, what }) => ({
    rule: 'plain-secret',
    severity: 'error',
    message: `${what} in plain text`,
    hint: secretHint,
    place: { file, line, column: 1 },
  }))
