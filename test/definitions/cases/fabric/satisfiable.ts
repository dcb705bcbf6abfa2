import type { Case, Edits, ExpectedFinding } from '../../case.ts'

const raft = '    raft: {electionTick: 10}\n'
const endorsement = "OutOf(2, 'ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer')"
const collection = "policy: OR('ManufacturerMSP.member', 'CarrierMSP.member')"
const sequence = '    sequence: 1'

type Problem = Pick<ExpectedFinding, 'message' | 'hint'> & Partial<ExpectedFinding>

/** A policy of the channel, in line 52, with an error unless another severity is given. */
const ofChannel = (
  name: string,
  text: string,
  ...problems: readonly Problem[]
): Pick<Case, 'findings'> & { readonly change: Edits } => ({
  change: [[raft, `    policies: {${name}: "${text}"}\n`]],
  findings: problems.map((problem) => ({
    rule: 'policy',
    severity: 'error',
    at: `52:${15 + name.length + 3}`,
    ...problem,
  })),
})

/** The endorsement policy of the chaincode, in line 61. */
const ofChaincode = (
  text: string,
  ...problems: readonly Problem[]
): Pick<Case, 'findings'> & { readonly change: Edits } => ({
  change: [[endorsement, text]],
  findings: problems.map((problem) => ({ rule: 'endorsement', severity: 'error', at: '61:24', ...problem })),
})

const acls = (resource: string, policy: string): Edits => [[raft, `    acls: {${resource}: ${policy}}\n`]]

const alone = 'but a transaction has only that of its creator'
const aloneHint = 'use OR(…) instead of AND(…), or ANY Writers'

/** Policies that nobody or everybody can satisfy. */
export const satisfiable: readonly Case[] = [
  ...["OutOf(0, 'CarrierMSP.admin')", "AND('CarrierMSP.admin', OutOf(0, 'RetailerMSP.admin'))"].map(
    (text): Case => ({
      name: `a policy of a channel that requires no signature: ${text}`,
      ...ofChannel('admins', text, {
        message: `the policy "${text}" requires no signature: everyone satisfies ${text.slice(text.indexOf('OutOf')).replace(/\){2}$/, ')')}`,
        hint: 'require at least 1',
      }),
    }),
  ),
  {
    name: 'an endorsement policy that requires no signature',
    ...ofChaincode("OutOf(0, 'ManufacturerMSP.peer')", {
      rule: 'policy',
      message:
        "the policy \"OutOf(0, 'ManufacturerMSP.peer')\" requires no signature: everyone satisfies OutOf(0, 'ManufacturerMSP.peer')",
      hint: 'require at least 1',
    }),
  },
  ...[
    'ALL Writers',
    'MAJORITY Writers',
    'MAJORITY Admins',
    "AND('ManufacturerMSP.client', 'CarrierMSP.client')",
    "OutOf(2, 'ManufacturerMSP.member', 'ManufacturerMSP.member', 'CarrierMSP.member')",
    "AND('ManufacturerMSP.client', OR('CarrierMSP.client', 'RetailerMSP.client'))",
  ].map(
    (text): Case => ({
      name: `writers of whom one is not enough: ${text}`,
      ...ofChannel('writers', text, {
        message: `no single signature satisfies the policy "${text}", ${alone}`,
        hint: aloneHint,
      }),
    }),
  ),
  {
    name: 'readers of whom one is not enough',
    ...ofChannel('readers', 'ALL Readers', {
      message:
        'no single signature satisfies the policy "ALL Readers", but a request for blocks or events has only one',
      hint: 'use OR(…) instead of AND(…), or ANY Readers',
    }),
  },
  {
    name: 'writers that are nodes',
    ...ofChannel(
      'writers',
      'ANY Endorsement',
      {
        message:
          'administrators of CarrierMSP, ManufacturerMSP and RetailerMSP do not satisfy the policy "ANY Endorsement": their Jobs could not approve a chaincode',
        hint: "add 'CarrierMSP.admin', or use ANY Writers",
      },
      {
        severity: 'warning',
        message: 'only nodes satisfy the policy "ANY Endorsement": no client could submit a transaction',
        hint: "use clients, 'AlphaMSP.client', or ANY Writers",
      },
    ),
  },
  {
    name: 'writers that are clients only',
    ...ofChannel('writers', "OR('ManufacturerMSP.client', 'CarrierMSP.client')", {
      message:
        "administrators of CarrierMSP, ManufacturerMSP and RetailerMSP do not satisfy the policy \"OR('ManufacturerMSP.client', 'CarrierMSP.client')\": their Jobs could not approve a chaincode",
      hint: "add 'CarrierMSP.admin', or use ANY Writers",
    }),
  },
  {
    name: 'readers without a peer that has no orderer beside it',
    change: (good) =>
      good
        .replace(
          '      - {name: orderer3, role: orderer}\n',
          '      - {name: peer2, role: peer, stateDatabase: couchdb}\n',
        )
        .replace(
          '- {name: ca, role: ca}',
          '- {name: ca, role: ca}\n      - {name: orderer3, role: orderer, cluster: asia}',
        )
        .replace('retailer/orderer3', 'manufacturer/orderer3')
        .replace('orderers: [manufacturer, ', 'orderers: [manufacturer/orderer1, ')
        .replace(raft, `    policies: {readers: "OR('ManufacturerMSP.member')"}\n`),
    findings: [
      {
        rule: 'policy',
        severity: 'error',
        at: '53:25',
        message:
          'peers of RetailerMSP do not satisfy the policy "OR(\'ManufacturerMSP.member\')": orderers would send them no blocks',
        hint: "add 'RetailerMSP.peer', or use ANY Readers",
      },
    ],
  },
  {
    name: 'administrators who cannot be: peers',
    ...ofChannel('admins', "OR('CarrierMSP.peer', 'RetailerMSP.client')", {
      message:
        "administrators cannot satisfy the policy \"OR('CarrierMSP.peer', 'RetailerMSP.client')\": an update of a channel has one signature of each organization, by an administrator",
      hint: "use administrators, each organization once: OR('AlphaMSP.admin', 'BetaMSP.admin') or MAJORITY Admins",
    }),
  },
  {
    name: 'two administrators of one organization',
    ...ofChannel('admins', "AND('CarrierMSP.admin', 'CarrierMSP.admin')", {
      message:
        "administrators cannot satisfy the policy \"AND('CarrierMSP.admin', 'CarrierMSP.admin')\": an update of a channel has one signature of each organization, by an administrator",
      hint: "use administrators, each organization once: OR('AlphaMSP.admin', 'BetaMSP.admin') or MAJORITY Admins",
    }),
  },
  {
    name: 'administrators who need not be any',
    ...ofChannel('admins', "OR('CarrierMSP.member', 'RetailerMSP.admin')", {
      severity: 'warning',
      message:
        "the policy \"OR('CarrierMSP.member', 'RetailerMSP.admin')\" needs no administrator: clients and nodes could change the channel",
      hint: "use the role admin, 'AlphaMSP.admin', or MAJORITY Admins",
    }),
  },
  ...(['endorsement', 'lifecycleEndorsement'] as const).map(
    (name): Case => ({
      name: `${name} by administrators`,
      ...ofChannel(name, 'MAJORITY Admins', {
        rule: 'endorsement',
        message: 'nobody can satisfy the policy "MAJORITY Admins": no peer counts for Admins of its organization',
        hint: "require no more peers than exist: 'AlphaMSP.peer', or MAJORITY Endorsement",
      }),
    }),
  ),
  {
    name: 'two peers of one organization for a commit, of which the Job asks one',
    ...ofChannel('lifecycleEndorsement', "AND('CarrierMSP.peer', 'CarrierMSP.peer')", {
      rule: 'endorsement',
      message:
        "nobody can satisfy the policy \"AND('CarrierMSP.peer', 'CarrierMSP.peer')\": CarrierMSP has 1 peer that the Job asks when it commits a chaincode and is named 2 times",
      hint: "require no more peers than exist: 'AlphaMSP.peer', or MAJORITY Endorsement",
    }),
  },
  ...(['client', 'orderer', 'admin'] as const).map(
    (role): Case => ({
      name: `endorsement by an ${role}`,
      ...ofChaincode(`AND('ManufacturerMSP.${role}', 'CarrierMSP.peer')`, {
        message: `nobody can satisfy the endorsement policy "AND('ManufacturerMSP.${role}', 'CarrierMSP.peer')" of assets: 'ManufacturerMSP.${role}' never endorses: only peers do`,
        hint: 'add peers of those organizations to the channel, or require others',
      }),
    }),
  ),
  {
    name: 'endorsement by a client, who is not needed',
    ...ofChaincode("OR('ManufacturerMSP.client', 'CarrierMSP.peer')", {
      severity: 'warning',
      message:
        "the policy \"OR('ManufacturerMSP.client', 'CarrierMSP.peer')\" has a principal without effect: 'ManufacturerMSP.client' never endorses: only peers do",
      hint: "write 'ManufacturerMSP.peer', or remove it",
    }),
  },
  {
    name: 'two peers of an organization that has one',
    ...ofChaincode("OutOf(2, 'ManufacturerMSP.peer', 'ManufacturerMSP.peer')", {
      message:
        "nobody can satisfy the endorsement policy \"OutOf(2, 'ManufacturerMSP.peer', 'ManufacturerMSP.peer')\" of assets: ManufacturerMSP has 1 peer in channel trade and is named 2 times",
      hint: 'add peers of those organizations to the channel, or require others',
    }),
  },
  {
    name: 'a peer that counts for two, deep in a policy',
    ...ofChaincode("AND(OR('RetailerMSP.member', 'RetailerMSP.peer'), AND('RetailerMSP.peer', 'CarrierMSP.peer'))", {
      message:
        "nobody can satisfy the endorsement policy \"AND(OR('RetailerMSP.member', 'RetailerMSP.peer'), AND('RetailerMSP.peer', 'CarrierMSP.peer'))\" of assets: RetailerMSP has 1 peer in channel trade and is named 3 times",
      hint: 'add peers of those organizations to the channel, or require others',
    }),
  },
  {
    name: 'a chaincode that fewer run than have to endorse',
    change: [[sequence, `${sequence}\n    organizations: [manufacturer]`]],
    findings: [
      {
        rule: 'endorsement',
        severity: 'error',
        at: '61:20',
        message: `nobody can satisfy the endorsement policy "${endorsement}" of assets: CarrierMSP and RetailerMSP do not run it`,
        hint: 'add them to `organizations`, or require others',
      },
    ],
  },
  {
    name: "a chaincode that fewer run than the channel's policy asks for",
    change: [
      [sequence, `${sequence}\n    organizations: [carrier]`],
      [`    endorsementPolicy: ${endorsement}\n`, ''],
    ],
    findings: [
      {
        rule: 'endorsement',
        severity: 'error',
        at: '61:20',
        message:
          'nobody can endorse chaincode assets: carrier alone cannot satisfy the policy of channel trade, "MAJORITY Endorsement"',
        hint: 'add organizations that run it, or set its endorsementPolicy',
      },
    ],
  },
  {
    name: 'an endorsement policy of the channel that peers never fulfil',
    ...ofChaincode('/Channel/Application/Admins', {
      message: 'peers that run assets cannot satisfy the endorsement policy /Channel/Application/Admins of assets',
      hint: 'use /Channel/Application/Endorsement, or add organizations that run the chaincode',
    }),
  },
  {
    name: 'a collection endorsed by an organization that does not run its chaincode',
    change: [
      [endorsement, "OR('ManufacturerMSP.peer', 'CarrierMSP.peer')"],
      [sequence, `${sequence}\n    organizations: [manufacturer, carrier]`],
      [collection, `${collection}\n        endorsementPolicy: AND('ManufacturerMSP.peer', 'RetailerMSP.peer')`],
    ],
    findings: [
      {
        rule: 'endorsement',
        severity: 'error',
        at: '61:20',
        message:
          "nobody can satisfy the endorsement policy \"AND('ManufacturerMSP.peer', 'RetailerMSP.peer')\" of collection prices: RetailerMSP does not run it",
        hint: 'add it to `organizations`, or require others',
      },
    ],
  },
  {
    name: 'an ACL with a policy of several',
    change: acls('peer/Propose', '/Channel/Application/Admins'),
    findings: [
      {
        rule: 'acl',
        severity: 'error',
        at: '52:26',
        message:
          'no single signature satisfies /Channel/Application/Admins, but a request has only one: nobody could use peer/Propose',
        hint: 'use a policy that one signature satisfies, such as /Channel/Application/Writers or one of an organization',
      },
    ],
  },
  ...(['client', 'admin', 'orderer'] as const).map(
    (role): Case => ({
      name: `a collection of those who have no peer: ${role}`,
      change: [[collection, `policy: OR('ManufacturerMSP.member', 'CarrierMSP.${role}')`]],
      findings: [
        {
          rule: 'collection',
          severity: 'error',
          at: '64:17',
          message: `no peer of CarrierMSP gets the data of collection prices: the policy names 'CarrierMSP.${role}', which no peer is`,
          hint: "write 'CarrierMSP.member'",
        },
      ],
    }),
  ),
  {
    name: 'a collection that no client may read or write',
    change: [[collection, "policy: OR('ManufacturerMSP.peer', 'CarrierMSP.peer')"]],
    findings: [
      {
        rule: 'collection',
        severity: 'warning',
        at: '64:17',
        message: 'no client can read and write private data of collection prices: its policy names peers only',
        hint: "write 'AlphaMSP.member' in place of 'AlphaMSP.peer', or set memberOnlyRead and memberOnlyWrite to false",
      },
    ],
  },
  {
    name: 'a collection that asks for more peers than its members have',
    change: [[collection, `${collection}\n        requiredPeerCount: 4\n        maxPeerCount: 4`]],
    findings: [
      {
        rule: 'collection',
        severity: 'error',
        at: '65:28',
        message:
          'collection prices requires 4 peers besides the endorsing one (requiredPeerCount), but its members have only 3',
        hint: 'set it to 3, or add peers of its members',
      },
    ],
  },
  {
    name: 'a collection that its only peer would have to give away',
    change: [
      [collection, "policy: OR('ManufacturerMSP.member')"],
      [endorsement, "OR('ManufacturerMSP.peer')"],
      [sequence, `${sequence}\n    organizations: [manufacturer]`],
    ],
    findings: [
      {
        rule: 'collection',
        severity: 'error',
        at: '64:9',
        message:
          'collection prices requires 1 peer besides the endorsing one (requiredPeerCount), but its members have no other',
        hint: 'add a peer of a member, or set requiredPeerCount to 0: the data is then lost with that peer',
      },
    ],
  },
]

/** Policies that look as if nobody or everybody fulfilled them, and are right. */
export const acceptedPolicies: readonly Case[] = [
  ...[
    "OR('ManufacturerMSP.admin', 'CarrierMSP.admin', 'RetailerMSP.admin')",
    "OutOf(1, 'ManufacturerMSP.member', 'CarrierMSP.member', 'RetailerMSP.member')",
    'ANY Admins',
    'ANY Readers',
  ].map((text): Case => ({ name: `writers: ${text}`, ...ofChannel('writers', text) })),
  ...[
    "OR('CarrierMSP.admin')",
    "OutOf(2, 'ManufacturerMSP.admin', 'CarrierMSP.admin', 'RetailerMSP.admin')",
    "AND('ManufacturerMSP.member', 'CarrierMSP.admin')",
    'ALL Admins',
    'ANY Admins',
  ].map((text): Case => ({ name: `admins: ${text}`, ...ofChannel('admins', text) })),
  ...[
    "OR('CarrierMSP.peer')",
    'ANY Endorsement',
    'ALL Endorsement',
    'ANY Readers',
    "AND('CarrierMSP.peer', 'CarrierMSP.member')",
  ].map((text): Case => ({ name: `endorsement: ${text}`, ...ofChannel('endorsement', text) })),
  ...["OR('CarrierMSP.peer')", 'ALL Endorsement'].map(
    (text): Case => ({ name: `lifecycleEndorsement: ${text}`, ...ofChannel('lifecycleEndorsement', text) }),
  ),
  {
    name: 'readers: members of orderers alone, who fetch blocks as such',
    ...ofChannel('readers', "OR('ManufacturerMSP.client')"),
  },
  ...[
    "AND('CarrierMSP.peer', 'CarrierMSP.member')",
    "OutOf(2, 'ManufacturerMSP.peer', 'ManufacturerMSP.peer', 'CarrierMSP.peer')",
    "OutOf(3, 'ManufacturerMSP.member', 'CarrierMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer')",
    "AND(OR('ManufacturerMSP.peer', 'CarrierMSP.peer'), OR('ManufacturerMSP.peer', 'CarrierMSP.peer'))",
    '/Channel/Application/CarrierMSP/Endorsement',
    '/Channel/Application/LifecycleEndorsement',
  ].map((text): Case => ({ name: `a chaincode with ${text}`, ...ofChaincode(text) })),
  {
    name: 'a chaincode that two of three run and endorse',
    change: [[sequence, `${sequence}\n    organizations: [manufacturer, carrier]`]],
    findings: [],
  },
  {
    name: 'an ACL with a policy of one organization',
    change: acls('event/Block', '/Channel/Application/CarrierMSP/Admins'),
    findings: [],
  },
  {
    name: 'an ACL with the readers of orderers',
    change: acls('event/Block', '/Channel/Orderer/Readers'),
    findings: [],
  },
  {
    name: 'a collection of peers that anybody may read and write',
    change: [
      [
        collection,
        "policy: OR('ManufacturerMSP.peer', 'CarrierMSP.peer')\n        memberOnlyRead: false\n        memberOnlyWrite: false",
      ],
    ],
    findings: [],
  },
  {
    name: 'a collection of peers with the clients that may read it',
    change: [
      [collection, "policy: OR('ManufacturerMSP.peer', 'ManufacturerMSP.client')\n        requiredPeerCount: 1"],
    ],
    findings: [],
  },
  {
    name: 'a collection that all peers of its members must have, endorsed by another',
    change: [[collection, `${collection}\n        requiredPeerCount: 3\n        maxPeerCount: 3`]],
    findings: [],
  },
]
