import { describe, expect, test } from 'vitest'
import { readOptions } from '../../src/commands/options.ts'
import { renewOptions, wantedRenewals } from '../../src/commands/renewal.ts'
import { dumpLock, emptyLock, readLock } from '../../src/network/lock.ts'

const day = 24 * 60 * 60 * 1000

describe('renew and within', () => {
  const read = (renew: string, within: string) => {
    const { values, problems } = readOptions(renewOptions, (name) => (name === 'renew' ? renew : within))
    return problems.length > 0 ? problems : wantedRenewals(values as Parameters<typeof wantedRenewals>[0])
  }

  test.each<[string, string, ReturnType<typeof wantedRenewals>]>([
    ['', '30d', undefined],
    ['  ', '30d', undefined],
    ['expiring', '30d', { within: 30 * day }],
    ['expiring', '400d', { within: 400 * day }],
    ['carrier/peer1', '30d', ['carrier/peer1']],
    [
      'carrier/peer1, carrier/clients/app\nretailer/orderer1',
      '30d',
      ['carrier/peer1', 'carrier/clients/app', 'retailer/orderer1'],
    ],
  ])('%j and %j', (renew, within, wanted) => expect(read(renew, within)).toEqual(wanted))

  test.each([
    ['expiring carrier/peer1', '30d', 'renew', 'write expiring, or names such as carrier/peer1'],
    ['expiring', '30', 'within', 'write a number of days, such as 30d'],
    ['expiring', '12h', 'within', 'write a number of days, such as 30d'],
  ])('not %j and %j', (renew, within, option, allowed) =>
    expect(read(renew, within)).toEqual([{ option, given: option === 'renew' ? renew : within, allowed }]),
  )
})

describe('the lock', () => {
  const certificates = {
    'material/public/carrier/tlsca.crt': '2041-11-19T11:55:00Z',
    'material/public/carrier/peer1/tls.crt': '2027-11-23T11:55:00Z',
  }

  test('records when certificates expire, in the order of their paths', () => {
    const text = dumpLock({ ...emptyLock, certificates })
    expect(text).toContain(
      "certificates:\n  material/public/carrier/peer1/tls.crt: '2027-11-23T11:55:00Z'\n  material/public/carrier/tlsca.crt: '2041-11-19T11:55:00Z'\n",
    )
    expect(readLock(text)).toEqual({ ...emptyLock, certificates })
  })

  test('has no word of them where there are none', () => expect(dumpLock(emptyLock)).not.toContain('certificates'))

  test('takes no other than times', () =>
    expect(readLock('version: 1\nports: {}\nmaterial: {}\ncertificates: {a.crt: soon}\n')).toMatchObject([
      { rule: 'lock' },
    ]))
})
