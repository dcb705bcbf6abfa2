import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { genesisOf } from '../../../src/platforms/substrate/genesis/genesis.ts'
import { peerIdOf } from '../../../src/platforms/substrate/keys/peer-id.ts'
import { multiaddress } from '../../../src/platforms/substrate/peers.ts'
import { ambassadorPort } from './ambassador.ts'
import { libp2pNode } from './libp2p/node.ts'
import { lightClient, rawSpec } from './light-client.ts'
import { smallRuntime, wasmOf } from './small-runtime.ts'

const messages: string[] = []
const client = lightClient((target, message) => void messages.push(`${target}: ${message}`))

const servers: { close(): unknown }[] = []
afterAll(() => {
  for (const server of servers) server.close()
})

async function ambassador(target: number): Promise<number> {
  const opened = await ambassadorPort({ host: '127.0.0.1', port: 0 }, { host: '127.0.0.1', port: target })
  servers.push(opened)
  return opened.port
}

const genesis = { raw: { top: { '0x3a636f6465': `0x${bytesToHex(wasmOf(smallRuntime))}` }, childrenDefault: {} } }
const built = genesisOf(genesis)
const hash = 'hash' in built ? built.hash.slice(2) : ''

describe('smoldot dials a bootnode through the Ambassador', () => {
  it('at the peer ID of its node key, and asks for protocols of the chain with the computed genesis hash', async () => {
    const nodeKey = hexToBytes('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60')
    const node = await libp2pNode(nodeKey)
    servers.push(node)
    const address = multiaddress({ host: '127.0.0.1', port: await ambassador(node.port) }, [])
    const chain = await client.add(rawSpec(genesis, [`${address}/p2p/${peerIdOf(nodeKey)}`]))
    await vi.waitFor(() => expect([...node.seen.protocols]).toContain(`/${hash}/block-announces/1`), 30_000)
    expect(node.seen.handshakes).toBeGreaterThan(0)
    chain.remove()
  })

  it('and does nothing with another key', async () => {
    const node = await libp2pNode(new Uint8Array(32).fill(1))
    servers.push(node)
    const address = multiaddress({ host: '127.0.0.1', port: await ambassador(node.port) }, [])
    const expected = peerIdOf(new Uint8Array(32).fill(2))
    const chain = await client.add(rawSpec(genesis, [`${address}/p2p/${expected}`]))
    await vi.waitFor(() => expect(messages.join('\n')).toMatch(/mismatch/i), 30_000)
    // It may ask who that is, and for nothing of the chain.
    expect([...node.seen.protocols].filter((protocol) => protocol.includes(hash))).toEqual([])
    chain.remove()
  })
})
