import type { Bare } from './bare.ts'
import { fullName } from './graphql.ts'
import { type Call, example } from './openapi.ts'

export interface Answer {
  readonly status: number
  readonly body?: unknown
}

/** A pull request, with what is looked at here; all else is as in the published example. */
export interface FakePull {
  readonly number: number
  readonly head: string
  readonly base: string
  title: string
  body: string
  state: 'open' | 'closed'
}

type Handler = (call: Call, bare: Bare, pulls: FakePull[]) => Promise<Answer>

const notFound: Answer = { status: 404, body: { message: 'Not Found', status: '404' } }

const unprocessable = (message: string): Answer => ({
  status: 422,
  body: { message, documentation_url: 'https://docs.github.com/rest' },
})

/** Every operation that the fake has, by method and published path. */
export const handlers: Readonly<Record<string, Handler>> = {
  'GET /repos/{owner}/{repo}/git/ref/{ref}': async ({ parameters: { ref = '' } }, bare) => {
    const sha = await bare.commitOf(ref.replace(/^heads\//, ''))
    return sha === undefined ? notFound : { status: 200, body: reference(`refs/${ref}`, sha) }
  },

  'POST /repos/{owner}/{repo}/git/refs': async ({ body }, bare) => {
    const { ref, sha } = body as { ref: string; sha: string } // checked against the schema
    const made = await bare.move(ref, undefined, sha)
    return made ? { status: 201, body: reference(ref, sha) } : unprocessable('Reference already exists')
  },

  'DELETE /repos/{owner}/{repo}/git/refs/{ref}': async ({ parameters: { ref = '' } }, bare) => {
    const branch = ref.replace(/^heads\//, '')
    const sha = await bare.commitOf(branch)
    if (sha === undefined) return unprocessable('Reference does not exist')
    await bare.move(`refs/${ref}`, sha, undefined)
    return { status: 204 }
  },

  'GET /repos/{owner}/{repo}/pulls': async ({ query }, _bare, pulls) => {
    const found = pulls.filter(
      ({ state, head, base }) =>
        state === query.state && query.head === `${fullName.split('/')[0]}:${head}` && query.base === base,
    )
    const [simple] = example<object[]>('pull-request-simple-items')
    return { status: 200, body: found.map((pull) => shown(simple ?? {}, pull)) }
  },

  'POST /repos/{owner}/{repo}/pulls': async ({ body }, bare, pulls) => {
    const { head, base, title, body: text } = body as Record<'head' | 'base' | 'title' | 'body', string> // as above
    const [tip, start] = [await bare.commitOf(head), await bare.commitOf(base)]
    if (tip === undefined || start === undefined) return unprocessable('Validation Failed')
    if (tip === start) return unprocessable(`No commits between ${base} and ${head}`)
    if (pulls.some((pull) => pull.state === 'open' && pull.head === head && pull.base === base))
      return unprocessable(`A pull request already exists for ${head}.`)
    const pull: FakePull = { number: pulls.length + 1, head, base, title, body: text, state: 'open' }
    pulls.push(pull)
    return { status: 201, body: shown(example('pull-request'), pull) }
  },

  'PATCH /repos/{owner}/{repo}/pulls/{pull_number}': async ({ parameters, body }, _bare, pulls) => {
    const pull = pulls.find(({ number }) => String(number) === parameters.pull_number)
    if (pull === undefined) return notFound
    Object.assign(pull, body)
    return { status: 200, body: shown(example('pull-request'), pull) }
  },

  'POST /repos/{owner}/{repo}/merges': async ({ body }, bare) => {
    const { base, head } = body as { base: string; head: string } // as above
    const [into, from] = [await bare.commitOf(base), (await bare.commitOf(head)) ?? head]
    if (into === undefined) return notFound
    if ((await bare.compare(from, into)).behind === 0) return { status: 204 }
    const merged = await bare.merge(into, from, `Merge ${head} into ${base}`)
    if (merged === undefined) return { status: 409, body: { message: 'Merge conflict' } }
    await bare.move(`refs/heads/${base}`, into, merged)
    return { status: 201, body: { ...example<object>('commit'), sha: merged, files: [] } }
  },

  'GET /repos/{owner}/{repo}/compare/{basehead}': async ({ parameters: { basehead = '' } }, bare) => {
    const [base = '', head = ''] = basehead.split('...')
    const { behind, commits } = await bare.compare(base, head)
    const [sample] = example<{ commits: { commit: { tree: object } }[] }>('commit-comparison').commits
    if (sample === undefined) throw new Error('the published example has no commit')
    return {
      status: 200,
      body: {
        ...example<object>('commit-comparison'),
        status: 'diverged',
        ahead_by: commits.length,
        behind_by: behind,
        total_commits: commits.length,
        commits: commits.map(({ sha, tree, message }) => ({
          ...sample,
          sha,
          commit: { ...sample.commit, message, tree: { ...sample.commit.tree, sha: tree } },
        })),
      },
    }
  },
}

const reference = (ref: string, sha: string): object => {
  const sample = example<{ object: object }>('git-ref')
  return { ...sample, ref, object: { ...sample.object, sha } }
}

function shown(sample: object, { number, head, base, title, body, state }: FakePull): object {
  const { head: from, base: into } = sample as Record<'head' | 'base', object> // the example of a pull request has both
  return {
    ...sample,
    number,
    title,
    body,
    state,
    html_url: `https://github.com/${fullName}/pull/${number}`,
    head: { ...from, ref: head },
    base: { ...into, ref: base },
    requested_teams: [], // the one in the published example is not as the schema has it
  }
}
