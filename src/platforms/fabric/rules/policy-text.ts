import type { Path, Problem } from '../../../network/finding.ts'
import { didYouMean } from '../../../network/suggestion.ts'
import { error } from '../../problem.ts'
import { isProblem, parseRule } from '../policy/parse.ts'
import { emptyGates, impossibleGates, mspIdsOf, type Rule, ruleText } from '../policy/rule.ts'

/** The rule that a text is, and what is wrong with it independent of its use. `known` are the MSP IDs of the network. */
export function read(
  text: string,
  known: readonly string[],
  path: Path,
): { readonly rule?: Rule; readonly problems: Problem[] } {
  const rule = parseRule(text)
  if (isProblem(rule))
    return {
      problems: [
        error(
          'policy',
          `the policy "${text}" is invalid: ${rule.message}, at character ${rule.column}`,
          "write a rule such as OR('AlphaMSP.peer', 'BetaMSP.peer') or MAJORITY Endorsement",
          path,
        ),
      ],
    }
  const strangers = mspIdsOf(rule).filter((mspId) => !known.includes(mspId))
  return {
    rule,
    problems: [
      ...strangers.map((mspId) =>
        error('policy', `the policy "${text}" names the unknown MSP ${mspId}`, didYouMean(mspId, known), path),
      ),
      ...impossibleGates(rule).map(({ count, rules }) =>
        error(
          'policy',
          `the policy "${text}" requires ${count} of only ${rules.length}`,
          'require fewer, or list more',
          path,
        ),
      ),
      ...emptyGates(rule).map((gate) =>
        error(
          'policy',
          `the policy "${text}" requires no signature: everyone satisfies ${ruleText(gate)}`,
          'require at least 1',
          path,
        ),
      ),
    ],
  }
}
