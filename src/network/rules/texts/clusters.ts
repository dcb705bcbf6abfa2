import type { RuleTexts } from '../../rule-text.ts'

/** Rules of clusters: their addresses, contexts and storage classes. */
export const clusterRules: RuleTexts = {
  'cluster-address': {
    title: 'The domain or address of a cluster is missing, shared or wrong.',
    why: 'Other clusters and clients find a cluster by its domain or address.',
    cases: [
      {
        severity: 'error',
        finds:
          'A cluster has neither `domain` nor `address`, or both. Two clusters have the same one. The host of a node is below the domain of another cluster.',
        remedy: 'Set either `domain` or `address` for each cluster, with different values.',
      },
      {
        severity: 'error',
        finds: '`address` and `ambassador.addresses` differ.',
        remedy: 'Write the same address in both.',
      },
      {
        severity: 'warning',
        finds: '`address` on EKS without Elastic IPs: the load balancer gets another address.',
        remedy: 'List the allocations in `ambassador.addresses`.',
      },
      {
        severity: 'warning',
        finds:
          "The domain of a cluster is below the domain of another. Without a DNS record, its names resolve to the other cluster's Ambassador.",
        remedy: "Choose a domain beside the other cluster's domain.",
      },
    ],
  },
  'unreachable-address': {
    title: 'Others cannot reach a domain, an address or the host of an external node.',
    cases: [
      {
        severity: 'error',
        finds:
          'An unusable address: `0.0.0.0`, multicast, `cluster.local`, `.invalid`, or a domain that is the name of a single load balancer.',
        remedy: 'Write the name or address at which others reach it.',
      },
      {
        severity: 'error',
        finds: 'An address of the caller itself (`127.0.0.1`, `.localhost`), or a host and port of this network.',
        remedy: 'Write the name or address at which others reach it.',
      },
      {
        severity: 'warning',
        finds: 'A name that only some can resolve (`.local`), or an external host below a domain of this network.',
        remedy: 'Write another name, or make sure that its DNS record exists.',
      },
      {
        severity: 'notice',
        finds: 'The same, in a network with one cluster on one machine.',
        remedy: 'Nothing, if nobody else needs to reach it.',
      },
    ],
  },
  'ip-family': {
    title: 'An address or range has a family that the cluster, its provider or the ledger does not have.',
    why: 'IPv4 and IPv6 do not reach each other: what has one family only is out of reach for what has the other.',
    cases: [
      {
        severity: 'error',
        finds: 'An IPv6 address or range in a cluster with IPv4 only, or the reverse.',
        remedy: 'Set `ipFamilies` of the cluster.',
      },
      {
        severity: 'error',
        finds: 'Families that clusters of the provider cannot have.',
        remedy: 'Use families that it supports.',
      },
      {
        severity: 'error',
        finds:
          'An IPv6 address for a ledger that cannot dial one, or a cluster without IPv4 for a ledger that does not listen at IPv6.',
        remedy: 'Use a DNS name, or an IPv4 address.',
      },
      {
        severity: 'error',
        finds: '`sourceRanges` of a dual-stack cluster without a range of one family: everyone or no one has access.',
        remedy: 'Add ranges of that family.',
      },
      {
        severity: 'error',
        finds: '`proxyProtocol` in a dual-stack cluster.',
        remedy: 'Remove it, or one of the families.',
      },
      {
        severity: 'error',
        finds: 'Nodes with IPv4 only that dial a cluster or an external node with IPv6 only.',
        remedy: 'Make one of the two dual-stack.',
      },
      {
        severity: 'warning',
        finds: 'Nodes with IPv6 only that dial a cluster or an external node with IPv4 only.',
        remedy: 'Make one of the two dual-stack, or make sure that NAT64 and DNS64, or IPv4 egress, exist.',
      },
      {
        severity: 'notice',
        finds: '`rateLimit` in a dual-stack cluster: IPv6 clients are counted as one.',
        remedy: 'Choose a limit that allows for it.',
      },
    ],
  },
  'network-policy': {
    title: 'A network policy lets pods reach what they need not.',
    why: 'Who may ask any DNS server can carry data out with the names that it asks for.',
    cases: [
      {
        severity: 'warning',
        finds: '`dns.addresses` of a cluster has all addresses.',
        remedy: "List the addresses of the cluster's own DNS.",
      },
    ],
  },
  'cluster-context': {
    title: 'Two clusters have the same `context`.',
    why: '`chancery apply` would apply both clusters to one.',
    cases: [{ severity: 'warning', remedy: 'Name the kubeconfig context of each cluster.' }],
  },
  'storage-class': {
    title: 'A storage class does not suit a ledger, or cannot be created.',
    cases: [
      {
        severity: 'error',
        finds: '`createStorageClass` on a provider whose volumes are unknown to Chancery.',
        remedy: 'Name an existing class in `storageClass`.',
      },
      {
        severity: 'error',
        finds: '`createStorageClass` with the name of a class that the provider creates itself.',
        remedy: 'Choose another name, or leave `storageClass` out.',
      },
      { severity: 'warning', finds: 'A class of another cloud.', remedy: 'Use the class in the hint.' },
      {
        severity: 'warning',
        finds: 'A class that does not serve a ledger, or no class on a provider without a default.',
        remedy: 'Use the class in the hint.',
      },
    ],
  },
}
