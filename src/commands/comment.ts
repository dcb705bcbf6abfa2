import { command } from './command.ts'
import { optionalText } from './options.ts'
import { token } from './shared-options.ts'

export const commentOptions = {
  plan: optionalText('FILE', 'Plan file, from the artifact of the run that made it'),
  token,
} as const

/** Comments on a pull request, which only a workflow knows. */
export const commentCommand = command({
  name: 'comment',
  purpose: 'Comment on a pull request with the plan that another workflow made: for pull requests from forks',
  where: 'action',
  options: commentOptions,
  examples: [],
})
