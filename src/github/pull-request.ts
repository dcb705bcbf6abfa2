import type { GitHubClient } from '../repository/github/client.ts'
import { explaining } from '../repository/github/refusal.ts'
import type { WorkflowRun } from './event.ts'

/**
 * The open pull request that a run of another workflow was for, or why there is none to write to. Nothing that the run left behind is
 * asked: GitHub's event says for which commit it was, and GitHub's list whose head that is. (The event itself names no pull
 * requests of forks: https://github.com/actions/runner/issues/3444)
 */
export async function pullRequestOf(
  { request, repository: { owner, name } }: GitHubClient,
  { event, head_sha: commit, head_branch: branch, head_repository: head }: WorkflowRun,
): Promise<{ readonly number: number } | { readonly none: string }> {
  if (event !== 'pull_request') return { none: `that run was for the event ${event}, not for a pull request` }
  if (branch === null || head === null) return { none: 'the branch or the fork that it ran for is gone' }
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
  if (first === undefined) return { none: `no open pull request has the head ${commit}: it has moved on, or is closed` }
  // Each would have a plan of its own, and the run does not say which of them this is.
  if (second !== undefined) return { none: `several pull requests have the head ${commit}` }
  return { number: first.number }
}
