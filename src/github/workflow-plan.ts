import { notice } from '@actions/core'
import type { CommandValues } from '../commands/command.ts'
import type { commentOptions } from '../commands/comment.ts'
import { plan, type planOptions } from '../commands/plan.ts'
import type { PlanPorts } from '../commands/ports.ts'
import { exitStatus, OperatorError } from '../errors.ts'
import type { Plan } from '../plan/plan.ts'
import type { Result } from '../report/result.ts'
import type { GitHubClient } from '../repository/github/client.ts'
import { clientFor } from './client.ts'
import { githubOf } from './delivery.ts'
import { acknowledgingLabelOf, readEvent } from './event.ts'
import { mask } from './mask.ts'
import { commentFromRun, commentOnPlan, type FromRun } from './plan-comment.ts'
import { definitionIn } from './plan-files.ts'

type PlanValues = CommandValues<typeof planOptions>
type CommentValues = CommandValues<typeof commentOptions>

/** The plan in a workflow: compared with the target branch of the pull request, and with the label that acknowledges its risks. */
export async function planInWorkflow(
  values: PlanValues,
  ports: PlanPorts,
  environment: NodeJS.ProcessEnv,
): Promise<Result> {
  const base = environment.GITHUB_BASE_REF ?? ''
  const { network, 'fail-on-risk': failOnRisk, acknowledged } = values
  const label = acknowledgingLabelOf(
    await readEvent(environment),
    environment.GITHUB_EVENT_NAME,
    await ports.repository.checkedOutCommits(),
  )
  const options = { network, failOnRisk, acknowledged, base: values.base ?? (base === '' ? undefined : base) }
  return plan({ ...options, ...(label === undefined ? {} : { label }) }, ports)
}

/** `comment: true` with `command: plan`: needs a token that may write, which forks do not get. */
export async function commentOnPullRequest(
  made: Plan,
  values: PlanValues,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const { pull_request: pullRequest } = await readEvent(environment)
  if (pullRequest === undefined) return tell({ outcome: 'none', message: 'this run is not for a pull request' })
  const client = await clientOf(values, environment)
  const { number, head } = pullRequest
  const comment = {
    plan: made,
    network: definitionIn(values),
    pullRequest: number,
    commit: head.sha,
    fromFork: false,
  }
  tell(await commentOnPlan(client, comment))
}

/** `command: comment`, in a workflow for the event workflow_run. */
export async function commentInWorkflow(values: CommentValues, environment: NodeJS.ProcessEnv): Promise<Result> {
  const { plan: file } = values
  if (file === undefined)
    throw new OperatorError('command: comment needs a plan', 'name the file from the artifact of the other run (plan:)')
  const event = await readEvent(environment)
  const client = await clientOf(values, environment)
  tell(await commentFromRun(client, { file, network: definitionIn(values) }, event))
  return { status: exitStatus.done, findings: [], clusters: [] }
}

async function clientOf({ token }: Pick<PlanValues, 'token'>, environment: NodeJS.ProcessEnv): Promise<GitHubClient> {
  if (token === '') throw new OperatorError('a comment needs a token', 'omit the input token, and GitHub provides one')
  mask([token], environment)
  return clientFor(githubOf(environment), token)
}

function tell(commented: FromRun): void {
  if ('url' in commented) notice(`comment ${commented.outcome}: ${commented.url}`)
  else if (commented.outcome === 'none') notice(`no comment: ${commented.message}`)
  else
    notice(
      `no comment: GitHub answered "${commented.message}"; the job needs pull-requests: write, and forks need a separate workflow (comment.yml of the template)`,
    )
}
