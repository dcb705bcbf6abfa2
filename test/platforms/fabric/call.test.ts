import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { outsideOf } from '../../../src/ambassador/outside.ts'
import type { ContractCall } from '../../../src/platforms/contract-call.ts'
import { edited, revisionOf } from '../../plan/revisions.ts'

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')
const definition = read('../../definitions/fabric.yaml')
const call = (more: Partial<ContractCall> = {}): ContractCall => ({
  contract: 'assets',
  function: 'Create',
  arguments: ['a1'],
  channel: undefined,
  writes: true,
  ...more,
})
const operation = (text: string) => revisionOf(text, new Map())

describe('who calls', () => {
  test.each<[string, string, Partial<ContractCall>, string | undefined, object]>([
    ['a peer with an administrator', definition, {}, undefined, { organization: 'carrier', cluster: 'us' }],
    ['one in the cluster that was asked for', definition, {}, 'asia', { organization: 'retailer', cluster: 'asia' }],
    [
      'another, where an administrator is elsewhere',
      edited(definition, [
        ['name: carrier\n    cluster: us\n', 'name: carrier\n    cluster: us\n    administrators: {keys: elsewhere}\n'],
      ]),
      {},
      undefined,
      { organization: 'manufacturer', cluster: 'eu' },
    ],
    [
      'nobody, where no cluster has a key',
      edited(definition, [
        ['name: carrier\n    cluster: us\n', 'name: carrier\n    cluster: us\n    administrators: {keys: elsewhere}\n'],
      ]),
      {},
      'us',
      {
        message: 'no cluster called us has a peer of channel trade and the key of its administrator',
        hint: 'call the chaincode with a client of the organization: chancery connection-profile',
      },
    ],
    [
      'nobody, for an unknown chaincode',
      definition,
      { contract: 'asset' },
      undefined,
      { message: 'there is no chaincode asset', hint: 'chaincodes of the definition: assets on trade' },
    ],
  ])('%s', (_case, text, more, cluster, expected) => {
    const { network, platform } = operation(text)
    expect(platform.operation.callPlace?.(network, call(more), cluster)).toEqual(expected)
  })
})

it('is endorsed by a peer of each member, at their addresses and roots', () => {
  const { network, platform, ports, material } = operation(definition)
  const view = {
    network,
    cluster: 'us',
    material,
    outside: outsideOf(platform, ports),
    addressOf: (node: { readonly name: string }) => ({ host: node.name, port: 7051 }),
  }
  const inquiry = platform.operation.callInquiry?.({ organization: 'carrier', cluster: 'us' }, call(), view)
  expect(inquiry?.env).toMatchObject({
    CHANNEL: 'trade',
    CHAINCODE: 'assets',
    CALL: '{"Args":["Create","a1"]}',
    WRITES: 'true',
    CORE_PEER_LOCALMSPID: 'CarrierMSP',
    ORDERERS: 'orderer2:7051 orderer1:7051 orderer3:7051',
    ENDORSERS:
      'peer1:7051=/etc/inquiry/endorser-carrier.crt peer1:7051=/etc/inquiry/endorser-manufacturer.crt peer1:7051=/etc/inquiry/endorser-retailer.crt',
  })
  expect(Object.keys(inquiry?.files ?? {})).toEqual(
    expect.arrayContaining([
      'orderers.crt',
      'endorser-carrier.crt',
      'endorser-manufacturer.crt',
      'endorser-retailer.crt',
    ]),
  )
  expect(JSON.stringify(inquiry?.files)).not.toContain('PRIVATE KEY')
})

describe('what the peer command of Fabric 3.1.5 printed', () => {
  const judged = (output: string, more: Partial<ContractCall> = {}) => {
    const verdict = operation(definition).platform.operation.judgeCall?.(call(more), output)
    return `${verdict?.good === true ? '' : '! '}${verdict?.message}`
  }

  it('of a transaction is its result and its number', () => {
    expect(judged(read('recorded/call.txt'))).toMatch(
      /^assets:Create was committed in \d+ s, transaction [0-9a-f]{64}: status:200/,
    )
  })

  it('of one that the ledger has as invalid is a failure', () => {
    expect(
      judged(read('recorded/call.txt').replace('(VALID)', '(MVCC_READ_CONFLICT)').replace('0 end 0', '0 end 1')),
    ).toMatch(/^! assets:Create failed after \d+ s, transaction [0-9a-f]{64} \(MVCC_READ_CONFLICT\)/)
  })

  it('of one that no peer endorses is its reason', () => {
    expect(judged(read('recorded/call-failed.txt'))).toMatch(
      /^! assets:Create failed after \d+ s: endorsement failure during invoke\. response: .*chaincode is not installed/,
    )
  })

  it('of an evaluation is its result', () => {
    expect(judged('0 out: pong\n0 end 0\nseconds 1\n', { writes: false })).toBe(
      'assets:Create was evaluated in 1 s: pong',
    )
  })

  it('is nothing when the Job ended before', () => {
    expect(judged('')).toBe('! assets:Create was not called: the Job ended before')
  })
})
