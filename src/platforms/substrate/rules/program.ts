import type { Problem } from '../../../network/finding.ts'
import { error } from '../../problem.ts'
import type { SubstrateNetwork } from '../network.ts'
import { refusalOf } from './refused.ts'

/** What runs in the pods: an image of the people, and a command in it. */
export const programProblems = ({ top }: SubstrateNetwork): Problem[] => {
  const { image, command } = top.chain
  return [
    ...optionsInCommand(command),
    ...ofParachains(image, ['chain', 'image']),
    ...command.flatMap((word, at) => ofParachains(word, ['chain', 'command', at])),
  ]
}

/** Options before `--` are those of a program that starts the node, such as tini. */
function optionsInCommand(command: readonly string[]): Problem[] {
  const program = command.lastIndexOf('--')
  return command.flatMap((word, at): Problem[] => {
    if (at <= program || !word.startsWith('-')) return []
    const name = word.replace(/^-+/, '').replace(/=.*$/s, '')
    const refusal = refusalOf(name)
    const why = refusal === undefined ? 'rules and plans look at `settings` only' : refusal.why
    const hint = refusal === undefined ? `set ${name} in \`settings\` of the nodes` : refusal.hint
    return [error('node-program', `chain.command has the option ${word}: ${why}`, hint, ['chain', 'command', at])]
  })
}

/** https://github.com/paritytech/polkadot-sdk/tree/master/cumulus: both run runtimes of parachains only. */
const parachainPrograms = ['polkadot-omni-node', 'polkadot-parachain']

function ofParachains(reference: string, path: Problem['path']): Problem[] {
  const name = reference.split('/').at(-1) ?? ''
  if (!parachainPrograms.includes(name)) return []
  return [
    error(
      'node-program',
      `${name} runs parachains only, whose blocks a relay chain orders: Chancery runs solo chains`,
      'use a node and a runtime with their own consensus, such as Aura with GRANDPA',
      path,
    ),
  ]
}
