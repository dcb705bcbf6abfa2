import type { Case, ExpectedFinding } from '../case.ts'

/** Where DNS and the API server of a cluster are, and who reads metrics. */

const ofCluster = (name: string, field: string, ...findings: Case['findings']): Case => ({
  name,
  change: [['    storageClass: gp3\n', `    storageClass: gp3\n    ${field}\n`]],
  findings,
})

const ofNetwork = (name: string, field: string, ...findings: Case['findings']): Case => ({
  name,
  change: [['version: 1\n', `version: 1\n${field}\n`]],
  findings,
})

const refused = (at: string, message: string, hint?: string): ExpectedFinding => ({
  rule: 'schema',
  severity: 'error',
  at,
  message,
  ...(hint === undefined ? {} : { hint }),
})

const warned = (rule: string, at: string, message: string, hint: string): ExpectedFinding => ({
  rule,
  severity: 'warning',
  at,
  message,
  hint,
})

const idle = (at: string, message: string, hint = 'remove it') => warned('no-effect', at, message, hint)

export const clusterServices: readonly Case[] = [
  ofCluster(
    'DNS with no label',
    'dns: {labels: {}}',
    refused(
      '19:19',
      'clusters[eu].dns.labels must have at least one label',
      'without one, every pod of the namespace would count as DNS: remove `labels` for the default',
    ),
  ),
  ofCluster(
    'DNS with a label without a key',
    'dns: {labels: {"": dns}}',
    refused(
      '19:20',
      'clusters[eu].dns.labels[""]: must be a label key: letters, digits, "-", "_" and ".", optionally with a prefix such as example.com/',
    ),
  ),
  ofCluster(
    'DNS with a value that labels cannot have',
    'dns: {labels: {app: core dns}}',
    refused(
      '19:25',
      'clusters[eu].dns.labels.app must be a label value in quotes: at most 63 letters, digits, "-", "_", ".", got "core dns"',
    ),
  ),
  ofCluster(
    'DNS at a port that is none',
    'dns: {port: -53}',
    refused('19:17', 'clusters[eu].dns.port must be at least 1, got -53'),
  ),
  ofCluster(
    'DNS anywhere',
    'dns: {addresses: ["::/0", 0.0.0.0/0]}',
    warned(
      'no-effect',
      '19:23',
      '::/0 in dns.addresses of cluster eu has no effect: the cluster has IPv4 only',
      'remove it',
    ),
    warned(
      'network-policy',
      '19:31',
      'pods of cluster eu may ask any DNS server (0.0.0.0/0): names that they ask for can carry data out',
      "list the addresses of the cluster's own DNS",
    ),
  ),
  ofCluster(
    'DNS of the machine itself, beside a cache on it',
    'dns: {addresses: [127.0.0.53/32, 169.254.20.10/32]}',
    idle(
      '19:23',
      '127.0.0.53/32 in dns.addresses of cluster eu has no effect: 127.0.0.53 resolves to the connecting machine itself (loopback, RFC 1122)',
    ),
  ),
  ofCluster(
    'addresses of a family that the cluster does not have',
    'apiServer: {ranges: ["fd00::1/128"]}',
    idle('19:26', 'fd00::1/128 in apiServer.ranges of cluster eu has no effect: the cluster has IPv4 only'),
  ),
  ofCluster(
    'an API server anywhere',
    'apiServer: {ranges: [0.0.0.0/0]}',
    idle('19:26', '0.0.0.0/0 in apiServer.ranges of cluster eu has no effect: any address is the default'),
  ),
  ofCluster(
    'an API server at an address without its prefix',
    'apiServer: {ranges: [10.0.0.1]}',
    refused(
      '19:26',
      'clusters[eu].apiServer.ranges[0] must be a range such as 203.0.113.0/24 or 2001:db8::/48, got "10.0.0.1"',
      'write 10.0.0.1/32 for a single address',
    ),
  ),
  ofCluster(
    'addresses that are listed twice',
    'dns: {addresses: [10.0.0.10/32, 10.0.0.10/32]}\n    apiServer: {ranges: [10.0.0.1/32, 10.0.0.1/32]}',
    idle('19:37', 'dns.addresses of cluster eu have 10.0.0.10/32 twice', 'remove one of the two'),
    idle('20:39', 'apiServer.ranges of cluster eu have 10.0.0.1/32 twice', 'remove one of the two'),
  ),
  {
    name: 'the API server of an Emissary that runs already',
    change: [
      ['ports: 16000-16009\n      sourceRanges: [198.51.100.0/24]', 'existing: {namespace: emissary}'],
      ['provider: gke', 'provider: kind'],
      ['    domain: us.example.com\n', '    domain: us.example.com\n    apiServer: {port: 6443}\n'],
    ],
    findings: [
      idle(
        '22:16',
        'apiServer of cluster us has no effect: the policies of an existing Emissary are not rendered',
        'remove apiServer',
      ),
    ],
  },
  ofNetwork(
    'metrics that nobody may read',
    'monitoring: {podMonitor: true, namespaces: []}',
    warned(
      'monitoring',
      '3:44',
      'monitoring.namespaces is empty: network policies let no Prometheus read metrics',
      'name the namespace of your Prometheus, or remove podMonitor',
    ),
  ),
  ofNetwork(
    'a namespace of readers twice',
    'monitoring: {namespaces: [metrics, metrics]}',
    idle('3:36', 'monitoring.namespaces have metrics twice', 'remove one of the two'),
  ),
  ofNetwork(
    'any namespace of readers',
    'monitoring: {namespaces: ["*"]}',
    refused(
      '3:27',
      'monitoring.namespaces[0] must be a DNS-1123 label: lower-case letters, digits and "-", beginning with a letter, at most 63, got "*"',
    ),
  ),
]
