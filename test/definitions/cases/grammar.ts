import type { Case } from '../case.ts'

/** Texts with a grammar of Kubernetes: Services with ports, keys of labels and annotations, names of objects, quantities. */
export const grammar: readonly Case[] = [
  {
    name: 'the service checker.security:65536',
    change: [
      ['ports: 15000-15009', 'ports: 15000-15009\n      authentication: {service: "checker.security:65536"}'],
      ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, expose: [rpc]}'],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:33',
        message:
          'clusters[eu].ambassador.authentication.service must be a Service with namespace and port, such as checker.security:8080, got "checker.security:65536"',
        hint: 'use a port from 1 to 65535',
      },
    ],
  },
  {
    name: 'the service checker.security:0',
    change: [
      ['ports: 15000-15009', 'ports: 15000-15009\n      authentication: {service: "checker.security:0"}'],
      ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, expose: [rpc]}'],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:33',
        message:
          'clusters[eu].ambassador.authentication.service must be a Service with namespace and port, such as checker.security:8080, got "checker.security:0"',
        hint: 'use a port from 1 to 65535',
      },
    ],
  },
  {
    name: 'the service checker.security',
    change: [
      ['ports: 15000-15009', 'ports: 15000-15009\n      authentication: {service: "checker.security"}'],
      ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, expose: [rpc]}'],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:33',
        message:
          'clusters[eu].ambassador.authentication.service must be a Service with namespace and port, such as checker.security:8080, got "checker.security"',
        hint: 'add the port: checker.security:8080',
      },
    ],
  },
  {
    name: 'the service http://checker.security:8080',
    change: [
      ['ports: 15000-15009', 'ports: 15000-15009\n      authentication: {service: "http://checker.security:8080"}'],
      ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, expose: [rpc]}'],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:33',
        message:
          'clusters[eu].ambassador.authentication.service must be a Service with namespace and port, such as checker.security:8080, got "http://checker.security:8080"',
        hint: 'did you mean "checker.security:8080"?',
      },
    ],
  },
  {
    name: 'the service checker.security.svc.cluster.local:8080',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      authentication: {service: "checker.security.svc.cluster.local:8080"}',
      ],
      ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, expose: [rpc]}'],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:33',
        message:
          'clusters[eu].ambassador.authentication.service must be a Service with namespace and port, such as checker.security:8080, got "checker.security.svc.cluster.local:8080"',
        hint: 'did you mean "checker.security:8080"?',
      },
    ],
  },
  {
    name: 'the service checker:8080',
    change: [
      ['ports: 15000-15009', 'ports: 15000-15009\n      authentication: {service: "checker:8080"}'],
      ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, expose: [rpc]}'],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:33',
        message:
          'clusters[eu].ambassador.authentication.service must be a Service with namespace and port, such as checker.security:8080, got "checker:8080"',
        hint: 'write NAME.NAMESPACE:PORT',
      },
    ],
  },
  {
    name: 'the service Checker.security:8080',
    change: [
      ['ports: 15000-15009', 'ports: 15000-15009\n      authentication: {service: "Checker.security:8080"}'],
      ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, expose: [rpc]}'],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:33',
        message:
          'clusters[eu].ambassador.authentication.service must be a Service with namespace and port, such as checker.security:8080, got "Checker.security:8080"',
        hint: 'did you mean "checker.security:8080"?',
      },
    ],
  },
  {
    name: 'a service of 64 characters',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      authentication: {service: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.security:8080"}',
      ],
      ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, expose: [rpc]}'],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:33',
        message:
          'clusters[eu].ambassador.authentication.service must be a Service with namespace and port, such as checker.security:8080, got "aaaaaaaaaaaaaaaaaaaaaaaa…"',
        hint: 'write NAME.NAMESPACE:PORT',
      },
    ],
  },
  {
    name: 'a rate limit service at a port that does not exist',
    change: [['ports: 15000-15009', 'ports: 15000-15009\n      rateLimit: {service: "limiter.security:99999"}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:28',
        message:
          'clusters[eu].ambassador.rateLimit.service must be a Service with namespace and port, such as checker.security:8080, got "limiter.security:99999"',
        hint: 'use a port from 1 to 65535',
      },
    ],
  },
  {
    name: 'the annotation bad key',
    change: [['ports: 15000-15009', 'ports: 15000-15009\n      annotations: {"bad key": x}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:21',
        message:
          'clusters[eu].ambassador.annotations.bad key: must be the key of an annotation: at most 63 letters, digits, "-", "_" and ".", optionally with a prefix such as example.com/',
      },
    ],
  },
  {
    name: 'the annotation -a/b',
    change: [['ports: 15000-15009', 'ports: 15000-15009\n      annotations: {-a/b: x}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:21',
        message:
          'clusters[eu].ambassador.annotations.-a/b: must be the key of an annotation: at most 63 letters, digits, "-", "_" and ".", optionally with a prefix such as example.com/',
      },
    ],
  },
  {
    name: 'the annotation Example.com/b',
    change: [['ports: 15000-15009', 'ports: 15000-15009\n      annotations: {Example.com/b: x}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:21',
        message:
          'clusters[eu].ambassador.annotations.Example.com/b: must be the key of an annotation: at most 63 letters, digits, "-", "_" and ".", optionally with a prefix such as example.com/',
      },
    ],
  },
  {
    name: 'the annotation a..b/c',
    change: [['ports: 15000-15009', 'ports: 15000-15009\n      annotations: {a..b/c: x}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:21',
        message:
          'clusters[eu].ambassador.annotations.a..b/c: must be the key of an annotation: at most 63 letters, digits, "-", "_" and ".", optionally with a prefix such as example.com/',
      },
    ],
  },
  {
    name: 'the annotation /b',
    change: [['ports: 15000-15009', 'ports: 15000-15009\n      annotations: {/b: x}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:21',
        message:
          'clusters[eu].ambassador.annotations./b: must be the key of an annotation: at most 63 letters, digits, "-", "_" and ".", optionally with a prefix such as example.com/',
      },
    ],
  },
  {
    name: 'the annotation a/b/c',
    change: [['ports: 15000-15009', 'ports: 15000-15009\n      annotations: {a/b/c: x}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:21',
        message:
          'clusters[eu].ambassador.annotations.a/b/c: must be the key of an annotation: at most 63 letters, digits, "-", "_" and ".", optionally with a prefix such as example.com/',
      },
    ],
  },
  {
    name: 'the annotation example.com/',
    change: [['ports: 15000-15009', 'ports: 15000-15009\n      annotations: {example.com/: x}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:21',
        message:
          'clusters[eu].ambassador.annotations.example.com/: must be the key of an annotation: at most 63 letters, digits, "-", "_" and ".", optionally with a prefix such as example.com/',
      },
    ],
  },
  {
    name: 'an annotation with a name of 64 characters',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {example.com/bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb: x}',
      ],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:21',
        message:
          'clusters[eu].ambassador.annotations.example.com/bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb: must be the key of an annotation: at most 63 letters, digits, "-", "_" and ".", optionally with a prefix such as example.com/',
      },
    ],
  },
  {
    name: 'an annotation with a prefix of 254 characters',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      annotations: {aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.ccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc.dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd/x: x}',
      ],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:21',
        message:
          'clusters[eu].ambassador.annotations.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa… (293 characters) must be the key of an annotation: at most 63 letters, digits, "-", "_" and ".", optionally with a prefix such as example.com/',
      },
    ],
  },
  {
    name: 'a label with two dots in its prefix',
    change: [['version: 1', 'version: 1\nlabels: {a..b/x: a}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '3:10',
        message:
          'labels.a..b/x: must be a label key: letters, digits, "-", "_" and ".", optionally with a prefix such as example.com/',
      },
    ],
  },
  {
    name: 'a label without a name',
    change: [['version: 1', 'version: 1\nlabels: {example.com/: a}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '3:10',
        message:
          'labels.example.com/: must be a label key: letters, digits, "-", "_" and ".", optionally with a prefix such as example.com/',
      },
    ],
  },
  {
    name: 'a load balancer class of 64 characters',
    change: [
      [
        'ports: 15000-15009',
        'ports: 15000-15009\n      loadBalancerClass: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      ],
    ],
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '16:26',
        message: 'what looks like a private key (64 hexadecimal digits) in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'a Service of an Emissary with dots',
    change: [
      [
        'ports: 15000-15009\n      sourceRanges: [203.0.113.0/24]',
        'existing: {namespace: emissary, service: my.emissary}',
      ],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '15:48',
        message:
          'clusters[eu].ambassador.existing.service must be a DNS-1123 label: lower-case letters, digits and "-", beginning with a letter, at most 63, got "my.emissary"',
      },
    ],
  },
  {
    name: 'a Secret with two dots',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, existingSecret: a..b}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:49',
        message:
          'organizations[carrier].nodes[rpc1].existingSecret must be the name of a Kubernetes object: lower-case letters, digits, "-" and ".", got "a..b"',
      },
    ],
  },
  {
    name: 'a Secret with a part that ends with a dash',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, existingSecret: a-.b}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:49',
        message:
          'organizations[carrier].nodes[rpc1].existingSecret must be the name of a Kubernetes object: lower-case letters, digits, "-" and ".", got "a-.b"',
      },
    ],
  },
  {
    name: 'a volume of 20 Gi',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 20 Gi}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:42',
        message:
          'organizations[carrier].nodes[rpc1].storage must be a quantity such as 20Gi, 512Mi or 500m, got "20 Gi"',
        hint: 'did you mean "20Gi"?',
      },
    ],
  },
  {
    name: 'a volume of 1K',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 1K}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:42',
        message: 'organizations[carrier].nodes[rpc1].storage must be a quantity such as 20Gi, 512Mi or 500m, got "1K"',
        hint: 'did you mean "1Ki"?',
      },
    ],
  },
  {
    name: 'a volume of 20Gib',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 20Gib}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:42',
        message:
          'organizations[carrier].nodes[rpc1].storage must be a quantity such as 20Gi, 512Mi or 500m, got "20Gib"',
        hint: 'did you mean "20Gi"?',
      },
    ],
  },
  {
    name: 'a volume of -1',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: -1}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:42',
        message: 'organizations[carrier].nodes[rpc1].storage must be a quantity such as 20Gi, 512Mi or 500m, got "-1"',
        hint: 'write a positive amount',
      },
    ],
  },
  {
    name: 'a volume of 1e11Gi',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 1e11Gi}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:42',
        message:
          'organizations[carrier].nodes[rpc1].storage must be a quantity such as 20Gi, 512Mi or 500m, got "1e11Gi"',
        hint: 'write a number with its unit: Mi and Gi for memory and volumes, m for thousandths of a processor',
      },
    ],
  },
  {
    name: 'a volume of 1_000Gi',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 1_000Gi}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:42',
        message:
          'organizations[carrier].nodes[rpc1].storage must be a quantity such as 20Gi, 512Mi or 500m, got "1_000Gi"',
        hint: 'write a number with its unit: Mi and Gi for memory and volumes, m for thousandths of a processor',
      },
    ],
  },
  {
    name: 'a volume of ten',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: ten}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:42',
        message: 'organizations[carrier].nodes[rpc1].storage must be a quantity such as 20Gi, 512Mi or 500m, got "ten"',
        hint: 'write a number with its unit: Mi and Gi for memory and volumes, m for thousandths of a processor',
      },
    ],
  },
  {
    name: 'a key that is empty',
    change: [['version: 1', 'version: 1\nlabels:\n  : a']],
    findings: [
      {
        rule: 'yaml-key',
        severity: 'error',
        at: '4:3',
        message: 'a key must be text, and this one is empty',
        hint: 'write the key before the ":", in quotes if YAML reads it as another type',
      },
    ],
  },
  {
    name: 'a key that is nothing',
    change: [['version: 1', 'version: 1\nlabels:\n  ~: a']],
    findings: [
      {
        rule: 'yaml-key',
        severity: 'error',
        at: '4:3',
        message: 'a key must be text, and ~ is null',
        hint: 'write the key before the ":", in quotes if YAML reads it as another type',
      },
    ],
  },
  {
    name: 'a key that is null',
    change: [['version: 1', 'version: 1\nnull: a']],
    findings: [
      {
        rule: 'yaml-key',
        severity: 'error',
        at: '3:1',
        message: 'a key must be text, and null is null',
        hint: 'write the key before the ":", in quotes if YAML reads it as another type',
      },
    ],
  },
  {
    name: 'a node whose name is an empty text',
    change: [['name: rpc1,', 'name: "",']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:16',
        message:
          'organizations[carrier].nodes[2].name must be a DNS-1123 label: lower-case letters, digits and "-", beginning with a letter, at most 63, got ""',
      },
    ],
  },
  {
    name: 'a pool of ports with a colon',
    change: [['ports: 15000-15009', 'ports: "15000:15009"']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '15:14',
        message: 'clusters[eu].ambassador.ports must be a range of ports such as 15000-15049, got "15000:15009"',
      },
    ],
  },
]
