import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isAcknowledged, readEvent } from '../../src/github/event.ts'
import { temporaryFolder } from '../repository/git-folder.ts'

async function read(text: string) {
  const path = join(await temporaryFolder(), 'event.json')
  await writeFile(path, text)
  return readEvent({ GITHUB_EVENT_PATH: path })
}

const pullRequest = (...labels: readonly string[]): string =>
  JSON.stringify({
    action: 'labeled',
    pull_request: {
      number: 7,
      title: 'x',
      head: { sha: 'abc', ref: 'x' },
      labels: labels.map((name) => ({ id: 1, name })),
    },
  })

describe('the event of a workflow', () => {
  it.each<[string, string, boolean]>([
    ['a pull request with the label', pullRequest('bug', 'chancery/acknowledged'), true],
    ['a pull request with others', pullRequest('bug', 'chancery/acknowledged-not'), false],
    ['a pull request without labels', pullRequest(), false],
    ['a push', '{"ref":"refs/heads/main"}', false],
  ])('says whether risks are acknowledged: %s', async (_name, text, expected) => {
    expect(isAcknowledged(await read(text))).toBe(expected)
  })

  it('is nothing where there is none', async () => {
    expect(await readEvent({})).toEqual({})
    expect(await readEvent({ GITHUB_EVENT_PATH: '' })).toEqual({})
  })

  it.each([
    ['no JSON', '{', /cannot be read/],
    [
      'labels that are none',
      '{"pull_request":{"number":7,"head":{"sha":"a"},"labels":{"name":"chancery/acknowledged"}}}',
      /not as GitHub/,
    ],
    ['a text', '"chancery/acknowledged"', /not as GitHub/],
  ])('is refused: %s', async (_name, text, message) => {
    await expect(read(text)).rejects.toThrow(message)
  })
})
