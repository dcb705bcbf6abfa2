import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { OperatorError } from '../errors.ts'
import type { AcknowledgingLabel } from '../plan/plan.ts'

/** With this label a person with the right to label acknowledges all risks of one commit. */
const acknowledgingLabel = 'chancery/acknowledged'

const repository = z.object({ full_name: z.string(), owner: z.object({ login: z.string() }) })

/** The used fields of https://docs.github.com/webhooks/webhook-events-and-payloads */
const eventSchema = z.object({
  action: z.string().optional(),
  /** The label that was added or removed, for events about labels. */
  label: z.object({ name: z.string() }).optional(),
  /** The author of the action. */
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

/** The event that started a workflow. */
export type WorkflowEvent = z.infer<typeof eventSchema>
export type WorkflowRun = NonNullable<WorkflowEvent['workflow_run']>

/** Reads the payload of the event from the runner's file, if there is one. Throws OperatorError for an unknown format. */
export async function readEvent({ GITHUB_EVENT_PATH: path }: NodeJS.ProcessEnv): Promise<WorkflowEvent> {
  if (path === undefined || path === '') return {}
  let value: unknown
  try {
    value = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    throw new OperatorError(
      'the event of this workflow cannot be read',
      `check the file that GITHUB_EVENT_PATH names (${path})`,
      {
        cause: error,
      },
    )
  }
  const { success, data } = eventSchema.safeParse(value)
  if (success) return data
  throw new OperatorError(
    'the event of this workflow has an unknown format',
    `check the file that GITHUB_EVENT_PATH names (${path})`,
  )
}

/**
 * Whether the label is valid for the current commit: the merge that GitHub made of a pull request, or its head. It is valid in the run that
 * adding it started, and when that run is repeated. Another push, another label and a reopened pull request are other events, whose result
 * nobody has reviewed. Undefined if the pull request does not have the label.
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
