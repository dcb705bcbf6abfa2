import type { Case } from '../../case.ts'

const long = 'a-channel-that-says-in-its-name-what-it-is-for'

/** Names that stand twice, and names that Fabric, X.509 or Kubernetes would refuse. */
export const names: readonly Case[] = [
  {
    name: 'a name of no MSP',
    change: [['    clients: [shop]', '    clients: [shop]\n    mspId: Manufacturer MSP']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '30:12',
        message:
          'organizations[manufacturer].mspId must be an MSP ID: letters, digits, "." and "-", at most 249, got "Manufacturer MSP"',
      },
    ],
  },
  {
    name: 'two organizations with one MSP ID',
    change: [['    clients: [shop]', '    mspId: CarrierMSP']],
    findings: [
      {
        rule: 'msp-id',
        severity: 'error',
        at: '29:12',
        message: 'the MSP ID CarrierMSP is used by carrier and manufacturer: it must be unique in the network',
        hint: 'set another mspId for one of them',
      },
      {
        rule: 'policy',
        severity: 'error',
        at: '61:24',
        message:
          "the policy \"OutOf(2, 'ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer')\" names the unknown MSP ManufacturerMSP",
        hint: 'known: CarrierMSP, RetailerMSP',
      },
      {
        rule: 'policy',
        severity: 'error',
        at: '64:17',
        message:
          "the policy \"OR('ManufacturerMSP.member', 'CarrierMSP.member')\" names the unknown MSP ManufacturerMSP",
        hint: 'known: CarrierMSP, RetailerMSP',
      },
    ],
  },
  {
    name: 'an external organization with the name of one of ours, and one that stands twice',
    change: (good) =>
      good.replace(
        'channels:\n',
        'external:\n  - {organization: carrier, mspId: OtherMSP, nodes: [{name: peer3, role: peer, host: peer3.example.net, port: 7051}]}\n  - {organization: bank, mspId: BankMSP, nodes: [{name: peer1, role: peer, host: peer1.example.net, port: 7051}]}\n  - {organization: bank, mspId: BankMSP, nodes: [{name: peer2, role: peer, host: peer2.example.net, port: 7051}]}\nchannels:\n',
      ),
    findings: [
      {
        rule: 'duplicate-party',
        severity: 'error',
        at: '49:20',
        message: 'carrier is the name of an external organization and of one of ours',
        hint: 'rename one of them; for nodes that carrier runs elsewhere, set its mspId CarrierMSP',
      },
      {
        rule: 'duplicate-party',
        severity: 'error',
        at: '51:20',
        message: 'external organization bank is a duplicate',
        hint: 'put its nodes into one list',
      },
    ],
  },
  {
    name: 'a cluster that is called as the folder of authorities',
    change: (good) =>
      good.replace('- name: asia', '- name: issuers').replace('    cluster: asia', '    cluster: issuers'),
    findings: [
      {
        rule: 'reserved-name',
        severity: 'error',
        at: '8:11',
        message: 'a cluster cannot be called "issuers"',
        hint: 'choose another name: a folder of material/sealed has this one',
      },
    ],
  },
  {
    name: 'common names that are too long',
    change: (good) =>
      good
        .replaceAll('retailer', 'retailer-of-everything-that-is-for-sale-in-the-whole-region')
        .replaceAll('RetailerMSP', 'RetailerOfEverythingThatIsForSaleInTheWholeRegionMSP'),
    findings: [
      {
        rule: 'common-name',
        severity: 'error',
        at: '41:11',
        message:
          'the common name administrator-asia.retailer-of-everything-that-is-for-sale-in-the-whole-region has 78 characters; X.509 allows 64',
        hint: 'shorten the names in it',
      },
      {
        rule: 'common-name',
        severity: 'error',
        at: '41:11',
        message:
          'the common name orderer-administrator-asia.retailer-of-everything-that-is-for-sale-in-the-whole-region has 86 characters; X.509 allows 64',
        hint: 'shorten the names in it',
      },
      {
        rule: 'name-length',
        severity: 'error',
        at: '41:11',
        message:
          'the namespace supplychain-retailer-of-everything-that-is-for-sale-in-the-whole-region has 71 characters, more than 63',
        hint: 'shorten the names it is made of',
      },
      {
        rule: 'common-name',
        severity: 'error',
        at: '45:16',
        message:
          'the common name orderer3.retailer-of-everything-that-is-for-sale-in-the-whole-region has 68 characters; X.509 allows 64',
        hint: 'shorten the names in it',
      },
      {
        rule: 'common-name',
        severity: 'error',
        at: '46:16',
        message:
          'the common name peer1.retailer-of-everything-that-is-for-sale-in-the-whole-region has 65 characters; X.509 allows 64',
        hint: 'shorten the names in it',
      },
    ],
  },
  {
    name: 'a client that stands twice, and one whose common name is too long',
    change: [['clients: [shop]', `clients: [shop, shop, ${'s'.repeat(60)}]`]],
    findings: [
      {
        rule: 'common-name',
        severity: 'error',
        at: '26:11',
        message:
          'the common name ssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss.manufacturer has 73 characters; X.509 allows 64',
        hint: 'shorten the names in it',
      },
      {
        rule: 'duplicate-client',
        severity: 'error',
        at: '29:14',
        message: 'client shop of manufacturer is a duplicate',
        hint: 'remove one of the two',
      },
    ],
  },
  {
    name: 'a name of no channel',
    change: (good) => good.replace('- name: trade', '- name: Trade'),
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '49:11',
        message:
          'channels[Trade].name must be the name of a channel: lower-case letters, digits, "." and "-", beginning with a letter, at most 249, got "Trade"',
      },
    ],
  },
  {
    name: 'a channel that stands twice',
    change: (good) => good.replace('\nchaincodes:', '  - {name: trade, members: [carrier]}\n\nchaincodes:'),
    findings: [
      {
        rule: 'duplicate-channel',
        severity: 'error',
        at: '54:12',
        message: 'channel trade is a duplicate',
        hint: 'give each its own name',
      },
    ],
  },
  {
    name: 'channels that Kubernetes would not tell apart',
    change: (good) =>
      good.replace(
        '\nchaincodes:',
        '  - {name: trade.north, members: [carrier]}\n  - {name: trade-north, members: [carrier]}\n\nchaincodes:',
      ),
    findings: [
      {
        rule: 'channel-name',
        severity: 'error',
        at: '55:12',
        message: 'channels trade.north and trade-north would both have the name trade-north in Kubernetes',
        hint: 'choose names that differ in more than dots, and in their first 40 characters',
      },
      {
        rule: 'channel-name',
        severity: 'warning',
        at: '54:12',
        message:
          'channel trade.north has more than 40 characters, or dots: objects in Kubernetes get trade-north in their names',
        hint: 'choose a shorter name without dots, as it cannot change later',
      },
    ],
  },
  {
    name: 'a channel with a long name',
    change: (good) => good.replaceAll(': trade', `: ${long}`),
    findings: [
      {
        rule: 'channel-name',
        severity: 'warning',
        at: '49:11',
        message:
          'channel a-channel-that-says-in-its-name-what-it-is-for has more than 40 characters, or dots: objects in Kubernetes get a-channel-that-says-in-its-name-what-it- in their names',
        hint: 'choose a shorter name without dots, as it cannot change later',
      },
    ],
  },
  {
    name: 'a name of no chaincode',
    change: (good) => good.replace('- name: assets', '- name: my assets'),
    findings: [
      {
        rule: 'chaincode-name',
        severity: 'error',
        at: '56:11',
        message: '"my assets" is not a valid name of a chaincode',
        hint: 'use letters and digits, with single "-" or "_" between them',
      },
      {
        rule: 'chaincode-label',
        severity: 'error',
        at: '59:14',
        message: '"my assets_1.0" is not a valid label of a package',
        hint: 'use letters, digits, "_", ".", "+" and "-", beginning with a letter or digit',
      },
    ],
  },
  {
    name: "a name of one of Fabric's own chaincodes",
    change: (good) => good.replace('- name: assets', '- name: lscc'),
    findings: [
      {
        rule: 'chaincode-name',
        severity: 'error',
        at: '56:11',
        message: 'the chaincode name lscc is reserved by Fabric',
        hint: 'choose another',
      },
    ],
  },
  {
    name: 'a version and a label of no chaincode',
    change: [['version: "1.0"', 'version: "1 0"\n    label: _assets']],
    findings: [
      {
        rule: 'chaincode-version',
        severity: 'error',
        at: '59:14',
        message: '"1 0" is not a valid version of a chaincode',
        hint: 'use letters, digits, "_", ".", "+" and "-"',
      },
      {
        rule: 'chaincode-label',
        severity: 'error',
        at: '60:12',
        message: '"_assets" is not a valid label of a package',
        hint: 'use letters, digits, "_", ".", "+" and "-", beginning with a letter or digit',
      },
    ],
  },
  {
    name: 'a chaincode that stands twice in a channel',
    change: (good) =>
      `${good}  - {name: assets, channel: trade, image: "registry.example.com/assets:2.0.0", version: "2.0", sequence: 2}\n`,
    findings: [
      {
        rule: 'duplicate-chaincode',
        severity: 'error',
        at: '67:12',
        message: 'chaincode assets is a duplicate on channel trade',
        hint: 'remove one of the two',
      },
    ],
  },
  {
    name: 'chaincodes that would share a server',
    change: (good) =>
      `${good}  - {name: Assets, channel: trade, image: "registry.example.com/assets:1.0.2", version: "1.0", sequence: 1}\n  - {name: prices, label: assets_1.0, channel: trade, image: "registry.example.com/prices:1.0.0", version: "1.0", sequence: 1}\n`,
    findings: [
      {
        rule: 'name-collision',
        severity: 'error',
        at: '67:12',
        message: 'chaincode trade/assets and chaincode trade/Assets would share the Job chaincode-trade-assets',
        hint: 'rename one of the two',
      },
      {
        rule: 'chaincode-server',
        severity: 'error',
        at: '67:89',
        message:
          'chaincodes trade/assets and trade/Assets would share the server chaincode-assets-1-0 in Kubernetes, but they differ in the label',
        hint: 'set another version or label for one of them',
      },
      {
        rule: 'chaincode-server',
        severity: 'error',
        at: '68:27',
        message:
          'chaincodes trade/assets and trade/prices would share the server chaincode-assets-1-0 in Kubernetes, but they differ in image and indexes',
        hint: 'set another version or label for one of them',
      },
    ],
  },
  {
    name: 'a name of no collection',
    change: [['- name: prices', '- name: _prices']],
    findings: [
      {
        rule: 'collection-name',
        severity: 'error',
        at: '63:15',
        message: '"_prices" is not a valid name of a collection',
        hint: 'use letters, digits, "-" and "_", not beginning with "_"',
      },
    ],
  },
  {
    name: 'a collection that stands twice',
    change: [['    indexes:', '      - {name: prices, policy: "OR(\'CarrierMSP.member\')"}\n    indexes:']],
    findings: [
      {
        rule: 'duplicate-collection',
        severity: 'error',
        at: '65:16',
        message: 'collection prices is a duplicate in chaincode assets',
        hint: 'rename one of them',
      },
    ],
  },
]
