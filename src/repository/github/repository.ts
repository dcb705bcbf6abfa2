import { isEmpty } from '../changes.ts'
import { broughtTo, gitRepository } from '../git.ts'
import { gitIn } from '../git-command.ts'
import { filesAt } from '../git-files.ts'
import { checkedOut } from '../git-head.ts'
import { treeOf } from '../git-object.ts'
import { fetchBranch } from '../git-remote.ts'
import type { CommitRequest, Delivery, Repository } from '../repository.ts'
import type { GitHubClient } from './client.ts'
import { remoteWith } from './credentials.ts'
import { commitDirectly } from './direct.ts'
import { type PartSize, partSize } from './parts.ts'
import { mustBeOrdinary, prepare } from './prepare.ts'
import { proposalBranch, propose } from './proposal.ts'
import type { Surroundings } from './surroundings.ts'

export interface GitHubDelivery {
  readonly client: GitHubClient
  /** Token for git's fetch. */
  readonly token: string
  /** Replaces the current branch. */
  readonly branch?: string
  /** Deliver as a pull request into that branch, instead of directly. */
  readonly asPullRequest: boolean
  /** Environment of git. */
  readonly environment: NodeJS.ProcessEnv
  readonly size?: PartSize
}

/** A clone of a repository at GitHub. git reads it; GitHub's API makes commits. */
export function githubRepository(directory: string, delivery: GitHubDelivery): Repository {
  const { client, token, environment, asPullRequest } = delivery
  const git = gitIn(directory)
  const remote = remoteWith(client.repository, token, environment)
  const surroundings: Surroundings = {
    git,
    remote,
    client,
    size: delivery.size ?? partSize,
  }
  const chosen = delivery.branch === undefined ? undefined : { name: delivery.branch, remote }
  const here = gitRepository(directory, undefined, chosen)
  const baseOf = async (): Promise<string> => delivery.branch ?? (await checkedOut(git)) ?? ''

  async function commit(request: CommitRequest): Promise<Delivery> {
    const { head, changes, message } = request
    await mustBeOrdinary(git, head.commit, changes)
    const { size } = surroundings
    const preparation = {
      parent: head.commit,
      changes,
      message,
      prefix: await here.prefix(),
      size,
      marked: asPullRequest,
    }
    const prepared = isEmpty(changes) ? [] : await prepare(git, preparation)
    const parts = prepared.at(-1)?.tree === (await treeOf(git, head.commit)) ? [] : prepared
    if (asPullRequest) return propose(surroundings, await baseOf(), request, parts)
    if (parts.length === 0) return { outcome: 'unchanged', notes: head.checkedOut ? [] : await broughtTo(git, head) }
    return commitDirectly(surroundings, head, parts)
  }

  return {
    ...here,
    commit,
    proposed: async (network) => {
      const proposal = asPullRequest
        ? await fetchBranch(git, remote, proposalBranch(await baseOf(), network))
        : undefined
      return proposal === undefined ? undefined : filesAt(directory, proposal)
    },
  }
}
