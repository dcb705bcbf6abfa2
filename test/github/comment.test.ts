import fc from 'fast-check'
import { micromark } from 'micromark'
import { describe, expect, it } from 'vitest'
import { markerOf, putComment } from '../../src/github/comment.ts'
import { fakeComments, viewer } from './comments.ts'

const list = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments'
const create = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'
const change = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}'

const marker = markerOf('network.yaml')
const comment = { pullRequest: 7, marker, body: 'A plan\n' }
const others = (count: number) =>
  Array.from({ length: count }, (_item, at) => ({ id: at + 1, author: 'octocat', body: `about ${marker}` }))

describe('one comment for each definition', () => {
  it('is made, found again, changed when it differs, and left alone when it does not', async () => {
    const fake = await fakeComments()
    expect(await putComment(fake.client, comment)).toEqual({
      outcome: 'created',
      url: expect.stringMatching(/#issuecomment-1000$/),
    })
    expect(await putComment(fake.client, comment)).toMatchObject({ outcome: 'unchanged' })
    expect(await putComment(fake.client, { ...comment, body: 'Another plan\n' })).toMatchObject({ outcome: 'changed' })
    expect(fake.comments).toEqual([{ id: 1000, author: viewer, body: `${marker}\nAnother plan\n` }])
    expect(fake.received).toEqual([list, create, list, 'graphql', list, 'graphql', change])
    expect(fake.violations).toEqual([])
  })

  it('is found behind many others', async () => {
    const fake = await fakeComments()
    fake.comments.push(...others(250), { id: 900, author: viewer, body: `${marker}\nold` }, ...others(3))
    expect(await putComment(fake.client, comment)).toMatchObject({ outcome: 'changed' })
    expect(fake.received).toEqual([list, list, list, 'graphql', change])
    expect(fake.comments[250]?.body).toBe(`${marker}\nA plan\n`)
  })

  it('asks for no further page after one that is not full', async () => {
    const fake = await fakeComments()
    fake.comments.push(...others(200))
    expect(await putComment(fake.client, comment)).toMatchObject({ outcome: 'created' })
    expect(fake.received).toEqual([list, list, list, create])
  })

  it('is the same whatever ends of lines GitHub keeps', async () => {
    const fake = await fakeComments()
    fake.comments.push({ id: 1, author: viewer, body: `${marker}\r\nA plan` })
    expect(await putComment(fake.client, comment)).toMatchObject({ outcome: 'unchanged' })
  })

  it.each([
    ['of somebody who copied the marker', { author: 'mallory', body: `${marker}\nNo risks` }],
    ['of a person with a name like that of the token', { author: 'github-actions', body: `${marker}\nNo risks` }],
    ['of another definition', { author: viewer, body: `${markerOf('other/network.yaml')}\nA plan\n` }],
    ['that quotes the marker', { author: viewer, body: `> ${marker}` }],
  ])('leaves a comment alone: one %s', async (_name, existing) => {
    const fake = await fakeComments()
    fake.comments.push({ id: 1, ...existing })
    expect(await putComment(fake.client, comment)).toMatchObject({ outcome: 'created' })
    expect(fake.comments[0]).toEqual({ id: 1, ...existing })
  })
})

describe('a token that may not is no failure:', () => {
  const notAccessible = 'Resource not accessible by integration'
  it.each([
    [list, 403, notAccessible],
    [create, 403, notAccessible],
    [create, 404, 'Not Found'],
  ])('%s answers %i', async (at, status, message) => {
    const fake = await fakeComments()
    fake.refusals.set(at, { status, message })
    expect(await putComment(fake.client, comment)).toEqual({
      outcome: 'refused',
      message: expect.stringContaining(message),
    })
  })

  it('but what nobody can explain is', async () => {
    const fake = await fakeComments()
    fake.refusals.set(create, { status: 422, message: 'Validation Failed' })
    await expect(putComment(fake.client, comment)).rejects.toThrow(
      'commenting on the pull request failed: GitHub answered "Validation Failed" (422)',
    )
  })
})

it('a marker is a comment of HTML that nobody sees, whatever the path', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('-', '>', '<', '!', 'a', '/', ' ', '\n', 'é', '"') }), (path) => {
      const made = markerOf(path)
      expect(micromark(`${made}\ntext`, { allowDangerousHtml: true })).toBe(`${made}\n<p>text</p>`)
      expect(made.slice(4, -3)).not.toMatch(/--|[<>\n]|-$/)
    }),
  )
  expect(marker).toBe('<!-- chancery:plan:network.yaml -->')
  expect(markerOf('a--b.yaml')).not.toBe(markerOf('a-b.yaml'))
})
