import type { Risk } from '../../../network/risk.ts'
import { several } from '../../../words.ts'
import type { EvmClient } from '../client.ts'
import { forksIn } from '../forks.ts'
import type { Transition } from '../schema.ts'
import type { EvmRevision } from './participants.ts'

const ahead =
  'be sure that the chain is well before it, and that every node runs with this, external ones too, before it comes: a node without it stops at that block, or follows another chain'

/** Rules that change at a block or a time to come. What has come can only be told by the chain. */
export const transitionRisks = (before: EvmRevision, after: EvmRevision, client: EvmClient): Risk[] => [
  ...forks(before, after, client),
  ...transitions(before.network.top.transitions, after.network.top.transitions),
]

function forks(before: EvmRevision, after: EvmRevision, client: EvmClient): Risk[] {
  const forksOf = ({ network, material }: EvmRevision) => forksIn(network, material, client)
  const [was, is] = [forksOf(before), forksOf(after)]
  return client.forks.flatMap((fork): Risk[] => {
    const [then, now] = [was[fork], is[fork]]
    if (then === now) return []
    const subject = `genesis.forks.${fork}`
    const place = { subject, path: now === undefined ? ['genesis'] : ['genesis', 'forks', fork] }
    if (then === undefined && now !== undefined) {
      const message = `${subject} begins at ${when(fork, now)}: from then on other rules hold, and nothing takes that back`
      return [{ ...place, id: 'fork-scheduled', severity: 'caution', message, hint: ahead }]
    }
    return [
      {
        ...place,
        id: 'fork-moved',
        severity: 'danger',
        message: `${subject} is ${now === undefined ? 'absent' : when(fork, now)} instead of ${when(fork, then ?? 0)}: nodes that have passed either refuse the blocks of the others`,
        hint: 'only while the chain has reached neither, and every node takes it up before',
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
      message: `from block ${block} on the validators are ${several(validators)}, whoever they were before`,
      content: validators.join(' '),
      hint: `that is for when more than half are lost. Every node has to run with this before block ${block}: one that does not goes on waiting for the others`,
    }
  }
  return {
    ...place,
    id: 'transition-scheduled',
    severity: 'caution',
    message: `from block ${block} on other rules hold`,
    hint: ahead,
  }
}

const changed = (block: number, path: Risk['path'], how: string): Risk => ({
  id: 'transition-changed',
  severity: 'danger',
  subject: `transition-${block}`,
  message: `the transition at block ${block} ${how}: nodes that have passed it judge the blocks that there are by other rules`,
  hint: 'put it back, unless the chain has not reached it and every node takes this up before',
  path,
})

const text = (transition: Transition): string =>
  JSON.stringify(Object.entries(transition).map(([field, value]) => [field, String(value)]))
