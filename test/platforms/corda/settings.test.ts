import { expect, it } from 'vitest'
import { inspect } from '../../../src/commands/inspect.ts'
import { memoryFiles } from '../../memory-files.ts'

const rules = new Set([
  'owned-setting',
  'refused-setting',
  'unknown-setting',
  'setting-value',
  'setting-file',
  'ignored-setting',
])

const definition = (release: string, nodes: string): string => `version: 1
name: trade
platform: corda
platformVersion: "${release}"
image: corda/corda
zone:
  doorman: https://doorman.example.com
  networkMap: https://map.example.com
  rootTruststore:
    file: zone/truststore.jks
    sha256: "${'0'.repeat(64)}"
    passwordSecret: {name: zone-truststore}
clusters:
  - {name: eu, provider: kubernetes, domain: eu.trade.example.com}
organizations:
  - name: bank
    cluster: eu
    emailAddress: ledger@bank.example.com
    nodes:
${nodes}
`

const places = {
  node: '{name: node1, role: node, legalName: "O=Bank, L=London, C=GB", existingSecret: passwords',
  notary:
    '{name: notary1, role: notary, legalName: "O=Notary, L=London, C=GB", existingSecret: passwords, notary: {validating: false, serviceName: "O=Service, L=London, C=GB"}',
} as const

/** Findings about settings of a node, each as `error rule: message (hint)`. */
async function found(settings: string, node: keyof typeof places = 'node', release = '4.10') {
  const files = memoryFiles({
    'network.yaml': definition(release, `      - ${places[node]}, settings: {${settings}}}`),
  })
  const { findings } = await inspect({ network: 'network.yaml' }, files)
  return findings.filter(({ rule }) => rules.has(rule))
}

const lines = async (...given: Parameters<typeof found>): Promise<readonly string[]> =>
  (await found(...given)).map(({ severity, rule, message, hint }) => `${severity} ${rule}: ${message} (${hint})`)

it.each([
  'flowTimeout: {timeout: 60 seconds, maxRestartCount: 6, backoffBase: 1.8}, transactionCacheSizeMegaBytes: 256',
  'dataSourceProperties: {maximumPoolSize: 20, connectionTimeout: 30000}, systemProperties: {"com.example.flag": "on"}',
  'cordappSignerKeyFingerprintBlacklist: [], flowOverrides: {overrides: [{initiator: a.A, responder: b.B}]}',
  'crlCheckSoftFail: false, tlsCertCrlDistPoint: https://crl.example.com/nodes.crl',
  'custom: {anything: [1, 2]}, database: {mappedSchemaCacheSize: 200}, jmxReporterType: JOLOKIA',
])('a node may have %s', async (settings) => {
  expect(await lines(settings)).toEqual([])
})

it.each([
  [
    'p2pAddress: "node.example.com:10200"',
    'error owned-setting: bank/node1 sets p2pAddress, which Chancery sets itself (remove it: addresses follow from the definition)',
  ],
  [
    'dataSourceProperties: {dataSource: {url: "jdbc:h2:mem:x"}}',
    'error owned-setting: bank/node1 sets dataSourceProperties.dataSource.url, which Chancery sets itself (remove it: the database follows from database of the node)',
  ],
  [
    'rpcUsers: [{username: a}]',
    'error owned-setting: bank/node1 sets rpcUsers.0.username, which Chancery sets itself (remove it: users follow from rpcUsers of the node)',
  ],
  [
    'custom: {jvmArgs: [-Xmx4g]}',
    "error owned-setting: bank/node1 sets custom.jvmArgs, which Chancery sets itself (remove it: the heap follows from the node's memory)",
  ],
  [
    'devMode: true',
    'error refused-setting: bank/node1 sets devMode: everybody knows the key of the authority that signs for it (remove it: the doorman of the zone signs the names of its nodes)',
  ],
  [
    'database: {transactionIsolationLevel: READ_COMMITTED}',
    'error refused-setting: bank/node1 sets database.transactionIsolationLevel: Corda removed it in 4.6, and the node would not start (remove it: a step before the node migrates the schema)',
  ],
  [
    'sshd: {port: 2222}',
    'error refused-setting: bank/node1 sets sshd.port: a shell has no port here, and its users could start every flow (remove it: clients use RPC, with `rpcUsers`)',
  ],
  [
    'notary: {etaMessageThresholdSeconds: 10}',
    'error refused-setting: bank/node1 sets notary.etaMessageThresholdSeconds: its role is node (remove it, or use `role: notary`)',
  ],
  ['notary: {}', 'error refused-setting: bank/node1 sets notary: its role is node (remove it, or use `role: notary`)'],
  [
    'crlCheckSoftFail: false',
    'error refused-setting: bank/node1 sets crlCheckSoftFail without tlsCertCrlDistPoint: Corda does not start (add `tlsCertCrlDistPoint`, the URL of the revocation list, or remove it)',
  ],
  [
    'flowTimeout: 30 seconds',
    'error setting-value: flowTimeout of bank/node1 must be a mapping (write its keys, such as flowTimeout.backoffBase)',
  ],
  [
    'flowTimeout: {timeOut: 30 seconds}',
    'error unknown-setting: bank/node1 sets flowTimeout.timeOut, which Corda 4.10 does not have: it would not start (did you mean "flowTimeout.timeout"?)',
  ],
  [
    'enterpriseConfiguration: {tuning: {flowThreadPoolSize: 4}}',
    'error unknown-setting: bank/node1 sets enterpriseConfiguration.tuning.flowThreadPoolSize, which Corda 4.10 does not have: it would not start (correct or remove it: see the options of Corda)',
  ],
])('a node may not have %s', async (settings, line) => {
  expect(await lines(settings)).toEqual([line])
})

it('a notary has settings of notaries, and of no cluster of them', async () => {
  expect(await lines('notary: {etaMessageThresholdSeconds: 10}', 'notary')).toEqual([])
  expect(await lines('notary: {validating: true, className: a.B}', 'notary')).toEqual([
    'error owned-setting: bank/notary1 sets notary.validating, which Chancery sets itself (remove it: it follows from notary of the node)',
    'error refused-setting: bank/notary1 sets notary.className: a notary of several nodes is experimental in Corda 4, and needs other programs (remove it: each notary is one node, and a zone can have several notaries)',
  ])
})

it.each([
  ['4.9.4', 'bank/node1 sets telemetry.openTelemetryEnabled, which Corda 4.9.4 does not have yet: it would not start'],
  ['4.10.1', undefined],
  ['4.12', undefined],
])('Corda %s: telemetry', async (release, message) => {
  const findings = await found('telemetry: {openTelemetryEnabled: true}', 'node', release)
  expect(findings.map((one) => one.message)).toEqual(message === undefined ? [] : [message])
})

it('a finding is at its key', async () => {
  const [finding] = await found(
    'crlCheckSoftFail: true, flowOverrides: {overrides: [{initiator: a.A, respondent: b.B}]}',
  )
  const line = `      - ${places.node}, settings: {crlCheckSoftFail: true, flowOverrides: {overrides: [{initiator: a.A, `
  expect(finding).toMatchObject({ rule: 'unknown-setting', place: { line: 20, column: line.length + 1 } })
})
