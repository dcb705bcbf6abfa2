import type { Case, Edits, ExpectedFinding } from '../../case.ts'

interface Subject {
  readonly id: string
  readonly line: number
  /** What stands in the definition, and begins what takes its place. */
  readonly text: string
  readonly start: string
}

const orderer: Subject = {
  id: 'manufacturer/orderer1',
  line: 31,
  text: '{name: orderer1, role: orderer}',
  start: '{name: orderer1, role: orderer, settings: {',
}
const oldOrderer: Subject = {
  ...orderer,
  start: '{name: orderer1, role: orderer, platformVersion: 2.5.16, settings: {',
}
const peer: Subject = {
  id: 'carrier/peer2',
  line: 40,
  text: '{name: peer2, role: peer, stateDatabase: couchdb}',
  start: '{name: peer2, role: peer, stateDatabase: couchdb, settings: {',
}
const ca: Subject = {
  id: 'manufacturer/ca',
  line: 33,
  text: '{name: ca, role: ca}',
  start: '{name: ca, role: ca, settings: {',
}

const indent = '      - '.length

const withSettings = ({ text, start }: Subject, settings: string): Edits => [[text, `${start}${settings}}}`]]

const at = ({ line, start }: Subject, key?: string): Pick<ExpectedFinding, 'severity' | 'at'> => ({
  severity: 'error',
  at: `${line}:${indent + start.length + 1 + (key === undefined ? 0 : key.length + 2)}`,
})

const wrongValue = (subject: Subject, key: string, value: string, what: string, hint: string): Case => ({
  name: `${key}: ${value}`,
  change: withSettings(subject, `${key}: ${value}`),
  findings: [{ rule: 'setting-value', ...at(subject, key), message: `${key} of ${subject.id} ${what}`, hint }],
})

const atTheKey = (
  subject: Subject,
  setting: string,
  finding: Pick<ExpectedFinding, 'rule' | 'message' | 'hint'> & Partial<Pick<ExpectedFinding, 'severity'>>,
): Case => ({
  name: `the variable ${setting}`,
  change: withSettings(subject, setting),
  findings: [{ ...at(subject), ...finding }],
})

const unknown = (subject: Subject, variable: string, title: string, hint: string): Case =>
  atTheKey(subject, `${variable}: "1"`, {
    rule: 'unknown-setting',
    message: `${subject.id} sets ${variable}, which ${title} does not have: it has no effect`,
    hint,
  })

const owned = (subject: Subject, setting: string, hint: string): Case =>
  atTheKey(subject, setting, {
    rule: 'owned-setting',
    message: `${subject.id} sets ${setting.split(':')[0]}, which Chancery sets itself`,
    hint,
  })

const ignored = (subject: Subject, setting: string, why: string, hint: string): Case =>
  atTheKey(subject, setting, {
    rule: 'ignored-setting',
    severity: 'warning',
    message: `${setting.split(':')[0]} of ${subject.id} has no effect: ${why}`,
    hint,
  })

const certificates = 'remove it: certificates follow from material/'
const levels = 'payload, debug, info, notice, warning, warn, error, critical, dpanic, panic, fatal'

/** Variables of Fabric's programs, as their samples and their code have them: src/platforms/fabric/options/. */
export const settings: readonly Case[] = [
  unknown(peer, 'CORE_PEER_GOSIP_PULLINTERVAL', 'Fabric 3.1.5', 'did you mean "CORE_PEER_GOSSIP_PULLINTERVAL"?'),
  unknown(
    peer,
    'CORE_PEER_GATEWAY_ENDORSEMENT_TIMEOUT',
    'Fabric 3.1.5',
    'did you mean "CORE_PEER_GATEWAY_ENDORSEMENTTIMEOUT"?',
  ),
  unknown(
    orderer,
    'ORDERER_GENERAL_KEEPALIVE_SERVERINTERVALL',
    'Fabric 3.1.5',
    'did you mean "ORDERER_GENERAL_KEEPALIVE_SERVERINTERVAL"?',
  ),
  unknown(ca, 'FABRIC_CA_SERVER_CRL_EXPIRATION', 'fabric-ca 1.5.21', 'did you mean "FABRIC_CA_SERVER_CRL_EXPIRY"?'),
  atTheKey(oldOrderer, 'ORDERER_GENERAL_THROTTLING_RATE: 500', {
    rule: 'unknown-setting',
    message:
      'manufacturer/orderer1 sets ORDERER_GENERAL_THROTTLING_RATE, which Fabric 2.5.16 does not have yet: it has no effect',
    hint: 'remove it, or use 3.1.0 or a later release',
  }),
  atTheKey(orderer, 'ORDERER_KAFKA_VERBOSE: true', {
    rule: 'unknown-setting',
    message: 'manufacturer/orderer1 sets ORDERER_KAFKA_VERBOSE, which was removed in Fabric 3.1.0: it has no effect',
    hint: 'remove it',
  }),
  wrongValue(
    peer,
    'CORE_PEER_GOSSIP_PULLINTERVAL',
    '4',
    'must be a duration, got 4',
    'write a duration with its unit, such as 500ms, 10s or 1h30m',
  ),
  wrongValue(
    peer,
    'CORE_PEER_GOSSIP_PULLINTERVAL',
    '4 seconds',
    'must be a duration, got "4 seconds"',
    'write a duration with its unit, such as 500ms, 10s or 1h30m',
  ),
  wrongValue(
    peer,
    'CORE_PEER_GATEWAY_DIALTIMEOUT',
    '9999999h',
    'must be a duration, got "9999999h"',
    'write at most 2562047h',
  ),
  wrongValue(peer, 'CORE_PEER_GATEWAY_ENABLED', '"yes"', 'must be true or false, got "yes"', 'write true or false'),
  wrongValue(peer, 'CORE_PEER_MAXRECVMSGSIZE', '100MB', 'must be a whole number, got "100MB"', 'write digits only'),
  wrongValue(peer, 'CORE_CHAINCODE_MODE', 'Dev', 'must be one of its values, got "Dev"', 'did you mean "dev"?'),
  wrongValue(
    peer,
    'CORE_PEER_DISCOVERY_AUTHCACHEPURGERETENTIONRATIO',
    'half',
    'must be a number, got "half"',
    'write a number',
  ),
  wrongValue(
    peer,
    'CORE_PEER_LIMITS_CONCURRENCY_ENDORSERSERVICE',
    'many',
    'must be a whole number, got "many"',
    'write digits only',
  ),
  wrongValue(
    orderer,
    'ORDERER_CHANNELPARTICIPATION_MAXREQUESTBODYSIZE',
    '1.5 MB',
    'must be a size, got "1.5 MB"',
    'write a whole number of bytes, or a size such as 10 MB',
  ),
  wrongValue(
    orderer,
    'ORDERER_CHANNELPARTICIPATION_MAXREQUESTBODYSIZE',
    '4 GB',
    'must be a size, got "4 GB"',
    'write a smaller size',
  ),
  wrongValue(
    orderer,
    'ORDERER_GENERAL_KEEPALIVE_SERVERINTERVAL',
    '2 h',
    'must be a duration, got "2 h"',
    'write a duration with its unit, such as 500ms, 10s or 1h30m',
  ),
  wrongValue(
    ca,
    'FABRIC_CA_SERVER_LOGLEVEL',
    'verbose',
    'must be one of its values, got "verbose"',
    'use one of info, warning, debug, error, fatal, critical',
  ),
  wrongValue(
    ca,
    'FABRIC_CA_SERVER_REGISTRY_MAXENROLLMENTS',
    'unlimited',
    'must be a whole number, got "unlimited"',
    'write digits only',
  ),
  wrongValue(
    peer,
    'FABRIC_LOGGING_SPEC',
    'debugg',
    'has the unknown level "debugg": Fabric would not start',
    'did you mean "debug"?',
  ),
  wrongValue(
    peer,
    'FABRIC_LOGGING_SPEC',
    'Info',
    'has the unknown level "Info": Fabric would not start',
    'did you mean "info"?',
  ),
  wrongValue(
    orderer,
    'FABRIC_LOGGING_SPEC',
    'verbosely',
    'has the unknown level "verbosely": Fabric would not start',
    `known: ${levels}`,
  ),
  wrongValue(
    peer,
    'FABRIC_LOGGING_SPEC',
    '"gossip=trace:info"',
    'has the unknown level "trace": Fabric would not start',
    `known: ${levels}`,
  ),
  wrongValue(
    peer,
    'FABRIC_LOGGING_SPEC',
    '"gossip,ledger=:info"',
    'has the unknown level "": Fabric would not start',
    `add a level: ${levels}`,
  ),
  wrongValue(
    peer,
    'FABRIC_LOGGING_SPEC',
    '"gossip, ledger=debug"',
    'has "gossip, ledger=debug", where " ledger" is not a valid logger name: Fabric would not start',
    'write it as gossip,ledger=warning:info',
  ),
  wrongValue(
    peer,
    'FABRIC_LOGGING_SPEC',
    '"a=b=debug"',
    'has "a=b=debug", which has two "="',
    'separate loggers with ":"',
  ),
  {
    name: 'a variable of two lines',
    change: withSettings(peer, 'CORE_PEER_LOCALMSPTYPE: "bccsp\\nCORE_PEER_TLS_ENABLED=false"'),
    findings: [
      {
        rule: 'setting-value',
        ...at(peer, 'CORE_PEER_LOCALMSPTYPE'),
        message: 'CORE_PEER_LOCALMSPTYPE of carrier/peer2 must be one line',
        hint: 'write it in one line',
      },
    ],
  },
  {
    name: 'a file that no volume brings',
    change: withSettings(orderer, 'ORDERER_DEBUG_BROADCASTTRACEDIR: /var/trace'),
    findings: [
      {
        rule: 'setting-file',
        ...at(orderer, 'ORDERER_DEBUG_BROADCASTTRACEDIR'),
        message:
          'ORDERER_DEBUG_BROADCASTTRACEDIR of manufacturer/orderer1 is /var/trace, which is in no volume of its pod',
        hint: 'mount it with an override (overrides/eu/manufacturer/orderer1), or use a path below /data/',
      },
    ],
  },
  {
    name: 'a peer that is a leader and elects one',
    change: withSettings(peer, 'CORE_PEER_GOSSIP_USELEADERELECTION: true'),
    findings: [
      {
        rule: 'refused-setting',
        ...at(peer, 'CORE_PEER_GOSSIP_USELEADERELECTION'),
        message: 'carrier/peer2 both elects a leader and is one: Fabric does not start',
        hint: 'remove it, or add `CORE_PEER_GOSSIP_ORGLEADER: false`',
      },
    ],
  },
  ignored(
    peer,
    'CORE_METRICS_STATSD_PREFIX: peer',
    'metrics go to Prometheus',
    'remove it: Prometheus fetches the metrics of each node',
  ),
  ignored(
    peer,
    'CORE_PEER_PROFILE_LISTENADDRESS: "127.0.0.1:6060"',
    'profiles are off',
    'remove it, or switch profiles on',
  ),
  ignored(
    oldOrderer,
    'ORDERER_KAFKA_VERBOSE: false',
    'channels have the consensus etcdraft or bft',
    'remove it: Fabric has had no Kafka since 3.0',
  ),
  owned(peer, 'CORE_LEDGER_STATE_STATEDATABASE: goleveldb', 'remove it: it follows from stateDatabase'),
  owned(peer, 'CORE_OPERATIONS_TLS_ENABLED: true', 'remove it: the node needs it as it is'),
  owned(orderer, 'ORDERER_GENERAL_CLUSTER_ROOTCAS: "[/tmp/ca.crt]"', certificates),
  owned(orderer, 'ORDERER_GENERAL_CLUSTER_LISTENPORT: 7060', 'remove it: addresses follow from the definition'),
  owned(ca, 'FABRIC_CA_SERVER_CSR_CN: another', certificates),
  owned(ca, 'FABRIC_CA_SERVER_INTERMEDIATE_PARENTSERVER_URL: "https://ca.example.com"', certificates),
  owned(ca, 'FABRIC_CA_SERVER_DB_DATASOURCE: /data/other.db', 'remove it: one replica keeps its own database'),
  owned(ca, 'FABRIC_CA_SERVER_OPERATIONS_TLS_ENABLED: true', 'remove it: the node needs it as it is'),
]

/** Unusual, and right. */
export const acceptedSettings: readonly Case[] = [
  {
    name: 'variables of a peer',
    change: withSettings(
      peer,
      'FABRIC_LOGGING_SPEC: "gossip,ledger.=WARN:debug:", FABRIC_LOGGING_FORMAT: json, CORE_PEER_GOSSIP_PULLINTERVAL: 1m30s, CORE_PEER_GOSSIP_STATE_CHANNELSIZE: 50, CORE_PEER_GATEWAY_ENABLED: "T", CORE_PEER_HANDLERS_ENDORSERS_MINE_NAME: Mine, CORE_LEDGER_STATE_COUCHDBCONFIG_CACHESIZE: "128"',
    ),
    findings: [],
  },
  {
    name: 'variables of an orderer',
    change: withSettings(
      orderer,
      'ORDERER_CHANNELPARTICIPATION_MAXREQUESTBODYSIZE: 10 MB, ORDERER_GENERAL_CLUSTER_SENDBUFFERSIZE: 200, ORDERER_GENERAL_CONNECTIONTIMEOUT: 0s, ORDERER_DEBUG_BROADCASTTRACEDIR: /data/trace',
    ),
    findings: [],
  },
  {
    name: 'variables of a CA',
    change: withSettings(
      ca,
      'FABRIC_CA_SERVER_LOGLEVEL: warning, FABRIC_CA_SERVER_CRL_EXPIRY: 48h, FABRIC_CA_SERVER_SIGNING_PROFILES_LONG_EXPIRY: 8760h, FABRIC_CA_SERVER_CFG_IDENTITIES_ALLOWREMOVE: true',
    ),
    findings: [],
  },
  {
    name: 'a peer that elects its leader',
    change: withSettings(peer, 'CORE_PEER_GOSSIP_USELEADERELECTION: true, CORE_PEER_GOSSIP_ORGLEADER: false'),
    findings: [],
  },
]
