import { describe, expect, test } from 'vitest'
import { wantedRenewals } from '../../src/commands/renewal.ts'
import { dumpLock, emptyLock, readLock } from '../../src/network/lock.ts'

const day = 24 * 60 * 60 * 1000

describe('--renew and --within', () => {
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
  ])('%j and %j', (renew, within, wanted) => expect(wantedRenewals(renew, within)).toEqual(wanted))

  test.each([
    [
      'expiring carrier/peer1',
      '30d',
      '--renew cannot be "expiring carrier/peer1"',
      'write expiring, or names such as carrier/peer1',
    ],
    ['expiring', '30', '--within cannot be "30"', 'write a number of days, such as 30d'],
    ['expiring', '12h', '--within cannot be "12h"', 'write a number of days, such as 30d'],
  ])('not %j and %j', (renew, within, message, hint) =>
    expect(() => wantedRenewals(renew, within)).toThrow(expect.objectContaining({ message, hint })),
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
