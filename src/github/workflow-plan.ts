import { notice, setSecret } from '@actions/core'
import { plan } from '../commands/plan.ts'
import type { PlanPorts } from '../commands/ports.ts'
import { exitStatus, OperatorError } from '../errors.ts'
import type { Plan } from '../plan/plan.ts'
import type { Result } from '../report/result.ts'
import type { GitHubClient } from '../repository/github/client.ts'
import { githubOf } from './delivery.ts'
import { isAcknowledged, readEvent } from './event.ts'
import type { Inputs } from './inputs.ts'
import { commentFromRun, commentOnPlan, type FromRun } from './plan-comment.ts'
import { definitionIn } from './plan-files.ts'

/** Plans as a workflow does it: compared with the branch that a pull request is for, and with what its labels say. */
export async function planInWorkflow(
  inputs: Inputs,
  ports: PlanPorts,
  environment: NodeJS.ProcessEnv,
): Promise<Result> {
  const base = inputs.base === '' ? (environment.GITHUB_BASE_REF ?? '') : inputs.base
  return plan(
    {
      network: inputs.network,
      failOnRisk: inputs['fail-on-risk'],
      acknowledged: isAcknowledged(await readEvent(environment)),
      ...(base === '' ? {} : { base }),
    },
    ports,
  )
}

/** `comment: true` with `command: plan`: works where the token may write, which for forks it may not. */
export async function commentOnPullRequest(made: Plan, inputs: Inputs, environment: NodeJS.ProcessEnv): Promise<void> {
  const { pull_request: pullRequest } = await readEvent(environment)
  if (pullRequest === undefined) return tell({ outcome: 'none', message: 'this is no pull request' })
  const client = await clientOf(inputs, environment)
  const { number, head } = pullRequest
  tell(
    await commentOnPlan(client, {
      ...{ plan: made, network: definitionIn(inputs), pullRequest: number, commit: head.sha },
      fromFork: false,
    }),
  )
}

/** `command: comment`, in a workflow for the event workflow_run. */
export async function commentInWorkflow(inputs: Inputs, environment: NodeJS.ProcessEnv): Promise<Result> {
  if (inputs.plan === '')
    throw new OperatorError('command: comment needs a plan', 'name the file from the artifact of the other run (plan:)')
  const event = await readEvent(environment)
  const client = await clientOf(inputs, environment)
  tell(await commentFromRun(client, { file: inputs.plan, network: definitionIn(inputs) }, event))
  return { status: exitStatus.done, findings: [], clusters: [] }
}

async function clientOf({ token }: Inputs, environment: NodeJS.ProcessEnv): Promise<GitHubClient> {
  if (token === '')
    throw new OperatorError('a comment needs a token', 'leave the input token away, and GitHub gives one')
  setSecret(token)
  const repository = githubOf(environment)
  const { githubClient } = await import('../repository/github/client.ts')
  return githubClient(repository, token)
}

function tell(commented: FromRun): void {
  if ('url' in commented) notice(`comment ${commented.outcome}: ${commented.url}`)
  else if (commented.outcome === 'none') notice(`no comment: ${commented.message}`)
  else
    notice(
      `no comment: GitHub answered "${commented.message}"; the job needs pull-requests: write, and for forks a workflow of its own (comment.yml of the template)`,
    )
}
