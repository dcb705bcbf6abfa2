import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { OperatorError } from '../errors.ts'
import type { AcknowledgingLabel } from '../plan/plan.ts'

/** Anyone who may label pull requests says with it that all risks of one commit are meant. */
const acknowledgingLabel = 'chancery/acknowledged'

const repository = z.object({ full_name: z.string(), owner: z.object({ login: z.string() }) })

/** What is used of https://docs.github.com/webhooks/webhook-events-and-payloads */
const eventSchema = z.object({
  action: z.string().optional(),
  /** The label that was given or taken, where that is the action. */
  label: z.object({ name: z.string() }).optional(),
  /** Whose action it is. */
  sender: z.object({ login: z.string() }).optional(),
  pull_request: z
    .object({
      number: z.int(),
      head: z.object({ sha: z.string() }),
      labels: z.array(z.object({ name: z.string() })),
    })
    .optional(),
  workflow_run: z
    .object({
      event: z.string(),
      head_sha: z.string(),
      /** Null when it ran for a commit without a branch. */
      head_branch: z.string().nullable(),
      /** Null when the fork is gone. */
      head_repository: repository.nullable(),
    })
    .optional(),
})

/** What started a workflow. */
export type WorkflowEvent = z.infer<typeof eventSchema>
export type WorkflowRun = NonNullable<WorkflowEvent['workflow_run']>

/** Reads the payload that the runner keeps in a file; nothing where there is none. Throws OperatorError when it is not as GitHub describes it. */
export async function readEvent({ GITHUB_EVENT_PATH: path }: NodeJS.ProcessEnv): Promise<WorkflowEvent> {
  if (path === undefined || path === '') return {}
  let value: unknown
  try {
    value = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    throw new OperatorError('the event of this workflow cannot be read', `look at GITHUB_EVENT_PATH (${path})`, {
      cause: error,
    })
  }
  const { success, data } = eventSchema.safeParse(value)
  if (success) return data
  throw new OperatorError(
    'the event of this workflow is not as GitHub describes it',
    `look at GITHUB_EVENT_PATH (${path})`,
  )
}

/**
 * What the label says of the commits that are checked out: of the merge that GitHub made of a pull request, or its head. It counts in the
 * run that giving it started, and when that run is repeated. Another push, another label and a reopened pull request are other events:
 * nobody has seen what they would merge. Undefined where the pull request does not have the label.
 */
export function acknowledgingLabelOf(
  { action, label, sender, pull_request: pullRequest }: WorkflowEvent,
  eventName: string | undefined,
  checkedOut: readonly string[],
): AcknowledgingLabel | undefined {
  if (pullRequest?.labels.some(({ name }) => name === acknowledgingLabel) !== true) return undefined
  const isGivenNow = eventName === 'pull_request' && action === 'labeled' && label?.name === acknowledgingLabel
  if (!isGivenNow || !checkedOut.includes(pullRequest.head.sha)) return { counts: false }
  return { counts: true, ...(sender === undefined ? {} : { by: sender.login }) }
}
