import type { Case, ExpectedFinding } from '../../case.ts'

const peer = '      - {name: peer2, role: peer, stateDatabase: couchdb}'
const ca = '- {name: ca, role: ca}'
const chaincode =
  '  - {name: NAME, channel: trade, image: "registry.example.com/more:1.0.0", version: "VERSION", sequence: 1}\n'

const collision = (message: string, at: string): ExpectedFinding => ({
  rule: 'name-collision',
  severity: 'error',
  at,
  message,
  hint: 'rename one of the two',
})

const another = (name: string, version: string) => chaincode.replace('NAME', name).replace('VERSION', version)

/** Names that follow from others. */
export const objectNames: readonly Case[] = [
  {
    name: 'a node called like the CouchDB of another',
    change: (good) => good.replace(peer, `${peer}\n      - {name: peer1-couchdb, role: ca}`),
    findings: [
      collision(
        'the CouchDB of carrier/peer1 and carrier/peer1-couchdb would share the PersistentVolumeClaim peer1-couchdb',
        '41:16',
      ),
    ],
  },
  {
    name: "a node called like a CA server's keys",
    change: (good) => good.replace(ca, `${ca}\n      - {name: ca-authorities, role: peer, stateDatabase: couchdb}`),
    findings: [
      collision(
        'the authorities of manufacturer/ca and manufacturer/ca-authorities would share the file material/sealed/eu/manufacturer/ca-authorities.yaml',
        '34:16',
      ),
    ],
  },
  {
    name: 'a node called like the administrator of its cluster',
    change: [['{name: ca, role: ca}', '{name: administrator, role: ca}']],
    findings: [
      collision(
        'manufacturer/administrators/eu and manufacturer/administrator would share the file material/sealed/eu/manufacturer/administrator.yaml',
        '33:16',
      ),
    ],
  },
  {
    name: 'a node called like a client',
    change: [['{name: ca, role: ca}', '{name: client-shop, role: ca}']],
    findings: [
      collision(
        'manufacturer/clients/shop and manufacturer/client-shop would share the file material/sealed/eu/manufacturer/client-shop.yaml',
        '33:16',
      ),
    ],
  },
  {
    name: 'a node called like a chaincode server',
    change: [['{name: ca, role: ca}', '{name: chaincode-assets-1-0, role: ca}']],
    findings: [
      collision(
        'the chaincode server chaincode-assets-1-0 and manufacturer/chaincode-assets-1-0 would share the Service chaincode-assets-1-0',
        '33:16',
      ),
    ],
  },
  {
    name: 'one Secret for two nodes',
    change: [
      ['{name: orderer2, role: orderer}', '{name: orderer2, role: orderer, existingSecret: vault}'],
      [peer, '      - {name: peer2, role: peer, stateDatabase: couchdb, existingSecret: vault}'],
    ],
    findings: [collision('carrier/orderer2 and carrier/peer2 would share the Secret vault', '40:75')],
  },
  {
    name: "another node's Secret",
    change: [[peer, '      - {name: peer2, role: peer, stateDatabase: couchdb, existingSecret: peer1-keys}']],
    findings: [collision('carrier/peer1 and carrier/peer2 would share the Secret peer1-keys', '40:75')],
  },
  {
    name: "an administrator's Secret",
    change: [[peer, '      - {name: peer2, role: peer, stateDatabase: couchdb, existingSecret: administrator}']],
    findings: [collision('carrier/administrators/us and carrier/peer2 would share the Secret administrator', '40:75')],
  },
  {
    name: 'two chaincodes with one Job',
    change: (good) => `${good}${another('my_cc', '1.0')}${another('my-cc', '2.0')}`,
    findings: [
      collision('chaincode trade/my_cc and chaincode trade/my-cc would share the Job chaincode-trade-my-cc', '68:12'),
    ],
  },
  {
    name: 'two channels that join nodes by one Job',
    change: (good) =>
      good
        .replace(peer, `${peer}\n      - {name: b-peer1, role: peer}`)
        .replace(
          '\nchaincodes:',
          '  - {name: a-b, members: [carrier]}\n  - {name: a, members: [carrier]}\n\nchaincodes:',
        ),
    findings: [
      collision(
        'carrier/b-peer1 in channel a and carrier/peer1 in channel a-b would share the Job join-a-b-peer1',
        '39:16',
      ),
    ],
  },
  {
    name: 'an organization called like the folder of channels',
    change: (good) => good.replaceAll('retailer', 'channels').replaceAll('RetailerMSP', 'ChannelsMSP'),
    findings: [
      {
        rule: 'reserved-name',
        severity: 'error',
        at: '41:11',
        message: 'an organization cannot be called "channels"',
        hint: 'choose another name: the folder of channels in material/public has this one',
      },
    ],
  },
  {
    name: 'MSP IDs that differ in capitals',
    change: [
      ['    issuerRecipients: [age1jud', '    mspId: retailermsp\n    issuerRecipients: [age1jud'],
      ["'CarrierMSP.peer', ", ''],
      ["'ManufacturerMSP.member', 'CarrierMSP.member'", "'ManufacturerMSP.member', 'RetailerMSP.member'"],
    ],
    findings: [
      {
        rule: 'msp-id',
        severity: 'warning',
        at: '42:5',
        message:
          'the MSP IDs retailermsp of carrier and RetailerMSP of retailer differ in case only: people and file systems confuse them',
        hint: 'set an mspId for one of them that reads differently',
      },
    ],
  },
]

/** Names that look as if they were taken, and are free. */
export const acceptedObjectNames: readonly Case[] = [
  {
    name: 'a node called like the CouchDB of a peer in another organization',
    change: [
      ['{name: orderer3, role: orderer}', '{name: peer2-couchdb, role: orderer}'],
      ['retailer/orderer3', 'retailer'],
    ],
    findings: [],
  },
  {
    name: 'a node called like the CouchDB of a peer that has none',
    change: (good) =>
      good
        .replace('{name: orderer1, role: orderer}', '{name: peer1-couchdb, role: orderer}')
        .replace(
          '{name: peer1, role: peer, stateDatabase: couchdb}\n      - {name: ca',
          '{name: peer1, role: peer}\n      - {name: ca',
        )
        .replace(/ {4}indexes:\n.*\n?/, ''),
    findings: [],
  },
  {
    name: 'one name of a Secret in two organizations',
    change: [
      ['{name: orderer2, role: orderer}', '{name: orderer2, role: orderer, existingSecret: vault}'],
      ['{name: orderer3, role: orderer}', '{name: orderer3, role: orderer, existingSecret: vault}'],
    ],
    findings: [],
  },
  {
    name: 'chaincodes whose names differ in more than capitals',
    change: (good) => `${good}${another('asset', '1.0')}`,
    findings: [],
  },
]
