import { describe, expect, it } from 'vitest'
import { stage } from './run-script.ts'

describe('orderer-join', () => {
  const started = (state: Readonly<Record<string, string>> = {}) => {
    const place = stage({ 'genesis.block': 'trade', ...state })
    const environment = {
      CHANNEL: 'trade',
      ADMINISTRATION: 'https://orderer1:7053',
      BLOCK: place.path('genesis.block'),
      CREDENTIALS: '/credentials',
    }
    return { place, run: (more = {}) => place.run('orderer-join', { ...environment, ...more }) }
  }

  it('joins, and does nothing the second time', () => {
    const { place, run } = started()
    expect(run()).toMatchObject({ status: 0, output: 'joined\n' })
    expect(place.read('channels')).toBe('trade\n')
    expect(run()).toMatchObject({ status: 0, output: 'already joined\n' })
    expect(place.asked().filter((line) => line.includes('--form'))).toHaveLength(1)
  })

  it('shows its certificate and trusts the root it was given', () => {
    const { place, run } = started()
    run()
    for (const line of place.asked())
      expect(line).toContain('--cacert /credentials/ca.crt --cert /credentials/tls.crt --key /credentials/tls.key')
  })

  it('waits for an orderer that starts, and logs no error', () => {
    const { run } = started({ down: '3' })
    expect(run()).toEqual({ status: 0, output: 'https://orderer1:7053 does not answer yet\njoined\n' })
  })

  it('names what an orderer that is not among the consenters lacks', () => {
    const { run } = started({ relation: 'follower' })
    const follower = 'as a follower: it becomes a consenter by an update of channel trade'
    expect([run().output, run().output]).toEqual([`joined, ${follower}\n`, `already joined, ${follower}\n`])
  })

  it('gives up for now when it does not come: the Job tries again', () => {
    const { run } = started({ down: '99' })
    expect(run()).toMatchObject({
      status: 1,
      output: expect.stringContaining('gave up for now, HTTP status 000: curl: (7)'),
    })
  })

  it('is content when somebody else was faster', () => {
    const { run } = started({ overtakes: '' })
    expect(run()).toMatchObject({
      status: 0,
      output: 'already joined\n',
    })
  })

  it('does not offer a refused block again', () => {
    const { place, run } = started({ refuses: '' })
    expect(run()).toMatchObject({
      status: 1,
      output: expect.stringContaining('the orderer refuses the block: {"error":"cannot join'),
    })
    expect(place.asked().filter((line) => line.includes('--form'))).toHaveLength(1)
  })
})

describe('peer-join', () => {
  const started = (state: Readonly<Record<string, string>> = {}) => {
    const place = stage({ 'genesis.block': 'trade\n', ...state })
    const environment = { CHANNEL: 'trade', BLOCK: place.path('genesis.block'), CORE_PEER_ADDRESS: 'peer1:7051' }
    return { place, run: (more = {}) => place.run('peer-join', { ...environment, ...more }) }
  }

  it('joins, and does nothing the second time', () => {
    const { place, run } = started()
    expect(run()).toMatchObject({ status: 0, output: 'joined\n' })
    expect(place.read('channels')).toBe('trade\n')
    expect(run()).toMatchObject({ status: 0, output: 'already joined\n' })
  })

  it('is not misled by a channel whose name begins or ends like this one', () => {
    const { place, run } = started({ channels: 'trade-old\nfair-trade\n' })
    expect(run()).toMatchObject({ status: 0, output: 'joined\n' })
    expect(place.read('channels')).toBe('trade-old\nfair-trade\ntrade\n')
  })

  it('waits for a peer that starts', () => {
    expect(started({ down: '4' }).run()).toEqual({ status: 0, output: 'peer1:7051 does not answer yet\njoined\n' })
  })

  it('gives up for now when it does not come', () => {
    const { status, output } = started({ down: '99' }).run()
    expect({ status, output }).toEqual({
      status: 1,
      output: expect.stringContaining('gave up for now: Error: failed to create deliver client'),
    })
  })
})

describe('channel-update', () => {
  const started = (state: Readonly<Record<string, string>> = {}) => {
    const place = stage({ 'update.pb': '', ...state })
    const environment = {
      CHANNEL: 'trade',
      NUMBER: '2',
      UPDATE: place.path('update.pb'),
      ORDERERS: 'orderer1:15000 orderer2:15001',
      ORDERER_CA: '/roots/orderers.crt',
    }
    return { place, run: (more = {}) => place.run('channel-update', { ...environment, ...more }) }
  }
  const requires = (asked: number, has: number): string =>
    `error authorizing update: error validating ReadSet: proposed update requires that key [Group]  /Channel/Application be at version ${asked}, but it is currently at version ${has}`
  const sets = (asked: number, has: number): string =>
    `error authorizing update: error validating DeltaSet: attempt to set key [Value]  /Channel/Orderer/BatchSize to version ${asked}, but key is at version ${has}`

  it.each<[what: string, state: Record<string, string>, status: number, says: string, asked: number]>([
    ['submits', {}, 0, 'submitted to orderer1:15000\nchannel trade has update 2\n', 2],
    [
      'submits to the next orderer what the first has lost',
      { lost: '1' },
      0,
      'submitted to orderer2:15001\nchannel trade has update 2',
      3,
    ],
    ['passes over an orderer that only follows', { followers: 'orderer1:15000' }, 0, 'submitted to orderer2:15001', 4],
    [
      'is not done before the channel has it',
      { lost: '99' },
      1,
      'gave up for now, channel trade does not have update 2',
      10,
    ],
    [
      'asks the next orderer, and the first again, while there is no leader',
      { leaderless: '4' },
      0,
      'submitted to orderer1:15000',
      6,
    ],
    [
      'gives up for now without a leader',
      { leaderless: '99' },
      1,
      'gave up for now, channel trade does not have update 2: Error: got unexpected status: SERVICE_UNAVAILABLE -- no Raft leader',
      10,
    ],
    ['is content when the channel is past it', { versions: requires(0, 1) }, 0, 'channel trade has update 2\n', 1],
    ['is content when what it sets is set', { versions: sets(1, 1) }, 0, 'channel trade has update 2\n', 1],
    [
      'waits for an update before it',
      { versions: requires(1, 0) },
      1,
      'waiting for others: update 1 of channel trade\n',
      10,
    ],
    [
      'waits for a setting before it',
      { versions: sets(2, 0) },
      1,
      'waiting for others: update 1 of channel trade\n',
      10,
    ],
    [
      'waits for what an update before it adds',
      {
        versions:
          'error validating ReadSet: existing config does not contain element for [Group]  /Channel/Application/RetailerMSP but was in the read set',
      },
      1,
      'waiting for others: update 1 of channel trade\n',
      10,
    ],
    [
      'does not ask again what is refused',
      {
        versions:
          "error validating DeltaSet: policy for [Group]  /Channel/Application not satisfied: implicit policy evaluation failed - 1 sub-policies were satisfied, but this policy requires 2 of the 'Admins' sub-policies to be satisfied",
      },
      1,
      'the orderers refuse update 2 of channel trade',
      1,
    ],
    [
      'follows no orderer that has not joined',
      { followers: 'orderer1:15000\norderer2:15001' },
      1,
      'orderer1:15000 has not joined channel trade as a consenter\n',
      10,
    ],
  ])('%s', (_what, state, status, says, asked) => {
    const { place, run } = started(state)
    expect(run()).toEqual({ status, output: expect.stringContaining(says) })
    expect(place.asked()).toHaveLength(asked)
  })
  it('ends with whom it waits for', () => {
    expect(started({ versions: requires(1, 0) }).run().output).toBe('waiting for others: update 1 of channel trade\n')
  })

  it('waits for no update before the first', () => {
    const { output } = started({ versions: requires(1, 0) }).run({ NUMBER: '1' })
    expect(output).toContain('channel trade does not have what update 1 builds on: Error: got unexpected status')
  })
})
