import type { Case, Edits } from '../case.ts'

const eu = '      sourceRanges: [203.0.113.0/24]\n'
const us = '      sourceRanges: [198.51.100.0/24]\n'
const rpc = '{name: rpc1, role: rpc}'

/** More settings of an Ambassador, below its source ranges; of cluster eu (EKS), or us (GKE). */
const settings = (ranges: string, ...lines: readonly string[]): Edits => [
  [ranges, ranges + lines.map((line) => `      ${line}\n`).join('')],
]

const onKubernetes: Edits = [['provider: gke', 'provider: kubernetes']]

/** How the Ambassador is published, and what provider, certificate and filters allow. */
export const ambassador: readonly Case[] = [
  {
    name: 'a load balancer for an Emissary that runs already',
    change: settings(us, 'existing: {namespace: emissary}', 'visibility: internal', 'proxyProtocol: true'),
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '26:19',
        message: 'visibility of cluster us cannot be set for an existing Emissary',
        hint: 'its owner configures that for all its users: remove visibility, or existing',
      },
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '27:22',
        message: 'proxyProtocol of cluster us cannot be set for an existing Emissary',
        hint: 'its owner configures that for all its users: remove proxyProtocol, or existing',
      },
      {
        rule: 'source-ranges',
        severity: 'warning',
        at: '24:21',
        message: 'sourceRanges of cluster us have no effect: the load balancer belongs to the existing Emissary',
        hint: 'ask its owner to set them there; findings and plans use the ranges in this file',
      },
    ],
  },
  {
    name: 'fixed addresses without a load balancer',
    change: [
      ...onKubernetes,
      ['16000-16009', '30000-30009'],
      ...settings(us, 'publish: NodePort', 'addresses: [203.0.113.9]'),
    ],
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '26:18',
        message: 'addresses of cluster us configures a load balancer: with NodePort there is none',
        hint: 'remove it, or publish: LoadBalancer',
      },
    ],
  },
  {
    name: 'an address where Elastic IPs are meant',
    change: settings(eu, 'addresses: [203.0.113.9]'),
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '17:19',
        message:
          'addresses of cluster eu (203.0.113.9) are invalid: with Amazon EKS they must be allocations of Elastic IPs (eipalloc-…), one for each subnet',
        hint: 'see docs/providers.md for the addresses of each provider',
      },
    ],
  },
  {
    name: 'two addresses of one load balancer',
    change: settings(us, 'addresses: [203.0.113.10, 203.0.113.11]'),
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '25:18',
        message:
          'addresses of cluster us (203.0.113.10, 203.0.113.11) are invalid: with Google Kubernetes Engine they must be one IPv4 address, or the names of at most two reserved addresses, one of each family',
        hint: 'see docs/providers.md for the addresses of each provider',
      },
    ],
  },
  {
    name: 'an internal load balancer that nobody gives',
    change: [...onKubernetes, ...settings(us, 'visibility: internal')],
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '25:19',
        message: 'Kubernetes has no internal load balancers (cluster us)',
        hint: 'the load balancer that runs there decides on the address: choose a pool (addressPool), a class (loadBalancerClass) or annotations',
      },
    ],
  },
  {
    name: 'records of external-dns for a cluster without a domain',
    change: [['domain: us.example.com', 'address: 198.51.100.20'], ...settings(us, 'externalDns: true')],
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '25:20',
        message: 'cluster us has an address but no domain: external-dns has no name to create a record for',
        hint: 'set a domain instead of the address, or remove externalDns',
      },
    ],
  },
  {
    name: 'records of external-dns for machines, without saying which of their addresses',
    change: [...onKubernetes, ...settings(us, 'publish: hostPort', 'externalDns: true')],
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '26:20',
        message: 'external-dns does not know which addresses of the machines of cluster us to publish',
        hint: 'set externalDns: {machines: external} or {machines: internal}, or {targets: [ADDRESS]}',
      },
    ],
  },
  {
    name: 'addresses of machines for a load balancer',
    change: settings(us, 'externalDns: {machines: internal}'),
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '25:31',
        message: 'externalDns.machines of cluster us has no effect: the record has the address of the load balancer',
        hint: 'remove it, or publish: NodePort or hostPort',
      },
    ],
  },
  {
    name: 'addresses of machines, and others',
    change: [
      ...onKubernetes,
      ...settings(us, 'publish: hostPort', 'externalDns: {machines: internal, targets: [203.0.113.7]}'),
    ],
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '26:31',
        message: 'externalDns of cluster us has both targets and machines',
        hint: 'remove one of them: with targets, no address of a machine is read',
      },
    ],
  },
  {
    name: 'a record with a name and an address',
    change: settings(us, 'externalDns: {targets: [gate.example.net, 203.0.113.7]}'),
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '25:30',
        message:
          'externalDns.targets of cluster us (203.0.113.7, gate.example.net): a record has addresses, or one name',
        hint: 'list addresses only, or one DNS name only',
      },
    ],
  },
  {
    name: 'a pool of MetalLB in a cloud',
    change: settings(us, 'addressPool: ledgers'),
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '25:20',
        message: 'addressPool of cluster us configures MetalLB, which Google Kubernetes Engine does not use',
        hint: 'remove it; `addresses` sets fixed addresses',
      },
    ],
  },
  {
    name: 'the PROXY protocol from a load balancer that does not speak it',
    change: settings(us, 'proxyProtocol: true'),
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '25:22',
        message:
          'the load balancers of Google Kubernetes Engine (cluster us) do not speak the PROXY protocol: every connection would be cut',
        hint: 'remove it: where the provider can, it keeps client addresses without the protocol (docs/providers.md)',
      },
    ],
  },
  {
    name: 'a shared port that nobody shares',
    change: settings(us, 'passthroughPort: 8443'),
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '25:24',
        message: 'passthroughPort of cluster us has no effect: no endpoints share a port there',
        hint: 'remove it, or set passthrough: sni',
      },
    ],
  },
  {
    name: 'another pool than that of node ports',
    change: [...onKubernetes, ...settings(us, 'publish: NodePort')],
    findings: [
      {
        rule: 'port-pool',
        severity: 'error',
        at: '23:14',
        message: 'ports 16000-16009 of cluster us: node ports are 30000-32767',
        hint: 'clients dial the node port itself: use a range such as 30000-30079, which Kubernetes allocates last',
      },
    ],
  },
  {
    name: 'source ranges where client addresses are lost',
    change: [['provider: gke', 'provider: minikube']],
    findings: [
      {
        rule: 'source-ranges',
        severity: 'warning',
        at: '24:21',
        message: "sourceRanges of cluster us keep nobody out: the load balancer of minikube hides the client's address",
        hint: 'use a firewall, or publish: hostPort, where a network policy enforces them',
      },
    ],
  },
  {
    name: 'source ranges behind a load balancer of somebody else',
    change: [...onKubernetes, ...settings(us, 'publish: hostPort', 'proxyProtocol: true')],
    findings: [
      {
        rule: 'source-ranges',
        severity: 'warning',
        at: '24:21',
        message: 'sourceRanges of cluster us apply to the load balancer in front of it, not to its clients',
        hint: 'list the addresses of that load balancer here, and restrict clients there',
      },
    ],
  },
  {
    name: 'an issuer without TLS',
    change: settings(us, 'issuer: {name: letsencrypt}', 'cleartext: true'),
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '25:15',
        message: 'cluster us has both issuer and cleartext',
        hint: 'keep one: without TLS there is no certificate',
      },
      {
        rule: 'no-effect',
        severity: 'notice',
        at: '25:15',
        message: 'issuer of cluster us has no effect: no node there is exposed',
        hint: 'it is for HTTP endpoints of nodes with `expose`',
      },
      {
        rule: 'no-effect',
        severity: 'notice',
        at: '26:18',
        message: 'cleartext of cluster us has no effect: no node there is exposed',
        hint: 'it is for HTTP endpoints of nodes with `expose`',
      },
    ],
  },
  {
    name: 'a certificate that nobody can check',
    change: settings(us, 'selfSigned: true'),
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'warning',
        at: '25:19',
        message: 'clients of cluster us cannot verify it: its certificate is self-signed',
        hint: 'set an issuer of cert-manager that clients trust (ambassador.issuer), or provide a certificate (ambassador.tlsSecret)',
      },
      {
        rule: 'no-effect',
        severity: 'notice',
        at: '25:19',
        message: 'selfSigned of cluster us has no effect: no node there is exposed',
        hint: 'it is for HTTP endpoints of nodes with `expose`',
      },
    ],
  },
  {
    name: 'a WebSocket with a limit of bytes',
    change: [...settings(us, 'bodyLimit: 1048576'), [rpc, '{name: rpc1, role: rpc, expose: [rpc, ws]}']],
    findings: [
      {
        rule: 'body-limit',
        severity: 'error',
        at: '40:41',
        message:
          'ws of carrier/rpc1 would never answer: with bodyLimit, the Ambassador of cluster us waits for the end of each request',
        hint: 'remove bodyLimit of that cluster, or do not expose the endpoint there: the limit applies to every HTTP endpoint of the Ambassador',
      },
    ],
  },
  {
    name: 'an endpoint for the whole internet',
    change: [
      [us, ''],
      [rpc, '{name: rpc1, role: rpc, expose: [rpc, ws]}'],
    ],
    findings: [
      {
        rule: 'open-to-all',
        severity: 'warning',
        at: '23:7',
        message: 'the ports of cluster us are open to the whole internet: anyone who reaches one can read the ledger',
        hint: 'list the addresses of the other clusters in ambassador.sourceRanges',
      },
      {
        rule: 'unguarded-endpoint',
        severity: 'warning',
        at: '38:41',
        message: 'rpc and ws of carrier/rpc1 would answer the whole internet: the endpoint has no authentication',
        hint: 'set authentication at the node or the Ambassador (ambassador.authentication), or narrow ambassador.sourceRanges',
      },
    ],
  },
  {
    name: 'a release of Emissary that is too old',
    change: settings(us, 'version: 3.10.0'),
    findings: [
      {
        rule: 'emissary-version',
        severity: 'error',
        at: '25:16',
        message:
          'Chancery cannot run Emissary 3.10.0 in cluster us: version 3 is no longer maintained (3.10.0 was the last), and has another image and other settings',
        hint: 'remove the version (default 4.1.0), or use the existing Emissary with ambassador.existing',
      },
    ],
  },
  {
    name: 'an Emissary that runs already and is too old',
    change: [[us, '      existing: {namespace: emissary}\n      version: 3.8.2\n']],
    findings: [
      {
        rule: 'emissary-version',
        severity: 'error',
        at: '25:16',
        message: 'Emissary 3.8.2 of cluster us does not support all rendered objects',
        hint: 'the objects use getambassador.io/v3alpha1 of 3.9, 3.10 and 4: ask its owner to upgrade it first',
      },
      {
        rule: 'open-to-all',
        severity: 'warning',
        at: '23:7',
        message: 'the ports of cluster us are open to the whole internet: anyone who reaches one can read the ledger',
        hint: 'list the addresses of the other clusters in ambassador.sourceRanges',
      },
    ],
  },
  {
    name: 'no storage class where there is no default',
    change: [['    storageClass: gp3\n', '']],
    findings: [
      {
        rule: 'storage-class',
        severity: 'warning',
        at: '11:5',
        message: 'cluster eu may have no default storage class: with Amazon EKS volumes would never be provisioned',
        hint: 'use storageClass: gp3 or createStorageClass: true',
      },
    ],
  },
  {
    name: 'a storage class that does not serve a ledger',
    change: [['storageClass: gp3', 'storageClass: gp2']],
    findings: [
      {
        rule: 'storage-class',
        severity: 'warning',
        at: '18:19',
        message:
          'storage class gp2 of cluster eu is unencrypted unless the account enforces encryption, and cannot grow',
        hint: 'use storageClass: gp3 or createStorageClass: true',
      },
    ],
  },
  {
    name: 'a storage class that nobody can render',
    change: [['provider: gke', 'provider: kubernetes\n    createStorageClass: true']],
    findings: [
      {
        rule: 'storage-class',
        severity: 'error',
        at: '21:25',
        message: 'the storage of cluster us is unknown: Kubernetes is not a cloud',
        hint: 'set storageClass to a class of the cluster: encrypted, WaitForFirstConsumer, expandable',
      },
    ],
  },
  {
    name: 'a load balancer that is nearly full',
    change: (good) =>
      good
        .replace('15000-15009', '15000-15099')
        .replace(
          '      - {name: validator1, role: validator}\n',
          (line) => line + Array.from({ length: 42 }, (_, at) => `      - {name: rpc${at + 1}, role: rpc}\n`).join(''),
        ),
    findings: [
      {
        rule: 'port-limit',
        severity: 'warning',
        at: '11:5',
        message: 'cluster eu opens 44 ports besides 80 and 443: a load balancer of Amazon EKS opens at most 50',
        hint: 'before it is full: spread the nodes over more clusters',
      },
    ],
  },
  {
    name: 'a pool that is nearly used up',
    change: (good) =>
      good.replace(
        '      - {name: validator1, role: validator}\n',
        (line) => line + Array.from({ length: 8 }, (_, at) => `      - {name: rpc${at + 1}, role: rpc}\n`).join(''),
      ),
    findings: [
      {
        rule: 'port-pool',
        severity: 'warning',
        at: '15:14',
        message: 'cluster eu uses 10 of the 10 ports 15000-15009',
        hint: 'before they are used up: widen the pool (ambassador.ports), or spread the nodes over more clusters',
      },
    ],
  },
]
