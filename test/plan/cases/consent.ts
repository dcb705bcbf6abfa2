import type { RiskCase } from '../case.ts'

/** The generator of secp256k1. */
const deskId =
  '79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8'

/** Keys of an organization for people whom it did not choose. */
export const consent: readonly RiskCase[] = [
  {
    name: 'a node that somebody else runs',
    edits: [
      [
        'external:\n  - organization: bank\n    nodes:\n',
        `external:\n  - organization: bank\n    nodes:\n      - {name: desk, role: rpc, host: desk.bank.example.net, port: 30303, nodeId: ${deskId}}\n`,
      ],
    ],
    risks: [
      {
        risk: 'caution external-added bank/desk 44:9',
        message:
          'bank/desk (rpc) is new and is run by somebody else: our nodes dial it at desk.bank.example.net:30303, and let it in as nodeId "79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8"',
        hint: 'ask bank, outside of this pull request, whether that is its address and its key',
      },
    ],
  },
  {
    name: 'a node that somebody else ran goes',
    given: [
      [
        'external:\n  - organization: bank\n    nodes:\n',
        `external:\n  - organization: bank\n    nodes:\n      - {name: desk, role: rpc, host: desk.bank.example.net, port: 30303, nodeId: ${deskId}}\n`,
      ],
    ],
    edits: [[`      - {name: desk, role: rpc, host: desk.bank.example.net, port: 30303, nodeId: ${deskId}}\n`, '']],
    risks: [
      {
        risk: 'caution external-removed bank/desk 42:3',
        message:
          'bank/desk (rpc), which somebody else runs at desk.bank.example.net:30303, leaves the definition: our nodes no longer dial it',
        hint: 'tell bank',
      },
    ],
  },
  {
    name: 'an external party is somebody else',
    platform: 'fabric',
    given: [
      [
        'channels:\n',
        'external:\n  - organization: bank\n    mspId: BankMSP\n    nodes: [{name: peer1, role: peer, host: peer1.bank.example.net, port: 7051}]\nchannels:\n',
      ],
    ],
    edits: [['mspId: BankMSP', 'mspId: CarrierBankMSP']],
    risks: [
      {
        risk: 'danger external-changed bank 49:5',
        message:
          'the external party bank is mspId "CarrierBankMSP" instead of mspId "BankMSP": others may be let in as it',
        hint: 'ask bank, outside of this pull request',
      },
    ],
  },
  {
    name: "a node of another organization in a cluster of one's own",
    platform: 'fabric',
    edits: [
      [
        'organizations:\n',
        '  - name: ap\n    provider: gke\n    domain: ap.example.com\n    ambassador: {sourceRanges: [198.51.100.0/25]}\n    recipients: [age1jud55x9lengknt5vtndcp6aydtqlm2hk76d8rmajl974n06wedqqxmz6re]\n\norganizations:\n',
      ],
      [
        '      - {name: orderer3, role: orderer}\n',
        '      - {name: orderer3, role: orderer}\n      - {name: peer7, role: peer, cluster: ap}\n',
      ],
    ],
    risks: [
      {
        risk: 'danger identity-issued retailer/ap 52:9',
        message:
          'the authorities of retailer sign what this change adds (peer7 and administrators/ap), and the keys are encrypted for cluster ap: age1jud55x9lengknt5vtndcp6aydtqlm2hk76d8rmajl974n06wedqqxmz6re, who could decrypt no key of retailer before',
        hint: 'ask retailer whether it wants them: anyone who has such a key can act as retailer',
      },
      {
        risk: 'danger organization-in-cluster retailer/ap 52:44',
        message:
          'retailer enters the new cluster ap: 2 keys of it (peer7 and administrators/ap) are encrypted for age1jud55x9lengknt5vtndcp6aydtqlm2hk76d8rmajl974n06wedqqxmz6re, who could decrypt none of its keys before',
        hint: 'ask retailer itself, outside of this pull request, whether it goes there and whose recipients these are: anyone who has such a key can act as retailer',
      },
      {
        risk: 'caution cluster-added ap 25:5',
        message:
          'cluster ap is new: keys of the nodes that go there are encrypted for age1jud55x9lengknt5vtndcp6aydtqlm2hk76d8rmajl974n06wedqqxmz6re',
        hint: 'ask outside of this pull request who runs it, and whose these recipients are',
      },
    ],
  },
  {
    name: 'the same in two steps: the cluster was merged before',
    platform: 'fabric',
    given: [
      [
        'organizations:\n',
        '  - name: ap\n    provider: gke\n    domain: ap.example.com\n    ambassador: {sourceRanges: [198.51.100.0/25]}\n    recipients: [age1vdcen9qr6rm9hhzgt5c4fqy76mp5zz68nghf78qrqh05atvknghqfhwvqs]\n\norganizations:\n',
      ],
    ],
    edits: [
      [
        '      - {name: orderer2, role: orderer}\n',
        '      - {name: orderer2, role: orderer}\n      - {name: peer7, role: peer, cluster: ap}\n',
      ],
    ],
    risks: [
      {
        risk: 'danger identity-issued carrier/ap 45:9',
        message:
          'the authorities of carrier sign what this change adds (peer7 and administrators/ap), and the keys are encrypted for cluster ap: age1vdcen9qr6rm9hhzgt5c4fqy76mp5zz68nghf78qrqh05atvknghqfhwvqs, who could decrypt no key of carrier before',
        hint: 'ask carrier whether it wants them: anyone who has such a key can act as carrier',
      },
      {
        risk: 'danger organization-in-cluster carrier/ap 45:44',
        message:
          'carrier enters cluster ap: 2 keys of it (peer7 and administrators/ap) are encrypted for age1vdcen9qr6rm9hhzgt5c4fqy76mp5zz68nghf78qrqh05atvknghqfhwvqs, who could decrypt none of its keys before',
        hint: 'ask carrier itself, outside of this pull request, whether it goes there and whose recipients these are: anyone who has such a key can act as carrier',
      },
    ],
  },
  {
    name: 'a certificate authority in a cluster of somebody else',
    platform: 'fabric',
    edits: [
      ['      - {name: ca, role: ca}\n', '      - {name: ca, role: ca}\n      - {name: ca1, role: ca, cluster: us}\n'],
    ],
    risks: [
      {
        risk: 'danger authority-in-cluster manufacturer/ca1 34:9',
        message:
          'manufacturer/ca1 brings the keys of the authorities of manufacturer to cluster us: anyone who can decrypt there can issue certificates for the organization, also of administrators',
        hint: 'ask manufacturer to confirm; `chancery keys` issues certificates without a CA in a cluster',
      },
      {
        risk: 'danger identity-issued manufacturer/us 34:9',
        message:
          'the authorities of manufacturer sign what this change adds (ca1, ca1 authorities and administrators/us), and the keys are encrypted for cluster us: age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka, who could decrypt no key of manufacturer before',
        hint: 'ask manufacturer whether it wants them: anyone who has such a key can act as manufacturer',
      },
      {
        risk: 'danger organization-in-cluster manufacturer/us 34:40',
        message:
          'manufacturer enters cluster us: 3 keys of it (ca1, ca1 authorities and administrators/us) are encrypted for age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka, who could decrypt none of its keys before',
        hint: 'ask manufacturer itself, outside of this pull request, whether it goes there and whose recipients these are: anyone who has such a key can act as manufacturer',
      },
    ],
  },
  {
    name: 'an application',
    platform: 'fabric',
    edits: [['clients: [shop]', 'clients: [shop, extra]']],
    risks: [
      {
        risk: 'caution identity-issued manufacturer/eu 26:5',
        message:
          'the authorities of manufacturer sign what this change adds (clients/extra), and the keys are encrypted for cluster eu: age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev',
        hint: 'ask manufacturer whether it wants them: anyone who has such a key can act as manufacturer',
      },
    ],
  },
  {
    name: 'one more peer where the others are',
    platform: 'fabric',
    edits: [
      [
        '      - {name: orderer2, role: orderer}\n',
        '      - {name: orderer2, role: orderer}\n      - {name: peer7, role: peer}\n',
      ],
    ],
    risks: [
      {
        risk: 'caution identity-issued carrier/us 39:9',
        message:
          'the authorities of carrier sign what this change adds (peer7), and the keys are encrypted for cluster us: age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka',
        hint: 'ask carrier whether it wants them: anyone who has such a key can act as carrier',
      },
    ],
  },
  {
    name: 'an issuer',
    platform: 'fabric',
    edits: [
      [
        'issuerRecipients: [age1vdcen9qr6rm9hhzgt5c4fqy76mp5zz68nghf78qrqh05atvknghqfhwvqs]',
        'issuerRecipients: [age1vdcen9qr6rm9hhzgt5c4fqy76mp5zz68nghf78qrqh05atvknghqfhwvqs, age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd]',
      ],
    ],
    risks: [
      {
        risk: 'danger recipient-added retailer/issuer/age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd 43:23',
        message:
          'age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd can decrypt the keys of the authorities of retailer that are made from now on, and so issue certificates as retailer; those that exist are not encrypted again',
        hint: 'ask retailer outside of this pull request whose key this is; whether keys that exist are encrypted for it is up to retailer alone, who has them',
      },
    ],
  },
  {
    name: 'an issuer in place of another',
    platform: 'fabric',
    edits: [
      [
        'issuerRecipients: [age1vdcen9qr6rm9hhzgt5c4fqy76mp5zz68nghf78qrqh05atvknghqfhwvqs]',
        'issuerRecipients: [age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd]',
      ],
    ],
    risks: [
      {
        risk: 'danger recipient-added retailer/issuer/age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd 43:23',
        message:
          'age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd can decrypt the keys of the authorities of retailer that are made from now on, and so issue certificates as retailer; those that exist are not encrypted again',
        hint: 'ask retailer outside of this pull request whose key this is; whether keys that exist are encrypted for it is up to retailer alone, who has them',
      },
      {
        risk: 'caution recipient-removed retailer/issuer/age1vdcen9qr6rm9hhzgt5c4fqy76mp5zz68nghf78qrqh05atvknghqfhwvqs 43:23',
        message:
          'age1vdcen9qr6rm9hhzgt5c4fqy76mp5zz68nghf78qrqh05atvknghqfhwvqs is no recipient of the authorities of retailer any more, and can decrypt every key that the history of Git has for it',
        hint: 'if its holder is no longer trusted, retailer needs new authorities: those of today can be used by anyone who had their keys',
      },
    ],
  },
  {
    name: 'an issuer that is one already may recover too',
    platform: 'fabric',
    edits: [
      [
        'issuerRecipients: [age1vdcen9qr6rm9hhzgt5c4fqy76mp5zz68nghf78qrqh05atvknghqfhwvqs]',
        'issuerRecipients: [age1vdcen9qr6rm9hhzgt5c4fqy76mp5zz68nghf78qrqh05atvknghqfhwvqs]\n    recoveryRecipients: [age1vdcen9qr6rm9hhzgt5c4fqy76mp5zz68nghf78qrqh05atvknghqfhwvqs]',
      ],
    ],
    risks: [
      {
        risk: 'caution recipient-added retailer/recovery/age1vdcen9qr6rm9hhzgt5c4fqy76mp5zz68nghf78qrqh05atvknghqfhwvqs 44:25',
        message:
          'age1vdcen9qr6rm9hhzgt5c4fqy76mp5zz68nghf78qrqh05atvknghqfhwvqs can decrypt all keys of organization retailer that are made from now on, those of its authorities included, and so issue certificates as retailer; those that exist are not encrypted again',
        hint: 'ask retailer outside of this pull request whose key this is; whether keys that exist are encrypted for it is up to retailer alone, who has them',
      },
    ],
  },
  {
    name: 'a recipient, before any key is made',
    without: 'all',
    edits: [['[age1gns', '[age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka, age1gns']],
    risks: [
      {
        risk: 'danger recipient-added eu/age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka 17:17',
        message:
          'age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka can decrypt the keys of cluster eu that are made from now on, and none of the keys of maker before; it is a recipient of cluster us too; those that exist are not encrypted again',
        hint: `ask those who run eu, and its organizations, outside of this pull request whose key this is: anyone who has a node's key can act as that node; only then run \`chancery keys --recipients\``,
      },
    ],
  },
  {
    name: 'one recipient in two clusters',
    edits: [
      ['[age1gns', '[age1vdcen9qr6rm9hhzgt5c4fqy76mp5zz68nghf78qrqh05atvknghqfhwvqs, age1gns'],
      ['[age1a48', '[age1vdcen9qr6rm9hhzgt5c4fqy76mp5zz68nghf78qrqh05atvknghqfhwvqs, age1a48'],
    ],
    risks: [
      {
        risk: 'danger recipient-added asia/age1vdcen9qr6rm9hhzgt5c4fqy76mp5zz68nghf78qrqh05atvknghqfhwvqs 11:17',
        message:
          'age1vdcen9qr6rm9hhzgt5c4fqy76mp5zz68nghf78qrqh05atvknghqfhwvqs can decrypt the keys of cluster asia that are made from now on, and none of the keys of retailer before; it is a recipient of cluster eu too; those that exist are not encrypted again',
        hint: `ask those who run asia, and its organizations, outside of this pull request whose key this is: anyone who has a node's key can act as that node; only then run \`chancery keys --recipients\``,
      },
      {
        risk: 'danger recipient-added eu/age1vdcen9qr6rm9hhzgt5c4fqy76mp5zz68nghf78qrqh05atvknghqfhwvqs 17:17',
        message:
          'age1vdcen9qr6rm9hhzgt5c4fqy76mp5zz68nghf78qrqh05atvknghqfhwvqs can decrypt the keys of cluster eu that are made from now on, and none of the keys of maker before; it is a recipient of cluster asia too; those that exist are not encrypted again',
        hint: `ask those who run eu, and its organizations, outside of this pull request whose key this is: anyone who has a node's key can act as that node; only then run \`chancery keys --recipients\``,
      },
    ],
  },
  {
    name: 'a recipient that all in the cluster trust already',
    given: [
      [
        '- name: maker\n',
        '- name: maker\n    recoveryRecipients: [age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka]\n',
      ],
    ],
    edits: [['[age1gns', '[age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka, age1gns']],
    risks: [
      {
        risk: 'caution recipient-added eu/age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka 17:17',
        message:
          'age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka can decrypt the keys of cluster eu that are made from now on; it is a recipient of cluster us too; those that exist are not encrypted again',
        hint: `ask those who run eu, and its organizations, outside of this pull request whose key this is: anyone who has a node's key can act as that node; only then run \`chancery keys --recipients\``,
      },
    ],
  },
  {
    name: 'a new organization beside another',
    edits: [
      ['external:\n', '  - name: guest\n    cluster: eu\n    nodes:\n      - {name: desk, role: rpc}\nexternal:\n'],
    ],
    risks: [
      {
        risk: 'caution organization-in-cluster guest/eu 44:9',
        message: 'the new organization guest enters cluster eu, in which maker runs: its pods run beside theirs',
        hint: 'ask the operators of eu first',
      },
    ],
  },
  {
    name: 'an organization enters a cluster whose recipients it trusts',
    given: [
      [
        '- name: maker\n',
        '- name: maker\n    recoveryRecipients: [age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka]\n',
      ],
    ],
    edits: [['- {name: desk, role: rpc}', '- {name: desk, role: rpc}\n      - {name: shop, role: rpc, cluster: us}']],
    risks: [
      {
        risk: 'caution organization-in-cluster maker/us 37:42',
        message:
          'maker enters cluster us: 1 key of it (shop) is encrypted for its recipients (age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka), who can decrypt others of its keys already',
        hint: 'ask maker itself, outside of this pull request, whether it goes there and whose recipients these are: anyone who has such a key can act as maker',
      },
    ],
  },
]
