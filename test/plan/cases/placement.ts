import { ambassadorReplaced, type RiskCase } from '../case.ts'

const moved = (nodes: string, where = ''): RiskCase['risks'][number] => ({
  risk: 'caution placement-changed eu 12:5',
  message: `the placement of ${nodes}: a pod stays pending where no machine fits that its volume can follow to${where}`,
  hint: 'check labels, taints and free room of the machines in the zone of each volume; a volume of one machine cannot follow at all',
})

/** Other machines for nodes, and more time to start. */
export const placement: readonly RiskCase[] = [
  {
    name: 'machines of a cluster',
    edits: [
      [
        '    storageClass: gp3\n',
        '    storageClass: gp3\n    placement: {nodeSelector: {pool: ledger}, spread: required}\n',
      ],
    ],
    risks: [
      ambassadorReplaced('eu 15:17', 'nodeSelector and topologySpreadConstraints'),
      moved(
        '3 nodes of eu changes (maker/desk, maker/v3 and maker/v4)',
        ', or where all of them have such a node already',
      ),
    ],
  },
  {
    name: 'machines of a node',
    edits: [['{name: desk, role: rpc}', '{name: desk, role: rpc, placement: {priorityClass: ledger}}']],
    risks: [moved('1 node of eu changes (maker/desk)')],
  },
  {
    name: 'what was so before, for an organization in place of its cluster',
    given: [['    storageClass: gp3\n', '    storageClass: gp3\n    placement: {spread: required}\n']],
    edits: [
      ['    placement: {spread: required}\n', ''],
      ['  - name: maker\n', '  - name: maker\n    placement: {spread: required}\n'],
    ],
    risks: [ambassadorReplaced('eu 15:17', 'topologySpreadConstraints')],
  },
  {
    name: 'more machines than before',
    given: [
      [
        '{name: desk, role: rpc}',
        '{name: desk, role: rpc, placement: {nodeSelector: {pool: ledger, disk: fast}, spread: required}}',
      ],
    ],
    edits: [
      [
        'placement: {nodeSelector: {pool: ledger, disk: fast}, spread: required}',
        'placement: {nodeSelector: {pool: ledger}, tolerations: [{key: ledger, operator: Exists}]}',
      ],
    ],
    risks: [],
  },
  {
    name: 'other labels of machines',
    given: [['{name: desk, role: rpc}', '{name: desk, role: rpc, placement: {nodeSelector: {pool: ledger}}}']],
    edits: [['{pool: ledger}', '{pool: chain}']],
    risks: [moved('1 node of eu changes (maker/desk)')],
  },
  {
    name: 'a taint that is no longer tolerated',
    given: [
      ['{name: desk, role: rpc}', '{name: desk, role: rpc, placement: {tolerations: [{key: a, operator: Exists}]}}'],
    ],
    edits: [[', placement: {tolerations: [{key: a, operator: Exists}]}', '']],
    risks: [moved('1 node of eu changes (maker/desk)')],
  },
  {
    name: 'more time to start',
    edits: [['{name: desk, role: rpc}', '{name: desk, role: rpc, startupTimeout: 1h}']],
    risks: [],
  },
]
