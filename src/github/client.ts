import { type GitHubClient, type GitHubRepository, githubClient } from '../repository/github/client.ts'

/**
 * A client for the API of GitHub, or of a GitHub Enterprise Server, through the proxy that the runner names. Requests are made again when
 * GitHub is busy or cannot be reached. The token goes into a header and nowhere else.
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
