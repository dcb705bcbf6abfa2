import type { CommandValues } from '../commands/command.ts'
import type { commitOptions } from '../commands/commit.ts'
import { OperatorError } from '../errors.ts'
import { type Author, gitRepository } from '../repository/git.ts'
import type { GitHubRepository } from '../repository/github/client.ts'
import { basic } from '../repository/github/credentials.ts'
import type { Repository } from '../repository/repository.ts'
import { clientFor } from './client.ts'
import { mask } from './mask.ts'

export interface Runner {
  /** Absolute path of the folder of the network. */
  readonly directory: string
  readonly environment: NodeJS.ProcessEnv
  /** Author of git commits if git has no identity. */
  readonly author: Author
}

/** Inputs of `commit` about the delivery of a commit. */
export type DeliveryValues = Pick<CommandValues<typeof commitOptions>, 'deliver' | 'branch' | 'push' | 'token'>

/** The repository of this workflow, with the delivery that its inputs select. */
export async function repositoryOf(
  values: DeliveryValues,
  { directory, environment, author }: Runner,
): Promise<Repository> {
  const { branch, push, token, deliver } = values
  if (!usesApi(values, environment)) {
    const remote = push === undefined ? {} : { remote: { name: push } }
    return gitRepository(directory, author, branch === undefined ? undefined : { name: branch, ...remote })
  }
  if (token === '')
    throw new OperatorError(
      `deliver: ${deliver} needs a token`,
      'omit the input token, and GitHub provides one; on other hosts use deliver: git',
    )
  const repository = githubOf(environment)
  // Only this way of delivering needs the client.
  const { githubRepository } = await import('../repository/github/repository.ts')
  mask([token, basic(token)], environment)
  return githubRepository(directory, {
    client: await clientFor(repository, token),
    token,
    environment,
    asPullRequest: deliver === 'pull-request',
    ...(branch === undefined ? {} : { branch }),
  })
}

/** Other hosts of actions set the same variables, but have no such API. */
function usesApi({ deliver, push, token }: DeliveryValues, environment: NodeJS.ProcessEnv): boolean {
  if (deliver !== 'auto') return deliver !== 'git'
  const other = environment.GITEA_ACTIONS !== undefined || environment.FORGEJO_ACTIONS !== undefined
  return token !== '' && push !== undefined && !other && (environment.GITHUB_GRAPHQL_URL ?? '') !== ''
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
    owner,
    name,
  }
  if (missing.size === 0) return repository
  throw new OperatorError(
    `this is not a GitHub workflow: ${[...missing].join(', ')} is not set`,
    'on other hosts and on your own machine use deliver: git',
  )
}
