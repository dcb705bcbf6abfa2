import { Octokit } from '@octokit/core'
import { type GitHubClient, type GitHubRepository, githubClient } from '../../src/repository/github/client.ts'
import { retryOptions, retryPlugins } from '../../src/repository/github/retry.ts'

/** A client like that of the action, for which a second has only so many milliseconds. */
export function impatientClient(repository: GitHubRepository, token: string, second = 0): GitHubClient {
  const octokit = new (Octokit.plugin(...retryPlugins))({
    auth: token,
    baseUrl: repository.apiUrl,
    retry: { ...retryOptions.retry, retryAfterBaseValue: second },
  })
  return githubClient(repository, octokit, async () => {})
}
