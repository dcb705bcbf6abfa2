import { setSecret } from '@actions/core'
import { OperatorError } from '../errors.ts'
import { type Author, gitRepository } from '../repository/git.ts'
import type { GitHubRepository } from '../repository/github/client.ts'
import { basic } from '../repository/github/credentials.ts'
import type { Repository } from '../repository/repository.ts'
import type { Inputs } from './inputs.ts'

export interface Runner {
  /** Absolute path of the folder of the network. */
  readonly directory: string
  readonly environment: NodeJS.ProcessEnv
  /** Who commits with git where it knows nobody. */
  readonly author: Author
}

type Wanted = Pick<Inputs, 'command' | 'deliver' | 'branch' | 'push' | 'token'>

/** The repository of this workflow, with the way that its inputs choose to deliver a commit. */
export async function repositoryOf(inputs: Wanted, { directory, environment, author }: Runner): Promise<Repository> {
  const { branch, push, token } = inputs
  const asPullRequest = inputs.deliver === 'pull-request'
  if (!usesApi(inputs, environment)) {
    const remote = push === '' ? {} : { remote: { name: push } }
    return gitRepository(directory, author, branch === '' ? undefined : { name: branch, ...remote })
  }
  if (token === '')
    throw new OperatorError(
      `deliver: ${inputs.deliver} needs a token`,
      'leave the input token away, and GitHub gives one; on other hosts use deliver: git',
    )
  const repository = githubOf(environment)
  // Only this way of delivering needs the client.
  const { githubRepository } = await import('../repository/github/repository.ts')
  for (const secret of [token, basic(token)]) setSecret(secret)
  return githubRepository(directory, {
    ...{ repository, token, environment, asPullRequest },
    ...(branch === '' ? {} : { branch }),
  })
}

/** Other hosts that run actions have no such API, though they set the same variables. */
function usesApi({ command, deliver, push, token }: Wanted, environment: NodeJS.ProcessEnv): boolean {
  if (command !== 'commit' || deliver === 'git') return false
  if (deliver !== 'auto') return true
  const other = environment.GITEA_ACTIONS !== undefined || environment.FORGEJO_ACTIONS !== undefined
  return token !== '' && push !== '' && !other && (environment.GITHUB_GRAPHQL_URL ?? '') !== ''
}

/** https://docs.github.com/actions/reference/variables-reference#default-environment-variables */
export function githubOf(environment: NodeJS.ProcessEnv): GitHubRepository {
  const missing = new Set<string>()
  const variable = (name: string): string => {
    const value = environment[name] ?? ''
    if (value === '') missing.add(name)
    return value
  }
  const [owner = '', name = ''] = variable('GITHUB_REPOSITORY').split('/')
  const repository = {
    apiUrl: variable('GITHUB_API_URL'),
    graphqlUrl: variable('GITHUB_GRAPHQL_URL'),
    serverUrl: variable('GITHUB_SERVER_URL'),
    ...{ owner, name },
  }
  if (missing.size === 0) return repository
  throw new OperatorError(
    `this is no workflow at GitHub: ${[...missing].join(', ')} is not set`,
    'on other hosts and on your own machine let git deliver (deliver: git)',
  )
}
