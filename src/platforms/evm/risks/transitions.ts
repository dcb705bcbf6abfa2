import type { Risk } from '../../../network/risk.ts'
import { several } from '../../../words.ts'
import type { EvmClient } from '../client.ts'
import { forksIn } from '../forks.ts'
import { consensusIn } from '../network.ts'
import type { Transition } from '../schema.ts'
import type { EvmRevision } from './participants.ts'

const ahead =
  'make sure that the chain is well before it, and that every node, external ones included, runs with this change in time: a node without it stops at that block, or follows another chain'

/** Rules that change at a future block or time. Only the chain knows which have begun. */
export const transitionRisks = (before: EvmRevision, after: EvmRevision, client: EvmClient): Risk[] => [
  ...consensus(before, after),
  ...forks(before, after, client),
  ...transitions(before.network.top.transitions, after.network.top.transitions),
]

/** Only a chain whose genesis file has both may have another one: rules refuse the rest. */
function consensus(before: EvmRevision, after: EvmRevision): Risk[] {
  const [was, is] = [consensusIn(before.network), consensusIn(after.network)]
  if (was === is) return []
  return [
    {
      id: 'consensus-followed',
      severity: 'caution',
      subject: 'genesis.consensus',
      message: `genesis.consensus changes from ${was} to ${is}: validators restart, and are asked and vote by the methods of ${is} from then on`,
      hint: 'merge this after the chain has reached config.qbft.startBlock of its genesis file',
      path: ['genesis', 'consensus'],
    },
  ]
}

function forks(before: EvmRevision, after: EvmRevision, client: EvmClient): Risk[] {
  const forksOf = ({ network, material }: EvmRevision) => forksIn(network, material, client)
  const [was, is] = [forksOf(before), forksOf(after)]
  return client.forks.flatMap((fork): Risk[] => {
    const [then, now] = [was[fork], is[fork]]
    if (then === now) return []
    const subject = `genesis.forks.${fork}`
    const place = { subject, path: now === undefined ? ['genesis'] : ['genesis', 'forks', fork] }
    if (then === undefined && now !== undefined) {
      const message = `${subject} begins at ${when(fork, now)}: from then on other rules apply, which cannot be undone`
      return [{ ...place, id: 'fork-scheduled', severity: 'caution', message, hint: ahead }]
    }
    return [
      {
        ...place,
        id: 'fork-moved',
        severity: 'danger',
        message: `${subject} changes from ${when(fork, then ?? 0)} to ${now === undefined ? 'absent' : when(fork, now)}: nodes past either of them reject the blocks of the others`,
        hint: 'merge this only while the chain has reached neither, and update every node before',
      },
    ]
  })
}

const when = (fork: string, begins: number): string =>
  fork.endsWith('Time') ? `${begins} (${new Date(begins * 1000).toISOString()})` : `block ${begins}`

function transitions(was: readonly Transition[], is: readonly Transition[]): Risk[] {
  const old = new Map(was.map((transition) => [transition.block, transition]))
  const blocks = new Set(is.map(({ block }) => block))
  return [
    ...is.flatMap((transition, at): Risk[] => {
      const path = ['transitions', at, 'block']
      const then = old.get(transition.block)
      if (then === undefined) return [scheduled(transition, path)]
      return text(then) === text(transition) ? [] : [changed(transition.block, path, 'has other content')]
    }),
    ...was
      .filter(({ block }) => !blocks.has(block))
      .map(({ block }) => changed(block, ['transitions'], 'leaves the definition')),
  ]
}

function scheduled({ block, validators }: Transition, path: Risk['path']): Risk {
  const place = { subject: `transition-${block}`, path }
  if (validators !== undefined) {
    return {
      ...place,
      id: 'validators-replaced',
      severity: 'danger',
      message: `from block ${block} on the validators are ${several(validators)}, replacing all others`,
      content: validators.join(' '),
      hint: `use this when more than half of the validators are lost. Every node must run with this before block ${block}: a node without it keeps waiting for the others`,
    }
  }
  return {
    ...place,
    id: 'transition-scheduled',
    severity: 'caution',
    message: `from block ${block} on other rules apply`,
    hint: ahead,
  }
}

const changed = (block: number, path: Risk['path'], how: string): Risk => ({
  id: 'transition-changed',
  severity: 'danger',
  subject: `transition-${block}`,
  message: `the transition at block ${block} ${how}: nodes past it judge existing blocks by other rules`,
  hint: 'restore it, unless the chain has not reached it and every node is updated before',
  path,
})

const text = (transition: Transition): string =>
  JSON.stringify(Object.entries(transition).map(([field, value]) => [field, String(value)]))
