import { exitStatus, OperatorError } from '../errors.ts'
import { nearest } from '../network/suggestion.ts'
import { type Description, descriptionList, descriptionText } from '../report/descriptions.ts'
import { command } from './command.ts'
import { descriptions } from './explain/descriptions.ts'

export const explainCommand = command({
  name: 'explain',
  purpose: 'Describe a rule or a risk: what it finds, why, and what to do; without a name, list all',
  where: 'command line',
  parameters: ['[RULE]'],
  words: [...new Set(descriptions.map(({ id }) => id))].sort(),
  options: {},
  examples: [
    ['chancery explain', 'list all rules and risks'],
    ['chancery explain port-collision', 'describe one'],
  ],
  run: async (_values, { reporter }, [name]) => {
    const described = name === undefined ? descriptions : named(name)
    const output = name === undefined ? descriptionList(described) : described.map(descriptionText).join('\n\n')
    reporter.say(output)
    return { status: exitStatus.done, findings: [], clusters: [], descriptions: described }
  },
})

/** The rule and the risk of a name: both can have it. SARIF puts `risk-` before that of a risk. */
function named(name: string): readonly Description[] {
  const found = descriptions.filter(({ id, kind }) => name === id || (kind === 'risk' && name === `risk-${id}`))
  if (found.length > 0) return found
  const near = nearest(
    name,
    descriptions.map(({ id }) => id),
  )
  throw new OperatorError(
    `there is no rule or risk "${name}"`,
    near === undefined ? 'run `chancery explain` for a list of all' : `did you mean "${near}"?`,
  )
}
