import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { acknowledgingLabelOf, readEvent } from '../../src/github/event.ts'
import { temporaryFolder } from '../repository/git-folder.ts'

async function read(text: string) {
  const path = join(await temporaryFolder(), 'event.json')
  await writeFile(path, text)
  return readEvent({ GITHUB_EVENT_PATH: path })
}

const ours = 'chancery/acknowledged'
const head = 'c0ffee0123456789c0ffee0123456789c0ffee01'
/** A checkout of the merge that GitHub made: itself, the target branch, the head. */
const merge = ['aaaa', 'bbbb', head]

/** https://docs.github.com/webhooks/webhook-events-and-payloads#pull_request */
const pullRequest = (action: string, labels: readonly string[], label?: string): string =>
  JSON.stringify({
    action,
    ...(label === undefined ? {} : { label: { id: 1, name: label } }),
    sender: { login: 'alice', type: 'User' },
    pull_request: {
      number: 7,
      title: 'x',
      head: { sha: head, ref: 'x' },
      labels: labels.map((name) => ({ id: 1, name })),
    },
  })

const counts = { counts: true, by: 'alice' }
const other = { counts: false }

describe('the label that acknowledges all risks', () => {
  it.each<[string, string, object | undefined]>([
    ['is given: it counts for this commit', pullRequest('labeled', ['bug', ours], ours), counts],
    ['was given before another push', pullRequest('synchronize', ['bug', ours]), other],
    ['was given before another label', pullRequest('labeled', ['bug', ours], 'bug'), other],
    ['was given before another label was taken', pullRequest('unlabeled', [ours], 'bug'), other],
    ['was given before the pull request was closed', pullRequest('reopened', [ours]), other],
    ['was there when the pull request was opened', pullRequest('opened', [ours]), other],
    ['is taken', pullRequest('unlabeled', ['bug'], ours), undefined],
    ['is another one with a similar name', pullRequest('labeled', [`${ours}-not`], `${ours}-not`), undefined],
    ['is not there', pullRequest('synchronize', []), undefined],
    ['belongs to no push', '{"ref":"refs/heads/main"}', undefined],
  ])('%s', async (_name, text, expected) => {
    expect(acknowledgingLabelOf(await read(text), 'pull_request', merge)).toEqual(expected)
  })

  it.each<[string, string | undefined, readonly string[], object]>([
    ['the head itself is checked out', 'pull_request', [head, 'bbbb'], counts],
    ['another commit is checked out', 'pull_request', ['aaaa', 'bbbb'], other],
    ['nothing is known to be checked out', 'pull_request', [], other],
    ['the workflow runs for another event', 'pull_request_target', merge, other],
    ['no event is named', undefined, merge, other],
  ])('when it is given, and %s', async (_name, eventName, checkedOut, expected) => {
    const event = await read(pullRequest('labeled', [ours], ours))
    expect(acknowledgingLabelOf(event, eventName, checkedOut)).toEqual(expected)
  })
})

describe('the event of a workflow', () => {
  it('is nothing where there is none', async () => {
    expect(await readEvent({})).toEqual({})
    expect(await readEvent({ GITHUB_EVENT_PATH: '' })).toEqual({})
  })

  it.each([
    ['no JSON', '{', /cannot be read/],
    [
      'labels that are none',
      '{"pull_request":{"number":7,"head":{"sha":"a"},"labels":{"name":"chancery/acknowledged"}}}',
      /unknown format/,
    ],
    ['a text', '"chancery/acknowledged"', /unknown format/],
  ])('is refused: %s', async (_name, text, message) => {
    await expect(read(text)).rejects.toThrow(message)
  })
})
