import type { Case, ExpectedFinding } from '../case.ts'

const start = '{name: rpc1, role: rpc, settings: {'
const columnOfKey = '      - '.length + start.length + 1

const endOfLife: ExpectedFinding = {
  rule: 'end-of-life',
  severity: 'warning',
  at: '4:11',
  message: 'GoQuorum is no longer maintained: nobody corrects its faults, those of security among them',
  hint: 'use it for networks that exist, and plan to move; for a new network take another platform with the same consensus',
}

/** Settings of carrier/rpc1, in line 39, of a network of GoQuorum. */
const withSettings = (settings: string, ...findings: readonly ExpectedFinding[]): Case => ({
  name: settings,
  change: [
    ['platform: besu\nplatformVersion: 26.8.0', 'platform: quorum\nplatformVersion: 24.4.1'],
    ['{name: rpc1, role: rpc}', `${start}${settings}}}`],
  ],
  findings: [...findings, endOfLife],
})

const atKey = (settings: string, rule: string, message: string, hint: string): Case =>
  withSettings(settings, { rule, severity: 'error', at: `39:${columnOfKey}`, message, hint })

const atValue = (key: string, value: string, rule: string, message: string, hint: string): Case =>
  withSettings(`${key}: ${value}`, {
    rule,
    severity: 'error',
    at: `39:${columnOfKey + key.length + 2}`,
    message: `${key} of carrier/rpc1 ${message}`,
    hint,
  })

const owned = (settings: string, hint: string): Case =>
  atKey(
    settings,
    'owned-setting',
    `carrier/rpc1 sets ${settings.split(':')[0]}, which Chancery sets itself`,
    `remove it: ${hint}`,
  )

const needed = 'the node needs it as it is; APIs are in http.api'

/** geth's options as GoQuorum's own list has them: src/platforms/quorum/options.json. */
export const quorumOptions: readonly Case[] = [
  atKey(
    'txpool.globalslot: 8192',
    'unknown-setting',
    'carrier/rpc1 sets txpool.globalslot, which GoQuorum 24.4.1 does not have: it would not start',
    'did you mean "txpool.globalslots"?',
  ),
  atValue(
    'verbosity',
    '6',
    'setting-value',
    'must be a whole number from 0 to 5, got 6',
    'write a number in that range',
  ),
  atValue(
    'verbosity',
    'debug',
    'setting-value',
    'must be a whole number from 0 to 5, got "debug"',
    'write digits only',
  ),
  atValue('cache', '2GB', 'setting-value', 'must be a whole number, got "2GB"', 'write digits only'),
  atValue('snapshot', '"off"', 'setting-value', 'must be true or false, got "off"', 'write true or false'),
  atValue(
    'txpool.lifetime',
    '3',
    'setting-value',
    'must be a duration, got 3',
    'write a duration with its unit, such as 500ms, 10s or 1h30m',
  ),
  atValue('rpc.txfeecap', 'none', 'setting-value', 'must be a number, got "none"', 'write a number'),
  atValue(
    'keystore',
    '/keys',
    'setting-file',
    'is /keys, which is in no volume of its pod',
    'mount it with an override (overrides/us/carrier/rpc1), or use a path below /data/',
  ),
  withSettings('rpc.allow-unprotected-txs: true'),
  atKey(
    'allow-insecure-unlock: true',
    'refused-setting',
    'carrier/rpc1 sets allow-insecure-unlock: anyone who reaches the node could sign with its accounts',
    'remove it',
  ),
  atKey(
    'Verbosity: 4',
    'unknown-setting',
    'carrier/rpc1 sets Verbosity, which GoQuorum 24.4.1 does not have: it would not start',
    'did you mean "verbosity"?',
  ),
  withSettings('maxpeers: true', {
    rule: 'max-peers',
    severity: 'error',
    at: '39:54',
    message: 'maxpeers of carrier/rpc1 is true: it must be a whole number, at least 1',
    hint: 'GoQuorum would not start: remove it for the default of 100',
  }),
  atKey(
    'exitwhensynced: true',
    'refused-setting',
    'carrier/rpc1 sets exitwhensynced: geth would end as soon as it has caught up',
    'remove it',
  ),
  owned('rpcapi: "eth,admin"', needed),
  owned('rpcvhosts: "*"', needed),
  owned('http.rpcprefix: /rpc', needed),
  owned('dev: true', 'the network follows from the key genesis'),
  owned('override.berlin: 5', 'the network follows from the key genesis'),
  owned(
    'discovery.dns: "enrtree://AB@nodes.example.org"',
    'discovery is UDP, which no Ambassador passes: peers follow from the definition',
  ),
  {
    name: 'every web page, of two endpoints',
    change: [
      ['platform: besu\nplatformVersion: 26.8.0', 'platform: quorum\nplatformVersion: 24.4.1'],
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, expose: [rpc], settings: {rpccorsdomain: "*", ws.origins: "*"}}',
      ],
    ],
    findings: [
      endOfLife,
      {
        rule: 'cors-open',
        severity: 'warning',
        at: '39:74',
        message: 'any web page may call carrier/rpc1 from the browsers of its visitors',
        hint: 'name the origins of your pages',
      },
    ],
  },
  {
    ...withSettings(
      'verbosity: "5", cache: 4096, txpool.lifetime: 3h0m0s, snapshot: false, rpc.gascap: 0x2faf080, miner.gasprice: 0, datadir.ancient: /data/ancient, vmodule: "eth/*=5", gcmode: full',
      {
        rule: 'owned-setting',
        severity: 'error',
        at: '39:209',
        message: 'carrier/rpc1 sets gcmode, which Chancery sets itself',
        hint: 'remove it: it follows from the role: an archive keeps the state of every block',
      },
    ),
    name: 'unusual options that are right, beside one that is not',
  },
]
