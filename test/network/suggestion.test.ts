import { expect, it } from 'vitest'
import { nearest } from '../../src/network/suggestion.ts'

it.each([
  ['buidl', ['build', 'sarif'], 'build'],
  ['valdate', ['validate', 'plan'], 'validate'],
  ['pier', ['peer', 'orderer'], 'peer'],
  ['aws', ['eks', 'gke'], 'eks'],
  ['ab', ['ba', 'cd'], 'ba'],
  ['rest', ['plan', 'keys'], undefined],
  ['east', ['seat', 'west'], undefined],
])('%s among %j is %s', (word, known, expected) => {
  expect(nearest(word, known)).toBe(expected)
})
