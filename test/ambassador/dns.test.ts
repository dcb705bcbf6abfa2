import { expect, test } from 'vitest'
import { type DnsRecord, withAddresses } from '../../src/ambassador/dns.ts'
import { resultSummary } from '../../src/report/summary.ts'

const record = (cluster: string): DnsRecord => ({
  cluster,
  name: `*.${cluster}.example.com`,
  type: 'A or CNAME',
  target: 'Service ambassador in namespace trade-ambassador: its external IP',
})

test('records say where the Ambassador is once somebody has looked', () => {
  const found = new Map([
    ['eu', ['203.0.113.7', '203.0.113.8']],
    ['us', []],
  ])
  const records = withAddresses(['eu', 'us', 'jp'].map(record), found)

  expect(records).toEqual([{ ...record('eu'), addresses: ['203.0.113.7', '203.0.113.8'] }, record('us'), record('jp')])
  const text = resultSummary('network.yaml', { status: 0, findings: [], clusters: [], dnsRecords: records })
  expect(text).toContain('| eu | `*.eu.example.com` | A or CNAME | `203.0.113.7`, `203.0.113.8` |')
  expect(text).toContain('| us | `*.us.example.com` | A or CNAME | Service ambassador in namespace')
})
