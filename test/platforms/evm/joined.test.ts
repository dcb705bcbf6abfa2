import { describe, expect, test } from 'vitest'
import { toText } from '../../../src/file-content.ts'
import type { ClusterView } from '../../../src/platforms/platform.ts'
import { type Edits, edited, madeFor, revisionOf, running } from '../../plan/revisions.ts'

const genesisPath = 'material/public/genesis.json'
const genesis = 'genesis: {chainId: 20261123}'
const made = madeFor(running)
const first = JSON.parse(made.get(genesisPath) ?? '')

/** What nodes read on a chain that began with this file. */
function inForce(file: string, edits: Edits = []): string {
  const { network, material, platform } = revisionOf(edited(running, edits), new Map([...made, [genesisPath, file]]))
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
  return toText(platform.rendering.organization(nodes, view).files['genesis.json'] ?? '')
}

/** As others write it: small letters, another order, no London. */
const theirs = JSON.stringify({
  ...first,
  gasLimit: '0x1FFFFFFFFFFFFF',
  config: { qbft: first.config.qbft, berlinblock: 0, chainId: 20261123, comment: 'theirs' },
})
const withoutLondon = 'genesis: {chainId: 20261123, freeGas: false, forks: {berlinBlock: 0}}'

describe('nodes that join a chain', () => {
  test.each([
    ['whose file is written in another way', []],
    ['whose forks the definition names', [[genesis, withoutLondon]]],
  ] as const)('%s get that file, byte for byte', (_name, edits) => {
    expect(inForce(theirs, edits)).toBe(theirs)
  })

  test('get a fork that is added, and no other that the chain began without', () => {
    const later = withoutLondon.replace('berlinBlock: 0', 'berlinBlock: 0, londonBlock: 900000')
    expect(JSON.parse(inForce(theirs, [[genesis, later]])).config).toEqual({
      qbft: first.config.qbft,
      berlinblock: 0,
      chainId: 20261123,
      comment: 'theirs',
      londonBlock: 900000,
    })
  })

  test('keep the transitions of the file beside those of the definition', () => {
    const transitions = { qbft: [{ block: 500, blockperiodseconds: 1 }], ibft2: [{ block: 7, blockperiodseconds: 1 }] }
    const file = JSON.stringify({ ...first, config: { ...first.config, transitions } })
    const edits = [[genesis, `${genesis}\ntransitions: [{block: 200, blockPeriodSeconds: 3}]`]] as const
    expect(inForce(file)).toBe(file)
    expect(JSON.parse(inForce(file, edits)).config.transitions).toEqual({
      qbft: [{ block: 200, blockperiodseconds: 3 }, ...transitions.qbft],
      ibft2: transitions.ibft2,
    })
  })
})
