import type { GitHubClient } from '../repository/github/client.ts'
import { explained, refusalIn } from '../repository/github/refusal.ts'

export interface Comment {
  readonly pullRequest: number
  /** A hidden first line that identifies the comment. */
  readonly marker: string
  readonly body: string
}

/** The result of commenting. */
export type Commented =
  | { readonly outcome: 'created' | 'changed' | 'unchanged'; readonly url: string }
  /** The token lacks the right, or there is nothing to comment on. */
  | { readonly outcome: 'refused'; readonly message: string }

/** `<!-- chancery:plan:network.yaml -->`: one for each definition. No path can close the comment early. */
export const markerOf = (file: string): string =>
  `<!-- chancery:plan:${encodeURI(file.toWellFormed()).replaceAll(/-(?=-)|-$/g, '%2D')} -->`

/**
 * Creates the comment with this marker, or updates it if it exists and belongs to this token, which cannot change others.
 * Throws OperatorError for any failure other than a missing right.
 */
export async function putComment(client: GitHubClient, comment: Comment): Promise<Commented> {
  try {
    return await put(client, comment)
  } catch (error) {
    const refusal = refusalIn(error)
    const isRight = refusal?.status === 403 || refusal?.status === 404 || refusal?.type === 'FORBIDDEN'
    if (!isRight) throw explained(error, 'commenting on the pull request')
    return { outcome: 'refused', message: refusal.message }
  }
}

async function put(client: GitHubClient, { pullRequest, marker, body }: Comment): Promise<Commented> {
  const { request, repository } = client
  const place = { owner: repository.owner, repo: repository.name }
  const text = `${marker}\n${body}`
  const existing = await ownComment(client, pullRequest, marker)
  if (existing === undefined) {
    const { data } = await request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      ...place,
      issue_number: pullRequest,
      body: text,
    })
    return { outcome: 'created', url: data.html_url }
  }
  if (normal(existing.body) === normal(text)) return { outcome: 'unchanged', url: existing.url }
  const { data } = await request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
    ...place,
    comment_id: existing.id,
    body: text,
  })
  return { outcome: 'changed', url: data.html_url }
}

/** GitHub stores texts with its own line ends. */
const normal = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd()

interface Existing {
  /** GitHub's numbers can be larger than those of JavaScript. */
  readonly id: number | bigint
  readonly body: string
  readonly url: string
}

const pageSize = 100

async function ownComment(client: GitHubClient, pullRequest: number, marker: string): Promise<Existing | undefined> {
  const { request, repository } = client
  let viewer: string | undefined
  for (let page = 1; ; page += 1) {
    const { data } = await request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      owner: repository.owner,
      repo: repository.name,
      issue_number: pullRequest,
      per_page: pageSize,
      page,
    })
    for (const { id, body = '', html_url: url, user } of data) {
      if (!body.startsWith(marker)) continue
      viewer ??= await viewerOf(client)
      if (user?.login === viewer) return { id, body, url }
    }
    if (data.length < pageSize) return undefined
  }
}

/** REST returns it to people only, not to the token of a workflow. */
async function viewerOf({ graphql }: GitHubClient): Promise<string> {
  const { viewer } = await graphql<{ readonly viewer: { readonly login: string } }>('query { viewer { login } }', {})
  return viewer.login
}
