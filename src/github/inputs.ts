import { OperatorError } from '../errors.ts'
import { didYouMean } from '../network/suggestion.ts'

/** How one input of action.yml is read. `purpose` is its description there and in the README. */
interface Input<Value> {
  readonly purpose: string
  readonly default: string
  readonly allowed: string
  /** Undefined when the text is not allowed. */
  read(text: string): Value | undefined
}

const text = (purpose: string, value: string): Input<string> => ({
  purpose,
  default: value,
  allowed: 'any text',
  read: (given) => given,
})

const flag = (purpose: string, value: boolean): Input<boolean> => ({
  purpose,
  default: String(value),
  allowed: 'true, false',
  read: (given) => (given === 'true' ? true : given === 'false' ? false : undefined),
})

const choice = <Value extends string>(purpose: string, values: readonly [Value, ...Value[]]): Input<Value> => ({
  purpose,
  default: values[0],
  allowed: values.join(', '),
  read: (given) => values.find((value) => value === given),
})

/** A secret that the runner puts in the place of GitHub's expression; empty where no runner does. */
const secret = (purpose: string, expression: string): Input<string> => ({
  ...text(purpose, `\${{ ${expression} }}`),
  read: (given) => (given === `\${{ ${expression} }}` ? '' : given),
})

/** Every input: the one table that action.yml and the README are held against. */
export const inputTable = {
  command: choice('What to do: validate, plan, comment, keys, render, commit, apply or verify', [
    'validate',
    'plan',
    'comment',
    'keys',
    'render',
    'commit',
    'apply',
    'verify',
  ]),
  network: text('The definition, relative to the directory', 'network.yaml'),
  directory: text('Folder of the network, relative to the workspace', '.'),
  build: flag('Build every Kustomize root too, overrides included (validate, render, commit)', false),
  base: text('Branch, tag or commit to compare with; empty for the branch that a pull request is for (plan)', ''),
  'fail-on-risk': choice('Which risks fail the step unless they are acknowledged: never, danger or any (plan)', [
    'never',
    'danger',
    'any',
  ]),
  comment: flag('Comment on the pull request too, where the token may: not for forks (plan)', false),
  plan: text('File of a plan, from the artifact of the run that made it (comment)', ''),
  sarif: text('File to write findings and risks to as SARIF, relative to the workspace (validate, plan)', ''),
  check: flag('Write nothing, and fail when something would be written (render)', false),
  'stand-ins': flag('Stand in for keys that are missing, to look at the result (render)', false),
  organization: text('Make only the keys of this organization (keys, commit)', ''),
  renew: text(
    'Renew certificates: expiring, or those of nodes such as carrier/peer1, whenever they expire; empty for none (keys, commit)',
    '',
  ),
  within: text('With renew: expiring, those that expire within so many days (keys, commit)', '30d'),
  push: text('Name of the remote to push the commit to; empty to leave it in the work tree (commit)', 'origin'),
  deliver: choice(
    'How the commit gets to its branch: auto (api where a token of GitHub is, else git), api, pull-request or git (commit)',
    ['auto', 'api', 'pull-request', 'git'],
  ),
  branch: text('Branch to read and to commit to; empty for the one that is checked out (commit)', ''),
  token: secret('Token for the API of GitHub (commit, comment, plan with comment)', 'github.token'),
  cluster: text('Only this cluster; empty for all (apply, verify)', ''),
  context: text('kubeconfig context of that cluster, in place of the one in the definition (apply, verify)', ''),
  'dry-run': flag('Show what would be done, as the API server sees it, and change nothing (apply)', false),
  prune: flag('Delete what was applied and has left the definition, with guards (apply)', false),
  'prune-also': text('Objects to delete whatever guards them, such as Secret trade-north/v1, one a line (apply)', ''),
  'force-conflicts': flag('Take over fields that others own, where they hold another value (apply)', false),
  timeout: text('How long to wait until everything is ready (apply)', '10m'),
  probe: flag(
    'Dial, from a pod in each namespace, all that its nodes dial; the pods are removed again (verify)',
    false,
  ),
  'dns-server': text(
    "IP address of a DNS server to ask for names, in place of the machine's; empty for that (verify)",
    '',
  ),
} as const

type Value<Kind> = Kind extends Input<infer Read> ? Read : never

export type Inputs = { readonly [Name in keyof typeof inputTable]: Value<(typeof inputTable)[Name]> }

/** Every output of action.yml, with its description. */
export const outputTable = {
  changed: 'Whether anything was written, or would have been with check: true or false',
  clusters: 'Names of the clusters, as a JSON list: for a matrix',
  'findings-path': 'JSON file with all findings: rule, severity, message, hint, file, line and column of each',
  errors: 'How many findings are errors',
  'plan-path': 'JSON file with the whole plan; empty when there is none (plan)',
  'plan-markdown-path': 'The whole plan in Markdown; empty when there is none (plan)',
  risks: 'How many risks nobody has acknowledged (plan)',
  'commit-sha': 'The commit that was made; empty when nothing changed',
  'pull-request-number': 'The pull request that proposes the change; empty when there is none',
  'cluster-results':
    'What became of each cluster, as a JSON list of cluster, context, outcome, created, changed, kept, pruned, orphaned and message; of verify also addresses, checks, names and, with probe, reachability (apply, verify)',
  'dns-records':
    'DNS records that have to exist, as a JSON list of cluster, name, type and target; apply and verify add the addresses of the Ambassador',
} as const

export type OutputName = keyof typeof outputTable

/**
 * Reads all inputs from the environment, where the runner puts them as INPUT_<NAME>. Throws OperatorError that lists
 * everything that is wrong with them, names that this action does not know included: the runner only warns of those.
 */
export function readInputs(environment: NodeJS.ProcessEnv): Inputs {
  const names = Object.keys(inputTable)
  const wrong: string[] = []
  for (const variable of Object.keys(environment).sort()) {
    const name = variable.startsWith('INPUT_') ? variable.slice('INPUT_'.length).toLowerCase() : undefined
    if (name !== undefined && !names.includes(name))
      wrong.push(`there is no input "${name}": ${didYouMean(name, names)}`)
  }
  const entries = Object.entries(inputTable).map(([name, input]: [string, Input<string | boolean>]) => {
    const given = environment[`INPUT_${name.toUpperCase()}`]?.trim()
    const value = input.read(given === undefined || given === '' ? emptyOr(name, given, input.default) : given)
    if (value === undefined) wrong.push(`${name} cannot be "${given}": allowed is ${input.allowed}`)
    return [name, value] as const
  })
  if (wrong.length > 0) throw new OperatorError(wrong.join('; '), 'correct the inputs of this step (with:)')
  return Object.fromEntries(entries) as Inputs // the keys are those of the table, the values what its readers gave
}

/** An input that is given as empty is meant: `push: ''` is not the default. Where empty means nothing, the default counts. */
const emptyOr = (name: string, given: string | undefined, value: string): string =>
  given === '' && name === 'push' ? '' : value
