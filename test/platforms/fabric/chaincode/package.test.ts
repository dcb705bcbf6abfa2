import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { gzip } from '../../../../src/platforms/fabric/chaincode/archive.ts'
import { collectionsConfig } from '../../../../src/platforms/fabric/chaincode/collections.ts'
import { packageOf } from '../../../../src/platforms/fabric/chaincode/package.ts'

const index = { index: { fields: ['owner'] }, ddoc: 'byOwner', name: 'byOwner', type: 'json' }
const made = packageOf('assets_1.0', { address: 'assets.trade-alpha:9999' }, { byOwner: index })

/** Files of a .tar.gz, as GNU tar reads it. */
const files = (archive: Buffer): string[] =>
  execFileSync('tar', ['-tzf', '-'], { input: archive, encoding: 'utf8' }).trim().split('\n')
const content = (archive: Buffer, name: string): Buffer => execFileSync('tar', ['-xzOf', '-', name], { input: archive })
const json = (archive: Buffer, name: string): unknown => JSON.parse(content(archive, name).toString())

describe('the package of a chaincode', () => {
  test('has what a peer looks for', () => {
    expect(files(made.archive)).toEqual(['metadata.json', 'code.tar.gz'])
    expect(json(made.archive, 'metadata.json')).toEqual({ path: '', type: 'ccaas', label: 'assets_1.0' })
    const code = content(made.archive, 'code.tar.gz')
    expect(files(code)).toEqual(['connection.json', 'META-INF/statedb/couchdb/indexes/byOwner.json'])
    expect(json(code, 'connection.json')).toEqual({
      address: 'assets.trade-alpha:9999',
      dial_timeout: '10s',
      tls_required: false,
    })
    expect(json(code, 'META-INF/statedb/couchdb/indexes/byOwner.json')).toEqual(index)
  })

  test('has the root certificate where TLS is wanted, and no key', () => {
    const { archive } = packageOf('a_1', { address: 'a:1', rootCertificate: 'PEM\n' }, {})
    expect(json(content(archive, 'code.tar.gz'), 'connection.json')).toEqual({
      address: 'a:1',
      dial_timeout: '10s',
      tls_required: true,
      client_auth_required: false,
      root_cert: 'PEM\n',
    })
  })

  test('has an ID that follows from its bytes, and bytes that follow from its input', () => {
    expect(made.id).toBe(`assets_1.0:${createHash('sha256').update(made.archive).digest('hex')}`)
    expect(made.id).toMatchInlineSnapshot(
      `"assets_1.0:513dc755afaea6c45d39212f681c9bd6aa6220c6c5e2125de7fa2f5d3f6dac4f"`,
    )
    expect(
      packageOf('assets_1.0', { address: 'assets.trade-alpha:9999' }, { byOwner: index }).archive.equals(made.archive),
    ).toBe(true)
    expect(packageOf('assets_1.1', { address: 'assets.trade-alpha:9999' }, { byOwner: index }).id).not.toBe(made.id)
  })
})

test.each([0, 1, 65_535, 65_536, 200_000])('%i bytes are gzip', (length) => {
  const data = Buffer.alloc(length, 'chancery')
  expect(gunzipSync(gzip(data)).equals(data)).toBe(true)
})

test('private data is what the command line of peers reads', () => {
  const collection = {
    name: 'prices',
    policy: "OR('A.member')",
    requiredPeerCount: 1,
    maxPeerCount: 2,
    blockToLive: 0,
    memberOnlyRead: true,
    memberOnlyWrite: true,
  }
  expect(collectionsConfig([])).toBeUndefined()
  expect(
    JSON.parse(
      collectionsConfig([
        collection,
        { ...collection, endorsementPolicy: "OR('A.peer')" },
        { ...collection, endorsementPolicy: '/Channel/Application/Endorsement' },
      ]) ?? '',
    ),
  ).toEqual([
    collection,
    { ...collection, endorsementPolicy: { signaturePolicy: "OR('A.peer')" } },
    { ...collection, endorsementPolicy: { channelConfigPolicy: '/Channel/Application/Endorsement' } },
  ])
})
