import type { Case } from '../case.ts'

/** Secrets in a definition. None of them protects anything: they have the shape only. */
export const secrets: readonly Case[] = [
  {
    name: 'a private key in a setting',
    secret: 'MC4CAQAwBQYDK2VwBCIEIJ',
    change: [
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, settings: {logo: "-----BEGIN PRIVATE KEY-----\\nMC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF\\n-----END PRIVATE KEY-----"}}',
      ],
    ],
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '39:50',
        message: 'a PEM private key in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'a private key over several lines',
    secret: 'MC4CAQAwBQYDK2VwBCIEIJ',
    change: [
      [
        '{name: rpc1, role: rpc}',
        'name: rpc1\n        role: rpc\n        settings:\n          logo: |\n            -----BEGIN EC PRIVATE KEY-----\n            MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF\n            -----END EC PRIVATE KEY-----',
      ],
    ],
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '43:1',
        message: 'a PEM private key in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'an age key in place of its recipient',
    secret: 'QQPZRY9X8GF2TVDW0S3JN54KHCE6',
    change: [
      [
        'age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka',
        'AGE-SECRET-KEY-1QQPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQQPZRY9X8GF2TVDW0S3JN54KHC',
      ],
    ],
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '26:9',
        message: 'an age secret key in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'the start of an age key in place of its recipient',
    secret: 'QQPZRY9X',
    change: [
      [
        'age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka',
        'AGE-SECRET-KEY-1QQPZRY9X8GF2TVDW0S3JN54KHCE6',
      ],
    ],
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '26:9',
        message: 'an age secret key in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'an age key in a comment',
    secret: 'QQPZRY9X8GF2TVDW0S3JN54KHCE6',
    change: [['genesis:', 'genesis: # AGE-SECRET-KEY-1QQPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQQPZRY9X8GF2TVDW0S3JN54KHC']],
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '7:1',
        message: 'an age secret key in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'a token of GitHub as a name',
    secret: 'ghp_0123456789abcdefghijklmnopqrstuvwxyz',
    change: [
      ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, existingSecret: ghp_0123456789abcdefghijklmnopqrstuvwxyz}'],
    ],
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '39:49',
        message: 'a GitHub token in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'a token of GitHub as a label',
    secret: 'ghp_0123456789abcdefghijklmnopqrstuvwxyz',
    change: [['platform: besu', 'platform: besu\nlabels: {owner: ghp_0123456789abcdefghijklmnopqrstuvwxyz}']],
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '5:17',
        message: 'a GitHub token in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'a token of GitHub as a key',
    secret: 'ghp_0123456789abcdefghijklmnopqrstuvwxyz',
    change: [['platform: besu', 'platform: besu\nlabels: {ghp_0123456789abcdefghijklmnopqrstuvwxyz: owner}']],
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '5:10',
        message: 'a GitHub token in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'a token of GitHub as an unknown key',
    secret: 'ghp_0123456789abcdefghijklmnopqrstuvwxyz',
    change: [['platform: besu', 'platform: besu\nghp_0123456789abcdefghijklmnopqrstuvwxyz: owner']],
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '5:1',
        message: 'a GitHub token in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'a token of GitHub in a registry',
    secret: 'ghp_0123456789abcdefghijklmnopqrstuvwxyz',
    change: [
      [
        'platform: besu',
        'platform: besu\nimages: {registry: "robot:ghp_0123456789abcdefghijklmnopqrstuvwxyz@ghcr.io"}',
      ],
    ],
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '5:20',
        message: 'a GitHub token in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'a token of GitHub as platform',
    secret: 'ghp_0123456789abcdefghijklmnopqrstuvwxyz',
    change: [['platform: besu', 'platform: ghp_0123456789abcdefghijklmnopqrstuvwxyz']],
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '4:11',
        message: 'a GitHub token in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'a token of GitHub as cluster',
    secret: 'glpat-0123456789abcdefghij',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, cluster: glpat-0123456789abcdefghij}']],
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '39:42',
        message: 'a GitLab token in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'a token of AWS',
    secret: 'AKIAIOSFODNN7EXAMPLE',
    change: [['provider: eks', 'provider: eks\n    context: AKIAIOSFODNN7EXAMPLE']],
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '13:14',
        message: 'an AWS access key in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'a signed token',
    secret: 'eyJhbGciOiJIUzI1NiJ9',
    change: [
      [
        'provider: eks',
        'provider: eks\n    context: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjaGFuY2VyeSJ9.c2lnbmF0dXJlLW9mLW5vdGhpbmc',
      ],
    ],
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '13:14',
        message: 'a signed token (JWT) in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'a mnemonic',
    secret: 'junk',
    change: [
      ['provider: eks', 'provider: eks\n    context: test test test test test test test test test test test junk'],
    ],
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '13:14',
        message: 'a mnemonic phrase in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'a password',
    secret: 'hunter2',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, password: hunter2}']],
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '39:43',
        message: 'a value of "password" in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'a password that is a number',
    secret: '271828',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, settings: {rpc-http-password: 271828}}']],
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '39:63',
        message: 'a value of "rpc-http-password" in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'a key in place of an account',
    secret: '4f3edf983ac636a65a842ce7c78d9aa706d3b113',
    change: [
      [
        'chainId: 20261123',
        'chainId: 20261123\n  accounts: [{address: "0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1", privateKey: "0x4f3edf983ac636a65a842ce7c78d9aa706d3b113bce9c46f30d7d21715b23b1d"}]',
      ],
    ],
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '9:82',
        message: 'what looks like a private key (64 hexadecimal digits) in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'a private key as an address',
    secret: '4f3edf983ac636a65a842ce7c78d9aa706d3b113',
    change: [
      [
        'chainId: 20261123',
        'chainId: 20261123\n  accounts: [{address: "0x4f3edf983ac636a65a842ce7c78d9aa706d3b113bce9c46f30d7d21715b23b1d"}]',
      ],
    ],
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '9:24',
        message: 'what looks like a private key (64 hexadecimal digits) in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'secrets in a list',
    secret: 'hunter2',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, settings: {node-key: [hunter2, hunter22]}}']],
    findings: [
      {
        rule: 'unknown-setting',
        severity: 'error',
        at: '39:44',
        message: 'carrier/rpc1 sets node-key, which Besu 26.8.0 does not have: it would not start',
        hint: 'correct or remove it: see the options of Besu',
      },
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '39:55',
        message: 'a value of "node-key" in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '39:64',
        message: 'a value of "node-key" in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'a private key in an override',
    secret: 'MC4CAQAwBQYDK2VwBCIEIJ',
    files: () => ({
      'overrides/us/carrier/kustomization.yaml': 'kind: Component\n',
      'overrides/us/carrier/key.pem':
        '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF\n-----END PRIVATE KEY-----\n',
    }),
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: 'overrides/us/carrier/key.pem:1:1',
        message: 'a PEM private key in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'a Secret in an override',
    secret: 'aHVudGVyMg==',
    files: () => ({
      'overrides/us/carrier/kustomization.yaml': 'kind: Component\n',
      'overrides/us/carrier/secret.yaml':
        'apiVersion: v1\nkind: Secret\nmetadata: {name: login}\ndata: {value: aHVudGVyMg==}\n',
    }),
    findings: [
      {
        rule: 'plain-secret',
        severity: 'error',
        at: 'overrides/us/carrier/secret.yaml:1:1',
        message: 'a Kubernetes Secret that is not encrypted: it has no sops block',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'a token in a file that is no YAML',
    secret: 'ghp_0123456789abcdefghijklmnopqrstuvwxyz',
    change: [['platform: besu', 'platform: "besu\n token: ghp_0123456789abcdefghijklmnopqrstuvwxyz']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '4:11',
        message: 'the quote is never closed',
        hint: 'add " where the text ends: the text after it was read as part of it',
      },
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '5:1',
        message: 'a GitHub token in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
  {
    name: 'a password below a key of that name',
    secret: 'hunter2',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, credentials: {user: admin, value: hunter2}}']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '39:33',
        message: 'unknown key "credentials" in organizations[carrier].nodes[rpc1]',
        hint: 'known: name, cluster, platformVersion, storage, size, resources, placement, startupTimeout, port, existingSecret, role, expose, validator, adopted, movesFrom, settings, authentication, cors, allowedAccounts',
      },
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '39:53',
        message: 'a value of "credentials" in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
      {
        rule: 'plain-secret',
        severity: 'error',
        at: '39:67',
        message: 'a value of "credentials" in plain text',
        hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
      },
    ],
  },
]
