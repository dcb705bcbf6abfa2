import { describe, expect, it } from 'vitest'
import { stage } from './run-script.ts'

const id = 'kv_1.0:5f1e'
const peers = 'peer1.carrier:7051 peer2.carrier:7051'
const definition = '_1.0'
const approvedBy = (...msps: readonly string[]): string => msps.map((msp) => `${msp} ${id} ${definition}\n`).join('')

const started = (state: Readonly<Record<string, string>> = {}) => {
  const place = stage({ 'package.tar.gz': id, ...state })
  const environment = {
    CHANNEL: 'trade',
    NAME: 'kv',
    VERSION: '1.0',
    SEQUENCE: '1',
    PACKAGE_ID: id,
    PEERS: peers,
    PACKAGE: place.path('package.tar.gz'),
    ORDERERS: 'orderer1:15000 orderer2:15001',
    ORDERER_CA: '/roots/orderers.crt',
    APPROVALS_NEEDED: '2',
    CORE_PEER_LOCALMSPID: 'CarrierMSP',
    COMMIT_TARGETS:
      'CarrierMSP=peer1.carrier:7051=/roots/carrier.crt ManufacturerMSP=peer1.manufacturer:15003=/roots/manufacturer.crt RetailerMSP=peer1.retailer:15004=/roots/retailer.crt',
  }
  const counted = (command: string): number => place.asked().filter((line) => line.includes(` ${command} `)).length
  return { place, counted, run: (more = {}) => place.run('chaincode-lifecycle', { ...environment, ...more }) }
}

describe('chaincode-lifecycle', () => {
  it('installs on every peer, approves, and commits with those who have approved', () => {
    const { place, counted, run } = started({ approvals: approvedBy('ManufacturerMSP') })
    expect(run()).toEqual({
      status: 0,
      output:
        ['peer1.carrier:7051: installed', 'peer2.carrier:7051: installed'].map((text) => `${text} ${id}\n`).join('') +
        'approved\ncommitted\n',
    })
    expect(place.read('installed')).toBe(`peer1.carrier:7051 ${id}\npeer2.carrier:7051 ${id}\n`)
    expect(place.read('targets').trim()).toBe('peer1.carrier:7051 peer1.manufacturer:15003')
    expect(place.read('committed')).toBe('1\n')
    expect(counted('commit')).toBe(1)
  })

  it('does nothing the second time', () => {
    const { counted, run } = started({ approvals: approvedBy('ManufacturerMSP') })
    run()
    expect(run()).toMatchObject({ status: 0, output: expect.stringContaining('approved already\ncommitted\n') })
    expect([counted('install'), counted('approveformyorg'), counted('commit')]).toEqual([2, 1, 1])
  })

  it('names everybody when all have to approve', () => {
    const { run } = started()
    expect(run({ APPROVALS_NEEDED: '3' }).output).toMatch(
      /waiting for others: the approval of chaincode kv by ManufacturerMSP, RetailerMSP\n$/,
    )
  })

  it('logs no error when it succeeds in the end', () => {
    const { run } = started({ down: '4', approvals: approvedBy('ManufacturerMSP') })
    expect(run().output).toBe(
      [
        `${id} is not installed on peer1.carrier:7051 yet`,
        ...['peer1.carrier:7051: installed', 'peer2.carrier:7051: installed'].map((text) => `${text} ${id}`),
        ...['approved', 'committed', ''],
      ].join('\n'),
    )
  })

  it('waits for an organization that is late', () => {
    const { run } = started({ late: '4', later: approvedBy('RetailerMSP') })
    expect(run()).toMatchObject({ status: 0, output: expect.stringContaining('committed') })
  })

  it('gives up for now when nobody else approves: the Job tries again', () => {
    const { place, counted, run } = started()
    expect(run()).toMatchObject({
      status: 1,
      output: expect.stringMatching(
        /waiting for others: the approval of chaincode kv by 1 of ManufacturerMSP, RetailerMSP\n$/,
      ),
    })
    expect(counted('commit')).toBe(0)
    place.write('late', '0')
    place.write('later', approvedBy('RetailerMSP'))
    expect(run()).toMatchObject({ status: 0, output: expect.stringContaining('approved already\ncommitted') })
  })

  it('leaves the commit to others, but not for ever', () => {
    const { place, counted, run } = started({ approvals: approvedBy('ManufacturerMSP') })
    expect(run({ COMMIT_AFTER: '3' })).toMatchObject({ status: 0, output: expect.stringContaining('committed') })
    expect(counted('checkcommitreadiness')).toBe(5)
    expect(place.read('committed')).toBe('1\n')
  })

  it('goes on while there is no leader, with the other orderer too', () => {
    const { place, run } = started({ leaderless: '3', approvals: approvedBy('ManufacturerMSP') })
    expect(run()).toMatchObject({ status: 0, output: expect.stringContaining('committed') })
    const orderers = place.asked().flatMap((line) => / approveformyorg .*--orderer (\S+)/.exec(line)?.[1] ?? [])
    expect(orderers).toEqual(['orderer1:15000', 'orderer2:15001', 'orderer1:15000', 'orderer2:15001'])
  })

  it('waits for peers that start', () => {
    const { run } = started({ down: '4', approvals: approvedBy('ManufacturerMSP') })
    expect(run()).toMatchObject({ status: 0, output: expect.stringContaining('committed') })
  })

  it('leaves a channel alone that has a newer sequence, but for the package', () => {
    const { place, counted, run } = started({ committed: '3' })
    expect(run()).toMatchObject({
      status: 0,
      output: expect.stringContaining('channel trade already has sequence 3 of chaincode kv'),
    })
    expect(place.read('installed')).toContain(id)
    expect(counted('approveformyorg')).toBe(0)
  })

  it('waits for the sequence below its own', () => {
    const { run } = started({ committed: '1' })
    expect(run({ SEQUENCE: '3' })).toMatchObject({
      status: 1,
      output: expect.stringMatching(/waiting for others: sequence 2 of chaincode kv\n$/),
    })
  })

  it('approves for an organization that is late although the channel has agreed', () => {
    const { counted, run } = started({ committed: '1' })
    expect(run()).toMatchObject({ status: 0, output: expect.stringContaining('approved\ncommitted') })
    expect([counted('approveformyorg'), counted('commit')]).toEqual([1, 0])
  })

  it('approves anew what was approved with other values', () => {
    const { counted, run } = started({ approvals: `CarrierMSP ${id} _0.9\n${approvedBy('ManufacturerMSP')}` })
    expect(run()).toMatchObject({ status: 0, output: expect.stringContaining('approved\ncommitted') })
    expect(counted('approveformyorg')).toBe(1)
  })

  it('believes the channel that its organization has approved, where its peer cannot tell for which package yet', () => {
    const { counted, run } = started({ approvals: approvedBy('CarrierMSP', 'ManufacturerMSP'), unknown: '99' })
    expect(run()).toMatchObject({ status: 0, output: expect.stringContaining('approved already\ncommitted') })
    expect(counted('approveformyorg')).toBe(0)
  })

  it("finds that a Job of the organization's other cluster was faster", () => {
    const { counted, run } = started({ overtaken: '1', theirs: approvedBy('CarrierMSP', 'ManufacturerMSP') })
    expect(run()).toMatchObject({ status: 0, output: expect.stringContaining('approved already\ncommitted') })
    expect(counted('approveformyorg')).toBe(1)
  })

  it('approves anew for another package', () => {
    const { counted, run } = started({
      approvals: `CarrierMSP kv_1.0:0ther ${definition}\n${approvedBy('ManufacturerMSP')}`,
    })
    expect(run()).toMatchObject({ status: 0, output: expect.stringContaining('approved\ncommitted') })
    expect(counted('approveformyorg')).toBe(1)
  })

  it('approves without a package where the organization runs none', () => {
    const { place, counted, run } = started({ approvals: approvedBy('ManufacturerMSP') })
    expect(run({ PACKAGE: '', PACKAGE_ID: '' })).toEqual({ status: 0, output: 'approved\ncommitted\n' })
    expect(place.asked().find((line) => line.includes('approveformyorg'))).not.toContain('--package-id')
    expect([counted('queryinstalled'), counted('install')]).toEqual([0, 0])
  })

  it('does not offer an invalid commit to every orderer, nor again to the same organizations', () => {
    const { counted, run } = started({ approvals: approvedBy('CarrierMSP', 'ManufacturerMSP'), invalid: '1' })
    expect(run()).toMatchObject({
      status: 1,
      output: expect.stringContaining('transaction invalidated with status (ENDORSEMENT_POLICY_FAILURE)'),
    })
    expect(counted('commit')).toBe(1)
  })

  it('hands on policy, collections and initialization as they are', () => {
    const { place, run } = started()
    run({
      SIGNATURE_POLICY: "OR('CarrierMSP.peer', 'RetailerMSP.peer')",
      COLLECTIONS: '/etc/collections.json',
      INIT_REQUIRED: 'true',
    })
    expect(place.asked().find((line) => line.includes('approveformyorg'))).toContain(
      "--signature-policy OR('CarrierMSP.peer', 'RetailerMSP.peer') --collections-config /etc/collections.json --init-required",
    )
  })
})
