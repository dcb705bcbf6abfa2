import type { Case, ExpectedFinding } from '../../case.ts'

const image = '    image: registry.example.com/assets:1.0.2\n'

/** The fields are lines 59 and on. */
const withFields = (name: string, fields: string, ...findings: readonly ExpectedFinding[]): Case => ({
  name,
  change: [[image, `${image}${fields.replaceAll(/^/gm, '    ')}\n`]],
  findings,
})

const secret = (at: string, message: string, hint: string): ExpectedFinding => ({
  rule: 'chaincode-secret',
  severity: 'error',
  at,
  message,
  hint,
})

const keys = (at: string, name: string, owner: string): ExpectedFinding =>
  secret(
    at,
    `chaincode assets would read Secret ${name}, which has ${owner}`,
    'use a separate Secret that only has what the chaincode needs',
  )

const set = (at: string, variable: string): ExpectedFinding => ({
  rule: 'chaincode-environment',
  severity: 'error',
  at,
  message: `chaincode assets sets ${variable}, which Chancery sets itself`,
  hint: 'remove it: package, address, TLS and MSP ID of the server follow from the definition',
})

/** What a chaincode server is not to have, as the members of a channel decide about it together. */
export const chaincodeServers: readonly Case[] = [
  withFields(
    'variables that follow from the definition',
    'environment: {CHAINCODE_ID: assets, CORE_PEER_LOCALMSPID: CarrierMSP, CHAINCODE_TLS_KEY: /tmp/key}',
    set('59:19', 'CHAINCODE_ID'),
    set('59:41', 'CORE_PEER_LOCALMSPID'),
    set('59:75', 'CHAINCODE_TLS_KEY'),
  ),
  withFields('a password as a variable', 'environment: {DATABASE_PASSWORD: hunter2hunter2}', {
    rule: 'plain-secret',
    severity: 'error',
    at: '59:38',
    message: 'a value of "DATABASE_PASSWORD" in plain text',
    hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
  }),
  withFields('a variable with a space', 'environment: {LOG LEVEL: debug}', {
    rule: 'schema',
    severity: 'error',
    at: '59:19',
    message:
      'chaincodes[assets].environment.LOG LEVEL: must be the name of a variable: letters, digits, "-", "_" and "."',
  }),
  withFields(
    'keys of the administrators of its organizations, as variables',
    'environmentFrom: [assets-database, administrator]',
    keys('59:40', 'administrator', 'keys of carrier/administrators/us'),
  ),
  withFields(
    'keys of a peer of one organization, as files',
    'secrets: [{name: peer2-keys, path: /run/secrets/peer2}]',
    keys('59:22', 'peer2-keys', 'keys of carrier/peer2'),
  ),
  withFields('age keys', 'environmentFrom: [sops-age]', keys('59:23', 'sops-age', 'age keys')),
  withFields(
    'Secrets in one folder, in that of Chancery, and one inside another',
    [
      'secrets:',
      '  - {name: one, path: /run/secrets/one}',
      '  - {name: two, path: /run/secrets/one}',
      '  - {name: three, path: /etc/fabric/tls/three}',
      '  - {name: four, path: /run/secrets}',
    ].join('\n'),
    secret(
      '61:27',
      'chaincode assets has two volumes in /run/secrets/one',
      'use a separate folder, such as /run/secrets/database',
    ),
    secret(
      '62:29',
      'chaincode assets has volumes in /etc/fabric/tls/three and /etc/fabric/tls: one would hide files of the other',
      'use a separate folder, such as /run/secrets/database',
    ),
    secret(
      '63:28',
      'chaincode assets has volumes in /run/secrets and /run/secrets/one: one would hide files of the other',
      'use a separate folder, such as /run/secrets/database',
    ),
  ),
  withFields('a relative folder', 'secrets: [{name: one, path: ../secrets}]', {
    rule: 'schema',
    severity: 'error',
    at: '59:33',
    message:
      'chaincodes[assets].secrets[one].path must be the absolute path of a folder, such as /run/secrets/database, got "../secrets"',
  }),
]

export const acceptedChaincodeServers: readonly Case[] = [
  withFields(
    'program, variables and Secrets of a chaincode server',
    [
      'environment: {LOG_LEVEL: debug, RETRIES: 3, CORE_CHAINCODE_LOGGING_LEVEL: info}',
      'environmentFrom: [assets-database]',
      'secrets: [{name: assets-rates, path: /run/secrets/rates}, {name: assets-rates, path: /etc/rates}]',
      'command: [/usr/local/bin/assets]',
      'arguments: [--verbose]',
    ].join('\n'),
  ),
]
