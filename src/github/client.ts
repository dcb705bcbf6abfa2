import { type GitHubClient, type GitHubRepository, githubClient } from '../repository/github/client.ts'

/**
 * A client for the API of GitHub or a GitHub Enterprise Server, through the runner's proxy. Requests are repeated when
 * GitHub is busy or unreachable. The token is used in a header and nowhere else.
 */
export async function clientFor(repository: GitHubRepository, token: string): Promise<GitHubClient> {
  // Large, and needed by few commands.
  const [{ getOctokit }, { retryOptions, retryPlugins }] = await Promise.all([
    import('@actions/github'),
    import('../repository/github/retry.ts'),
  ])
  const options = { ...retryOptions, baseUrl: repository.apiUrl, userAgent: 'chancery' }
  return githubClient(repository, getOctokit(token, options, ...retryPlugins))
}
