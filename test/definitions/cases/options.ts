import type { Case, Edits, ExpectedFinding } from '../case.ts'

const rpc = '{name: rpc1, role: rpc}'
const before = '      - {name: rpc1, role: rpc, settings: {'
const columnOfKey = before.length + 1

/** Settings of carrier/rpc1, in line 39; a finding at their key, or at the value of `key: `. */
const withSettings = (settings: string): Edits => [[rpc, `{name: rpc1, role: rpc, settings: {${settings}}}`]]
const atKey: Pick<ExpectedFinding, 'severity' | 'at'> = { severity: 'error', at: `39:${columnOfKey}` }
const atValueOf = (key: string): Pick<ExpectedFinding, 'severity' | 'at'> => ({
  severity: 'error',
  at: `39:${columnOfKey + key.length + 2}`,
})

/** One setting whose value Besu refuses. */
const wrongValue = (key: string, value: string, what: string, hint: string): Case => ({
  name: `${key}: ${value}`,
  change: withSettings(`${key}: ${value}`),
  findings: [{ rule: 'setting-value', ...atValueOf(key), message: `${key} of carrier/rpc1 ${what}`, hint }],
})

/** One option that no node may have. */
const refusedOption = (setting: string, why: string, hint: string): Case => ({
  name: `the setting ${setting}`,
  change: withSettings(setting),
  findings: [
    { rule: 'refused-setting', ...atKey, message: `carrier/rpc1 sets ${setting.split(':')[0]}: ${why}`, hint },
  ],
})

const ownedOption = (setting: string, hint: string): Case => ({
  name: `the setting ${setting} of Chancery`,
  change: withSettings(setting),
  findings: [
    {
      rule: 'owned-setting',
      ...atKey,
      message: `carrier/rpc1 sets ${setting.split(':')[0]}, which Chancery sets itself`,
      hint,
    },
  ],
})

const ignoredOption = (setting: string, why: string, hint: string): Case => ({
  name: `the setting ${setting} without effect`,
  change: withSettings(setting),
  findings: [
    {
      rule: 'ignored-setting',
      ...atKey,
      severity: 'warning',
      message: `${setting.split(':')[0]} of carrier/rpc1 has no effect: ${why}`,
      hint,
    },
  ],
})

const missingFile = (key: string, path: string): Case => ({
  name: `${key} in ${path}`,
  change: withSettings(`${key}: ${path}`),
  findings: [
    {
      rule: 'setting-file',
      ...atValueOf(key),
      message: `${key} of carrier/rpc1 is ${path}, which is in no volume of its pod`,
      hint: 'mount it with an override (overrides/us/carrier/rpc1), or use a path below /data/',
    },
  ],
})

const unknown = (setting: string, hint: string): Case => ({
  name: `an option that Besu does not have: ${setting}`,
  change: withSettings(`${setting}: 50`),
  findings: [
    {
      rule: 'unknown-setting',
      ...atKey,
      message: `carrier/rpc1 sets ${setting}, which Besu 26.8.0 does not have: it would not start`,
      hint,
    },
  ],
})

const tokens = 'remove it: who may ask follows from authentication: {publicKey: …} of the node'
const tls = 'probes and the Ambassador speak to the node without TLS'
const tlsHint = 'remove it: TLS of clients ends at the Ambassador, with tlsSecret or issuer of the cluster'
const layeredLimits =
  'remove it, or add `tx-pool: SEQUENCED`; the limits of a layered pool are tx-pool-max-prioritized, tx-pool-max-future-by-sender and tx-pool-layer-max-capacity'

/** Besu's options as its own list has them: src/platforms/besu/options.json. */
export const options: readonly Case[] = [
  {
    name: 'three options that Besu does not take, in one line',
    change: withSettings('max-peer: 50, tx-pool-limit-by-account-percentage: 1, sync-mode: FAST'),
    findings: [
      {
        rule: 'unknown-setting',
        ...atKey,
        message: 'carrier/rpc1 sets max-peer, which Besu 26.8.0 does not have: it would not start',
        hint: 'did you mean "max-peers"?',
      },
      {
        rule: 'refused-setting',
        severity: 'error',
        at: '39:58',
        message:
          'carrier/rpc1 sets tx-pool-limit-by-account-percentage: it is for the pools SEQUENCED and LEGACY, and tx-pool is LAYERED, the default: Besu would not start',
        hint: layeredLimits,
      },
      {
        rule: 'setting-value',
        severity: 'error',
        at: '39:109',
        message: 'sync-mode of carrier/rpc1 is "FAST", which was removed in 26.2.0',
        hint: 'use one of FULL, SNAP, CHECKPOINT',
      },
    ],
  },
  unknown('max-peer', 'did you mean "max-peers"?'),
  unknown('Max-Peers', 'did you mean "max-peers"?'),
  unknown('loging', 'did you mean "logging"?'),
  unknown('gc-threads-of-the-machine', 'correct or remove it: see the options of Besu'),
  {
    name: 'an option of a release that is not known here',
    change: [
      ['platformVersion: 26.8.0', 'platformVersion: 26.9.0'],
      [rpc, '{name: rpc1, role: rpc, settings: {max-peer: 50, max-peers: 50, quantum-keys: true}}'],
    ],
    findings: [
      {
        rule: 'unknown-setting',
        ...atKey,
        severity: 'warning',
        message: 'carrier/rpc1 sets max-peer, which Besu 26.8.0, the newest release known, does not have',
        hint: 'did you mean "max-peers"?',
      },
      {
        rule: 'unknown-setting',
        severity: 'warning',
        at: '39:73',
        message: 'carrier/rpc1 sets quantum-keys, which Besu 26.8.0, the newest release known, does not have',
        hint: 'check that 26.9.0 has it: otherwise it would not start',
      },
    ],
  },
  {
    name: 'an option that the release of one node does not have yet',
    change: [[rpc, '{name: rpc1, role: rpc, platformVersion: 26.7.0, settings: {logging-format: ECS}}']],
    findings: [
      {
        rule: 'unknown-setting',
        severity: 'error',
        at: '39:69',
        message: 'carrier/rpc1 sets logging-format, which Besu 26.7.0 does not have yet: it would not start',
        hint: 'remove it, or use 26.8.0 or a later release',
      },
    ],
  },
  {
    name: 'an option that Besu no longer has',
    change: withSettings('Xbal-optimization-enabled: true'),
    findings: [
      {
        rule: 'unknown-setting',
        ...atKey,
        message: 'carrier/rpc1 sets Xbal-optimization-enabled, which was removed in Besu 26.4.0: it would not start',
        hint: 'remove it',
      },
    ],
  },
  {
    name: 'an option by two of its names',
    change: withSettings('max-peers: 50, p2p-peer-upper-bound: 60'),
    findings: [
      {
        rule: 'setting-value',
        severity: 'error',
        at: '39:59',
        message: 'carrier/rpc1 sets max-peers and p2p-peer-upper-bound, two names of one option',
        hint: 'remove one of the two',
      },
    ],
  },
  {
    name: 'APIs by another name of their option',
    change: [[rpc, '{name: rpc1, role: rpc, expose: [rpc], settings: {rpc-http-apis: [ETH, ADMIN]}}']],
    findings: [
      {
        rule: 'dangerous-api',
        severity: 'error',
        at: '39:74',
        message: 'carrier/rpc1 exposes ADMIN (rpc-http-apis): anyone could vote, or change the node',
        hint: 'keep ETH, NET and WEB3, or move the others to a node that is not exposed',
      },
    ],
  },
  {
    name: 'a number of peers by its other name',
    change: withSettings('p2p-peer-upper-bound: 0'),
    findings: [
      {
        rule: 'max-peers',
        ...atValueOf('p2p-peer-upper-bound'),
        message: 'p2p-peer-upper-bound of carrier/rpc1 is 0: it must be a whole number, at least 1',
        hint: 'Besu would not start: remove it for the default of 100',
      },
    ],
  },
  wrongValue('sync-mode', 'FAST', 'is "FAST", which was removed in 26.2.0', 'use one of FULL, SNAP, CHECKPOINT'),
  wrongValue('sync-mode', 'FUL', 'must be one of its values, got "FUL"', 'did you mean "FULL"?'),
  wrongValue(
    'logging',
    'VERBOSE',
    'must be one of its values, got "VERBOSE"',
    'use one of OFF, FATAL, ERROR, WARN, INFO, DEBUG, TRACE, ALL',
  ),
  wrongValue('logging', 'DEBUGG', 'must be one of its values, got "DEBUGG"', 'did you mean "DEBUG"?'),
  wrongValue(
    'logging',
    '3',
    'must be one of its values, got 3',
    'use one of OFF, FATAL, ERROR, WARN, INFO, DEBUG, TRACE, ALL',
  ),
  wrongValue('data-storage-format', 'FORREST', 'must be one of its values, got "FORREST"', 'did you mean "FOREST"?'),
  wrongValue('tx-pool', 'stacked', 'must be one of its values, got "stacked"', 'use one of LEGACY, LAYERED, SEQUENCED'),
  wrongValue('revert-reason-enabled', '"true"', 'must be true or false, got "true"', 'remove the quotes'),
  wrongValue('revert-reason-enabled', '1', 'must be true or false, got 1', 'write true or false'),
  wrongValue('revert-reason-enabled', '[1]', 'must be true or false, got a list', 'write one value, without brackets'),
  wrongValue('identity', '42', 'must be text, got 42', 'put it in quotes'),
  wrongValue('rpc-gas-cap', 'many', 'must be a whole number, got "many"', 'write digits only'),
  wrongValue('rpc-gas-cap', '1.5', 'must be a whole number, got 1.5', 'write digits only'),
  wrongValue('rpc-gas-cap', '[1, 2]', 'must be a whole number, got a list', 'write one value, without brackets'),
  wrongValue(
    'rpc-tx-feecap',
    '2000000000000000000',
    'must be a whole number, at least 0, got 2000000000000000000',
    'put it in quotes: YAML readers round such a number',
  ),
  wrongValue('rpc-tx-feecap', '-1', 'must be a whole number, at least 0, got -1', 'write a number in that range'),
  wrongValue('rpc-tx-feecap', '"0x10"', 'must be a whole number, at least 0, got "0x10"', 'write digits only'),
  wrongValue(
    'engine-rpc-port',
    '70000',
    'must be a whole number from 0 to 65535, got 70000',
    'write a number in that range',
  ),
  wrongValue(
    'tx-pool-blob-price-bump',
    '101',
    'must be a whole number from 0 to 100, got 101',
    'write a number in that range',
  ),
  wrongValue(
    'tx-pool-blob-price-bump',
    '"10%"',
    'must be a whole number from 0 to 100, got "10%"',
    'write digits only',
  ),
  wrongValue(
    'poa-block-txs-selection-max-time',
    '0',
    'must be a whole number, at least 1, got 0',
    'write a number in that range',
  ),
  wrongValue(
    'tx-pool-min-score',
    '200',
    'must be a whole number from -128 to 127, got 200',
    'write a number in that range',
  ),
  wrongValue(
    'rpc-filter-timeout-seconds',
    '0',
    'must be a whole number, at least 1, got 0',
    'write a number in that range',
  ),
  wrongValue(
    'miner-extra-data',
    '"0xABC"',
    'must be hexadecimal data: 0x and an even number of digits, got "0xABC"',
    'correct it',
  ),
  {
    name: 'an item of a list that Besu does not know',
    change: withSettings('metrics-category: [JVM, RPCS]'),
    findings: [
      {
        rule: 'setting-value',
        severity: 'error',
        at: '39:68',
        message: 'metrics-category of carrier/rpc1 must be one of its values, got "RPCS"',
        hint: 'did you mean "RPC"?',
      },
    ],
  },
  {
    name: 'an address in a list that is too short',
    change: withSettings('tx-pool-priority-senders: ["0x1234"]'),
    findings: [
      {
        rule: 'setting-value',
        severity: 'error',
        at: '39:71',
        message:
          'tx-pool-priority-senders of carrier/rpc1 must be an address: 0x and 40 hexadecimal digits, got "0x1234"',
        hint: 'correct it',
      },
    ],
  },
  refusedOption(
    'tx-pool-limit-by-account-percentage: 1',
    'it is for the pools SEQUENCED and LEGACY, and tx-pool is LAYERED, the default: Besu would not start',
    layeredLimits,
  ),
  {
    name: 'the share of an account, above 1',
    change: withSettings('tx-pool: sequenced, tx-pool-limit-by-account-percentage: 2'),
    findings: [
      {
        rule: 'setting-value',
        severity: 'error',
        at: '39:101',
        message: 'tx-pool-limit-by-account-percentage of carrier/rpc1 must be a number above 0, at most 1, got 2',
        hint: 'write a number in that range',
      },
    ],
  },
  {
    name: 'limits of a layered pool with another one',
    change: withSettings('tx-pool: LEGACY, tx-pool-max-prioritized: 500'),
    findings: [
      {
        rule: 'refused-setting',
        severity: 'error',
        at: '39:61',
        message:
          'carrier/rpc1 sets tx-pool-max-prioritized: it is for the pool LAYERED, and tx-pool is LEGACY: Besu would not start',
        hint: 'remove it, or remove tx-pool: LAYERED is the default',
      },
    ],
  },
  refusedOption(
    'bonsai-limit-trie-logs-enabled: true',
    'Besu does not start with it and sync-mode FULL',
    'remove it: Chancery sets it to false',
  ),
  refusedOption(
    'tx-pool-min-gas-price: 10',
    '10 is more than min-gas-price, 0: Besu would not start',
    'lower it, or raise min-gas-price of all nodes',
  ),
  refusedOption(
    'ethstats-contact: ops@example.com',
    'Besu does not start with it and without ethstats',
    'add ethstats, or remove it',
  ),
  refusedOption(
    'block-txs-selection-max-time: 5000',
    'Besu takes it on networks with proof of stake only, and would not start',
    'use poa-block-txs-selection-max-time, a percentage of the block period',
  ),
  refusedOption(
    'metrics-push-enabled: true',
    'Besu does not start with both metrics-enabled, which Chancery sets, and metrics-push-enabled',
    'remove it: Prometheus fetches the metrics of each node',
  ),
  refusedOption('print-paths-and-exit: besu', 'Besu would end as soon as it starts', 'remove it'),
  refusedOption('rpc-http-tls-enabled: true', tls, tlsHint),
  refusedOption('rpc-ws-ssl-enabled: true', tls, tlsHint),
  ownedOption('rpc-http-authentication-enabled: false', tokens),
  ownedOption('rpc-ws-authentication-jwt-public-key-file: /keys/tokens.pem', tokens),
  ownedOption('rpc-http-authentication-credentials-file: /keys/users.toml', tokens),
  ownedOption('rpc-http-cors-origins: ["*"]', 'remove it: write the pages into cors of the node'),
  ownedOption(
    'graphql-http-cors-origins: ["*"]',
    'remove it: GraphQL cannot ask for a token: it stays off, JSON-RPC has the same data',
  ),
  ownedOption(
    'discovery-dns-url: "enrtree://AB@nodes.example.org"',
    'remove it: discovery is UDP, which no Ambassador passes: peers follow from the definition',
  ),
  ownedOption('p2p-host-ipv6: "2001:db8::1"', 'remove it: addresses follow from the definition'),
  ownedOption('override-genesis-config: ["londonBlock=5"]', 'remove it: the genesis follows from the key genesis'),
  {
    name: 'a setting that opens what a field guards',
    change: [
      [
        rpc,
        '{name: rpc1, role: rpc, expose: [rpc], authentication: {publicKey: tokens.pem}, settings: {rpc-http-authentication-enabled: false}}',
      ],
    ],
    files: () => ({
      'tokens.pem':
        '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEB1JkmyqI3V0rJBbKIvE6TzYpMKEk\nZQmhsZmYHZDiJwX7l4ZrnX8rBEiKgvJnJWKSt2Rlcrl7PQJQ+sJcW5xkZQ==\n-----END PUBLIC KEY-----\n',
    }),
    findings: [
      {
        rule: 'owned-setting',
        severity: 'error',
        at: '39:100',
        message: 'carrier/rpc1 sets rpc-http-authentication-enabled, which Chancery sets itself',
        hint: tokens,
      },
    ],
  },
  missingFile('engine-jwt-secret', '/keys/jwt.hex'),
  missingFile('ethstats-cacert-file', 'root.cert'),
  missingFile('pid-path', '/var/run/besu.pid'),
  ignoredOption(
    'sync-min-peers: 3',
    'Besu ignores it with sync-mode FULL, which Chancery sets',
    'remove it, or add `sync-mode: SNAP`',
  ),
  ignoredOption(
    'remote-connections-max-percentage: 50',
    'Besu ignores it without remote-connections-limit-enabled',
    'remove it, or add `remote-connections-limit-enabled: true`',
  ),
  ignoredOption(
    'rpc-http-api-methods-no-auth: [eth_blockNumber]',
    'the node asks nobody for a token',
    'remove it, or add `authentication: {publicKey: …}`',
  ),
  ignoredOption('Xv5-discovery-timeout-seconds: 5', 'discovery is off: peers follow from the definition', 'remove it'),
]

/** Unusual, and right. */
export const acceptedOptions: readonly Case[] = [
  {
    name: 'options of every kind',
    change: withSettings(
      'max-peers: "50", logging: debug, identity: "42", sync-mode: snap, sync-min-peers: 3, metrics-category: "JVM, rpc", ' +
        'rpc-tx-feecap: "2000000000000000000", tx-pool-priority-senders: ["0x00000000000000000000000000000000000012ab"], ' +
        'tx-pool-min-score: -128, api-gas-price-percentile: 50, Xsynchronizer-downloader-checkpoint-RETRIES: 3, pid-path: /data/besu.pid',
    ),
    findings: [],
  },
  {
    name: 'limits of the pool that is chosen',
    change: withSettings('tx-pool: sequenced, tx-pool-limit-by-account-percentage: 1, tx-pool-max-size: 9000'),
    findings: [],
  },
  {
    name: 'limits of the pool by default',
    change: withSettings('tx-pool: layered, tx-pool-max-prioritized: 9000, tx-pool-max-prioritized-by-type: [BLOB=10]'),
    findings: [],
  },
  {
    name: 'a choice that an older release still has',
    change: [
      [
        rpc,
        '{name: rpc1, role: rpc, platformVersion: 25.9.0, settings: {sync-mode: FAST, min-block-occupancy-ratio: 0.8}}',
      ],
    ],
    findings: [],
  },
  {
    name: 'an option of a later release of a known series',
    change: [
      ['platformVersion: 26.8.0', 'platformVersion: 27.1.0'],
      [rpc, '{name: rpc1, role: rpc, settings: {logging: INFO}}'],
    ],
    findings: [],
  },
  {
    name: 'extra data of blocks, which is not mining',
    change: [
      [
        '{name: validator3, role: validator}',
        '{name: validator3, role: validator, settings: {miner-extra-data: "0x636861"}}',
      ],
    ],
    findings: [],
  },
  {
    name: 'a file that an override mounts',
    change: withSettings('engine-jwt-secret: /keys/jwt.hex'),
    files: () => ({
      'overrides/us/carrier/rpc1/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches:\n- path: volume.yaml\n',
      'overrides/us/carrier/rpc1/volume.yaml':
        'apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: rpc1\nspec:\n  template:\n    spec:\n      containers:\n      - name: besu\n        volumeMounts:\n        - {name: jwt, mountPath: /keys}\n',
    }),
    findings: [],
  },
]
