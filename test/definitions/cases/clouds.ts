import type { Case } from '../case.ts'

/** What a cloud, or the machines of a cluster, refuse. */
export const clouds: readonly Case[] = [
  {
    name: 'a security group with 72 rules',
    change: [
      [
        'ports: 15000-15009\n      sourceRanges: [203.0.113.0/24]',
        'ports: 15000-15059\n      sourceRanges: [198.51.100.0/29, 198.51.100.8/29, 198.51.100.16/29, 198.51.100.24/29, 198.51.100.32/29, 198.51.100.40/29, 198.51.100.48/29, 198.51.100.56/29]',
      ],
      [
        '{name: validator4, role: validator, cluster: eu}',
        '{name: validator4, role: validator, cluster: eu}\n      - {name: r0, role: rpc, cluster: eu}\n      - {name: r1, role: rpc, cluster: eu}\n      - {name: r2, role: rpc, cluster: eu}\n      - {name: r3, role: rpc, cluster: eu}\n      - {name: r4, role: rpc, cluster: eu}\n      - {name: r5, role: rpc, cluster: eu}\n      - {name: r6, role: rpc, cluster: eu}',
      ],
    ],
    findings: [
      {
        rule: 'port-limit',
        severity: 'warning',
        at: '16:21',
        message:
          'sourceRanges of cluster eu need 72 rules, 9 ports for 8 ranges: a security group of Amazon EKS has at most 60, unless your quota was raised',
        hint: 'list fewer, wider ranges; let endpoints with TLS share one port (passthrough: sni); or set your own security group or prefix list in ambassador.annotations (service.beta.kubernetes.io/aws-load-balancer-security-groups)',
      },
    ],
  },
  {
    name: 'a security group with one port and range too many',
    change: [
      [
        'sourceRanges: [203.0.113.0/24]',
        'sourceRanges: [203.0.113.0/29, 203.0.113.8/29, 203.0.113.16/29, 203.0.113.24/29, 203.0.113.32/29, 203.0.113.40/29, 203.0.113.48/29, 203.0.113.56/29, 203.0.113.64/29, 203.0.113.72/29, 203.0.113.80/29, 203.0.113.88/29, 203.0.113.96/29, 203.0.113.104/29, 203.0.113.112/29, 203.0.113.120/29, 203.0.113.128/29, 203.0.113.136/29, 203.0.113.144/29, 203.0.113.152/29, 203.0.113.160/29, 203.0.113.168/29, 203.0.113.176/29, 203.0.113.184/29, 203.0.113.192/29, 203.0.113.200/29, 203.0.113.208/29, 203.0.113.216/29, 203.0.113.224/29, 203.0.113.232/29, 203.0.113.240/29]',
      ],
    ],
    findings: [
      {
        rule: 'port-limit',
        severity: 'warning',
        at: '16:21',
        message:
          'sourceRanges of cluster eu need 62 rules, 2 ports for 31 ranges: a security group of Amazon EKS has at most 60, unless your quota was raised',
        hint: 'list fewer, wider ranges; let endpoints with TLS share one port (passthrough: sni); or set your own security group or prefix list in ambassador.annotations (service.beta.kubernetes.io/aws-load-balancer-security-groups)',
      },
    ],
  },
  {
    name: 'a security group with rules for HTTP too',
    change: [
      [
        'ports: 15000-15009\n      sourceRanges: [203.0.113.0/24]',
        'ports: 15000-15059\n      sourceRanges: [198.51.100.0/29, 198.51.100.8/29, 198.51.100.16/29, 198.51.100.24/29, 198.51.100.32/29, 198.51.100.40/29, 198.51.100.48/29, 198.51.100.56/29, 198.51.100.64/29, 198.51.100.72/29]',
      ],
      [
        '{name: validator4, role: validator, cluster: eu}',
        '{name: validator4, role: validator, cluster: eu}\n      - {name: r0, role: rpc, cluster: eu, expose: [rpc]}\n      - {name: r1, role: rpc, cluster: eu}\n      - {name: r2, role: rpc, cluster: eu}',
      ],
    ],
    findings: [
      {
        rule: 'port-limit',
        severity: 'warning',
        at: '16:21',
        message:
          'sourceRanges of cluster eu need 70 rules, 7 ports (80 and 443 among them) for 10 ranges: a security group of Amazon EKS has at most 60, unless your quota was raised',
        hint: 'list fewer, wider ranges; let endpoints with TLS share one port (passthrough: sni); or set your own security group or prefix list in ambassador.annotations (service.beta.kubernetes.io/aws-load-balancer-security-groups)',
      },
    ],
  },
  {
    name: 'an Ambassador with one pod',
    change: [['ports: 15000-15009', 'ports: 15000-15009\n      replicas: 1']],
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'warning',
        at: '16:17',
        message:
          'the Ambassador of cluster eu has one pod: a restart of the pod or its machine cuts every link of the cluster',
        hint: 'set 2 replicas or more',
      },
    ],
  },
  {
    name: 'an address with Amazon, whose load balancer has others',
    change: [['domain: eu.example.com', 'address: 203.0.113.7']],
    findings: [
      {
        rule: 'cluster-address',
        severity: 'warning',
        at: '13:14',
        message: 'cluster eu has the address 203.0.113.7, but Amazon EKS chooses another one for its load balancer',
        hint: 'list the allocations of its Elastic IPs in ambassador.addresses (eipalloc-…), or use a domain with a CNAME record',
      },
    ],
  },
  {
    name: 'an address with Amazon, inside of its network',
    change: [
      ['domain: eu.example.com', 'address: 10.0.0.7'],
      ['ports: 15000-15009', 'ports: 15000-15009\n      visibility: internal'],
    ],
    findings: [
      {
        rule: 'cluster-address',
        severity: 'warning',
        at: '13:14',
        message: 'cluster eu has the address 10.0.0.7, but Amazon EKS chooses another one for its load balancer',
        hint: 'list it in ambassador.addresses, one for each subnet, or use a domain',
      },
    ],
  },
  {
    name: 'an address, and another of the load balancer',
    change: [
      ['domain: us.example.com', 'address: 203.0.113.7'],
      ['ports: 16000-16009', 'ports: 16000-16009\n      addresses: [203.0.113.8]'],
    ],
    findings: [
      {
        rule: 'cluster-address',
        severity: 'error',
        at: '24:19',
        message: 'cluster us has the address 203.0.113.7, but its load balancer has 203.0.113.8',
        hint: 'write the same address in both, or remove ambassador.addresses',
      },
    ],
  },
  {
    name: 'a load balancer at 127.0.0.1',
    change: [['ports: 16000-16009', 'ports: 16000-16009\n      addresses: [127.0.0.1]']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '24:19',
        message:
          'the address 127.0.0.1 of the load balancer of cluster us resolves to the connecting machine itself (loopback, RFC 1122)',
        hint: 'use an address that the provider assigned to you',
      },
    ],
  },
  {
    name: 'a load balancer at 203.0.113.999',
    change: [['ports: 16000-16009', 'ports: 16000-16009\n      addresses: [203.0.113.999]']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '24:19',
        message:
          'clusters[us].ambassador.addresses[0] must be an IP address, or the name of one in the cloud, got "203.0.113.999"',
      },
    ],
  },
  {
    name: 'an Elastic IP twice',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      addresses: [eipalloc-0a1b2c3d4e5f60718, eipalloc-0a1b2c3d4e5f60718]',
      ],
    ],
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '16:47',
        message: 'addresses of cluster eu have eipalloc-0a1b2c3d4e5f60718 twice',
        hint: 'remove the duplicate',
      },
    ],
  },
  {
    name: 'the name of an address, where Azure wants the address',
    change: [
      ['provider: gke', 'provider: aks'],
      ['ports: 16000-16009', 'ports: 16000-16009\n      addresses: [my-ip]'],
    ],
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '24:19',
        message:
          'addresses of cluster us (my-ip) are invalid: with Azure Kubernetes Service they must be one IP address of each family, which exist in the resource group of the machines',
        hint: 'see docs/providers.md for the addresses of each provider',
      },
    ],
  },
  {
    name: 'an Elastic IP and an address',
    change: [['ports: 15000-15009', 'ports: 15000-15009\n      addresses: [eipalloc-0a1b2c3d4e5f60718, 203.0.113.7]']],
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '16:47',
        message:
          'addresses of cluster eu (203.0.113.7, eipalloc-0a1b2c3d4e5f60718) are invalid: with Amazon EKS they must be allocations of Elastic IPs (eipalloc-…), one for each subnet',
        hint: 'see docs/providers.md for the addresses of each provider',
      },
    ],
  },
  {
    name: 'endpoints at ports of Traefik',
    change: [
      [
        'provider: eks\n    domain: eu.example.com\n    ambassador:\n      ports: 15000-15009\n      sourceRanges: [203.0.113.0/24]',
        'provider: k3s\n    domain: eu.example.com\n    ambassador:\n      cleartext: false',
      ],
      ['    storageClass: gp3\n', ''],
      [
        '{name: validator4, role: validator, cluster: eu}',
        '{name: validator4, role: validator, cluster: eu}\n      - {name: rpc2, role: rpc, cluster: eu, expose: [rpc]}',
      ],
    ],
    findings: [
      {
        rule: 'port-reserved',
        severity: 'warning',
        at: '37:54',
        message:
          'cluster eu needs ports 80 and 443, which Traefik uses on every K3s machine: its load balancer stays pending',
        hint: 'start K3s with --disable=traefik and acknowledge this warning, or use publish: NodePort',
      },
    ],
  },
  {
    name: 'endpoints without TLS at the port of Traefik',
    change: [
      [
        'provider: eks\n    domain: eu.example.com\n    ambassador:\n      ports: 15000-15009\n      sourceRanges: [203.0.113.0/24]',
        'provider: k3s\n    domain: eu.example.com\n    ambassador:\n      cleartext: true',
      ],
      ['    storageClass: gp3\n', ''],
      [
        '{name: validator4, role: validator, cluster: eu}',
        '{name: validator4, role: validator, cluster: eu}\n      - {name: rpc2, role: rpc, cluster: eu, expose: [rpc]}',
      ],
    ],
    findings: [
      {
        rule: 'port-reserved',
        severity: 'warning',
        at: '37:54',
        message:
          'cluster eu needs ports 80 and 443, which Traefik uses on every K3s machine: its load balancer stays pending',
        hint: 'start K3s with --disable=traefik and acknowledge this warning, or use publish: NodePort',
      },
    ],
  },
  {
    name: 'the port of the kubelet with hostPort',
    change: [
      ['ports: 16000-16009', 'publish: hostPort\n      ports: 10240-10260'],
      ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, port: 10250}'],
    ],
    findings: [
      {
        rule: 'port-reserved',
        severity: 'error',
        at: '40:39',
        message: 'port 10250 of carrier/rpc1/p2p belongs to the kubelet of each machine',
        hint: 'Emissary would silently ignore the route: use another port of the pool, or remove the port and let Chancery choose',
      },
    ],
  },
  {
    name: 'a pool that is too large for hostPort',
    change: [['ports: 16000-16009', 'publish: hostPort\n      ports: 16000-16250']],
    findings: [
      {
        rule: 'port-pool',
        severity: 'error',
        at: '24:14',
        message:
          'ports 16000-16250 of cluster us: 251 ports are too many with hostPort, which opens all of them on every machine',
        hint: 'use at most 250, for example 16000-16049',
      },
    ],
  },
  {
    name: 'the port of kube-proxy with hostPort',
    change: [
      ['ports: 16000-16009', 'publish: hostPort\n      ports: 10240-10260'],
      ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, port: 10256}'],
    ],
    findings: [
      {
        rule: 'port-reserved',
        severity: 'error',
        at: '40:39',
        message: 'port 10256 of carrier/rpc1/p2p belongs to kube-proxy of each machine',
        hint: 'Emissary would silently ignore the route: use another port of the pool, or remove the port and let Chancery choose',
      },
    ],
  },
  {
    name: 'a storage class that Google has already, made anew',
    change: [
      [
        'domain: us.example.com',
        'domain: us.example.com\n    storageClass: standard-rwo\n    createStorageClass: true',
      ],
    ],
    findings: [
      {
        rule: 'storage-class',
        severity: 'error',
        at: '22:19',
        message:
          'storage class standard-rwo of cluster us already exists: Google Kubernetes Engine creates it, and Kubernetes refuses another',
        hint: 'remove storageClass, choose your own name for it, or remove createStorageClass',
      },
    ],
  },
  {
    name: 'a storage class that Amazon has already, made anew',
    change: [['storageClass: gp3', 'storageClass: gp2\n    createStorageClass: true']],
    findings: [
      {
        rule: 'storage-class',
        severity: 'error',
        at: '18:19',
        message:
          'storage class gp2 of cluster eu already exists: Amazon EKS creates it, and Kubernetes refuses another',
        hint: 'remove storageClass, choose your own name for it, or remove createStorageClass',
      },
    ],
  },
  {
    name: 'a storage class of Google with Amazon',
    change: [['storageClass: gp3', 'storageClass: premium-rwo']],
    findings: [
      {
        rule: 'storage-class',
        severity: 'warning',
        at: '18:19',
        message: 'storage class premium-rwo of cluster eu is a class of Google Kubernetes Engine, not of Amazon EKS',
        hint: 'use storageClass: gp3 or createStorageClass: true',
      },
    ],
  },
  {
    name: 'a storage class of Amazon with Google',
    change: [['domain: us.example.com', 'domain: us.example.com\n    storageClass: gp3']],
    findings: [
      {
        rule: 'storage-class',
        severity: 'warning',
        at: '22:19',
        message: 'storage class gp3 of cluster us is a class of Amazon EKS, not of Google Kubernetes Engine',
        hint: 'use storageClass: premium-rwo or createStorageClass: true',
      },
    ],
  },
  {
    name: 'a storage class of Azure with Google',
    change: [['domain: us.example.com', 'domain: us.example.com\n    storageClass: managed-csi']],
    findings: [
      {
        rule: 'storage-class',
        severity: 'warning',
        at: '22:19',
        message:
          'storage class managed-csi of cluster us is a class of Azure Kubernetes Service, not of Google Kubernetes Engine',
        hint: 'use storageClass: premium-rwo or createStorageClass: true',
      },
    ],
  },
]
