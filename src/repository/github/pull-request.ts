import type { PullRequest } from '../repository.ts'
import type { GitHubClient } from './client.ts'
import { explained, explaining, refusalIn } from './refusal.ts'

export interface OpenPullRequest extends PullRequest {
  readonly body: string
}

/** The open pull request from one branch of this repository into another; forks have branches of the same name. */
export async function openPullRequest(
  { request, repository }: GitHubClient,
  branch: string,
  base: string,
): Promise<OpenPullRequest | undefined> {
  const { owner, name: repo } = repository
  const head = `${owner}:${branch}`
  const { data } = await explaining('looking for the pull request', () =>
    request('GET /repos/{owner}/{repo}/pulls', { owner, repo, head, base, state: 'open' }),
  )
  const found = data.find((pull) => pull.head.ref === branch && pull.base.ref === base)
  return found === undefined ? undefined : { number: found.number, url: found.html_url, body: found.body ?? '' }
}

export interface WantedPullRequest {
  readonly branch: string
  readonly base: string
  readonly title: string
  /** Chancery's part of the body; the rest belongs to people. */
  readonly body: string
}

/** Opens the pull request, or updates Chancery's part of its body. People may change the title afterwards. */
export async function keepPullRequest(client: GitHubClient, wanted: WantedPullRequest): Promise<PullRequest> {
  const { branch, base } = wanted
  const open = await openPullRequest(client, branch, base)
  if (open === undefined) return create(client, wanted)
  const body = withSection(open.body, wanted.body)
  if (body !== open.body) await change(client, open.number, { body })
  return { number: open.number, url: open.url }
}

/** How often to wait for a new branch. */
const attempts = 5

async function create(client: GitHubClient, { branch, base, title, body }: WantedPullRequest): Promise<PullRequest> {
  const { request, repository } = client
  const { owner, name: repo } = repository
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { data } = await request('POST /repos/{owner}/{repo}/pulls', {
        owner,
        repo,
        head: branch,
        base,
        title,
        body: withSection('', body),
      })
      return { number: data.number, url: data.html_url }
    } catch (error) {
      const refusal = refusalIn(error)
      // An answer was lost, and the request made again.
      const open = refusal?.status === 422 ? await openPullRequest(client, branch, base) : undefined
      if (open !== undefined) return { number: open.number, url: open.url }
      // The branch is not visible everywhere at GitHub yet: https://github.com/peter-evans/create-pull-request/issues/4321
      const early = refusal?.status === 422 && /could not resolve to a node/i.test(refusal.message)
      if (!early || attempt === attempts) throw explained(error, `opening a pull request from ${branch}`)
      await client.wait(1000 * attempt)
    }
  }
}

export const closePullRequest = (client: GitHubClient, number: number): Promise<void> =>
  change(client, number, { state: 'closed' })

async function change(
  { request, repository }: GitHubClient,
  number: number,
  changes: { readonly body: string } | { readonly state: 'closed' },
): Promise<void> {
  const { owner, name: repo } = repository
  await explaining(`changing pull request ${number}`, () =>
    request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', { owner, repo, pull_number: number, ...changes }),
  )
}

const [begin, end] = ['<!-- chancery: begin -->', '<!-- chancery: end -->']

/** A body with Chancery's part between its marks; without marks, after the text of people. */
export function withSection(body: string, section: string): string {
  const marked = `${begin}\n${section.trim()}\n${end}`
  const [from, to] = [body.indexOf(begin), body.indexOf(end)]
  if (from < 0 || to < from) return body.trim() === '' ? marked : `${body.trimEnd()}\n\n${marked}`
  return body.slice(0, from) + marked + body.slice(to + end.length)
}
