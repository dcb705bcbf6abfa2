import { expect, test } from 'vitest'
import { jsonPlace } from '../../src/network/json-place.ts'

const text = `{
  "a": {"b": [10, {"c": null}, [true]], "b}": "\\"c\\": 1, {"},
  "list": [
    {"c": 1},
    {
      "c": 2
    }
  ],
  "a b": -1.5e3, "\\u0061": {"b": 7}
}`

test.each([
  [['list'], '3:3'],
  [['list', 0], '4:5'],
  [['list', 1], '5:5'],
  [['list', 1, 'c'], '6:7'],
  [['a b'], '9:3'],
  [['a', 'b}'], '2:41'],
  [['a', 'missing'], undefined],
  [['list', 2], undefined],
  [[], undefined],
])('the place of %j is %s', (path, expected) => {
  const found = jsonPlace(text, path)
  expect(found && `${found.line}:${found.column}`).toBe(expected)
})

test('the last of two equal keys counts, as for the readers of the file', () => {
  expect(jsonPlace(text, ['a'])).toEqual({ line: 9, column: 18 })
  expect(jsonPlace(text, ['a', 'b'])).toEqual({ line: 9, column: 29 })
  expect(jsonPlace(text, ['a', 'b', 1, 'c'])).toEqual({ line: 2, column: 20 })
})
