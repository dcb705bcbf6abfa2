import { describe, expect, test } from 'vitest'
import { ofValidator } from './cases/case.ts'
import { builtGroups } from './cases/index.ts'
import { judged } from './judged.ts'

describe.each(Object.entries(builtGroups))('overrides and %s', (_group, cases) => {
  test.each(cases)('$name', async ({ overrides, before, risks }) => {
    const { risks: found } = await judged(overrides, before)
    const shown = found.map(({ severity, id, subject, message }) => ({
      risk: `${severity} ${id} ${subject} 1:1`,
      text: message.slice(subject.length + 2),
    }))
    expect(shown).toEqual(risks)
  })
})

test('overrides count where there was no network before', async () => {
  const [given] = builtGroups.rights ?? []
  const { risks } = await judged(given?.overrides ?? {}, 'no network')
  expect(risks.map(({ severity, id, subject }) => `${severity} ${id} ${subject} 1:1`)).toEqual(
    given?.risks.map(({ risk }) => risk),
  )
})

test('an acknowledgement is for what the message leaves out, too', async () => {
  const variable = (value: string) =>
    ofValidator(`{op: add, path: /spec/template/spec/containers/0/env/-, value: {name: A, value: ${value}}}`)
  const [one, other] = await Promise.all(
    ['first', 'second'].map(async (value) => (await judged(variable(value))).risks.at(0)),
  )
  expect(one?.message).toBe(other?.message)
  expect(one?.content).not.toBe(other?.content)
})
