import type { Case } from '../../case.ts'

const orderer = '{name: orderer1, role: orderer}'
const peer = '      - {name: peer2, role: peer, stateDatabase: couchdb}'
const image = 'image: registry.example.com/assets:1.0.2'

/** Nodes, their CouchDBs, and the servers of chaincodes. */
export const nodes: readonly Case[] = [
  {
    name: 'fields of a peer at an orderer',
    change: [[orderer, '{name: orderer1, role: orderer, stateDatabase: couchdb, anchor: true}']],
    findings: [
      {
        rule: 'role-field',
        severity: 'error',
        at: '31:56',
        message: 'stateDatabase of manufacturer/orderer1 has no effect: it is not a peer',
        hint: 'remove it: the role orderer does not use it',
      },
      {
        rule: 'role-field',
        severity: 'error',
        at: '31:73',
        message: 'anchor of manufacturer/orderer1 has no effect: it is not a peer',
        hint: 'remove it: the role orderer does not use it',
      },
    ],
  },
  {
    name: 'a CouchDB that is not used',
    change: [[peer, '      - {name: peer2, role: peer, couchdb: {storage: 5Gi}}']],
    findings: [
      {
        rule: 'role-field',
        severity: 'error',
        at: '40:44',
        message: 'carrier/peer2 has couchdb, but its state database is goleveldb',
        hint: 'add `stateDatabase: couchdb`, or remove couchdb',
      },
      {
        rule: 'chaincode-indexes',
        severity: 'warning',
        at: '66:7',
        message:
          'chaincode assets has indexes, but carrier/peer2 of channel trade has no CouchDB: a query by content fails there',
        hint: 'add peers with `stateDatabase: couchdb` in place of those: a peer cannot change it',
      },
    ],
  },
  {
    name: 'a CouchDB that is too small, and asks for more than it may have',
    change: [
      [
        peer,
        '      - {name: peer2, role: peer, stateDatabase: couchdb, couchdb: {storage: 5Mi, resources: {requests: {memory: 4Gi}}}}',
      ],
    ],
    findings: [
      {
        rule: 'storage',
        severity: 'error',
        at: '40:78',
        message: 'the CouchDB of carrier/peer2 has a volume of 5Mi: a ledger needs at least 1Gi',
        hint: 'write the size with its unit, for example 20Gi; a volume can grow later but never shrink',
      },
      {
        rule: 'resources',
        severity: 'error',
        at: '40:114',
        message: 'the CouchDB of carrier/peer2 requests 4Gi memory, more than its limit of 1Gi (the default of limits)',
        hint: 'Kubernetes refuses such a pod: raise the limit or lower the request',
      },
    ],
  },
  {
    name: 'settings of another role',
    change: [[orderer, '{name: orderer1, role: orderer, settings: {CORE_PEER_PROFILE_ENABLED: true}}']],
    findings: [
      {
        rule: 'setting',
        severity: 'error',
        at: '31:52',
        message: 'CORE_PEER_PROFILE_ENABLED is not a variable of the role orderer of manufacturer/orderer1',
        hint: 'use variables that begin with ORDERER_',
      },
    ],
  },
  {
    name: 'settings that follow from the definition',
    change: [
      [
        orderer,
        '{name: orderer1, role: orderer, settings: {ORDERER_GENERAL_TLS_ENABLED: false, ORDERER_ADMIN_TLS_CLIENTAUTHREQUIRED: false, FABRIC_LOGGING_SPEC: debug}}',
      ],
      [
        peer,
        '      - {name: peer2, role: peer, stateDatabase: couchdb, settings: {CORE_PEER_GOSSIP_EXTERNALENDPOINT: "a:1", CORE_VM_ENDPOINT: "unix:///run/docker.sock", CORE_PEER_GATEWAY_ENABLED: true}}',
      ],
    ],
    findings: [
      {
        rule: 'owned-setting',
        severity: 'error',
        at: '31:52',
        message: 'manufacturer/orderer1 sets ORDERER_GENERAL_TLS_ENABLED, which Chancery sets itself',
        hint: 'remove it: certificates follow from material/',
      },
      {
        rule: 'owned-setting',
        severity: 'error',
        at: '31:88',
        message: 'manufacturer/orderer1 sets ORDERER_ADMIN_TLS_CLIENTAUTHREQUIRED, which Chancery sets itself',
        hint: 'remove it: Jobs need it as it is',
      },
      {
        rule: 'owned-setting',
        severity: 'error',
        at: '40:70',
        message: 'carrier/peer2 sets CORE_PEER_GOSSIP_EXTERNALENDPOINT, which Chancery sets itself',
        hint: 'remove it: addresses follow from the definition',
      },
      {
        rule: 'owned-setting',
        severity: 'error',
        at: '40:112',
        message: 'carrier/peer2 sets CORE_VM_ENDPOINT, which Chancery sets itself',
        hint: 'remove it: chaincodes run as separate services',
      },
    ],
  },
  {
    name: 'a setting that is no variable',
    change: [[orderer, '{name: orderer1, role: orderer, settings: {general.tls: true}}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '31:52',
        message:
          'organizations[manufacturer].nodes[orderer1].settings.general.tls: must be a variable of Fabric: CORE_… of a peer, ORDERER_… of an orderer, FABRIC_CA_SERVER_… of a CA, FABRIC_LOGGING_SPEC',
      },
    ],
  },
  {
    name: 'a peer that is exposed as a CA',
    change: [[peer, '      - {name: peer2, role: peer, stateDatabase: couchdb, expose: [ca]}']],
    findings: [
      {
        rule: 'exposure',
        severity: 'error',
        at: '40:67',
        message: 'carrier/peer2 exposes ca, which only a node with the role ca serves',
        hint: 'remove it: peers and orderers have their own ports',
      },
    ],
  },
  {
    name: 'two CA servers',
    change: [['- {name: ca, role: ca}', '- {name: ca, role: ca}\n      - {name: ca2, role: ca}']],
    findings: [
      {
        rule: 'certificate-authority',
        severity: 'warning',
        at: '34:9',
        message: 'organization manufacturer has 2 CA servers, each with its own database',
        hint: 'use one: nodes run without it',
      },
    ],
  },
  {
    name: 'two external nodes at one address',
    change: (good) =>
      good.replace(
        '\nchannels:',
        '\nexternal:\n  - {organization: bank, mspId: BankMSP, nodes: [{name: peer1, role: peer, host: ledger.example.net, port: 7051}, {name: peer2, role: peer, host: ledger.example.net, port: 7051}]}\n\nchannels:',
      ),
    findings: [
      {
        rule: 'external-address',
        severity: 'error',
        at: '49:173',
        message: 'bank/peer1 and bank/peer2 are both at ledger.example.net:7051',
        hint: 'ask their owners',
      },
    ],
  },
  {
    name: 'a chaincode without an image',
    change: [[`    ${image}\n`, '']],
    findings: [
      {
        rule: 'chaincode-image',
        severity: 'error',
        at: '56:5',
        message: 'chaincode assets has no image',
        hint: 'name the image of its server',
      },
    ],
  },
  {
    name: 'a chaincode whose image may change',
    change: [[image, 'image: registry.example.com:5000/assets']],
    findings: [
      {
        rule: 'chaincode-image',
        severity: 'warning',
        at: '58:12',
        message:
          'the image registry.example.com:5000/assets of chaincode assets has no fixed tag: its content may change',
        hint: 'pin a version or a digest',
      },
    ],
  },
  {
    name: 'a chaincode whose image is always another',
    change: [[image, 'image: registry.example.com/assets:latest']],
    findings: [
      {
        rule: 'chaincode-image',
        severity: 'warning',
        at: '58:12',
        message:
          'the image registry.example.com/assets:latest of chaincode assets has no fixed tag: its content may change',
        hint: 'pin a version or a digest',
      },
    ],
  },
  {
    name: 'a chaincode that needs a first call',
    change: [[image, `${image}\n    initRequired: true`]],
    findings: [
      {
        rule: 'chaincode-init',
        severity: 'warning',
        at: '59:19',
        message: 'chaincode assets needs a call of its init first, which no Job makes',
        hint: 'call it once from an application, or set initRequired: false',
      },
    ],
  },
  {
    name: 'a chaincode server that asks for more than it may have',
    change: [[image, `${image}\n    resources: {requests: {memory: 1Gi}}`]],
    findings: [
      {
        rule: 'resources',
        severity: 'error',
        at: '59:36',
        message: 'chaincode assets requests 1Gi memory, more than its limit of 512Mi (the default of limits)',
        hint: 'Kubernetes refuses such a pod: raise the limit or lower the request',
      },
    ],
  },
  {
    name: 'indexes without CouchDB',
    change: [[peer, '      - {name: peer2, role: peer}']],
    findings: [
      {
        rule: 'chaincode-indexes',
        severity: 'warning',
        at: '66:7',
        message:
          'chaincode assets has indexes, but carrier/peer2 of channel trade has no CouchDB: a query by content fails there',
        hint: 'add peers with `stateDatabase: couchdb` in place of those: a peer cannot change it',
      },
    ],
  },
  {
    name: 'indexes that are too large',
    change: [['ddoc: byOwner, name: byOwner', `ddoc: &long ${'x'.repeat(600_000)}, name: *long`]],
    findings: [
      {
        rule: 'config-map-size',
        severity: 'error',
        at: '66:7',
        message: 'the package of chaincode assets has 1205873 bytes; a ConfigMap holds 1048576',
        hint: 'reduce its indexes',
      },
    ],
  },
]
