import { ed25519 } from '@noble/curves/ed25519.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { blake2b } from '@noble/hashes/blake2.js'
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { verify } from '@scure/sr25519'
import { describe, expect, it } from 'vitest'
import { materialOf } from '../../../../src/material/files.ts'
import { isKey } from '../../../../src/material/material.ts'
import { seededRandom } from '../../../../src/material/random.ts'
import type { CommandInput } from '../../../../src/platforms/command.ts'
import { sessionKeysCommand } from '../../../../src/platforms/substrate/commands/session-keys.ts'
import { substrate } from '../../../../src/platforms/substrate/index.ts'
import { decodeAddress } from '../../../../src/platforms/substrate/keys/ss58.ts'
import type { SubstrateNetwork } from '../../../../src/platforms/substrate/network.ts'
import type { SubstrateNode, SubstrateTop } from '../../../../src/platforms/substrate/schema.ts'
import { chain, chainFiles, type Edits, edited, revisionOf } from '../../../plan/revisions.ts'

const account = '5CVVSaMf8eEFFMN1GNnew6qmkZ2MYepTB2gjnmGJmrn3sMAx'
const withBeefy: Edits = [
  ['  id: trade\n', '  id: trade\n  sessionKeys: {grandpa: ed25519, aura: sr25519, beefy: ecdsa}\n'],
  [
    '        sessionKeys:\n',
    '        sessionKeys:\n          beefy: KW5gH6Z3cp2mzjDiFvwx6H1omguqpg6UAacK7NYhKZf2ccVJk\n',
  ],
]

/** All keys, public and private, of a definition. */
function made(edits: Edits) {
  const { network } = revisionOf(edited(chain, edits), chainFiles)
  const files = new Map(chainFiles)
  const sealed = new Map<string, Readonly<Record<string, string>>>()
  for (const request of substrate.material.requests(network as SubstrateNetwork, () => ({ host: '', port: 0 }))) {
    if (!isKey(request)) continue
    const keys = request.make({ random: seededRandom('keys') } as Parameters<typeof request.make>[0]) // takes nothing else
    for (const [path, text] of Object.entries(keys.public)) files.set(path, text)
    if (request.sealed !== undefined) sealed.set(request.sealed.path, keys.private)
  }
  return { network: network as SubstrateNetwork, files, sealed }
}

async function run(name: string, { network, files, sealed }: ReturnType<typeof made>) {
  const input: Partial<CommandInput<SubstrateTop, SubstrateNode>> = {
    network,
    given: [name],
    material: materialOf(files),
    random: seededRandom('proof'),
    open: async (path) => sealed.get(path) ?? {},
  }
  const { lines, output = '{}' } = await sessionKeysCommand.run(input as CommandInput<SubstrateTop, SubstrateNode>) // what it uses
  return { lines, ...(JSON.parse(output) as { account?: string; keys: string; proof?: string }) }
}

const owner = decodeAddress(account)?.publicKey ?? expect.unreachable('it is an address')
const statement = concatBytes(utf8ToBytes('POP_'), owner)
const after = 'the chain uses the keys in the session after the next one'
const old = 'a runtime before stable2603 takes any proof, such as 0x'

describe('what an account announces', () => {
  it('is all keys in the order of the runtime, and a signature of each over the account', async () => {
    const folder = made(withBeefy)
    const told = await run('retailer/v6', folder)
    const { sessionKeys } = materialOf(folder.files).value('material/public/retailer/v6.yaml') as {
      sessionKeys: Readonly<Record<'aura' | 'grandpa' | 'beefy', string>>
    }
    const { aura, grandpa, beefy } = sessionKeys
    expect([told.account, told.keys]).toEqual([account, `${grandpa}${aura.slice(2)}${beefy.slice(2)}`])
    expect(told.lines).toEqual([`${account} signs session.setKeys(keys, proof) with these arguments; ${after}`, old])
    const proof = hexToBytes(told.proof?.slice(2) ?? '')
    const [ofGrandpa, ofAura, ofBeefy] = [proof.subarray(0, 64), proof.subarray(64, 128), proof.subarray(128)]
    const bytes = (key: string): Uint8Array => hexToBytes(key.slice(2))
    expect(ed25519.verify(ofGrandpa, statement, bytes(grandpa))).toBe(true)
    expect(verify(statement, ofAura, bytes(aura))).toBe(true)
    // sp-core: 64 bytes, then the number by which the key is recovered from the BLAKE2 digest.
    expect(ofBeefy).toHaveLength(65)
    const recovered = secp256k1.Signature.fromBytes(
      concatBytes(ofBeefy.subarray(64), ofBeefy.subarray(0, 64)),
      'recovered',
    )
    expect(recovered.recoverPublicKey(blake2b(statement, { dkLen: 32 })).toHex(true)).toBe(beefy.slice(2))
  })

  it('is the newest keys of a validator that rotates', async () => {
    const [first, rotated] = [made([]), made([[account, `${account}, keyRotation: 1`]])]
    const [before, now] = [await run('retailer/v6', first), await run('retailer/v6', rotated)]
    expect(now.keys).toHaveLength(before.keys.length)
    expect(now.keys).not.toBe(before.keys)
  })

  it('has no proof without an account', async () => {
    const told = await run('retailer/v6', made([[`, account: ${account}`, '']]))
    expect(told).not.toHaveProperty('account')
    expect(told).not.toHaveProperty('proof')
    expect(told.lines).toEqual([
      `the account of retailer/v6 signs session.setKeys(keys, proof) with these arguments; ${after}`,
      `without an account there is no proof: ${old}`,
    ])
  })

  it('has no proof where the organization keeps the private keys', async () => {
    const told = await run('retailer/v6', made([[account, `${account}, existingSecret: v6-vault`]]))
    expect(told.lines[1]).toBe(
      `the private keys are in Secret v6-vault, so there is no proof: ${old}. Newer nodes make it themselves (author_rotateKeysWithOwner)`,
    )
  })
})

describe('nothing', () => {
  it.each([
    ['retailer/rpc', 'there is no validator "retailer/rpc"'],
    ['retailer/v9', 'there is no validator "retailer/v9"'],
  ])('of %s', async (name, message) => {
    await expect(run(name, made([]))).rejects.toMatchObject({ message })
  })

  it('before the keys are made', async () => {
    const folder = made([[account, `${account}, keyRotation: 1`]])
    folder.files.delete('material/public/retailer/v6-session-1.yaml')
    await expect(run('retailer/v6', folder)).rejects.toMatchObject({
      message: 'retailer/v6 has no session keys of rotation 1 yet',
      hint: 'run `chancery keys` first, and commit the public half',
    })
  })

  it('of private keys that are others', async () => {
    const folder = made([])
    const path = 'material/sealed/asia/retailer/v6.yaml'
    folder.sealed.set(path, { ...folder.sealed.get(path), aura: `"0x${'12'.repeat(32)}"` })
    await expect(run('retailer/v6', folder)).rejects.toMatchObject({
      message: `${path} has another aura key than its public half`,
    })
    folder.sealed.set(path, { ...folder.sealed.get(path), aura: 'bottom drive obey' })
    await expect(run('retailer/v6', folder)).rejects.toMatchObject({
      message: `${path} has a session key that is not a seed`,
    })
  })
})
