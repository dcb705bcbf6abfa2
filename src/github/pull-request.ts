import type { GitHubClient } from '../repository/github/client.ts'
import { explaining } from '../repository/github/refusal.ts'
import type { WorkflowRun } from './event.ts'

/**
 * The open pull request of another workflow's run, or why there is none. Nothing that the run left behind is used: GitHub's event has the
 * commit, and GitHub's list of pull requests its head. (The event itself names no pull
 * requests of forks: https://github.com/actions/runner/issues/3444)
 */
export async function pullRequestOf(
  { request, repository: { owner, name } }: GitHubClient,
  { event, head_sha: commit, head_branch: branch, head_repository: head }: WorkflowRun,
): Promise<{ readonly number: number } | { readonly none: string }> {
  if (event !== 'pull_request') return { none: `that run was for the event ${event}, not for a pull request` }
  if (branch === null || head === null) return { none: 'the branch or fork of that run no longer exists' }
  const { data } = await explaining('looking for the pull request', () =>
    request('GET /repos/{owner}/{repo}/pulls', {
      owner,
      repo: name,
      state: 'open',
      head: `${head.owner.login}:${branch}`,
      per_page: 100,
    }),
  )
  const [first, second] = data.filter(
    (pull) => pull.head.sha === commit && pull.head.repo?.full_name === head.full_name,
  )
  if (first === undefined)
    return { none: `no open pull request has the head ${commit}: it has newer commits, or is closed` }
  // Each has its own plan, and the run does not tell which of them this is.
  if (second !== undefined) return { none: `several pull requests have the head ${commit}` }
  return { number: first.number }
}
