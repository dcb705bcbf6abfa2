import { GraphqlResponseError } from '@octokit/graphql'
import { RequestError } from '@octokit/request-error'
import { OperatorError } from '../../errors.ts'

/** One objection of GitHub to a request. */
export interface GitHubRefusal {
  /** Of HTTP; undefined when GraphQL answered, which is always 200. */
  readonly status?: number
  /** Of GraphQL, such as STALE_DATA. */
  readonly type?: string
  readonly message: string
}

/** GitHub's objection; undefined for an error from elsewhere. */
export function refusalIn(error: unknown): GitHubRefusal | undefined {
  if (error instanceof GraphqlResponseError) {
    const [first] = error.errors ?? []
    const messages = (error.errors ?? []).map(({ message }) => message.trim())
    return { ...(first?.type === undefined ? {} : { type: first.type }), message: messages.join('; ') }
  }
  if (error instanceof RequestError) return { status: error.status, message: error.message }
  return undefined
}

interface Explanation {
  readonly when: (refusal: GitHubRefusal) => boolean
  readonly hint: string
}

const says =
  (pattern: RegExp) =>
  ({ message }: GitHubRefusal): boolean =>
    pattern.test(message)

/** Explanations; the first match is used. Messages are GitHub's own: nothing else distinguishes these errors. */
const explanations: readonly Explanation[] = [
  {
    when: says(/not permitted to create (or approve )?pull requests/i),
    hint: 'allow it under Settings, Actions, General: "Allow GitHub Actions to create and approve pull requests"; or use the token of a GitHub App (token:)',
  },
  {
    when: says(
      /rule violations|protected branch|protected ref|must be made through a pull request|required status check/i,
    ),
    hint: 'a rule protects this branch: use deliver: pull-request, or the token of a GitHub App that may bypass the rule (token:)',
  },
  {
    when: says(/without `?workflows?`? permission/i),
    hint: 'this token may not change .github/workflows: use the token of a GitHub App with that right (token:)',
  },
  {
    when: ({ status, message }) => status === 401 || /bad credentials/i.test(message),
    hint: 'the token is invalid or has expired: check the input token',
  },
  {
    when: says(/rate limit/i),
    hint: 'this token has reached its rate limit: run the command again in an hour',
  },
  {
    when: ({ status, type, message }) => status === 403 || type === 'FORBIDDEN' || /not accessible by/i.test(message),
    hint: 'add the permissions to the job (contents: write, and pull-requests: write for deliver: pull-request)',
  },
  {
    when: ({ status, type }) => status === 404 || type === 'NOT_FOUND',
    hint: 'it does not exist, or this token cannot read it: check the branch and the permissions of the job',
  },
  {
    when: ({ status = 0 }) => status >= 500,
    hint: 'GitHub is unreachable or has an outage: check https://www.githubstatus.com and run the command again',
  },
]

/** An error that a person can fix, with the attempted step, GitHub's answer and a hint; anything else is a bug. */
export function explained(error: unknown, doing: string): unknown {
  const refusal = refusalIn(error)
  if (refusal === undefined) return error
  const answer = answerIn(refusal.message)
  const status = refusal.status === undefined ? '' : ` (${refusal.status})`
  const hint = explanations.find(({ when }) => when(refusal))?.hint ?? 'see the answer of GitHub'
  return new OperatorError(`${doing} failed: GitHub answered "${answer}"${status}`, hint)
}

/** On one line, without the address of the documentation. A proxy may answer with a whole page. */
const answerIn = (message: string): string =>
  /^\s*</.test(message)
    ? 'a page'
    : message
        .replace(/ - https:\/\/docs\.github\.com\S*$/, '')
        .replaceAll(/\s+/g, ' ')
        .slice(0, 500)

/** Runs a step, and explains why it failed. */
export async function explaining<Value>(doing: string, step: () => Promise<Value>): Promise<Value> {
  try {
    return await step()
  } catch (error) {
    throw explained(error, doing)
  }
}
