import { setTimeout } from 'node:timers/promises'
import type { Octokit } from '@octokit/core'

/** One repository at GitHub, from the environment of a workflow. */
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

/** Requests about one repository, by a client with the token. */
export function githubClient(
  repository: GitHubRepository,
  { request, graphql }: Pick<Octokit, 'request' | 'graphql'>,
  wait: (milliseconds: number) => Promise<unknown> = setTimeout,
): GitHubClient {
  return {
    repository,
    wait,
    request,
    graphql: (query, variables) => graphql({ ...variables, url: repository.graphqlUrl, query }),
  }
}
