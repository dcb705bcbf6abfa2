import { toBytes } from '../../file-content.ts'
import type { Changes } from '../files.ts'
import { commitOf } from './branches.ts'
import type { GitHubClient } from './client.ts'
import { explained, refusalIn } from './refusal.ts'

export interface BranchCommit {
  readonly branch: string
  /** The expected current commit of the branch. */
  readonly expected: string
  readonly message: string
  /** Paths from the root of the repository. */
  readonly changes: Changes
}

/** The new commit; or the current commit of the branch, if nothing was changed. */
export type CommittedOnBranch = { readonly commit: string } | { readonly movedTo: string | undefined }

const mutation = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`

/**
 * One commit, signed by GitHub, with the account of the token as author. Files are ordinary ones: the API has no mode bits.
 * https://docs.github.com/graphql/reference/mutations#createcommitonbranch
 */
export async function commitOnBranch(
  client: GitHubClient,
  { branch, expected, message, changes }: BranchCommit,
): Promise<CommittedOnBranch> {
  const { owner, name } = client.repository
  const [headline = '', ...lines] = message.trim().split('\n')
  const input = {
    branch: { repositoryNameWithOwner: `${owner}/${name}`, branchName: branch },
    expectedHeadOid: expected,
    message: { headline, body: lines.join('\n').trim() },
    fileChanges: {
      additions: [...changes.written].map(([path, content]) => ({
        path,
        contents: Buffer.from(toBytes(content)).toString('base64'),
      })),
      deletions: changes.removed.map((path) => ({ path })),
    },
  }
  try {
    const data = await client.graphql<{ createCommitOnBranch: { commit: { oid: string } } }>(mutation, { input })
    return { commit: data.createCommitOnBranch.commit.oid }
  } catch (error) {
    const refusal = refusalIn(error)
    if (refusal === undefined) throw error
    // If the branch has another commit, that is the reason, whatever the answer says.
    const now = await commitOf(client, branch)
    if (refusal.type === 'STALE_DATA' || (now !== undefined && now !== expected)) return { movedTo: now }
    throw explained(error, `committing to ${branch}`)
  }
}
