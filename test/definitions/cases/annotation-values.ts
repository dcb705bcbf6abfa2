import type { Case } from '../case.ts'

/** Values of annotations that a cloud refuses, and annotations of other ports. */
export const annotationValues: readonly Case[] = [
  {
    name: 'an attribute with a value that does not exist',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-attributes: "load_balancing.cross_zone.enabled=maybe"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:78',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-attributes of cluster eu cannot be "load_balancing.cross_zone.enabled=maybe": it has load_balancing.cross_zone.enabled=maybe, which must be one of true, false',
        hint: 'AWS Load Balancer Controller 3.2.2 and 7 commits reads it in pkg/service/model_build_load_balancer.go:521',
      },
    ],
  },
  {
    name: 'an attribute that does not exist',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-15000: tcp.idle_timeout=600}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:97',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-15000 of cluster eu cannot be "tcp.idle_timeout=600": it has the unknown attribute tcp.idle_timeout: known are tcp.idle_timeout.seconds',
        hint: 'AWS Load Balancer Controller 3.2.2 and 7 commits reads it in pkg/service/model_build_listener.go:379',
      },
    ],
  },
  {
    name: 'an idle time that is too short',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-15000: tcp.idle_timeout.seconds=10}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:97',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-15000 of cluster eu cannot be "tcp.idle_timeout.seconds=10": it has tcp.idle_timeout.seconds=10, which must be a whole number from 60 to 6000 (seconds)',
        hint: 'AWS Load Balancer Controller 3.2.2 and 7 commits reads it in pkg/service/model_build_listener.go:379',
      },
    ],
  },
  {
    name: 'attributes of a port that is not open',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-12345: tcp.idle_timeout.seconds=600}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '16:21',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-12345 of cluster eu has no effect: the Ambassador opens no port 12345',
        hint: 'name a port of 15000-15009, or 80 or 443',
      },
    ],
  },
  {
    name: 'attributes of a protocol that is not served',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-listener-attributes.UDP-15000: tcp.idle_timeout.seconds=600}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '16:21',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-listener-attributes.UDP-15000 of cluster eu has no effect: the Ambassador opens no UDP port 15000',
        hint: 'name a port of 15000-15009, or 80 or 443',
      },
    ],
  },
  {
    name: 'attributes of a port that cannot be',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-99999: tcp.idle_timeout.seconds=600}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:21',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-99999 of cluster eu is read by no controller',
        hint: 'remove it; if a newer controller reads it, write it in an override (overrides/eu/ambassador)',
      },
    ],
  },
  {
    name: 'a port of health checks that is no port',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-healthcheck-port: traffic}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:84',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-healthcheck-port of cluster eu cannot be "traffic": it must be traffic-port, a port number, or the name of a port of the Service',
        hint: 'AWS Load Balancer Controller 3.2.2 and 7 commits reads it in pkg/service/model_build_target_group.go:433',
      },
    ],
  },
  {
    name: 'addresses in place of Elastic IPs',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-eip-allocations: 203.0.113.7}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:83',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-eip-allocations of cluster eu cannot be "203.0.113.7": it must be allocations of Elastic IPs (eipalloc-…), separated by commas',
        hint: 'AWS Load Balancer Controller 3.2.2 and 7 commits reads it in pkg/service/model_build_load_balancer.go:329',
      },
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '16:21',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-eip-allocations of cluster eu is unknown to findings and plans',
        hint: 'write the addresses in ambassador.addresses',
      },
    ],
  },
  {
    name: 'addresses of IPv6 without IPv6',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-ipv6-addresses: "2001:db8::7"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:82',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-ipv6-addresses of cluster eu is refused for load balancers without IPv6',
        hint: 'set ipFamilies: [IPv6] of the cluster, or service.beta.kubernetes.io/aws-load-balancer-ip-address-type: dualstack',
      },
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '16:21',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-ipv6-addresses of cluster eu is unknown to findings and plans',
        hint: 'write the addresses in ambassador.addresses',
      },
    ],
  },
  {
    name: 'a scheme in capitals',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-scheme: Internet-Facing}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:74',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-scheme of cluster eu cannot be "Internet-Facing": it must be one of internal, internet-facing',
        hint: 'did you mean "internet-facing"? AWS Load Balancer Controller 3.2.2 and 7 commits reads it in pkg/service/model_build_load_balancer.go:258',
      },
    ],
  },
  {
    name: 'an annotation without its prefix',
    change: [
      ['ports: 15000-15009', 'ports: 15000-15009\n      annotations: {aws-load-balancer-scheme: internet-facing}'],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:21',
        message: 'the annotation aws-load-balancer-scheme of cluster eu is read by no controller',
        hint: 'did you mean "service.beta.kubernetes.io/aws-load-balancer-scheme"?',
      },
    ],
  },
  {
    name: 'an annotation with a word less',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-loadbalancer-scheme: internet-facing}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:21',
        message:
          'the annotation service.beta.kubernetes.io/aws-loadbalancer-scheme of cluster eu is read by no controller',
        hint: 'did you mean "service.beta.kubernetes.io/aws-load-balancer-scheme"?',
      },
    ],
  },
  {
    name: 'a name of an address in capitals, with Google',
    change: [
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {networking.gke.io/load-balancer-ip-addresses: Ledger}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '24:67',
        message:
          'the annotation networking.gke.io/load-balancer-ip-addresses of cluster us cannot be "Ledger": it must be at most 2 names of reserved addresses, separated by commas',
        hint: 'GKE L4 controller (ingress-gce) 1.41.1 reads it in pkg/l4/annotations/l4_static_address.go:39',
      },
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '24:21',
        message:
          'the annotation networking.gke.io/load-balancer-ip-addresses of cluster us is unknown to findings and plans',
        hint: 'write the addresses in ambassador.addresses',
      },
    ],
  },
  {
    name: 'a misspelt annotation of Google',
    change: [
      ['ports: 16000-16009', 'ports: 16000-16009\n      annotations: {networking.gke.io/load-balancer-typ: Internal}'],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '24:21',
        message: 'the annotation networking.gke.io/load-balancer-typ of cluster us is read by no controller',
        hint: 'did you mean "networking.gke.io/load-balancer-type"?',
      },
    ],
  },
  {
    name: 'an address of the other family, with Azure',
    change: [
      ['provider: gke', 'provider: aks'],
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {service.beta.kubernetes.io/azure-load-balancer-ipv4: "2001:db8::7"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '24:74',
        message:
          'the annotation service.beta.kubernetes.io/azure-load-balancer-ipv4 of cluster us cannot be "2001:db8::7": it must be one IPv4 address',
        hint: 'Azure cloud provider 1.36.5 reads it in pkg/provider/azure_utils.go:323',
      },
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '24:21',
        message:
          'the annotation service.beta.kubernetes.io/azure-load-balancer-ipv4 of cluster us is unknown to findings and plans',
        hint: 'write the addresses in ambassador.addresses',
      },
    ],
  },
  {
    name: 'two addresses, with Azure',
    change: [
      ['provider: gke', 'provider: aks'],
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      addresses: [203.0.113.8]\n      annotations: {service.beta.kubernetes.io/azure-load-balancer-ipv4: 203.0.113.7}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '25:74',
        message:
          'the annotation service.beta.kubernetes.io/azure-load-balancer-ipv4 of cluster us chooses another address than 203.0.113.8',
        hint: 'keep one of the two: the annotation, or the address in this file',
      },
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '25:21',
        message:
          'the annotation service.beta.kubernetes.io/azure-load-balancer-ipv4 of cluster us is unknown to findings and plans',
        hint: 'write the addresses in ambassador.addresses',
      },
    ],
  },
  {
    name: 'a probe of a port that is not open, with Azure',
    change: [
      ['provider: gke', 'provider: aks'],
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {service.beta.kubernetes.io/port_12345_health-probe_protocol: tcp}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '24:21',
        message:
          'the annotation service.beta.kubernetes.io/port_12345_health-probe_protocol of cluster us has no effect: the Ambassador opens no port 12345',
        hint: 'name a port of 16000-16009, or 80 or 443',
      },
    ],
  },
  {
    name: 'an annotation with a word less, with Azure',
    change: [
      ['provider: gke', 'provider: aks'],
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {service.beta.kubernetes.io/azure-loadbalancer-internal: "true"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '24:21',
        message:
          'the annotation service.beta.kubernetes.io/azure-loadbalancer-internal of cluster us is read by no controller',
        hint: 'did you mean "service.beta.kubernetes.io/azure-load-balancer-internal"?',
      },
    ],
  },
  {
    name: 'a pool without a name, with MetalLB',
    change: [
      ['provider: gke', 'provider: kubernetes'],
      ['ports: 16000-16009', 'ports: 16000-16009\n      annotations: {metallb.io/address-pool: ""}'],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '24:46',
        message: 'the annotation metallb.io/address-pool of cluster us cannot be "": it must not be empty',
        hint: 'MetalLB 0.16.2 reads it in controller/service.go:137',
      },
    ],
  },
  {
    name: 'an address that cannot be, with MetalLB',
    change: [
      ['provider: gke', 'provider: kubernetes'],
      ['ports: 16000-16009', 'ports: 16000-16009\n      annotations: {metallb.io/loadBalancerIPs: 203.0.113.999}'],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '24:49',
        message:
          'the annotation metallb.io/loadBalancerIPs of cluster us cannot be "203.0.113.999": it must be IP addresses, separated by commas',
        hint: 'MetalLB 0.16.2 reads it in controller/service.go:316',
      },
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '24:21',
        message: 'the annotation metallb.io/loadBalancerIPs of cluster us is unknown to findings and plans',
        hint: 'write the addresses in ambassador.addresses',
      },
    ],
  },
  {
    name: 'a class that Amazon does not have',
    change: [['ports: 15000-15009', 'ports: 15000-15009\n      loadBalancerClass: service.k8s.aws/nlbs']],
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '16:26',
        message: 'no controller of Amazon EKS makes a load balancer of the class service.k8s.aws/nlbs (cluster eu)',
        hint: 'did you mean "service.k8s.aws/nlb"?',
      },
    ],
  },
  {
    name: 'a class that Google does not have',
    change: [
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      loadBalancerClass: networking.gke.io/standalone-passthrough-lb-neg',
      ],
    ],
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '24:26',
        message:
          'no controller of Google Kubernetes Engine makes a load balancer of the class networking.gke.io/standalone-passthrough-lb-neg (cluster us)',
        hint: 'use networking.gke.io/l4-regional-external, networking.gke.io/l4-regional-internal, networking.gke.io/l4-regional-external-legacy or networking.gke.io/l4-regional-internal-legacy',
      },
    ],
  },
  {
    name: 'a class for the internet of an internal load balancer',
    change: [
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      loadBalancerClass: networking.gke.io/l4-regional-external\n      visibility: internal',
      ],
    ],
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '24:26',
        message: 'the class networking.gke.io/l4-regional-external of cluster us contradicts visibility: internal',
        hint: 'write visibility: public, or use the class networking.gke.io/l4-regional-internal or networking.gke.io/l4-regional-internal-legacy',
      },
    ],
  },
  {
    name: 'an address of IPv6 with Google',
    change: [
      ['domain: us.example.com', 'domain: us.example.com\n    ipFamilies: [IPv4, IPv6]'],
      ['ports: 16000-16009', 'ports: 16000-16009\n      addresses: ["2001:db8::7"]'],
    ],
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '25:19',
        message:
          'addresses of cluster us (2001:db8::7) are invalid: with Google Kubernetes Engine they must be one IPv4 address, or the names of at most two reserved addresses, one of each family',
        hint: 'see docs/providers.md for the addresses of each provider',
      },
      {
        rule: 'ip-family',
        severity: 'error',
        at: '26:21',
        message:
          'sourceRanges of cluster us have no IPv6 range: every IPv6 client may connect where kube-proxy filters, and none elsewhere',
        hint: 'add the IPv6 ranges of clients and of the other clusters; ::/0 is everybody',
      },
    ],
  },
  {
    name: 'a cluster at an address of IPv6 with Google',
    change: [['domain: us.example.com', 'address: "2001:db8::7"\n    ipFamilies: [IPv4, IPv6]']],
    findings: [
      {
        rule: 'ip-family',
        severity: 'error',
        at: '11:5',
        message: 'nodes of cluster eu cannot reach cluster us: they have IPv4 only, and it has IPv6 only',
        hint: 'make one of the two dual-stack',
      },
      {
        rule: 'cluster-address',
        severity: 'error',
        at: '21:14',
        message:
          'the address 2001:db8::7 of cluster us is invalid: with Google Kubernetes Engine addresses must be one IPv4 address, or the names of at most two reserved addresses, one of each family',
        hint: 'set a domain, and what the load balancer needs in ambassador.addresses',
      },
      {
        rule: 'ip-family',
        severity: 'error',
        at: '25:21',
        message:
          'sourceRanges of cluster us have no IPv6 range: every IPv6 client may connect where kube-proxy filters, and none elsewhere',
        hint: 'add the IPv6 ranges of clients and of the other clusters; ::/0 is everybody',
      },
    ],
  },
  {
    name: 'an Elastic IP with Google',
    change: [['ports: 16000-16009', 'ports: 16000-16009\n      addresses: [eipalloc-0a1b2c3d4e5f]']],
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '24:19',
        message:
          'addresses of cluster us (eipalloc-0a1b2c3d4e5f) are invalid: with Google Kubernetes Engine they must be one IPv4 address, or the names of at most two reserved addresses, one of each family',
        hint: 'see docs/providers.md for the addresses of each provider',
      },
    ],
  },
  {
    name: 'a misspelt annotation of MetalLB on K3s',
    change: [
      ['provider: gke', 'provider: k3s'],
      ['ports: 16000-16009', 'ports: 16000-16009\n      annotations: {metallb.io/adress-pool: ledgers}'],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '24:21',
        message: 'the annotation metallb.io/adress-pool of cluster us is read by no controller',
        hint: 'did you mean "metallb.io/address-pool"?',
      },
    ],
  },
]
