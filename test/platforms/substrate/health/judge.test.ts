import { describe, expect, it, test } from 'vitest'
import { materialOf } from '../../../../src/material/files.ts'
import { type LedgerNode, nodeId } from '../../../../src/network/network.ts'
import type { Observation, Replies } from '../../../../src/platforms/health.ts'
import { genesisHashOf } from '../../../../src/platforms/substrate/genesis/computed.ts'
import type { SubstrateNetwork } from '../../../../src/platforms/substrate/network.ts'
import { chain, chainFiles, edited, madeFor, revisionOf } from '../../../plan/revisions.ts'
import { authorityList, type Told, told } from './replies.ts'

/** Seven validators: v1, v2 of carrier, v3, v4 of maker, v5, v6 of retailer, v7 of bank, who is external. */
const files = madeFor(chain, 'running', chainFiles)
const { network, platform } = revisionOf(chain, files)
const health = platform.operation.health ?? expect.unreachable('the platform has no health')

const material = materialOf(files)

interface Identity {
  readonly peerId: string
  readonly sessionKeys: { readonly aura: string; readonly grandpa: string }
}
const identityOf = (id: string): Identity => material.value(`material/public/${id}.yaml`) as Identity

const ours = ['carrier/v1', 'carrier/v2', 'maker/v3', 'maker/v4', 'retailer/v5', 'retailer/v6']
const bank = {
  aura: '0xec6ba38e7193e6a44ab15077f90d65c4605784dbdd2b1d16cbeee725992b105b',
  grandpa: '0xd338854ffc585d70516a3374203d16c97138fad59341aead7512222603bdc853',
}
const keysOf = (type: 'aura' | 'grandpa', ids: readonly string[] = ours): string[] => [
  ...ids.map((id) => identityOf(id).sessionKeys[type]),
  bank[type],
]
const genesis = genesisHashOf(network as SubstrateNetwork, material) ?? expect.unreachable('the spec has no hash')

interface Node extends Told {
  readonly from?: number
  readonly to?: number
  readonly down?: boolean
  /** The last final block at both looks: two blocks behind the newest, if absent. */
  readonly final?: readonly [number, number]
}

/** Everybody is well but those that are named. */
function judged(
  nodes: Readonly<Record<string, Node>>,
  others: Node = {},
  { network: judgedNetwork, material: read } = { network, material },
): string[] {
  const observed = judgedNetwork.nodes.map((node: LedgerNode): Observation => {
    const {
      from = 100,
      to = 103,
      down = false,
      final = [from - 2, to - 2],
      ...rest
    } = { ...others, ...nodes[nodeId(node)] }
    const replies = (best: number, finalized: number): Replies =>
      told({
        ...{ best, finalized, peers: 9, genesis, peerId: identityOf(nodeId(node)).peerId },
        ...{ aura: authorityList(keysOf('aura')), grandpa: authorityList(keysOf('grandpa'), 1n) },
        ...rest,
      })
    const [first, second] = down ? [{}, {}] : [replies(from, final[0]), replies(to, final[1])]
    return { node, first, second, secondsBetween: 36 }
  })
  return health.judge(judgedNetwork, read, observed).map(({ good, message }) => `${good ? '' : '! '}${message}`)
}

const sameOn = (nodes: number): string => `genesis ${genesis} on all ${nodes} nodes that answered`
const same = sameOn(9)
const moves = 'block 101 is final, and block 103 the newest'
const agreed = 'the 7 authorities of the chain match the definition (aura and grandpa)'
const all = [same, moves, agreed]

describe('what the nodes tell of their chain', () => {
  test.each<[string, Readonly<Record<string, Node>>, Node, readonly string[]]>([
    ['all is well', {}, {}, all],
    ['one is down', { 'maker/v3': { down: true } }, {}, ['! maker/v3 does not answer', sameOn(8), moves, agreed]],
    ['nobody answers', {}, { down: true }, []],
    [
      'one has another first block',
      { 'maker/old': { genesis: `0x${'34'.repeat(32)}` } },
      {},
      [`! maker/old has the genesis hash 0x${'34'.repeat(32)} instead of ${genesis}`, moves, agreed],
    ],
    [
      'one runs with another node key',
      { 'carrier/boot': { peerId: '12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp' } },
      {},
      [
        same,
        `! carrier/boot has the peer ID 12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp instead of ${identityOf('carrier/boot').peerId}`,
        moves,
        agreed,
      ],
    ],
    [
      'one catches up, and one is stuck',
      { 'maker/old': { from: 10, to: 30 }, 'retailer/rpc': { from: 50, to: 50 } },
      {},
      [
        same,
        moves,
        '! maker/old is at block 30 of 103 and is catching up',
        '! retailer/rpc is stuck at block 50 of 103',
        agreed,
      ],
    ],
    [
      'some have few peers',
      { 'maker/v3': { peers: 3 }, 'maker/v4': { peers: 0 } },
      {},
      [same, moves, '! too few peers: maker/v3 (3 of 9 other nodes) and maker/v4 (0 of 9 other nodes)', agreed],
    ],
    [
      'finality is far behind',
      {},
      { from: 200, to: 203, final: [90, 110] },
      [same, '! block 110 is final, and block 203 the newest: finality is 93 blocks behind', agreed],
    ],
    [
      'blocks are made, and none is final',
      { 'maker/v3': { down: true }, 'maker/v4': { down: true }, 'retailer/v6': { down: true } },
      { from: 200, to: 203, final: [98, 98] },
      [
        '! maker/v3 does not answer',
        '! maker/v4 does not answer',
        '! retailer/v6 does not answer',
        sameOn(6),
        '! blocks are made (203), but none becomes final in 36 seconds: the last final one is 98; 3 of 7 authorities run here, finality needs 5; down: maker/v3, maker/v4, retailer/v6; not asked: bank/v7',
        agreed,
      ],
    ],
    [
      'the chain is stopped',
      {},
      { to: 100 },
      [
        same,
        '! the chain is stopped at block 100: no new block in 36 seconds; 6 of 7 authorities run here, finality needs 5; not asked: bank/v7',
        agreed,
      ],
    ],
  ])('%s', (_name, nodes, others, verdicts) => {
    expect(judged(nodes, others)).toEqual(verdicts)
  })
})

describe('the authorities of the chain', () => {
  const without = ours.filter((id) => id !== 'maker/v4')
  const fewer = { aura: authorityList(keysOf('aura', without)), grandpa: authorityList(keysOf('grandpa', without), 1n) }

  it('one of the definition is not among them', () => {
    expect(judged({}, fewer)).toEqual([
      same,
      moves,
      '! maker/v4 is defined as a validator, but the chain has none of its aura keys: it is not one that makes blocks',
      '! maker/v4 is defined as a validator, but the chain has none of its grandpa keys: it is not one that votes on finality',
    ])
  })

  it('one of them is not in the definition', () => {
    const stranger = `0x${'ab'.repeat(32)}`
    const more = { grandpa: authorityList([...keysOf('grandpa'), stranger], 1n) }
    expect(judged({}, more)).toEqual([
      same,
      moves,
      `! the chain has an authority that is not in the definition: grandpa key ${stranger}`,
    ])
  })

  it('one rotates its keys: the chain has the old ones, which it still signs with', () => {
    const rotated = edited(chain, [
      [
        '5CtznjEkoCVeaeqfkd8cfMWSR62NXZ4s8DvnBkaZXxBSVchL',
        '5CtznjEkoCVeaeqfkd8cfMWSR62NXZ4s8DvnBkaZXxBSVchL, keyRotation: 1',
      ],
    ])
    const made = new Map([...madeFor(rotated, 'later', files)])
    expect(judged({}, {}, { network: revisionOf(rotated, made).network, material: materialOf(made) })).toEqual([
      same,
      moves,
      '! maker/v4 signs with the session keys that it had before: the chain does not have those of keyRotation 1',
    ])
  })

  it('a runtime without Aura, and one without either', () => {
    expect(judged({}, { aura: undefined }).at(-1)).toBe(agreed.replace('aura and grandpa', 'grandpa'))
    expect(judged({}, { aura: undefined, grandpa: undefined })).toEqual([same, moves])
  })

  it('a chain that others began may have more', () => {
    const joined = revisionOf(edited(chain, [['  id: trade\n', '  existing: true\n']]), files)
    const stranger = `0x${'ab'.repeat(32)}`
    const more = {
      aura: authorityList([...keysOf('aura'), stranger]),
      grandpa: authorityList([...keysOf('grandpa'), stranger], 1n),
    }
    expect(judged({}, more, { network: joined.network, material }).at(-1)).toBe(
      'the chain has 8 authorities, the 7 validators of the definition among them (aura and grandpa)',
    )
  })
})

describe('the genesis hash', () => {
  it('is not that of the chain spec', () => {
    const wrong = `0x${'34'.repeat(32)}`
    expect(judged({}, { genesis: wrong }).at(0)).toBe(
      `! the chain has the genesis hash ${wrong} instead of ${genesis} (computed from the chain spec)`,
    )
  })

  const expecting = (hash: string) => {
    const { network: other } = revisionOf(
      edited(chain, [['  id: trade\n', `  id: trade\n  expectedGenesisHash: "${hash}"\n`]]),
      files,
    )
    return judged({}, {}, { network: other, material }).at(0)
  }

  it('is the one that the definition expects', () => {
    expect(expecting(genesis)).toBe(same)
  })

  it('is not the one that the definition expects', () => {
    expect(expecting(`0x${'56'.repeat(32)}`)).toBe(
      `! the chain has the genesis hash ${genesis} instead of 0x${'56'.repeat(32)} (chain.expectedGenesisHash)`,
    )
  })
})

it('a roll-out waits for the last final block', () => {
  const { progress, interval } = health
  expect(progress?.head(told({ best: 103, finalized: 101, peers: 3 }))).toBe(101)
  expect(progress?.head({})).toBeUndefined()
  // Slots of six seconds, of which two in a row may be those of lost validators.
  expect([progress?.pace(network, material), interval(network, material)]).toEqual([36, 36])
})
