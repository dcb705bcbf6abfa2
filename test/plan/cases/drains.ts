import { ambassadorReplaced, type RiskCase } from '../case.ts'

const platform = 'platform: besu\n'
const held = `${platform}drains: network\n`

/** Consensus nodes that draining of machines may evict. */
export const drains: readonly RiskCase[] = [
  {
    name: 'drains take more than the network can lose',
    given: [[platform, held]],
    edits: [[held, platform]],
    risks: [
      {
        risk: 'caution drains-loosened drains 1:1',
        message:
          'draining machines of all clusters can evict 3 validators at once, one of each organization in each cluster: the network can lose 2',
        hint: 'drain one machine after the other, in one cluster after the other, and set `placement: {spread: required}`; or keep `drains: network`',
      },
    ],
  },
  {
    name: 'consensus nodes may share a machine',
    given: [['    storageClass: gp3\n', '    storageClass: gp3\n    placement: {spread: required}\n']],
    edits: [['    placement: {spread: required}\n', '']],
    risks: [
      ambassadorReplaced('eu 15:17', 'topologySpreadConstraints'),
      {
        risk: 'caution drains-loosened eu 12:5',
        message: '2 validators of eu may share a machine: its loss, or a drain, may take several',
        hint: 'keep `spread: required`, or compare with what the network can lose',
      },
    ],
  },
  { name: 'drains take less', edits: [[platform, held]], risks: [] },
]
