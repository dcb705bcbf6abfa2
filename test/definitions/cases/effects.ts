import type { Case } from '../case.ts'

/** Fields of a cluster that are accepted and change nothing. */
export const effects: readonly Case[] = [
  {
    name: 'machines apart for pods of which every machine has one',
    change: [
      ['ports: 15000-15009\n', 'publish: hostPort\n      ports: 15000-15009\n      placement: {spread: required}\n'],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '17:27',
        message: 'spread of the Ambassador of eu has no effect: with hostPort every machine runs a pod',
        hint: 'remove spread',
      },
    ],
  },
  {
    name: 'names of images with their registry, at a mirror',
    change: [['version: 1\n', 'version: 1\nimages: {registry: registry.example.com, qualified: true}\n']],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '3:53',
        message: 'images.qualified has no effect: images.registry is the registry',
        hint: 'remove qualified',
      },
    ],
  },
  {
    name: 'replicas of an Emissary that runs already',
    change: [
      [
        'ports: 15000-15009\n      sourceRanges: [203.0.113.0/24]',
        'replicas: 3\n      existing: {namespace: emissary}',
      ],
      ['provider: eks', 'provider: kind'],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '15:17',
        message: 'replicas of cluster eu has no effect: an existing Emissary has its own pods',
        hint: 'remove replicas',
      },
    ],
  },
  {
    name: 'replicas with NodePort',
    change: [
      [
        'ports: 15000-15009\n      sourceRanges: [203.0.113.0/24]',
        'sourceRanges: [203.0.113.0/24]\n      replicas: 3\n      publish: NodePort',
      ],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '16:17',
        message: 'replicas of cluster eu has no effect: with NodePort every machine runs a pod',
        hint: 'remove replicas',
      },
    ],
  },
  {
    name: 'a size where every amount is set',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      size: medium\n      resources: {requests: {cpu: 100m, memory: 256Mi}, limits: {memory: 1Gi}}',
      ],
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, size: large, resources: {requests: {cpu: 1, memory: 2Gi}, limits: {memory: 4Gi}}}',
      ],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '16:13',
        message: 'size of cluster eu has no effect: resources set every amount',
        hint: 'remove size',
      },
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '41:39',
        message: 'size of carrier/rpc1 has no effect: resources set every amount',
        hint: 'remove size',
      },
    ],
  },
  {
    name: 'amounts of an Ambassador that do not fit its size',
    change: [
      ['ports: 15000-15009', 'ports: 15000-15009\n      size: large\n      resources: {limits: {memory: 256Mi}}'],
      ['ports: 16000-16009', 'ports: 16000-16009\n      resources: {limits: {memory: 64Mi}, requests: {memory: 32Mi}}'],
    ],
    findings: [
      {
        rule: 'resources',
        severity: 'error',
        at: '17:36',
        message:
          'the Ambassador of cluster eu has a limit of 256Mi memory, less than the 512Mi it requests (the default of requests)',
        hint: 'Kubernetes refuses such a pod: raise the limit or lower the request',
      },
      {
        rule: 'resources',
        severity: 'error',
        at: '26:36',
        message:
          'the Ambassador of cluster us has a limit of 64Mi memory: with less than 192Mi the pod is killed at its start, or soon after',
        hint: 'set at least 256Mi, or remove it: beside Envoy a compiler of its configuration runs in the pod',
      },
    ],
  },
  {
    name: 'the default replicas, written down, with hostPort',
    change: [
      [
        'ports: 15000-15009\n      sourceRanges: [203.0.113.0/24]',
        'sourceRanges: [203.0.113.0/24]\n      replicas: 2\n      publish: hostPort',
      ],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '16:17',
        message: 'replicas of cluster eu has no effect: with hostPort every machine runs a pod',
        hint: 'remove replicas',
      },
    ],
  },
  {
    name: 'a certificate where no TLS ends',
    change: [
      ['ports: 15000-15009', 'ports: 15000-15009\n      tlsSecret: wildcard\n      cleartext: true'],
      [
        '{name: validator4, role: validator, cluster: eu}',
        '{name: validator4, role: validator, cluster: eu}\n      - {name: rpc2, role: rpc, cluster: eu, expose: [rpc]}',
      ],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '16:18',
        message: 'tlsSecret of cluster eu has no effect: cleartext terminates no TLS',
        hint: 'remove tlsSecret',
      },
      {
        rule: 'ambassador-setting',
        severity: 'warning',
        at: '17:18',
        message:
          'clients of carrier/rpc2 reach cluster eu without TLS: anyone on the path can read and change their requests',
        hint: 'set an issuer (ambassador.issuer) or a certificate (ambassador.tlsSecret) instead of cleartext, which is for local clusters',
      },
    ],
  },
  {
    name: 'a certificate that signs itself beside an issuer',
    change: [
      ['ports: 15000-15009', 'ports: 15000-15009\n      issuer: {name: letsencrypt}\n      selfSigned: true'],
      [
        '{name: validator4, role: validator, cluster: eu}',
        '{name: validator4, role: validator, cluster: eu}\n      - {name: rpc2, role: rpc, cluster: eu, expose: [rpc]}',
      ],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '17:19',
        message: 'selfSigned of cluster eu has no effect: the issuer issues the certificate',
        hint: 'remove selfSigned',
      },
    ],
  },
  {
    name: 'a shared port where no endpoint has TLS',
    change: [['ports: 15000-15009', 'ports: 15000-15009\n      passthrough: sni']],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '16:20',
        message:
          'passthrough of cluster eu has no effect: no endpoint of Hyperledger Besu there uses its own TLS, so each has its own port',
        hint: 'remove passthrough',
      },
    ],
  },
  {
    name: 'a port to share where no endpoint has TLS',
    change: [['ports: 15000-15009', 'ports: 15000-15009\n      passthrough: sni\n      passthroughPort: 8443']],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '16:20',
        message:
          'passthrough of cluster eu has no effect: no endpoint of Hyperledger Besu there uses its own TLS, so each has its own port',
        hint: 'remove passthrough',
      },
    ],
  },
  {
    name: 'a class of another cloud',
    change: [
      ['ports: 15000-15009', 'ports: 15000-15009\n      loadBalancerClass: networking.gke.io/l4-regional-external'],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '16:26',
        message:
          'loadBalancerClass of cluster eu has no effect: no controller there handles networking.gke.io/l4-regional-external, which belongs to Google Kubernetes Engine',
        hint: 'remove loadBalancerClass',
      },
    ],
  },
  {
    name: 'an annotation of Azure with Amazon',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/azure-load-balancer-internal: "true"}',
      ],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '16:21',
        message:
          'the annotation service.beta.kubernetes.io/azure-load-balancer-internal of cluster eu has no effect: it configures load balancers of Azure Kubernetes Service, and this cluster is Amazon EKS',
        hint: 'remove it, or correct the provider',
      },
    ],
  },
  {
    name: 'an annotation of Google with Amazon',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {example.com/team: ledger, cloud.google.com/l4-rbs: enabled}',
      ],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '16:47',
        message:
          'the annotation cloud.google.com/l4-rbs of cluster eu has no effect: it configures load balancers of Google Kubernetes Engine, and this cluster is Amazon EKS',
        hint: 'remove it, or correct the provider',
      },
    ],
  },
  {
    name: 'an annotation of MetalLB with Amazon',
    change: [['ports: 15000-15009', 'ports: 15000-15009\n      annotations: {metallb.io/address-pool: ledgers}']],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '16:21',
        message:
          'the annotation metallb.io/address-pool of cluster eu has no effect: it configures load balancers of Kubernetes, and this cluster is Amazon EKS',
        hint: 'remove it, or correct the provider',
      },
    ],
  },
  {
    name: 'an annotation of Amazon with Google',
    change: [
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-name: ledger}',
      ],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '24:21',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-name of cluster us has no effect: it configures load balancers of Amazon EKS, and this cluster is Google Kubernetes Engine',
        hint: 'remove it, or correct the provider',
      },
    ],
  },
  {
    name: 'an annotation of Amazon with kind',
    change: [
      ['provider: gke', 'provider: kind'],
      [
        'ports: 16000-16009\n      sourceRanges: [198.51.100.0/24]',
        'annotations: {service.beta.kubernetes.io/aws-load-balancer-name: ledger}',
      ],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '23:21',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-name of cluster us has no effect: it configures load balancers of Amazon EKS, and this cluster is kind',
        hint: 'remove it, or correct the provider',
      },
    ],
  },
  {
    name: 'an annotation of a load balancer with NodePort',
    change: [
      [
        'ports: 15000-15009\n      sourceRanges: [203.0.113.0/24]',
        'sourceRanges: [203.0.113.0/24]\n      publish: NodePort\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-name: ledger}',
      ],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '17:21',
        message:
          'the annotation service.beta.kubernetes.io/aws-load-balancer-name of cluster eu has no effect: with NodePort there is no load balancer',
        hint: 'remove it, or publish: LoadBalancer',
      },
    ],
  },
  {
    name: 'a service that is asked about no endpoint',
    change: [['ports: 15000-15009', 'ports: 15000-15009\n      authentication: {service: "checker.security:8080"}']],
    findings: [
      {
        rule: 'no-effect',
        severity: 'notice',
        at: '16:23',
        message: 'authentication of cluster eu has no effect: no node there is exposed',
        hint: 'it is for HTTP endpoints of nodes with `expose`',
      },
    ],
  },
  {
    name: 'a service that counts the requests of no endpoint',
    change: [['ports: 15000-15009', 'ports: 15000-15009\n      rateLimit: {service: "limiter.security:8080"}']],
    findings: [
      {
        rule: 'no-effect',
        severity: 'notice',
        at: '16:18',
        message: 'rateLimit of cluster eu has no effect: no node there is exposed',
        hint: 'it is for HTTP endpoints of nodes with `expose`',
      },
    ],
  },
  {
    name: 'a limit for requests to no endpoint',
    change: [['ports: 15000-15009', 'ports: 15000-15009\n      bodyLimit: 1048576']],
    findings: [
      {
        rule: 'no-effect',
        severity: 'notice',
        at: '16:18',
        message: 'bodyLimit of cluster eu has no effect: no node there is exposed',
        hint: 'it is for HTTP endpoints of nodes with `expose`',
      },
    ],
  },
  {
    name: 'one range twice',
    change: [['sourceRanges: [203.0.113.0/24]', 'sourceRanges: [203.0.113.0/24, 198.51.100.0/24, 203.0.113.0/24]']],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '16:55',
        message: 'sourceRanges of cluster eu have 203.0.113.0/24 twice',
        hint: 'remove one of the two',
      },
    ],
  },
  {
    name: 'the range of all groups',
    change: [['sourceRanges: [203.0.113.0/24]', 'sourceRanges: [203.0.113.0/24, 224.0.0.0/4]']],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '16:38',
        message:
          'the range 224.0.0.0/4 of cluster eu admits nobody: 224.0.0.0 is a multicast address (RFC 5771): nobody can connect to it',
        hint: 'list the source addresses of clients and of the other clusters',
      },
    ],
  },
  {
    name: 'the range of all that is reserved',
    change: [['sourceRanges: [203.0.113.0/24]', 'sourceRanges: [203.0.113.0/24, 240.0.0.0/4]']],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '16:38',
        message:
          'the range 240.0.0.0/4 of cluster eu admits nobody: 240.0.0.0 is reserved (RFC 1112), or the broadcast address: nobody can connect to it',
        hint: 'list the source addresses of clients and of the other clusters',
      },
    ],
  },
  {
    name: 'one endpoint exposed twice',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, expose: [rpc, rpc]}']],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '39:47',
        message: 'expose of carrier/rpc1 has rpc twice',
        hint: 'remove one of the two',
      },
    ],
  },
  {
    name: 'an annotation that Chancery sets',
    change: [['ports: 15000-15009', 'ports: 15000-15009\n      annotations: {chancery.dev/wait: "false"}']],
    findings: [
      {
        rule: 'reserved-label',
        severity: 'error',
        at: '16:21',
        message: 'the annotation chancery.dev/wait is set by Chancery, Kustomize or kubectl',
        hint: 'use a key with your own prefix, for example example.com/team',
      },
    ],
  },
  {
    name: 'an annotation that kubectl sets',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {kubectl.kubernetes.io/last-applied-configuration: "{}"}',
      ],
    ],
    findings: [
      {
        rule: 'reserved-label',
        severity: 'error',
        at: '16:21',
        message:
          'the annotation kubectl.kubernetes.io/last-applied-configuration is set by Chancery, Kustomize or kubectl',
        hint: 'use a key with your own prefix, for example example.com/team',
      },
    ],
  },
  {
    name: 'a label that Chancery sets',
    change: [['version: 1', 'version: 1\nlabels: {chancery.dev/network: x}']],
    findings: [
      {
        rule: 'reserved-label',
        severity: 'error',
        at: '3:10',
        message: 'the label chancery.dev/network is set by Chancery, Flux or Kubernetes',
        hint: 'use a key with your own prefix, for example example.com/cost-centre',
      },
    ],
  },
  {
    name: 'a label that Flux sets',
    change: [['version: 1', 'version: 1\nlabels: {kustomize.toolkit.fluxcd.io/name: x}']],
    findings: [
      {
        rule: 'reserved-label',
        severity: 'error',
        at: '3:10',
        message: 'the label kustomize.toolkit.fluxcd.io/name is set by Chancery, Flux or Kubernetes',
        hint: 'use a key with your own prefix, for example example.com/cost-centre',
      },
    ],
  },
  {
    name: 'a label of monitoring that Chancery sets',
    change: [['version: 1', 'version: 1\nmonitoring: {podMonitor: true, labels: {app.kubernetes.io/name: x}}']],
    findings: [
      {
        rule: 'reserved-label',
        severity: 'error',
        at: '3:41',
        message: 'the label app.kubernetes.io/name is set by Chancery, Flux or Kubernetes',
        hint: 'use a key with your own prefix, for example example.com/cost-centre',
      },
    ],
  },
  {
    name: 'one context for two clusters',
    change: [
      ['storageClass: gp3', 'storageClass: gp3\n    context: prod'],
      ['domain: us.example.com', 'domain: us.example.com\n    context: prod'],
    ],
    findings: [
      {
        rule: 'cluster-context',
        severity: 'warning',
        at: '23:14',
        message: 'clusters eu and us have the same context prod: apply would write both to one cluster',
        hint: 'name a different kubeconfig context for each',
      },
    ],
  },
  {
    name: 'a context that is the name of another cluster',
    change: [['storageClass: gp3', 'storageClass: gp3\n    context: us']],
    findings: [
      {
        rule: 'cluster-context',
        severity: 'warning',
        at: '19:14',
        message: 'clusters us and eu have the same context us: apply would write both to one cluster',
        hint: 'name a different kubeconfig context for each',
      },
    ],
  },
  {
    name: 'a context of spaces',
    change: [['storageClass: gp3', 'storageClass: gp3\n    context: "  "']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '19:14',
        message: 'clusters[eu].context must be the name of a context, without spaces around it, got "  "',
      },
    ],
  },
  {
    name: 'a line of acknowledge for a risk that is spelt otherwise',
    change: [['organizations:\n', 'acknowledge: [node-move carrier/rpc1 5b1f0c7d9a3e8642]\norganizations:\n']],
    findings: [
      {
        rule: 'acknowledge-unused',
        severity: 'warning',
        at: '28:15',
        message:
          '"node-move carrier/rpc1 5b1f0c7d9a3e8642" acknowledges nothing: there is no risk or warning "node-move"',
        hint: 'did you mean "node-moved"?',
      },
    ],
  },
  {
    name: 'a line of acknowledge for nothing that there is',
    change: [['organizations:\n', 'acknowledge: [everything is-fine 5b1f0c7d9a3e8642]\norganizations:\n']],
    findings: [
      {
        rule: 'acknowledge-unused',
        severity: 'warning',
        at: '28:15',
        message: '"everything is-fine 5b1f0c7d9a3e8642" acknowledges nothing: there is no risk or warning "everything"',
        hint: 'copy the line that `chancery plan` prints',
      },
    ],
  },
]
