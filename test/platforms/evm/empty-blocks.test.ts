import { describe, expect, test } from 'vitest'
import { client as besu } from '../../../src/platforms/besu/client.ts'
import type { EvmNetwork } from '../../../src/platforms/evm/network.ts'
import { paceOf } from '../../../src/platforms/evm/pace.ts'
import type { EvmTop } from '../../../src/platforms/evm/schema.ts'
import type { ClusterView } from '../../../src/platforms/platform.ts'
import { edited, madeFor, revisionOf, running } from '../../plan/revisions.ts'

const genesisPath = 'material/public/genesis.json'
const chain = 'genesis: {chainId: 20261123}'
const files = madeFor(running)
const first = JSON.parse(files.get(genesisPath) ?? '')

/** The network that runs, with this genesis in the definition and these options in the file. */
function loaded(genesis: string, options: object = {}, transitions: readonly object[] = []) {
  const qbft = { ...first.config.qbft, ...options }
  const file = { ...first, config: { ...first.config, qbft, transitions: { qbft: transitions } } }
  return revisionOf(edited(running, [[chain, genesis]]), new Map([...files, [genesisPath, JSON.stringify(file)]]))
}

describe('the pace of a chain', () => {
  test.each([
    ['of the definition', chain, {}, [], { block: 2, idle: 2 }],
    [
      'of empty blocks in the definition',
      chain.replace('}', ', emptyBlockPeriodSeconds: 60}'),
      { emptyblockperiodseconds: 60 },
      [],
      { block: 2, idle: 60 },
    ],
    ['of empty blocks in the file', chain, { emptyblockperiodseconds: 60 }, [], { block: 2, idle: 60 }],
    ['by the older name', chain, { xemptyblockperiodseconds: 60 }, [], { block: 2, idle: 60 }],
    ['that is less than that of blocks', chain, { emptyblockperiodseconds: 1 }, [], { block: 2, idle: 2 }],
    [
      'of a transition in the file',
      chain,
      {},
      [{ block: 9, blockperiodseconds: 5, emptyblockperiodseconds: 30 }],
      { block: 5, idle: 30 },
    ],
    [
      'of a transition in the definition',
      `${chain}\ntransitions: [{block: 9, blockPeriodSeconds: 3, emptyBlockPeriodSeconds: 40}]`,
      {},
      [],
      { block: 3, idle: 40 },
    ],
  ])('%s', (_name, genesis, options, transitions, expected) => {
    const { network, material } = loaded(genesis, options, transitions)
    expect(paceOf(network as EvmNetwork & { top: EvmTop }, material, besu)).toEqual(expected)
  })
})

test('an idle chain has time for a block without transactions before it looks stopped', () => {
  const { network, material, platform } = loaded(chain, { emptyblockperiodseconds: 60 })
  const { health } = platform.operation
  expect(health?.interval(network, material)).toBe(64)
  expect(health?.progress?.pace(network, material)).toBe(60)
})

test('alerts wait for blocks without transactions', () => {
  const watched = (genesis: string, options: object) => {
    const text = edited(running, [[chain, `${genesis}\nmonitoring: {alerts: true}`]])
    const file = { ...first, config: { ...first.config, qbft: { ...first.config.qbft, ...options } } }
    const { network, material, platform } = revisionOf(text, new Map([...files, [genesisPath, JSON.stringify(file)]]))
    const view: ClusterView = {
      network,
      cluster: 'eu',
      material,
      outside: () => ({ host: 'outside', port: 1 }),
      addressOf: () => ({ host: 'somewhere', port: 1 }),
    }
    const nodes = network.nodes.filter(
      ({ cluster, organization }) => cluster.name === 'eu' && organization.name === 'maker',
    )
    return JSON.stringify(platform.rendering.organization(nodes, view).objects['monitoring.yaml'])
  }
  expect(watched(chain, {})).toContain('no block for more than 60 seconds')
  expect(watched(chain, { emptyblockperiodseconds: 60 })).toContain('no block for more than 180 seconds')
})
