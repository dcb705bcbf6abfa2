import type { Case } from '../case.ts'

/** Annotations of load balancers that controllers do not read, refuse, or read as something else. */
export const annotations: readonly Case[] = [
  {
    name: 'a misspelt annotation',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-schema: internal}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:21',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-schema of cluster eu is read by no controller',
        hint: 'did you mean "service.beta.kubernetes.io/aws-load-balancer-scheme"?',
      },
    ],
  },
  {
    name: 'an annotation with another prefix',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.kubernetes.io/aws-load-balancer-attributes: "deletion_protection.enabled=true"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:21',
        message:
          'the annotation service.kubernetes.io/aws-load-balancer-attributes of cluster eu is read by no controller',
        hint: 'did you mean "service.beta.kubernetes.io/aws-load-balancer-attributes"?',
      },
    ],
  },
  {
    name: 'an annotation that is near none',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-colour-of-the-sky: blue}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:21',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-colour-of-the-sky of cluster eu is read by no controller',
        hint: 'remove it; if a newer controller reads it, write it in an override (overrides/eu/ambassador)',
      },
    ],
  },
  {
    name: 'a scheme that does not exist',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-scheme: public}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:74',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-scheme of cluster eu cannot be "public": it must be one of internal, internet-facing',
        hint: 'AWS Load Balancer Controller 3.2.2 and 7 commits reads it in pkg/service/model_build_load_balancer.go:258',
      },
    ],
  },
  {
    name: 'a scheme against the visibility',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-scheme: internal}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:74',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-scheme of cluster eu contradicts visibility: public',
        hint: 'remove it, or write ambassador.visibility: internal',
      },
    ],
  },
  {
    name: 'the older word for internal',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-internal: "true"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:76',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-internal of cluster eu contradicts visibility: public',
        hint: 'remove it, or write ambassador.visibility: internal',
      },
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '16:21',
        message: 'the annotation service.beta.kubernetes.io/aws-load-balancer-internal of cluster eu is deprecated',
        hint: 'write ambassador.visibility',
      },
    ],
  },
  {
    name: 'a name of 33 letters',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-name: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:72',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-name of cluster eu cannot be "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa": it has at most 32 characters',
        hint: 'AWS Load Balancer Controller 3.2.2 and 7 commits reads it in pkg/service/model_build_load_balancer.go:573',
      },
    ],
  },
  {
    name: 'a number of checks out of range',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-healthcheck-healthy-threshold: "11"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:97',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-healthcheck-healthy-threshold of cluster eu cannot be "11": it must be a whole number from 2 to 10',
        hint: 'AWS Load Balancer Controller 3.2.2 and 7 commits reads it in pkg/service/model_build_target_group.go:510',
      },
    ],
  },
  {
    name: 'attributes that are no pairs',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-15000: tcp.idle_timeout.seconds}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:97',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-15000 of cluster eu cannot be "tcp.idle_timeout.seconds": it must be pairs of key=value, separated by commas',
        hint: 'AWS Load Balancer Controller 3.2.2 and 7 commits reads it in pkg/service/model_build_listener.go:379',
      },
    ],
  },
  {
    name: 'the annotation of the controller inside of Kubernetes',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-connection-idle-timeout: "600"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '16:21',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-connection-idle-timeout of cluster eu is not read by the controller of Network Load Balancers',
        hint: 'write tcp.idle_timeout.seconds=SECONDS in service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-PORT',
      },
    ],
  },
  {
    name: 'the PROXY protocol by annotation',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-proxy-protocol: "*"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:82',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-proxy-protocol of cluster eu makes the load balancer send the header of the PROXY protocol, which the Ambassador does not expect',
        hint: 'write ambassador.proxyProtocol: true instead',
      },
    ],
  },
  {
    name: 'the PROXY protocol by attribute',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-target-group-attributes: "preserve_client_ip.enabled=true,proxy_protocol_v2.enabled=true"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:91',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-target-group-attributes of cluster eu makes the load balancer send the header of the PROXY protocol, which the Ambassador does not expect',
        hint: 'write ambassador.proxyProtocol: true instead',
      },
    ],
  },
  {
    name: 'attributes without client addresses',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-target-group-attributes: "deregistration_delay.timeout_seconds=60"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '16:91',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-target-group-attributes of cluster eu hides the addresses of clients: it replaces preserve_client_ip.enabled=true',
        hint: 'add preserve_client_ip.enabled=true to its value',
      },
    ],
  },
  {
    name: 'attributes without zones',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-attributes: "deletion_protection.enabled=true"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '16:78',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-attributes of cluster eu keeps connections in the zone where they arrive: it replaces load_balancing.cross_zone.enabled=true',
        hint: 'add load_balancing.cross_zone.enabled=true to its value, or =false if you intend that',
      },
    ],
  },
  {
    name: 'a certificate for every port',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-ssl-cert: "arn:aws:acm:eu-west-1:1:certificate/a"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:76',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-ssl-cert of cluster eu terminates TLS at every port, those of ledger nodes included',
        hint: 'list the ports of HTTP in service.beta.kubernetes.io/aws-load-balancer-ssl-ports: "443"',
      },
    ],
  },
  {
    name: 'a security group that opens nothing',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-security-groups: sg-1}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '16:83',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-security-groups of cluster eu does not let the load balancer reach the machines',
        hint: 'set service.beta.kubernetes.io/aws-load-balancer-manage-backend-security-group-rules: "true", or open the security groups of the machines yourself and set "false"',
      },
    ],
  },
  {
    name: 'machines as targets',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: instance}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '16:83',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-nlb-target-type of cluster eu sends connections to machines, which forward them and hide the addresses of clients',
        hint: 'remove it: pods are the targets',
      },
    ],
  },
  {
    name: 'health checks by HTTP',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol: "HTTP"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '16:88',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol of cluster eu asks every port by HTTP, which ports of ledger nodes do not answer: their targets become unhealthy',
        hint: 'remove it: each port is checked by connecting to it',
      },
    ],
  },
  {
    name: 'private addresses of a public load balancer',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-private-ipv4-addresses: "10.0.0.7"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '16:90',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-private-ipv4-addresses of cluster eu is refused for public load balancers',
        hint: 'remove it, or list allocations of Elastic IPs in ambassador.addresses',
      },
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '16:21',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-private-ipv4-addresses of cluster eu is unknown to findings and plans',
        hint: 'write the addresses in ambassador.addresses',
      },
    ],
  },
  {
    name: 'Elastic IPs of an internal load balancer',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      visibility: internal\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-eip-allocations: eipalloc-0a1b2c3d}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '17:83',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-eip-allocations of cluster eu is refused for internal load balancers',
        hint: 'remove it, or list private addresses in ambassador.addresses',
      },
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '17:21',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-eip-allocations of cluster eu is unknown to findings and plans',
        hint: 'write the addresses in ambassador.addresses',
      },
    ],
  },
  {
    name: 'two subnets for one address',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      addresses: [eipalloc-0a1b2c3d]\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-subnets: "subnet-a, subnet-b"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '17:75',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-subnets of cluster eu has another number of subnets (2) than ambassador.addresses has addresses (1): the controller refuses that',
        hint: 'list one address for each subnet, in the same order',
      },
    ],
  },
  {
    name: 'source ranges by annotation',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/load-balancer-source-ranges: "203.0.113.0/24"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '16:21',
        message:
          'the annotation service.beta.kubernetes.io/load-balancer-source-ranges of cluster eu is unknown to findings and plans',
        hint: 'write the ranges in ambassador.sourceRanges',
      },
    ],
  },
  {
    name: 'an annotation of an Ingress',
    change: [
      ['ports: 15000-15009', 'ports: 15000-15009\n      annotations: {alb.ingress.kubernetes.io/scheme: internal}'],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '16:21',
        message:
          'the annotation alb.ingress.kubernetes.io/scheme of cluster eu has no effect: it is read of Ingresses and the Services behind them',
        hint: 'remove it: the Ambassador has its own load balancer, without Ingress',
      },
    ],
  },
  {
    name: 'minutes out of range',
    change: [
      ['provider: gke', 'provider: aks'],
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {service.beta.kubernetes.io/azure-load-balancer-tcp-idle-timeout: "120"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '24:86',
        message:
          'the annotation service.beta.kubernetes.io/azure-load-balancer-tcp-idle-timeout of cluster us cannot be "120": it must be a whole number from 4 to 100 (minutes)',
        hint: 'Azure cloud provider 1.36.5 reads it in pkg/provider/azure_loadbalancer.go:3341',
      },
    ],
  },
  {
    name: 'a port of a probe that is misspelt',
    change: [
      ['provider: gke', 'provider: aks'],
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {service.beta.kubernetes.io/port_443_health-probe_intervals: "5"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '24:21',
        message:
          'the annotation service.beta.kubernetes.io/port_443_health-probe_intervals of cluster us is read by no controller',
        hint: 'remove it; if a newer controller reads it, write it in an override (overrides/us/ambassador)',
      },
    ],
  },
  {
    name: 'ranges that Azure refuses',
    change: [
      ['provider: gke', 'provider: aks'],
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {service.beta.kubernetes.io/azure-allowed-ip-ranges: "203.0.113.0/24"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '24:73',
        message:
          'the annotation service.beta.kubernetes.io/azure-allowed-ip-ranges of cluster us is refused beside sourceRanges: the controller would stop updating the load balancer',
        hint: 'write all ranges in ambassador.sourceRanges',
      },
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '24:21',
        message:
          'the annotation service.beta.kubernetes.io/azure-allowed-ip-ranges of cluster us is unknown to findings and plans',
        hint: 'write the ranges in ambassador.sourceRanges',
      },
    ],
  },
  {
    name: 'tags beside ranges',
    change: [
      ['provider: gke', 'provider: aks'],
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {service.beta.kubernetes.io/azure-allowed-service-tags: "AzureCloud"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '24:76',
        message:
          'the annotation service.beta.kubernetes.io/azure-allowed-service-tags of cluster us does not work beside sourceRanges: the controller warns of both',
        hint: 'keep one of the two',
      },
    ],
  },
  {
    name: 'ranges that nobody writes down',
    change: [
      ['provider: gke', 'provider: aks'],
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {service.beta.kubernetes.io/azure-disable-load-balancer-nsg-rule: "true"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '24:86',
        message:
          'the annotation service.beta.kubernetes.io/azure-disable-load-balancer-nsg-rule of cluster us makes sourceRanges keep nobody out: nothing is written to the network security group',
        hint: 'remove it, or write the rules yourself',
      },
    ],
  },
  {
    name: 'an internal load balancer by annotation',
    change: [
      ['provider: gke', 'provider: aks'],
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {service.beta.kubernetes.io/azure-load-balancer-internal: "true"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '24:78',
        message:
          'the annotation service.beta.kubernetes.io/azure-load-balancer-internal of cluster us contradicts visibility: public',
        hint: 'remove it, or write ambassador.visibility: internal',
      },
    ],
  },
  {
    name: 'a word that Azure takes for no',
    change: [
      ['provider: gke', 'provider: aks'],
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {service.beta.kubernetes.io/azure-load-balancer-internal: "True"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '24:78',
        message:
          'the annotation service.beta.kubernetes.io/azure-load-balancer-internal of cluster us cannot be "True": it must be one of true, false',
        hint: 'did you mean "true"? Azure cloud provider 1.36.5 reads it in pkg/consts/helpers.go:35',
      },
    ],
  },
  {
    name: 'a subnet of a public load balancer',
    change: [
      ['provider: gke', 'provider: aks'],
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {service.beta.kubernetes.io/azure-load-balancer-internal-subnet: ledger}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '24:85',
        message:
          'the annotation service.beta.kubernetes.io/azure-load-balancer-internal-subnet of cluster us has no effect on public load balancers',
        hint: 'remove it, or write ambassador.visibility: internal',
      },
    ],
  },
  {
    name: 'a name beside an address',
    change: [
      ['provider: gke', 'provider: aks'],
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      addresses: [203.0.113.9]\n      annotations: {service.beta.kubernetes.io/azure-pip-name: ledger}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '25:64',
        message:
          'the annotation service.beta.kubernetes.io/azure-pip-name of cluster us chooses another address than 203.0.113.9',
        hint: 'keep one of the two: the annotation, or the address in this file',
      },
    ],
  },
  {
    name: 'probes of two minutes',
    change: [
      ['provider: gke', 'provider: aks'],
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {service.beta.kubernetes.io/azure-load-balancer-health-probe-interval: "20", service.beta.kubernetes.io/azure-load-balancer-health-probe-num-of-probe: "6"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '24:91',
        message:
          'the annotation service.beta.kubernetes.io/azure-load-balancer-health-probe-interval of cluster us makes failing health checks last 120 seconds: interval times number must be below 120',
        hint: 'lower one of the two',
      },
    ],
  },
  {
    name: 'a private link that is not made',
    change: [
      ['provider: gke', 'provider: aks'],
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {service.beta.kubernetes.io/azure-pls-name: ledger}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '24:64',
        message:
          'the annotation service.beta.kubernetes.io/azure-pls-name of cluster us has no effect: there is no private link',
        hint: 'add service.beta.kubernetes.io/azure-pls-create: "true"',
      },
    ],
  },
  {
    name: 'a private link with the PROXY protocol',
    change: [
      ['provider: gke', 'provider: aks'],
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {service.beta.kubernetes.io/azure-pls-create: "true", service.beta.kubernetes.io/azure-pls-proxy-protocol: "true"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '24:127',
        message:
          'the annotation service.beta.kubernetes.io/azure-pls-proxy-protocol of cluster us makes the private link send the header of the PROXY protocol, which the Ambassador does not expect',
        hint: 'remove it',
      },
    ],
  },
  {
    name: 'a mode of older load balancers',
    change: [
      ['provider: gke', 'provider: aks'],
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {service.beta.kubernetes.io/azure-load-balancer-mode: "__auto__"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '24:21',
        message:
          'the annotation service.beta.kubernetes.io/azure-load-balancer-mode of cluster us has no effect on standard load balancers',
        hint: 'remove it: AKS has no others',
      },
    ],
  },
  {
    name: 'a type against the visibility',
    change: [
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {networking.gke.io/load-balancer-type: "Internal"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '24:59',
        message: 'the annotation networking.gke.io/load-balancer-type of cluster us contradicts visibility: public',
        hint: 'remove it, or write ambassador.visibility: internal',
      },
    ],
  },
  {
    name: 'a type beside a class',
    change: [
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      loadBalancerClass: networking.gke.io/l4-regional-external\n      annotations: {networking.gke.io/load-balancer-type: "External"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '25:59',
        message:
          'the annotation networking.gke.io/load-balancer-type of cluster us has no effect: the class networking.gke.io/l4-regional-external decides',
        hint: 'remove it',
      },
    ],
  },
  {
    name: 'a tier in lower case',
    change: [
      ['ports: 16000-16009', 'ports: 16000-16009\n      annotations: {cloud.google.com/network-tier: standard}'],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '24:52',
        message:
          'the annotation cloud.google.com/network-tier of cluster us cannot be "standard": it must be one of Standard, Premium',
        hint: 'did you mean "Standard"? GKE L4 controller (ingress-gce) 1.41.1 reads it in pkg/l4/annotations/network_tier.go:11',
      },
    ],
  },
  {
    name: 'access from all regions to a public load balancer',
    change: [
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {networking.gke.io/internal-load-balancer-allow-global-access: "true"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '24:83',
        message:
          'the annotation networking.gke.io/internal-load-balancer-allow-global-access of cluster us has no effect on public load balancers',
        hint: 'remove it, or write ambassador.visibility: internal',
      },
    ],
  },
  {
    name: 'a name beside an address of Google',
    change: [
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      addresses: [203.0.113.9]\n      annotations: {networking.gke.io/load-balancer-ip-addresses: ledger}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '25:67',
        message:
          'the annotation networking.gke.io/load-balancer-ip-addresses of cluster us chooses another address than 203.0.113.9',
        hint: 'keep one of the two: the annotation, or the address in this file',
      },
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '25:21',
        message:
          'the annotation networking.gke.io/load-balancer-ip-addresses of cluster us is unknown to findings and plans',
        hint: 'write the addresses in ambassador.addresses',
      },
    ],
  },
  {
    name: 'an annotation of Services behind an Ingress',
    change: [
      ['ports: 16000-16009', 'ports: 16000-16009\n      annotations: {cloud.google.com/neg: "{\\"ingress\\": true}"}'],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '24:21',
        message:
          'the annotation cloud.google.com/neg of cluster us has no effect: it is read of Ingresses and the Services behind them',
        hint: 'remove it: the Ambassador has its own load balancer, without Ingress',
      },
    ],
  },
  {
    name: 'an older annotation of MetalLB',
    change: [
      ['provider: gke', 'provider: kubernetes'],
      ['ports: 16000-16009', 'ports: 16000-16009\n      annotations: {metallb.universe.tf/address-pool: ledgers}'],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '24:21',
        message: 'the annotation metallb.universe.tf/address-pool of cluster us is deprecated',
        hint: 'write metallb.io/address-pool',
      },
    ],
  },
  {
    name: 'addresses of MetalLB beside an address',
    change: [
      ['provider: gke', 'provider: kubernetes'],
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      addresses: [203.0.113.9]\n      annotations: {metallb.io/loadBalancerIPs: "203.0.113.9"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '25:49',
        message:
          'the annotation metallb.io/loadBalancerIPs of cluster us is refused beside the address 203.0.113.9: the Service would have no address',
        hint: 'remove it: ambassador.addresses says the same',
      },
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '25:21',
        message: 'the annotation metallb.io/loadBalancerIPs of cluster us is unknown to findings and plans',
        hint: 'write the addresses in ambassador.addresses',
      },
    ],
  },
  {
    name: 'two addresses of one family',
    change: [
      ['provider: gke', 'provider: kubernetes'],
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {metallb.io/loadBalancerIPs: "203.0.113.9,203.0.113.10"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '24:49',
        message:
          'the annotation metallb.io/loadBalancerIPs of cluster us has several addresses of one family: MetalLB refuses them, and the Service would have no address',
        hint: 'list one address, or one IPv4 and one IPv6 address',
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
    name: 'a shared address',
    change: [
      ['provider: gke', 'provider: kubernetes'],
      ['ports: 16000-16009', 'ports: 16000-16009\n      annotations: {metallb.io/allow-shared-ip: ledger}'],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '24:49',
        message:
          'the annotation metallb.io/allow-shared-ip of cluster us shares the address only with Services of the same pods: the traffic policy of the Ambassador is Local',
        hint: 'remove it, or set externalTrafficPolicy: Cluster in an override, which hides the addresses of clients',
      },
    ],
  },
  {
    name: 'what MetalLB writes',
    change: [
      ['provider: gke', 'provider: kubernetes'],
      ['ports: 16000-16009', 'ports: 16000-16009\n      annotations: {metallb.io/ip-allocated-from-pool: ledgers}'],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '24:21',
        message: 'the annotation metallb.io/ip-allocated-from-pool of cluster us is written by MetalLB itself',
        hint: 'remove it',
      },
    ],
  },
  {
    name: 'a misspelt annotation of a cloud',
    change: [
      ['provider: gke', 'provider: kubernetes'],
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-schema: internal}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '24:21',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-schema of cluster us is read by no controller',
        hint: 'did you mean "service.beta.kubernetes.io/aws-load-balancer-scheme"?',
      },
    ],
  },
]
