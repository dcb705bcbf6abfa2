import { describe, expect, test } from 'vitest'
import type { Condition } from '../../../../src/platforms/fabric/policy/condition.ts'
import { isProblem, parseSignatureRule } from '../../../../src/platforms/fabric/policy/parse.ts'
import { weakening, weakeningText } from '../../../../src/platforms/fabric/policy/weakening.ts'

function signature(text: string): Condition {
  const rule = parseSignatureRule(text)
  if (isProblem(rule)) throw new Error(rule.message)
  return rule
}

/** So many of the endorsement policies of organizations M1, M2 and so on. */
const some = (count: number, total: number, role = 'peer', from = 1): Condition => ({
  kind: 'some',
  count,
  of: Array.from({ length: total }, (_, at) => signature(`OR('M${at + from}.${role}')`)),
})

const told = (before: Condition, after: Condition): string | undefined => {
  const found = weakening(before, after)
  return found && weakeningText(found)
}

describe('who can satisfy a policy that could not satisfy the one before', () => {
  test.each<[string, Condition, Condition, string | undefined]>([
    ['nobody: the same', some(2, 3), some(2, 3), undefined],
    ['nobody: more are asked', some(2, 3), some(3, 3), undefined],
    [
      'nobody: written in another way',
      signature("OR('A.peer', 'B.peer')"),
      signature("OR('B.peer', 'A.peer')"),
      undefined,
    ],
    ['nobody: a role that the other one has in it', signature("OR('A.member')"), signature("OR('A.admin')"), undefined],
    ['one of two', signature("AND('A.peer', 'B.peer')"), signature("OR('A.peer', 'B.peer')"), 'A alone or B alone'],
    ['a stranger', signature("OR('A.peer')"), signature("OR('A.peer', 'C.peer')"), 'C alone'],
    [
      'with one in all of them',
      signature("OutOf(2, 'A.peer', 'B.peer', 'C.peer')"),
      signature("AND('A.peer', OR('B.peer', 'C.peer', 'D.peer'))"),
      'A and D together',
    ],
    ['a client in place of a peer', signature("OR('A.peer')"), signature("OR('A.member')"), 'a client of A alone'],
    ['an administrator, too', signature("OR('A.peer')"), signature("OR('A.peer', 'A.admin')"), 'an admin of A alone'],
    [
      'one peer in place of two',
      signature("AND('A.peer', 'A.peer', 'B.peer')"),
      signature("AND('A.peer', 'B.peer')"),
      'a peer of A and a peer of B together',
    ],
    ['nobody has to', signature("OR('A.peer')"), signature("OutOf(0, 'A.peer')"), 'anybody, without any signature'],
    [
      'a majority that shrinks with a member',
      some(3, 4),
      some(2, 3),
      'M1 and M2 together, M1 and M3 together or M2 and M3 together',
    ],
    ['a majority that grows with a member', some(2, 3), some(3, 4), undefined],
    [
      'a majority with a member that replaces another',
      some(2, 3),
      some(2, 3, 'peer', 2),
      'M2 and M4 together or M3 and M4 together',
    ],
    ['any in place of all, of many', some(20, 20), some(1, 20), 'M1 alone'],
    [
      'a majority of many, the same',
      some(21, 40),
      some(21, 41),
      expect.stringMatching(/^M41, M1, .* and M20 together$/),
    ],
    ['many, and one more is asked', some(20, 40), some(21, 41), undefined],
    [
      'many, of another role',
      some(11, 20),
      some(11, 20, 'member'),
      expect.stringMatching(/^a client of M1 alone, .* or 16 more$/),
    ],
    [
      'gates of many',
      some(11, 20),
      { kind: 'some', count: 1, of: [some(11, 20), some(20, 20)] },
      'others than before: the two policies cannot be compared here',
    ],
  ])('%s', (_what, before, after, words) => expect(told(before, after)).toEqual(words))
})
