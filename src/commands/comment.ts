import { command } from './command.ts'
import { optionalText } from './options.ts'
import { token } from './shared-options.ts'

export const commentOptions = {
  plan: optionalText('FILE', 'File of a plan, from the artifact of the run that made it'),
  token,
} as const

/** Writes to a pull request: only a workflow knows which. */
export const commentCommand = command({
  name: 'comment',
  purpose: 'Comment on a pull request with the plan that another workflow made: for pull requests from forks',
  where: 'action',
  options: commentOptions,
  examples: [],
})
