import { describe, expect, it } from 'vitest'
import { brief } from '../src/words.ts'

describe('a message is cut', () => {
  it.each([
    ['not at all when it is short', 'name must be text', 'name must be text'],
    ['in a long word', `"${'x'.repeat(199)}" is unknown`, `"${'x'.repeat(79)}… (201 characters) is unknown`],
    [
      'in a long text in quotes',
      `the policy "${'a '.repeat(150)}" cannot be read`,
      `the policy "${'a '.repeat(40)}… (300 characters)" cannot be read`,
    ],
    ['not between two texts in quotes', `"a" ${'b '.repeat(100)}"c"`, `"a" ${'b '.repeat(100)}"c"`],
    ['not in a path or a line of several words', `restore ${'p'.repeat(200)}`, `restore ${'p'.repeat(200)}`],
    ['at a whole character', `${'x'.repeat(79)}🚢${'x'.repeat(200)}`, `${'x'.repeat(79)}… (281 characters)`],
  ])('%s', (_, given, expected) => expect(brief(given)).toBe(expected))

  it('in the middle when all of it is long, and the end says what is wrong', () => {
    const text = brief(`${'word '.repeat(200_000)} is not one of them`)
    expect(text.length).toBeLessThan(2000)
    expect(text).toMatch(/^word word .*… \(1000019 characters\) … ?.*word {2}is not one of them$/)
  })

  it('once only', () => {
    const text = brief(`${'x'.repeat(5000)} "${'y '.repeat(5000)}" ${'word '.repeat(1000)}`)
    expect(brief(text)).toBe(text)
  })
})
