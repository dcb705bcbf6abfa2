import type { GitHubClient } from './client.ts'
import { explained, explaining, refusalIn } from './refusal.ts'

/** The object name of a missing branch: https://docs.github.com/graphql/reference/mutations#updaterefs */
const nothing = '0'.repeat(40)

/** The current commit of a branch at GitHub; undefined when there is no such branch. */
export async function commitOf({ request, repository }: GitHubClient, branch: string): Promise<string | undefined> {
  try {
    const { owner, name } = repository
    const ref = `heads/${branch}`
    const { data } = await request('GET /repos/{owner}/{repo}/git/ref/{ref}', { owner, repo: name, ref })
    return data.object.sha
  } catch (error) {
    if (refusalIn(error)?.status === 404) return undefined
    throw explained(error, `reading the branch ${branch}`)
  }
}

/** Creates a branch; false when a branch of this name has another commit. */
export async function createBranch(client: GitHubClient, branch: string, sha: string): Promise<boolean> {
  const { request, repository } = client
  const { owner, name } = repository
  try {
    await request('POST /repos/{owner}/{repo}/git/refs', { owner, repo: name, ref: `refs/heads/${branch}`, sha })
    return true
  } catch (error) {
    const there = refusalIn(error)?.status === 422 ? await commitOf(client, branch) : undefined
    if (there === undefined) throw explained(error, `making the branch ${branch}`)
    return there === sha // an answer was lost, and the request made again
  }
}

/** Deletes a temporary branch that only Chancery writes to. */
export async function dropBranch({ request, repository }: GitHubClient, branch: string): Promise<void> {
  const { owner, name } = repository
  // The branch is no longer needed, and a remaining one is harmless.
  await request('DELETE /repos/{owner}/{repo}/git/refs/{ref}', { owner, repo: name, ref: `heads/${branch}` }).catch(
    () => {},
  )
}

export interface BranchMove {
  readonly branch: string
  /** Its expected current commit. */
  readonly before: string
  /** The new commit; undefined deletes the branch. */
  readonly after?: string
  /** Whether `after` need not descend from `before`. */
  readonly rebuilt?: boolean
}

const updateRefs = `mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }`

/**
 * Moves a branch if it still has the expected commit; otherwise returns false and changes nothing. REST cannot do this:
 * it has no expected commit, so that a push in between would be lost.
 */
export async function moveBranch(
  client: GitHubClient,
  { branch, before, after, rebuilt = false }: BranchMove,
): Promise<boolean> {
  const repositoryId = await explaining('reading the repository', () => idOf(client))
  const refUpdate = { name: `refs/heads/${branch}`, beforeOid: before, afterOid: after ?? nothing, force: rebuilt }
  try {
    await client.graphql(updateRefs, { input: { repositoryId, refUpdates: [refUpdate] } })
    return true
  } catch (error) {
    const now = await commitOf(client, branch)
    if (now === after) return true // an answer was lost, and the request made again
    if (now !== before) return false
    throw explained(error, `moving the branch ${branch}`)
  }
}

async function idOf({ graphql, repository }: GitHubClient): Promise<string> {
  const data = await graphql<{ repository: { id: string } }>(
    'query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { id } }',
    { owner: repository.owner, name: repository.name },
  )
  return data.repository.id
}

export interface Comparison {
  /** Whether the branch contains the base. */
  readonly hasBase: boolean
  /** Commits of the branch that the base does not have; undefined if there are more than Chancery ever makes. */
  readonly commits: readonly { readonly tree: string; readonly message: string }[] | undefined
}

/** Changes of a commit compared with the base, from GitHub: a clone of depth 1 does not have the merge base. */
export async function compare(
  { request, repository }: GitHubClient,
  base: string,
  commit: string,
): Promise<Comparison> {
  const { owner, name: repo } = repository
  const { data } = await explaining('comparing branches', () =>
    request('GET /repos/{owner}/{repo}/compare/{basehead}', { owner, repo, basehead: `${base}...${commit}` }),
  )
  const commits = data.commits.map(({ commit: { tree, message } }) => ({ tree: tree.sha, message }))
  return { hasBase: data.behind_by === 0, commits: commits.length === data.total_commits ? commits : undefined }
}
