import { expect, test } from 'vitest'
import { bootnodesOf } from '../../../../src/platforms/substrate/chain-spec/bootnodes.ts'
import type { SubstrateNetwork } from '../../../../src/platforms/substrate/network.ts'

const peer = 'p2p/12D3KooWSbzTV1jdPbg9mn2uYYVeNMoaaYCuF9o2ygBPQ197uK8J'

const found = (bootNodes: unknown, chain: object = { existing: true }) => {
  const text = JSON.stringify({ bootNodes, genesis: { raw: {} } })
  const material = { text: () => text, bytes: () => undefined, value: () => undefined, standIns: new Set<string>() }
  return bootnodesOf({ top: { chain: { spec: 'chain/raw.json', ...chain } } } as unknown as SubstrateNetwork, material) // all that it reads
}

test.each([
  ['a name', `/dns4/boot.example.com/tcp/30333/${peer}`, { host: 'boot.example.com', port: 30333 }],
  [
    'a name of any family, over WebSocket',
    `/dns/boot.example.com/tcp/443/wss/${peer}`,
    { host: 'boot.example.com', port: 443 },
  ],
  ['an IPv4 address', `/ip4/192.0.2.7/tcp/1/${peer}`, { host: '192.0.2.7', port: 1 }],
  ['an IPv6 address', `/ip6/2001:db8::7/tcp/65535/${peer}`, { host: '2001:db8::7', port: 65535 }],
])('tells the address of %s', (_, text, address) => {
  expect(found([text])).toEqual([address])
})

test('leaves out what no node dials', () => {
  expect(found(['/unix/a', '/dns4/x/udp/1/quic', 7, `/dns4/boot.example.com/tcp/30333/${peer}`])).toHaveLength(1)
  expect(found('none')).toEqual([])
})

test('a spec that Chancery completes has none', () => {
  expect(found([`/ip4/192.0.2.7/tcp/1/${peer}`], { existing: false })).toEqual([])
})
