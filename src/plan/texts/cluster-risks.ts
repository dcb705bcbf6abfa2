import type { RiskTexts } from '../../network/risk-text.ts'

/** Risks of the network, its clusters and its Ambassadors. */
export const clusterRisks: RiskTexts = {
  'network-renamed': {
    severities: ['danger'],
    title: 'Every object gets another name or label, and nodes start with empty volumes.',
    remedy: 'Keep the name.',
  },
  'platform-changed': {
    severities: ['danger'],
    title: 'The network becomes another ledger.',
    remedy: 'Write a new definition with another name. The hint names the guide, if the ledger can continue.',
  },
  'cluster-added': {
    severities: ['caution'],
    title: 'Keys of the nodes in the new cluster are encrypted for its recipients.',
    remedy: 'Ask who runs the cluster.',
  },
  'cluster-removed': {
    severities: ['danger'],
    title: 'Nothing in the cluster is removed, and nobody maintains it any more.',
    remedy: 'Move or remove its nodes first. Then clean up by hand.',
  },
  'provider-changed': {
    severities: ['caution'],
    title: 'The load balancer gets other settings, and maybe another address.',
    remedy: 'Use another name for another cluster.',
  },
  'context-changed': {
    severities: ['danger'],
    title: '`chancery apply` writes to another cluster, with decrypted keys.',
    remedy: 'Check that the context is the same cluster.',
  },
  'storage-class-changed': {
    severities: ['danger'],
    title:
      'Kubernetes refuses another class for a volume. Without a class before, it may be the same class, and the change is a risk.',
    remedy: 'Keep the class.',
  },
  'placement-changed': {
    severities: ['caution'],
    title:
      'Nodes restart on the machines of the new placement. A pod stays pending where its volume cannot follow: a disk of a zone without such machines, a volume of one machine.',
    remedy: 'Check the labels, taints and free room of the machines in the zone of each volume first.',
  },
  'ip-families-changed': {
    severities: ['danger', 'caution'],
    title:
      'Services get other address families. Kubernetes refuses another first family, and keeps an IPv6 address that a Service no longer asks for.',
    caution: 'IPv6 comes besides IPv4, or goes.',
    remedy: 'Use another name for another cluster. Make a cluster dual-stack before its Services.',
  },
  'host-changed': {
    severities: ['danger', 'caution'],
    title: 'Nodes elsewhere dial the old name or address until they restart.',
    caution: 'No node is elsewhere.',
    remedy: 'Keep the old name or address alive until they have restarted.',
  },
  'external-dns-changed': {
    severities: ['caution'],
    title: 'external-dns removes the record of a cluster, or publishes other addresses.',
    remedy: 'Create the record by hand right after the merge. Check that the new addresses reach the Ambassador.',
  },
  'drains-loosened': {
    severities: ['caution'],
    title:
      'Without `drains: network` or `spread: required`, draining machines can evict more consensus nodes at once than before.',
    remedy: 'Keep the field, or drain one machine after the other and compare with what the network can lose.',
  },
  'port-pool-changed': {
    severities: ['caution'],
    title: 'New nodes get ports of the new range.',
    remedy: 'Open the firewalls first.',
  },
  'ambassador-republished': {
    severities: ['danger'],
    title: 'The Ambassador gets another load balancer or address.',
    remedy: 'Schedule an outage of the ledger.',
  },
  'ambassador-replaced': {
    severities: ['caution'],
    title:
      'The pods of the Ambassador are replaced, one after the other. Connections through each break for about 30 seconds, and the ledger may stop meanwhile.',
    remedy: 'Merge the change when the ledger may pause.',
  },
  'ambassador-alone': {
    severities: ['caution'],
    title: 'One pod of the Ambassador is left. Each restart closes every connection through it.',
    remedy: 'Keep two pods.',
  },
  'source-ranges-widened': {
    severities: ['danger', 'caution'],
    title: 'More addresses can connect, to every port.',
    caution: 'Not everybody can connect.',
    remedy: 'List only the other clusters and known clients.',
  },
  'source-ranges-narrowed': {
    severities: ['caution'],
    title: 'Some addresses can no longer connect.',
    remedy: 'Check that no peer is among them.',
  },
  'endpoint-exposed': {
    severities: ['danger', 'caution'],
    title: 'Clients outside of the cluster can call the node without authentication.',
    caution: 'Not everybody can connect.',
    remedy: 'Add authentication in front of the node.',
  },
  'endpoint-closed': {
    severities: ['caution'],
    title: 'Clients outside of the cluster can no longer call the node.',
    remedy: 'Tell the clients.',
  },
  'cleartext-enabled': {
    severities: ['danger', 'caution'],
    title: 'Exposed endpoints are served without TLS.',
    caution: 'The cluster is local.',
    remedy: 'Use a certificate.',
  },
  'authentication-removed': {
    severities: ['danger', 'caution'],
    title: 'Clients are no longer authenticated: a field is removed, or a setting disables it.',
    caution: 'The cluster is local, or nobody outside reaches the node.',
    remedy: 'Restore the authentication.',
  },
  'authentication-changed': {
    severities: ['danger', 'caution'],
    title: 'Another key, service or plug-in authenticates clients, or some calls are exempt.',
    caution: 'The cluster is local, or nobody outside reaches the node.',
    remedy: 'Ask who owns the key or service.',
  },
  'guard-loosened': {
    severities: ['danger', 'caution'],
    title: 'Another protection is removed, weakened or replaced. `docs/plan.md` lists all protections.',
    caution: 'The node is not exposed.',
    remedy: 'Restore the protection.',
  },
}
