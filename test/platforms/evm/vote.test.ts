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
}

/** Runs the Job of an organization. */
function vote({ nodes, validators, others = [] }: Votes) {
  const process_ = spawn(shell, flags, {
    env: {
      PATH: process.env.PATH,
      NODES: nodes.join(' '),
      WISH: [...validators.map((one) => `in:${one}`), ...others.map((one) => `out:${one}`)].join(' '),
      GET_VALIDATORS: 'qbft_getValidatorsByBlockNumber',
      PROPOSE: 'qbft_proposeValidatorVote',
      DISCARD: 'qbft_discardValidatorVote',
      PAUSE: '0.1',
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
    [Symbol.dispose]: () => {
      process_.kill('SIGKILL')
    },
  }
}

const until = async (so: () => boolean): Promise<void> => {
  while (!so()) await sleep(20)
}

const done = 'the chain has the validators that are wished; votes are taken back\n'

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
    expect(north.said()).toBe(`votes for ${e} to come in\n${done}`)
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

  test('a validator that the definition does not know is told of, and left alone', async () => {
    await using chain = new QbftChain([a, e])
    const node = await chain.node('va', a)
    using job = vote({ nodes: [node], validators: [a] })
    expect(await job.ended).toBe(0)
    expect(job.said()).toBe(`${e} is a validator that the definition does not know: it is left alone\n${done}`)
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

  test('nodes that do not answer, or refuse, are told of once and asked again', async () => {
    await using chain = new QbftChain([a])
    const node = await chain.node('va', a)
    using job = vote({ nodes: [`127.0.0.1:1/${b}`, node], validators: [a] })
    await until(() => chain.calls.length > 5)
    expect(job.said().match(/does not answer/g)).toHaveLength(1)
    expect(job.said()).toContain('127.0.0.1:1 does not answer: curl: (7)')
  })
})
