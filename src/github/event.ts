import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { OperatorError } from '../errors.ts'

/** Whoever may label pull requests says with it that all risks of one are meant. */
const acknowledgingLabel = 'chancery/acknowledged'

const repository = z.object({ full_name: z.string(), owner: z.object({ login: z.string() }) })

/** What is used of https://docs.github.com/webhooks/webhook-events-and-payloads */
const eventSchema = z.object({
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

export const isAcknowledged = ({ pull_request: pullRequest }: WorkflowEvent): boolean =>
  pullRequest?.labels.some(({ name }) => name === acknowledgingLabel) ?? false
