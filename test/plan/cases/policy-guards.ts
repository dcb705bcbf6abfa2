import type { RiskCase } from '../case.ts'

const looser = (subject: string, at: string, what: string): RiskCase['risks'][number] => ({
  risk: `caution guard-loosened ${subject} ${at}`,
  message: `${subject} is guarded in another way: ${what}`,
  hint: 'put it back, unless the owner wants it so: let in what you know, and nothing that can change the node',
})

const cluster = '    storageClass: gp3\n'

/** Network policies let more through. */
export const policyGuards: readonly RiskCase[] = [
  {
    name: 'one more namespace that reads metrics',
    edits: [['version: 1\n', 'version: 1\nmonitoring: {namespaces: [monitoring, audit]}\n']],
    risks: [looser('trade', '2:26', 'monitoring.namespaces is audit, monitoring instead of monitoring')],
  },
  {
    name: 'no namespace that reads metrics',
    edits: [['version: 1\n', 'version: 1\nmonitoring: {namespaces: []}\n']],
    risks: [],
  },
  {
    name: 'a DNS server besides the usual ones',
    edits: [[cluster, `${cluster}    dns: {addresses: [169.254.0.0/16, 8.8.8.8/32]}\n`]],
    risks: [looser('eu', '17:22', 'dns.addresses is 8.8.8.8/32 instead of not set')],
  },
  {
    name: 'DNS of pods elsewhere, and fewer servers',
    edits: [[cluster, `${cluster}    dns: {namespace: other, labels: {app: dns}, addresses: []}\n`]],
    risks: [
      looser('eu', '17:22', 'dns.namespace is other instead of kube-system; dns.labels is app=dns instead of not set'),
    ],
  },
  {
    name: 'an API server that may be anywhere',
    given: [[cluster, `${cluster}    apiServer: {ranges: [10.0.0.4/32]}\n`]],
    edits: [['    apiServer: {ranges: [10.0.0.4/32]}\n', '']],
    risks: [looser('eu', '12:5', 'apiServer.ranges is not set instead of 10.0.0.4/32')],
  },
  {
    name: 'an API server at known addresses',
    edits: [[cluster, `${cluster}    apiServer: {ranges: [10.0.0.4/32]}\n`]],
    risks: [],
  },
]
