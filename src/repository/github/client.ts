import { setTimeout } from 'node:timers/promises'
import { Octokit } from '@octokit/core'
import { waitBefore } from './retry.ts'

/** One repository at GitHub, as the environment of a workflow names it. */
export interface GitHubRepository {
  /** Such as https://api.github.com, or https://host/api/v3. */
  readonly apiUrl: string
  /** Such as https://api.github.com/graphql. */
  readonly graphqlUrl: string
  /** Such as https://github.com: git reaches the repository below it. */
  readonly serverUrl: string
  readonly owner: string
  readonly name: string
}

export interface GitHubClient {
  readonly repository: GitHubRepository
  readonly request: Octokit['request']
  readonly wait: (milliseconds: number) => Promise<unknown>
  /** Runs a query or a mutation; throws GraphqlResponseError when GitHub answers with errors. */
  graphql<Data>(query: string, variables: Readonly<Record<string, unknown>>): Promise<Data>
}

/** Requests to GitHub, made again when GitHub is busy or cannot be reached. The token goes into a header and nowhere else. */
export function githubClient(
  repository: GitHubRepository,
  token: string,
  wait: (milliseconds: number) => Promise<unknown> = setTimeout,
): GitHubClient {
  const octokit = new Octokit({ auth: token, baseUrl: repository.apiUrl, userAgent: 'chancery' })
  octokit.hook.wrap('request', async (request, options) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await request(options)
      } catch (error) {
        const milliseconds = waitBefore(error, attempt)
        if (milliseconds === undefined) throw error
        await wait(milliseconds)
      }
    }
  })
  return {
    repository,
    wait,
    request: octokit.request,
    graphql: (query, variables) => octokit.graphql({ ...variables, url: repository.graphqlUrl, query }),
  }
}
