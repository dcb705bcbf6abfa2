import type { RiskCase } from '../case.ts'

/** What clients outside can call. */
export const exposure: readonly RiskCase[] = [
  {
    name: 'endpoints of a node',
    edits: [['{name: desk, role: rpc}', '{name: desk, role: rpc, expose: [rpc, ws]}']],
    risks: [
      {
        risk: 'caution endpoint-exposed maker/desk/rpc 35:41',
        message:
          'rpc of maker/desk becomes reachable from outside at https://desk.maker.eu.example.com/, for 203.0.113.0/24',
        hint: 'the endpoint has no authentication: set authentication at the node or the Ambassador, or narrow ambassador.sourceRanges of eu',
      },
      {
        risk: 'caution endpoint-exposed maker/desk/ws 35:41',
        message:
          'ws of maker/desk becomes reachable from outside at wss://desk.maker.eu.example.com/ws, for 203.0.113.0/24',
        hint: 'the endpoint has no authentication: set authentication at the node or the Ambassador, or narrow ambassador.sourceRanges of eu',
      },
    ],
  },
  {
    name: 'a new node',
    edits: [['- {name: desk, role: rpc}', '- {name: desk, role: rpc}\n      - {name: shop, role: rpc, expose: [rpc]}']],
    risks: [
      {
        risk: 'caution endpoint-exposed maker/shop/rpc 36:41',
        message:
          'rpc of maker/shop becomes reachable from outside at https://shop.maker.eu.example.com/, for 203.0.113.0/24',
        hint: 'the endpoint has no authentication: set authentication at the node or the Ambassador, or narrow ambassador.sourceRanges of eu',
      },
    ],
  },
  {
    name: 'to everybody, without TLS',
    given: [['{sourceRanges: [198.51.100.0/24]}', '{cleartext: true}']],
    edits: [['expose: [rpc]', 'expose: [rpc, ws]']],
    risks: [
      {
        risk: 'danger endpoint-exposed carrier/rpc/ws 29:40',
        message:
          'ws of carrier/rpc becomes reachable from outside at ws://rpc.carrier.us.example.com/ws, without TLS, for everyone',
        hint: 'the endpoint has no authentication: set authentication at the node or the Ambassador, or narrow ambassador.sourceRanges of us',
      },
    ],
  },
  {
    name: 'a name that two nodes share, and that is one endpoint',
    given: [
      [
        '- {name: desk, role: rpc}',
        '- {name: desk, role: rpc, expose: [rpc]}\n      - {name: shop, role: rpc, expose: [rpc]}',
      ],
    ],
    edits: [['name: maker\n', 'name: maker\n    endpoints: [{name: api, nodes: [desk, shop]}]\n']],
    risks: [
      {
        risk: 'caution endpoint-exposed maker/api/rpc 37:41',
        message:
          'rpc of maker/api becomes reachable from outside at https://api.maker.eu.example.com/, for 203.0.113.0/24',
        hint: 'the endpoint has no authentication: set authentication at the node or the Ambassador, or narrow ambassador.sourceRanges of eu',
      },
    ],
  },
  {
    name: 'an authority of Fabric, which has a port and TLS',
    platform: 'fabric',
    edits: [['{name: ca, role: ca}', '{name: ca, role: ca, expose: [ca]}']],
    risks: [
      {
        risk: 'caution endpoint-exposed manufacturer/ca/ca 33:38',
        message:
          'ca of manufacturer/ca becomes reachable from outside at ca.manufacturer.eu.example.com:15002, for 203.0.113.0/24; the node authenticates clients',
        hint: 'check that clients outside should use it',
      },
    ],
  },
  {
    name: 'no longer',
    edits: [[', expose: [rpc]', '']],
    risks: [
      {
        risk: 'caution endpoint-closed carrier/rpc/rpc 29:9',
        message: 'rpc of carrier/rpc is no longer reachable from outside at https://rpc.carrier.us.example.com/',
        hint: 'tell the clients that use it',
      },
    ],
  },
  {
    name: 'a node that is removed: that is said of the node',
    edits: [['      - {name: rpc, role: rpc, expose: [rpc]}\n', '']],
    risks: [
      {
        risk: 'caution node-removed carrier/rpc 27:7',
        message: 'carrier/rpc leaves the definition: it stops, and its volume of 20Gi stays behind in us',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim rpc in trade-carrier by hand',
      },
    ],
  },
  {
    name: 'without TLS from now on',
    edits: [['{sourceRanges: [198.51.100.0/24]}', '{sourceRanges: [198.51.100.0/24], cleartext: true}']],
    risks: [
      {
        risk: 'danger cleartext-enabled us 21:62',
        message:
          'exposed endpoints of us are served without TLS (carrier/rpc/rpc): anyone on the path can read and change what clients send',
        hint: 'leave cleartext out, and provide a certificate; it is for clusters on your own machine',
      },
    ],
  },
  {
    name: 'without TLS where nothing is exposed',
    edits: [['{sourceRanges: [192.0.2.0/24]}', '{sourceRanges: [192.0.2.0/24], cleartext: true}']],
    risks: [],
  },
  {
    name: "without TLS from now on, on a machine of one's own",
    given: [['provider: gke', 'provider: kind']],
    edits: [['{sourceRanges: [198.51.100.0/24]}', '{sourceRanges: [198.51.100.0/24], cleartext: true}']],
    risks: [
      {
        risk: 'caution cleartext-enabled us 21:62',
        message:
          'exposed endpoints of us are served without TLS (carrier/rpc/rpc): anyone on the path can read and change what clients send',
        hint: 'leave cleartext out, and provide a certificate; it is for clusters on your own machine',
      },
    ],
  },
]
