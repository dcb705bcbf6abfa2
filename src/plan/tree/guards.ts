import type { Risk } from '../../network/risk.ts'
import { counted, several } from '../../words.ts'
import { changedPaths, contentOf, type GitTrees } from './git-tree.ts'
import { subjectOf } from './subject.ts'

/** Files that decide who may change what, and what runs with whose rights. They are of the whole repository. */
interface Guard extends Pick<Risk, 'id' | 'severity' | 'hint'> {
  /** What they are, for one and for many. */
  readonly what: readonly [one: string, many: string]
  readonly because: string
  /** Compared without regard to capitals, as some hosts and file systems do. */
  readonly paths: RegExp
}

const guards: readonly Guard[] = [
  {
    id: 'workflow-changed',
    severity: 'danger',
    what: ['workflow or action', 'workflows or actions'],
    because: 'what runs there can push to this branch, and has the secrets of its environments',
    hint: 'look at triggers, permissions, environments, and at each action and its commit',
    paths:
      /^(?:\.(?:github|gitea|forgejo)\/workflows\/.|(?:.*\/)?action\.ya?ml$|\.github\/(?:actions|scripts)\/.|\.gitlab-ci\.ya?ml$|\.gitlab\/ci\/.|\.circleci\/.|\.woodpecker(?:\/.|\.ya?ml$)|azure-pipelines\.ya?ml$|bitbucket-pipelines\.ya?ml$|jenkinsfile$)/i,
  },
  {
    id: 'owners-changed',
    severity: 'danger',
    what: ['list of owners or rule of branches', 'lists of owners or rules of branches'],
    because: 'it says who has to agree to which files',
    hint: 'be sure that every organization still owns its own part',
    paths:
      /^(?:(?:(?:\.github|\.gitea|\.forgejo|\.gitlab|docs)\/)?codeowners$|\.github\/settings\.ya?ml$|\.github\/rulesets\/.)/i,
  },
  {
    id: 'delivery-changed',
    severity: 'danger',
    what: ['file that says what Flux leaves out', 'files that say what Flux leaves out'],
    because: 'Flux does not see the files that it names',
    hint: 'be sure that no rendered file and no override is among them',
    paths: /(?:^|\/)\.sourceignore$/i,
  },
  {
    id: 'elsewhere-changed',
    severity: 'caution',
    what: ['rendered file of another folder', 'rendered files of other folders'],
    because: 'this plan does not look into them',
    hint: 'plan the network of that folder too',
    paths: /(?:^|\/)deploy\/(?:flux|clusters)\/./,
  },
  {
    id: 'repository-changed',
    severity: 'caution',
    what: ['file that git, sops or a bot obeys', 'files that git, sops or a bot obeys'],
    because: 'it says what a review shows, for whom sops encrypts, or what a bot proposes',
    hint: 'be sure that nothing is hidden from reviews, and that no recipient comes that nobody knows',
    paths:
      /^(?:(?:.*\/)?\.gitattributes|(?:.*\/)?\.sops\.ya?ml|\.gitmodules|(?:\.github\/)?dependabot\.ya?ml|(?:\.github\/)?\.?renovate(?:rc)?(?:\.json5?)?)$/i,
  },
]

/** One risk for each kind of guard that a change touches. */
export function guardRisks(trees: GitTrees): Risk[] {
  const changed = changedPaths(trees)
  return guards.flatMap((guard) => {
    const own = changed.filter((path) => guard.paths.test(path) && !isGenerated(path, trees.prefix))
    const [first] = own
    return first === undefined ? [] : [risk(guard, own, first, trees)]
  })
}

/** Everything in `deploy/` is compared with what is rendered. */
const isGenerated = (path: string, prefix: string): boolean => path.startsWith(`${prefix}deploy/`)

function risk(
  { id, severity, what, because, hint }: Guard,
  paths: readonly string[],
  first: string,
  trees: GitTrees,
): Risk {
  const [one, many] = what
  const words = paths.map((path) => `${path} is ${verb(path, trees)}`)
  return {
    id,
    severity,
    subject: subjectOf(paths.length === 1 ? first : folderOf(paths)),
    message: `${paths.length === 1 ? `a ${one}` : counted(paths.length, one, many)}: ${several(words)}; ${because}`,
    content: contentOf(paths, trees),
    hint,
    path: [],
    file: fromNetwork(first, trees.prefix),
  }
}

const verb = (path: string, { before, after }: GitTrees): string =>
  before.has(path) ? (after.has(path) ? 'changed' : 'removed') : 'added'

/** The folder that all paths are in; "." for the root. */
function folderOf([first = '', ...others]: readonly string[]): string {
  const folders = first.split('/').slice(0, -1)
  const common = folders.findLastIndex((_, at) => {
    const folder = `${folders.slice(0, at + 1).join('/')}/`
    return others.every((path) => path.startsWith(folder))
  })
  return common === -1 ? '.' : folders.slice(0, common + 1).join('/')
}

/** A path from the root of the repository as one from the folder of the network. */
const fromNetwork = (path: string, prefix: string): string =>
  path.startsWith(prefix) ? path.slice(prefix.length) : `${'../'.repeat(prefix.split('/').length - 1)}${path}`
