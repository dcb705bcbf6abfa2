import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { QbftChain } from './qbft-chain.ts'

/** The script of the Job, as its pod runs it. */
const manifest = load(
  readFileSync(join(import.meta.dirname, '../../../src/platforms/evm/base/vote/job.yaml'), 'utf8'),
) as { spec: { template: { spec: { containers: { command: string[]; args: string[] }[] } } } }
const [container] = manifest.spec.template.spec.containers
const [shell = '', ...flags] = [...(container?.command ?? []), ...(container?.args ?? [])]

const address = (digit: string): string => `0x${digit.repeat(40)}`
const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map(address) as [string, string, string, string, string]

interface Votes {
  readonly nodes: readonly string[]
  readonly validators: readonly string[]
  readonly others?: readonly string[]
  /** Seconds between two rounds. */
  readonly pause?: string
}

/** Runs the Job of an organization. */
function vote({ nodes, validators, others = [], pause = '0.1' }: Votes) {
  const process_ = spawn(shell, flags, {
    env: {
      PATH: process.env.PATH,
      NODES: nodes.join(' '),
      DESIRED: [...validators.map((one) => `in:${one}`), ...others.map((one) => `out:${one}`)].join(' '),
      GET_VALIDATORS: 'qbft_getValidatorsByBlockNumber',
      PROPOSE: 'qbft_proposeValidatorVote',
      DISCARD: 'qbft_discardValidatorVote',
      GET_PROPOSALS: 'qbft_getPendingVotes',
      PAUSE: pause,
    },
  })
  let said = ''
  process_.stdout.on('data', (chunk: Buffer) => {
    said += chunk
  })
  process_.stderr.on('data', (chunk: Buffer) => {
    said += chunk
  })
  const { promise, resolve } = Promise.withResolvers<number | null>()
  process_.on('close', resolve)
  return {
    ended: promise,
    said: () => said,
    end: () => process_.kill('SIGTERM'),
    [Symbol.dispose]: () => {
      process_.kill('SIGKILL')
    },
  }
}

const until = async (so: () => boolean): Promise<void> => {
  while (!so()) await sleep(20)
}

const done = 'the validators are those of the definition, and no vote is pending\n'

describe('the Job that votes', () => {
  test('an organization alone waits for others, and when they have voted too, both end and leave no vote behind', async () => {
    await using chain = new QbftChain([a, b, c, d])
    const [va, vb] = [await chain.node('va', a), await chain.node('vb', b)]
    const vc = await chain.node('vc', c)
    await chain.node('vd', d)
    const validators = [a, b, c, d, e]
    using north = vote({ nodes: [va, vb], validators })
    await until(() => Object.keys(chain.votesOf('vb')).length > 0)
    chain.seal()
    expect(chain.validators).not.toContain(e) // two of four are not enough
    using south = vote({ nodes: [vc], validators })
    await until(() => Object.keys(chain.votesOf('vc')).length > 0)
    expect(chain.votesOf('va')).toEqual({ [e]: true })
    chain.seal()
    expect(chain.validators).toContain(e)
    expect(await Promise.all([north.ended, south.ended])).toEqual([0, 0])
    expect(north.said()).toBe(`votes to add ${e}\nwaiting for others: 3 of 4 validators have to vote ${e} in\n${done}`)
    expect(['va', 'vb', 'vc', 'vd'].map(chain.votesOf)).toEqual([{}, {}, {}, {}])
  })

  test('one that is to go is voted out', async () => {
    await using chain = new QbftChain([a, b, c, d])
    const nodes = [await chain.node('va', a), await chain.node('vb', b), await chain.node('vc', c)]
    using job = vote({ nodes, validators: [a, b, c], others: [d] })
    await until(() => Object.keys(chain.votesOf('vc')).length > 0)
    expect(chain.votesOf('vc')).toEqual({ [d]: false })
    chain.seal()
    expect(await job.ended).toBe(0)
    expect([...chain.validators]).toEqual([a, b, c])
  })

  test('votes that a restart or an epoch has dropped are cast again', async () => {
    await using chain = new QbftChain([a])
    const node = await chain.node('va', a)
    using job = vote({ nodes: [node], validators: [a, b] })
    for (const _ of [1, 2, 3]) {
      await until(() => Object.keys(chain.votesOf('va')).length > 0)
      chain.forget('va')
    }
    await until(() => Object.keys(chain.votesOf('va')).length > 0)
    chain.seal()
    expect(await job.ended).toBe(0)
  })

  test('run again it votes for nothing, and takes back what it left when it was killed', async () => {
    await using chain = new QbftChain([a, b])
    const node = await chain.node('va', a)
    using killed = vote({ nodes: [node], validators: [a, b, c] })
    await until(() => Object.keys(chain.votesOf('va')).length > 0)
    killed[Symbol.dispose]()
    chain.validators.add(c)
    using job = vote({ nodes: [node], validators: [a, b, c] })
    expect(await job.ended).toBe(0)
    expect(job.said()).toBe(done)
    expect(chain.votesOf('va')).toEqual({})
    const after = chain.calls.length
    using again = vote({ nodes: [node], validators: [a, b, c] })
    expect(await again.ended).toBe(0)
    expect(chain.calls.slice(after)).not.toContain('va qbft_proposeValidatorVote')
  })

  test('a validator that the definition does not have is named, and left alone', async () => {
    await using chain = new QbftChain([a, e])
    const node = await chain.node('va', a)
    using job = vote({ nodes: [node], validators: [a] })
    expect(await job.ended).toBe(0)
    expect(job.said()).toBe(`${e} is a validator that the definition does not have: it is left alone\n${done}`)
    expect([...chain.validators]).toEqual([a, e])
  })

  test('a node that is none yet does not vote, and is waited for until it sees itself as one', async () => {
    await using chain = new QbftChain([a])
    const [old, young] = [await chain.node('va', a), await chain.node('vb', b)]
    using job = vote({ nodes: [old, young], validators: [a, b] })
    await until(() => Object.keys(chain.votesOf('va')).length > 0)
    chain.seal()
    expect(await job.ended).toBe(0)
    expect(chain.calls).not.toContain('vb qbft_proposeValidatorVote')
  })

  test('nodes that do not answer, or refuse, are named once and asked again', async () => {
    await using chain = new QbftChain([a])
    const node = await chain.node('va', a)
    using job = vote({ nodes: [`127.0.0.1:1/${b}`, node], validators: [a] })
    await until(() => chain.calls.length > 5)
    expect(job.said().match(/does not answer/g)).toHaveLength(1)
    expect(job.said()).toContain('127.0.0.1:1 does not answer: curl: (7)')
  })
  test('votes that contradict the definition are discarded, and those about others are left alone', async () => {
    await using chain = new QbftChain([a, b, c, d])
    const node = await chain.node('va', a)
    const [stranger, departed] = [address('f'), address('9')]
    for (const [candidate, desired] of [
      [b, false],
      [departed, true],
      [stranger, true],
    ] as const)
      chain.cast('va', candidate, desired)
    using job = vote({ nodes: [node], validators: [a, b, c, d], others: [departed] })
    expect(await job.ended).toBe(0)
    expect(chain.votesOf('va')).toEqual({ [stranger]: true })
    const discarded = `${node.split('/')[0]} discarded a vote that contradicts the definition`
    expect(job.said()).toBe(`${discarded}: ${b}\n${discarded}: ${departed}\n${done}`)
  })

  test('a Job that is ended early discards its votes at once, also while it sleeps', async () => {
    await using chain = new QbftChain([a, b, c])
    const nodes = [await chain.node('va', a), await chain.node('vb', b)]
    chain.cast('va', address('f'), true)
    using job = vote({ nodes, validators: [a, b, c, e], others: [], pause: '60' })
    await until(() => Object.keys(chain.votesOf('vb')).length > 0)
    await until(() => job.said().includes('votes to add'))
    const start = Date.now()
    job.end()
    expect(await job.ended).toBe(143)
    expect(Date.now() - start).toBeLessThan(5_000)
    expect(['va', 'vb'].map(chain.votesOf)).toEqual([{ [address('f')]: true }, {}])
  })

  test('own validators that are more than half wait for nobody', async () => {
    await using chain = new QbftChain([a, b, c])
    const nodes = [await chain.node('va', a), await chain.node('vb', b)]
    using job = vote({ nodes, validators: [a, b, c, e] })
    await until(() => Object.keys(chain.votesOf('vb')).length > 0)
    chain.seal()
    expect(await job.ended).toBe(0)
    expect(job.said()).toBe(`votes to add ${e}\n${done}`)
  })
})
