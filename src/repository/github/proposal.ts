import { OperatorError } from '../../errors.ts'
import { treeOf } from '../git-object.ts'
import type { CommitRequest, Delivery, PullRequest } from '../repository.ts'
import { assembled } from './assemble.ts'
import { type Comparison, commitOf, compare, createBranch, moveBranch } from './branches.ts'
import { description } from './description.ts'
import { fetched, putOn, readAgain } from './direct.ts'
import { type PreparedPart, treeTrailer } from './prepare.ts'
import { closePullRequest, keepPullRequest, openPullRequest } from './pull-request.ts'
import { explained, refusalIn } from './refusal.ts'
import type { Surroundings } from './surroundings.ts'

/** The branch that proposes the rendered files of a network. */
export const proposalBranch = (base: string, network: string): string => `chancery/${base}/${network}`

/** Proposes a change of `base`: opens the pull request, updates it, or closes it when it has no changes left. */
export async function propose(
  surroundings: Surroundings,
  base: string,
  request: CommitRequest,
  parts: readonly PreparedPart[],
): Promise<Delivery> {
  const { git, client } = surroundings
  const { head } = request
  const branch = proposalBranch(base, request.proposal.network)
  if (head.branch === branch) return addTo(surroundings, base, request, parts)
  if ((await commitOf(client, base)) !== head.commit) return readAgain(surroundings, head)
  const previous = (await commitOf(client, branch)) === undefined ? undefined : await fetched(surroundings, branch)
  const compared = previous === undefined ? undefined : await compare(client, head.commit, previous)
  if (previous !== undefined && compared !== undefined && hasOthers(compared))
    return buildUpon(surroundings, head.commit, branch, compared)
  const last = parts.at(-1)
  if (last === undefined) return withdraw(surroundings, base, branch, previous)
  const keep = (): Promise<PullRequest> => keepPullRequest(client, wanted(base, branch, request))
  if (previous !== undefined && compared?.hasBase === true && (await treeOf(git, previous)) === last.tree)
    return { outcome: 'unchanged', pullRequest: await keep(), notes: [] }
  // On another branch first: GitHub closes a pull request whose branch is reset to its base.
  return assembled(surroundings, head.commit, parts, async (commit) => {
    const put =
      previous === undefined
        ? await createBranch(client, branch, commit)
        : await moveBranch(client, { branch, before: previous, after: commit, rebuilt: true })
    if (!put) return readAgain(surroundings, head)
    return { outcome: 'committed', commit, branch, pullRequest: await keep(), notes: [] }
  })
}

const wanted = (base: string, branch: string, { proposal, changes }: CommitRequest) => ({
  branch,
  base,
  title: `Render ${proposal.network}`,
  body: description(proposal, changes),
})

/** Continues from the commits of others on the branch, with the current base merged in. */
async function buildUpon(
  surroundings: Surroundings,
  base: string,
  branch: string,
  { hasBase }: Comparison,
): Promise<Delivery> {
  const { client } = surroundings
  const { owner, name: repo } = client.repository
  if (!hasBase) {
    try {
      await client.request('POST /repos/{owner}/{repo}/merges', { owner, repo, base: branch, head: base })
    } catch (error) {
      if (refusalIn(error)?.status !== 409) throw explained(error, `merging into ${branch}`)
      throw new OperatorError(
        `${branch} has commits of others, which are kept, and conflicts with its target branch`,
        `merge the target into ${branch} by hand, or delete ${branch} to have it created again`,
      )
    }
  }
  const commit = await fetched(surroundings, branch)
  const because = `${branch} has commits of others, which are kept`
  return { outcome: 'moved', head: { branch, commit, checkedOut: false }, because }
}

/** Commits on top of the commits of others on the branch. */
async function addTo(
  surroundings: Surroundings,
  base: string,
  request: CommitRequest,
  parts: readonly PreparedPart[],
): Promise<Delivery> {
  const { head } = request
  const put = parts.length === 0 ? undefined : await putOn(surroundings, head, parts)
  if (put === 'moved') return readAgain(surroundings, head)
  const pullRequest = await keepPullRequest(surroundings.client, wanted(base, head.branch, request))
  if (put === undefined) return { outcome: 'unchanged', pullRequest, notes: [] }
  return { outcome: 'committed', commit: put.commit, branch: head.branch, pullRequest, notes: [] }
}

/** No changes are left to propose. */
async function withdraw(
  { client }: Surroundings,
  base: string,
  branch: string,
  previous: string | undefined,
): Promise<Delivery> {
  const open = await openPullRequest(client, branch, base)
  if (open !== undefined) await closePullRequest(client, open.number)
  const gone = previous === undefined || (await moveBranch(client, { branch, before: previous }))
  const notes = [
    ...(open === undefined ? [] : [`closed pull request ${open.number}: it has no changes left`]),
    ...(gone ? [] : [`kept ${branch}: it has commits of others`]),
  ]
  return { outcome: 'unchanged', notes }
}

/** Whether a branch has commits that Chancery did not make, or that were changed. */
const hasOthers = ({ commits }: Comparison): boolean =>
  commits === undefined || commits.some(({ tree, message }) => !message.trimEnd().endsWith(`${treeTrailer}: ${tree}`))
