import type { Finding } from '../../network/finding.ts'
import type { FileTree } from '../../render/tree.ts'
import { counted, several } from '../../words.ts'
import { type GitTrees, isFile, isSameEntry, objectName, type TreeEntry } from './git-tree.ts'

export interface DeployInput {
  readonly trees: GitTrees
  /** What the definition before the change renders; undefined when there is none, or none without errors. */
  readonly was: FileTree | undefined
  /** What the definition after the change renders. */
  readonly is: FileTree
  /** True when a key is missing: what is rendered then has throw-away keys, and must not be committed. */
  readonly standIns: boolean
  /** The definition. */
  readonly network: string
}

/** The folder of rendered files, of which Flux and people apply everything. */
const folder = 'deploy/'

/** Flux's own objects, which `flux bootstrap` writes and nothing renders: `deploy/flux/eu/flux-system/gotk-sync.yaml`. */
export const fluxSystem = /^deploy\/flux\/([^/]+)\/flux-system\//

/** So many files are named one by one. */
const named = 20

/**
 * Files in `deploy/` that the sources do not explain: those that the change touches are errors, those that were there before
 * are one warning.
 */
export function deployFindings(input: DeployInput): Finding[] {
  const { trees, was, is, network } = input
  const touched: Finding[] = []
  const stale: string[] = []
  for (const path of deployPaths(input)) {
    const [before, after] = [trees.before.get(trees.prefix + path), trees.after.get(trees.prefix + path)]
    const asRendered = isRendered(after, is, path)
    if (isSameEntry(before, after)) {
      // Before the first rendering nothing is there, and nothing is missing.
      if (!asRendered && !isRendered(after, was ?? new Map(), path)) stale.push(path)
    } else if (!asRendered) touched.push(unexplained(path, before, after, network))
    else if (input.standIns && after !== undefined) touched.push(thrownAway(path))
  }
  return [...first(touched, network), ...(stale.length === 0 ? [] : [outdated(stale, network)])]
}

/** Everything below `deploy/` that is there or should be, sorted, without what is Flux's own. */
function deployPaths({ trees: { before, after, prefix }, was, is }: DeployInput): string[] {
  const committed = [...before.keys(), ...after.keys()]
    .filter((path) => path.startsWith(prefix + folder))
    .map((path) => path.slice(prefix.length))
  const rendered = [...is.keys(), ...(was?.keys() ?? [])].filter((path) => path.startsWith(folder))
  return [...new Set([...committed, ...rendered])].filter((path) => !fluxSystem.test(path)).sort()
}

/** Whether what is committed at a path, or nothing, is what is rendered there. */
function isRendered(entry: TreeEntry | undefined, tree: FileTree, path: string): boolean {
  const content = tree.get(path)
  if (entry === undefined || content === undefined) return entry === undefined && content === undefined
  return isFile(entry) && entry.object === objectName(content, entry.object)
}

const at = (file: string) => ({ file, line: 1, column: 1 })

const takeBack = 'take this back: the merge writes deploy/; what clusters should get belongs into'

function unexplained(
  path: string,
  before: TreeEntry | undefined,
  after: TreeEntry | undefined,
  network: string,
): Finding {
  const message =
    after === undefined
      ? `${path} is removed, and ${network} renders it`
      : `${path} is ${before === undefined ? 'added' : 'changed'}, and is not what ${network} renders: clusters would get it unseen`
  return {
    rule: 'deploy-changed',
    severity: 'error',
    message,
    hint: `${takeBack} ${network} or overrides/`,
    place: at(path),
  }
}

const thrownAway = (path: string): Finding => ({
  rule: 'deploy-changed',
  severity: 'error',
  message: `${path} is rendered with throw-away keys, whose private halves nobody has`,
  hint: 'take this back: the merge makes the keys that are missing, and renders again',
  place: at(path),
})

/** A change of everything is not told file by file. */
function first(findings: readonly Finding[], network: string): readonly Finding[] {
  if (findings.length <= named) return findings
  const rest = findings.slice(named)
  return [
    ...findings.slice(0, named),
    {
      rule: 'deploy-changed',
      severity: 'error',
      message: `${counted(rest.length, 'more file is', 'more files are')} changed in ${folder} that are not what ${network} renders, such as ${several(
        rest.map(({ place }) => place.file),
        3,
      )}`,
      hint: `${takeBack} ${network} or overrides/`,
      place: at(network),
    },
  ]
}

const outdated = (paths: readonly string[], network: string): Finding => ({
  rule: 'deploy-stale',
  severity: 'warning',
  message: `${several(paths, named)} in the base of this change: not what its ${network} renders`,
  hint: 'the next deploy writes what is rendered, and removes the rest; until then Flux applies these files. See who wrote them: git log -- deploy',
  place: at(network),
})
