import { describe, expect, it } from 'vitest'
import { agreements } from '../../../src/platforms/substrate/consent.ts'
import { substrate } from '../../../src/platforms/substrate/index.ts'
import type { SubstrateNetwork } from '../../../src/platforms/substrate/network.ts'
import { parts } from '../../../src/platforms/substrate/parts.ts'
import { chain, chainFiles, type Edits, edited, madeFor, revisionOf } from '../../plan/revisions.ts'

function read(edits: Edits = [], files = chainFiles) {
  const { network, material } = revisionOf(edited(chain, edits), files)
  return { network: network as SubstrateNetwork, material }
}

const existing: Edits = [['  id: trade\n', '  existing: true\n']]
const v1 = 'carrier/v1 5FjMPLQGFM5Me1RJG2V3KRz8pYnzqqRidPuEtM7u5HmwAUva'
const bank =
  'bank/v7 5E8R49c861qn8UqBszvPcBnozjxuaDcJ5L9iYkv2DbahUtxn 5HQh8gwpNX54hnaLxeiJp3UuZwHzAjmcSTdndgKSa2hxaZqn 5GqekWdS9wAfSYDE6ZcU9bhUyknM2pKgqNGQKGswWz2ae5H4'

describe('what an organization agrees to by its signature', () => {
  const agreed = (edits: Edits = [], files = chainFiles) => {
    const { network, material } = read(edits, files)
    const [organization = expect.unreachable('there is an organization')] = network.organizations
    return agreements(network, organization, material)
  }

  it('is the software, the base spec by its digest, and the first validators', () => {
    const { chain: spec, validators } = agreed()
    expect(spec).toEqual({
      image: 'ghcr.io/acme/acme-node',
      command: ['acme-node'],
      spec: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      id: 'trade',
    })
    expect(validators).toHaveLength(7)
    expect(validators).toEqual(expect.arrayContaining([v1, bank]))
  })

  it('is another one with other content of the base spec, another balance and another account', () => {
    const changed = new Map([...chainFiles].map(([path, text]) => [path, text.replace('"acme"', '"other"')]))
    const sudo: Edits = [['  id: trade\n', '  id: trade\n  sudo: 5CqmgnmaQ2nPjtGuhBcBGBPi3jndeLNJoFqLAqKutUtSsd5r\n']]
    const account: Edits = [
      ['5FjMPLQGFM5Me1RJG2V3KRz8pYnzqqRidPuEtM7u5HmwAUva', '5CqmgnmaQ2nPjtGuhBcBGBPi3jndeLNJoFqLAqKutUtSsd5r'],
    ]
    const all = [agreed(), agreed([], changed), agreed(sudo), agreed(account)]
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(all.length)
  })

  it('has balances as text, however people write them', () => {
    const address = '5CqmgnmaQ2nPjtGuhBcBGBPi3jndeLNJoFqLAqKutUtSsd5r'
    const withBalance = (amount: string) =>
      agreed([['  id: trade\n', `  id: trade\n  balances: {${address}: ${amount}}\n`]])
    expect(withBalance('"1000"')).toEqual(withBalance('1000'))
    expect(withBalance('"340282366920938463463374607431768211455"')).toMatchObject({
      chain: { balances: { [address]: '340282366920938463463374607431768211455' } },
    })
  })

  it('is a chain that runs without its validators: nobody adds one by a definition', () => {
    expect(agreed(existing)).toMatchObject({ chain: { existing: true } })
    expect(agreed(existing)).not.toHaveProperty('validators')
  })
})

it('shows validators with their accounts, and where they run', () => {
  const [table] = parts(read([[', account: 5FjMPLQGFM5Me1RJG2V3KRz8pYnzqqRidPuEtM7u5HmwAUva', '']]).network)
  expect(table?.rows.find(({ validator }) => validator === 'carrier/v1')).toEqual({
    validator: 'carrier/v1',
    account: 'none',
    'runs in': 'us',
  })
  expect(table?.rows.find(({ validator }) => validator === 'bank/v7')).toEqual({
    validator: 'bank/v7',
    account: '5E8R49c861qn8UqBszvPcBnozjxuaDcJ5L9iYkv2DbahUtxn',
    'runs in': '192.0.2.77:30333 (external)',
  })
})

it('writes genesis hash, peer IDs and session keys for people', () => {
  const { network, material } = read([], madeFor(chain, 'running', chainFiles))
  const tables = substrate.rendering.sections?.(network, material) ?? []
  expect(tables.map(({ title, rows }) => [title, rows.length])).toEqual([
    ['Chain', 1],
    ['Peer IDs', 10],
    ['Session keys', 7],
  ])
  const [hash, peers, keys] = tables.map(({ rows }) => rows.flat().join(' '))
  expect(hash).toMatch(/^`0x[0-9a-f]{64}`$/)
  expect(peers).toContain('bank/v7 `12D3KooW9yXo1rm6N1RbtFr5M9mzutyVS9ScDnDxso5YtT61wRun`')
  expect(keys).toContain('aura `0xec6ba38e7193e6a44ab15077f90d65c4605784dbdd2b1d16cbeee725992b105b`, grandpa `0xd33885')
})
