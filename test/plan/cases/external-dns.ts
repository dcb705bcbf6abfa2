import type { RiskCase } from '../case.ts'

const ranges = 'ambassador: {sourceRanges: [198.51.100.0/24]}'
const withDns = (value: string): string => `ambassador: {sourceRanges: [198.51.100.0/24], externalDns: ${value}}`

/** Records that external-dns keeps. */
export const externalDns: readonly RiskCase[] = [
  {
    name: 'no record by external-dns any more',
    given: [[ranges, withDns('true')]],
    edits: [[withDns('true'), ranges]],
    risks: [
      {
        risk: 'caution external-dns-changed us 21:17',
        message:
          'external-dns no longer keeps the record *.us.example.com: with --policy=sync it deletes the record, and names below us.example.com stop resolving',
        hint: 'create the record by hand right after the merge',
      },
    ],
  },
  {
    name: 'other targets',
    given: [[ranges, withDns('true')]],
    edits: [[withDns('true'), withDns('{targets: [203.0.113.9, 203.0.113.8]}')]],
    risks: [
      {
        risk: 'caution external-dns-changed us 21:64',
        message:
          "the record *.us.example.com points at 203.0.113.8, 203.0.113.9 instead of the Ambassador's Service: nodes elsewhere and clients connect there",
        hint: 'be sure that connections there reach the Ambassador, and keep the old target until the time to live of the record has passed',
      },
    ],
  },
  {
    name: 'the same targets in another order, and a time to live',
    given: [[ranges, withDns('{targets: [203.0.113.9, 203.0.113.8]}')]],
    edits: [['targets: [203.0.113.9, 203.0.113.8]', 'targets: [203.0.113.8, 203.0.113.9], ttl: 60']],
    risks: [],
  },
  { name: 'a record by external-dns', edits: [[ranges, withDns('true')]], risks: [] },
]
