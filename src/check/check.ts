import { outsideOf } from '../ambassador/outside.ts'
import { allocatePorts } from '../ambassador/ports.ts'
import { digestOf } from '../material/digest.ts'
import { expiriesOf } from '../material/expiry.ts'
import { materialOf } from '../material/files.ts'
import { filesOfKey, isKey, isOpen, type Material, type MaterialRequest } from '../material/material.ts'
import { sealedProblems } from '../material/rules.ts'
import { accepting, subjectOf } from '../network/acknowledgement.ts'
import { type Finding, hasErrors, type Problem, sortFindings } from '../network/finding.ts'
import { checkDigests, emptyLock, readLock } from '../network/lock.ts'
import { isWithin } from '../network/mending.ts'
import type { Network } from '../network/network.ts'
import { characterProblems } from '../network/rules/characters.ts'
import { secretsInFiles } from '../network/rules/files.ts'
import { overrideFindings } from '../network/rules/overrides.ts'
import { setupProblem } from '../network/rules/recipients.ts'
import { commentOf } from '../network/rules/secret-shapes.ts'
import { secretProblems, withoutEchoes } from '../network/rules/secrets.ts'
import type { Source } from '../network/source.ts'
import { drainProblems } from '../platforms/drains.ts'
import type { FileTree } from '../render/tree.ts'
import { UnreadableText, type UnusableFile } from '../repository/files.ts'
import { agreed } from './agreement.ts'
import type { Inspection } from './checked-network.ts'
import { commentFindings } from './comments.ts'
import type { Draft, PossibleNetwork } from './draft.ts'
import { namedFileProblems } from './named-files.ts'
import { networkProblems } from './network-problems.ts'
import { ciphertextInOverrides } from './overrides/ciphertext.ts'
import { withoutMounted } from './overrides/mounts.ts'
import { overrideReachFindings } from './overrides/walk.ts'
import { lineFindings } from './secret-lines.ts'
import { encodingFindings, unusableFinding } from './unusable.ts'

/** The files to check a definition with, by path from its folder. */
export interface NetworkFiles {
  /** The definition itself. */
  readonly definition: string
  /** The lock; undefined if there is none yet. */
  readonly lock: string | undefined
  /** Files of `material/`. */
  readonly material: FileTree
  /** Files of `overrides/`. */
  readonly overrides: FileTree
  /** Files that the definition names; those that do not exist are absent. */
  readonly named: FileTree
  /** Files that the definition names and that cannot be read. */
  readonly unusable: ReadonlyMap<string, UnusableFile>
}

export interface CheckOptions {
  /** Rules whose errors the command fixes: they become warnings. */
  readonly mended: readonly string[]
  /** Accept the keys of Chancery's own tests. */
  readonly allowWellKnown: boolean
}

/** Applies every rule to a readable definition. */
export function check(draft: Draft, files: NetworkFiles, options: CheckOptions): Inspection {
  const { source, refused, possible } = draft
  const bevel = refused.find(({ rule }) => rule === 'bevel-definition')
  if (bevel !== undefined) return { findings: [locate(bevel, source)] }
  const lock = readLock(files.lock)
  const found = [
    ...('ports' in lock ? [] : lock),
    ...lineFindings(source.file, files.definition, commentOf),
    ...secretsInFiles(files.overrides),
    ...ciphertextInOverrides(files.overrides),
    ...encodingFindings(files.material),
    ...encodingFindings(files.overrides),
    ...[...files.unusable.values()].filter((file) => file instanceof UnreadableText).map(unusableFinding),
  ]
  const secrets = secretProblems(source)
  const characters = characterProblems(source)
  const unseen = [...secrets, ...characters]
  const known = 'ports' in lock ? lock : emptyLock
  const materialFiles = new Map([...files.material, ...files.named])
  const inputs = { files, materialFiles, material: materialOf(materialFiles), lock: known, definition: source.value }
  const judged = possible.map((network) => judge(network, refused, inputs))
  const problems = [...refused, ...agreed(judged)]
  // The rules of keys have already checked that requested private halves are encrypted.
  const plain = new Set(
    problems.flatMap(({ rule, file }) => (rule === 'plain-secret' && file !== undefined ? [file] : [])),
  )
  const unsealed = new Map([...materialFiles].filter(([path]) => !plain.has(path)))
  const shown = problems
    .filter(({ rule }) => !options.allowWellKnown || rule !== 'well-known-key')
    .map((problem) => mended(problem, options))
  const findings = accepting(
    sortFindings([
      ...[...unseen, ...withoutEchoes(unseen, shown)].map((problem) => locate(problem, source)),
      ...commentFindings(source, files.definition, characters),
      ...found,
      ...common(possible.map(({ network }) => overrides(network, files))),
      ...secretsInFiles(unsealed),
    ]),
    possible[0]?.network.acknowledge ?? [],
  )
  const [only] = possible
  const [verdict] = judged
  if (hasErrors(findings) || only === undefined || verdict === undefined) return { findings }
  const { network, platform } = only
  const { requests, ports, digests } = verdict
  return {
    findings,
    checked: {
      source,
      network,
      platform,
      lock: {
        ports,
        material: digests,
        certificates: expiriesOf(materialFiles),
        ledger: known.ledger,
        signers: known.signers,
      },
      materialFiles,
      requests,
      missing: requests.filter((request) => isOpen(request, materialFiles)),
      overrides: files.overrides,
    },
  }
}

/** The input for the rules, shared by all possible corrections of an invalid definition. */
interface Inputs {
  readonly files: NetworkFiles
  readonly materialFiles: FileTree
  readonly material: Material
  readonly lock: typeof emptyLock
  readonly definition: unknown
}

/** The result of all rules, with the values that they compute: ports, requests, digests of the current material. */
function judge(
  { network, platform, references, namedFiles, original, leftOut }: PossibleNetwork,
  refused: readonly Problem[],
  { files, materialFiles, material, lock, definition }: Inputs,
) {
  const { ports, problems: portProblems } = allocatePorts(network, platform, lock.ports)
  const outside = outsideOf(platform, ports)
  const requests = platform.material.requests(network, outside)
  const requested = new Set(requests.flatMap(pathsOf))
  const recorded = [...materialFiles].filter(([path]) => requested.has(path) || Object.hasOwn(lock.material, path))
  const digests = checkDigests(lock.material, new Map(recorded), digestOf)
  const ruled = [
    ...withoutMounted(networkProblems(network, platform, definition), network, files.overrides),
    ...namedFileProblems(namedFiles, files.named, files.unusable),
    ...(platform.material.rules?.(network, material, outside) ?? []),
    ...drainProblems(network, platform, material),
    ...(platform.material.recordRules?.(network, material, lock.ledger) ?? []),
  ]
  const here = (problems: readonly Problem[]): Problem[] =>
    problems.map((problem) => ({ ...problem, path: original(problem.path) }))
  const problems = withSetup({ network, platform }, refused, [
    ...withoutConsequences(here(references), refused, []),
    ...withoutConsequences(here(ruled), refused, references),
    ...withoutConsequences(here(portProblems), refused, []),
    ...digests.problems,
    ...sealedProblems(requests, material),
  ])
  return { problems, leftOut, requests, ports, digests: digests.digests }
}

/** Findings about the overrides of a network. */
const overrides = (network: Network, files: NetworkFiles): Finding[] => [
  ...overrideFindings(network, files.overrides.keys()),
  ...overrideReachFindings(network, files.overrides),
]

/** Findings that all lists contain. */
const common = ([first = [], ...others]: readonly (readonly Finding[])[]): Finding[] =>
  first.filter((finding) =>
    others.every((other) => other.some((one) => JSON.stringify(one) === JSON.stringify(finding))),
  )

/** Errors that the command fixes become warnings. */
const mended = (problem: Problem, { mended: rules }: CheckOptions): Problem =>
  rules.includes(problem.rule) ? { ...problem, severity: 'warning' } : problem

/** Files of a request. */
const pathsOf = (request: MaterialRequest): string[] =>
  isKey(request)
    ? [...filesOfKey(request), ...(request.sealed === undefined ? [] : [request.sealed.path])]
    : [request.file]

/** In a new repository without recipients no keys can be made: one finding reports this, instead of one for each cluster and more advice. */
function withSetup(
  { network, platform }: Pick<PossibleNetwork, 'network' | 'platform'>,
  refused: readonly Problem[],
  problems: readonly Problem[],
): readonly Problem[] {
  const setup = setupProblem(network)
  if (setup === undefined) return problems
  const others = problems.filter(
    ({ rule }) => rule !== 'recipients' && rule !== `${platform.definition.keyHolders?.one}-recipients`,
  )
  return hasErrors([...refused, ...others]) ? [...others, setup] : [setup]
}

/** Removes findings that only follow from an invalid value, or from nodes that were left out without a cluster: they would mislead. */
function withoutConsequences(
  problems: readonly Problem[],
  refused: readonly Problem[],
  references: readonly Problem[],
): Problem[] {
  const follows = ({ path, file }: Problem): boolean =>
    file === undefined &&
    refused.some(
      (other) =>
        (other.path.length > 0 && isWithin(path, other.path)) ||
        (path.length > 1 && isWithin(other.path, path)) ||
        // A finding about all organizations may count nodes: a refused one is not among them.
        (path.length === 1 && path[0] === 'organizations' && other.path.includes('nodes')),
    )
  return problems.filter((problem) => !follows(problem) && (references.length === 0 || problem.severity === 'error'))
}

function locate(problem: Problem, source: Source): Finding {
  const { rule, severity, message, hint, path, atKey, file, position = { line: 1, column: 1 } } = problem
  const place = file === undefined ? (atKey === true ? source.atKey(path) : source.at(path)) : { file, ...position }
  const subject = severity === 'warning' && file === undefined ? { subject: subjectOf(path, source.value) } : {}
  return { rule, severity, message, ...(hint === undefined ? {} : { hint }), place, ...subject }
}
