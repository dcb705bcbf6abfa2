import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { OperatorError } from '../errors.ts'
import type { Plan } from '../plan/plan.ts'
import { code } from '../render/escape.ts'
import { readPlan } from '../report/plan/json.ts'
import { commentBudget, planMarkdown } from '../report/plan/markdown.ts'
import type { GitHubClient } from '../repository/github/client.ts'
import { type Commented, markerOf, putComment } from './comment.ts'
import type { WorkflowEvent } from './event.ts'
import { pullRequestOf } from './pull-request.ts'

export interface PlanComment {
  readonly plan: Plan
  /** The definition from the root of the repository. */
  readonly network: string
  readonly pullRequest: number
  /** Head of the pull request. */
  readonly commit: string
  /** Whether the author of the change could change the run that made the plan. */
  readonly fromFork: boolean
}

export function commentOnPlan(client: GitHubClient, comment: PlanComment): Promise<Commented> {
  const { plan, network, pullRequest, commit, fromFork } = comment
  const source = fromFork
    ? ' Checks of a fork made this plan, and the author of the change can change those checks too: review the change itself.'
    : ''
  const body = `${planMarkdown(plan, commentBudget)}\n---\n\nFor ${code(network)} at ${code(commit.slice(0, 12))}.${source}\n`
  return putComment(client, { pullRequest, marker: markerOf(network), body })
}

/** A run with errors leaves no plan. */
export type FromRun = Commented | { readonly outcome: 'none'; readonly message: string }

/**
 * Comments with the plan from the file of another workflow's run: `command: comment`. That run was for a pull request, so the
 * file can hold anything. It does not decide where to comment, and only Chancery's own Markdown of it is written.
 */
export async function commentFromRun(
  client: GitHubClient,
  { file, network }: { readonly file: string; readonly network: string },
  { workflow_run: run }: WorkflowEvent,
): Promise<FromRun> {
  if (run === undefined)
    throw new OperatorError(
      'command: comment needs the event workflow_run',
      'plan with comment: true writes a comment by itself; comment.yml of the template is for forks',
    )
  const text = await readBounded(file)
  if (text === undefined) return { outcome: 'none', message: `there is no ${file}: that run made no plan` }
  const read = readPlan(text)
  if ('problem' in read)
    throw new OperatorError(
      `${file} is not a plan: ${read.problem}`,
      'use the same version of Chancery in both workflows',
    )
  const found = await pullRequestOf(client, run)
  if ('none' in found) return { outcome: 'none', message: found.none }
  const { owner, name } = client.repository
  return commentOnPlan(client, {
    plan: read.plan,
    network,
    pullRequest: found.number,
    commit: run.head_sha,
    fromFork: run.head_repository?.full_name !== `${owner}/${name}`,
  })
}

const mostBytes = 16 * 1024 * 1024

/** The text of an untrusted file: not of a link, and of limited size. Undefined if there is none. */
async function readBounded(file: string): Promise<string | undefined> {
  const hint = 'use the file of the output plan-path'
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw new OperatorError(`${file} cannot be read (${error.code})`, hint)
    },
  )
  if (handle === undefined) return undefined
  try {
    const stats = await handle.stat()
    if (!stats.isFile()) throw new OperatorError(`${file} is not a regular file`, hint)
    if (stats.size > mostBytes)
      throw new OperatorError(`${file} has ${stats.size} bytes; at most ${mostBytes} are read`, hint)
    return await handle.readFile('utf8')
  } finally {
    await handle.close()
  }
}
