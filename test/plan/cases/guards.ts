import type { RiskCase } from '../case.ts'

const rpc = '{name: rpc, role: rpc, expose: [rpc]}'
const withTokens = '{name: rpc, role: rpc, expose: [rpc], authentication: {publicKey: keys/tokens.pem}}'
/** RFC 9500 has these for tests: nobody has them for anything else. */
const tokens = (body: string) => `-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----\n`
const p256 =
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEQiVI+I+3gv+17KN0RFLHKh5Vj71vc75eSOkyMsxFxbFsTNEMTLjVuKFxOelIgsiZJXKZNCX0FBmrfpCkKklCcg=='
const other =
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEQiVI+I+3gv+17KN0RFLHKh5Vj71vc75eSOkyMsxFxbFsTNEMTLjVuKFxOelIgsiZJXKZNCX0FBmrfpCkKklCdw=='
const desk = '{name: desk, role: rpc}'
const deskWithTokens = '{name: desk, role: rpc, authentication: {publicKey: keys/tokens.pem}}'
const named = { 'keys/tokens.pem': tokens(p256) }
const us = 'ambassador: {sourceRanges: [198.51.100.0/24]}'
const checked = "ambassador: {sourceRanges: [198.51.100.0/24], authentication: {service: 'checker.security:8080'}}"
const peer = '      - {name: orderer2, role: orderer}\n'
const withSettings = (settings: string) => `      - {name: orderer2, role: orderer, settings: ${settings}}\n`

/** What keeps others out. */
export const guards: readonly RiskCase[] = [
  {
    name: 'tokens are no longer asked for',
    given: [[rpc, withTokens]],
    named,
    edits: [[withTokens, rpc]],
    risks: [
      {
        risk: 'danger authentication-removed carrier/rpc 29:9',
        message:
          'clients of carrier/rpc are no longer authenticated as before: rpc-http-authentication-enabled is not set instead of true; rpc-ws-authentication-enabled is not set instead of true',
        hint: 'put it back, or let in known addresses only; ask the owner, outside of this pull request, whether it is intended',
      },
    ],
  },
  {
    name: 'another key of tokens, in the same file',
    given: [[rpc, withTokens]],
    named,
    edits: [],
    files: (files) => files.set('keys/tokens.pem', tokens(other)),
    risks: [
      {
        risk: 'danger authentication-changed carrier/rpc 29:63',
        message:
          'the clients of carrier/rpc are authenticated by another authority: authentication.publicKey is sha256:62fb1c1b4734126df8b1cfb7c27695f9a617b3d4034ed7b4acf561c40d2dcb6f instead of sha256:196ff8923b75793bb0909b54ccadcaa95aed6e04063a7cfc869c4b7ee7daaf7b',
        hint: 'ask the owner, outside of this pull request, whose key or service this is: it can let in anyone',
      },
    ],
  },
  {
    name: 'the file of the key is another one',
    given: [[rpc, withTokens]],
    named: { ...named, 'keys/other.pem': tokens(other) },
    edits: [['keys/tokens.pem', 'keys/other.pem']],
    risks: [
      {
        risk: 'danger authentication-changed carrier/rpc 29:63',
        message:
          'the clients of carrier/rpc are authenticated by another authority: authentication.publicKey is sha256:62fb1c1b4734126df8b1cfb7c27695f9a617b3d4034ed7b4acf561c40d2dcb6f instead of sha256:196ff8923b75793bb0909b54ccadcaa95aed6e04063a7cfc869c4b7ee7daaf7b',
        hint: 'ask the owner, outside of this pull request, whose key or service this is: it can let in anyone',
      },
    ],
  },
  {
    name: 'methods that need no token',
    given: [[rpc, withTokens]],
    named,
    edits: [
      [withTokens, withTokens.replace('}}', '}, settings: {rpc-http-api-methods-no-auth: eth_sendRawTransaction}}')],
    ],
    risks: [
      {
        risk: 'danger authentication-changed carrier/rpc 29:134',
        message:
          'the clients of carrier/rpc are authenticated by another authority: rpc-http-api-method-no-auth is eth_sendRawTransaction instead of not set',
        hint: 'ask the owner, outside of this pull request, whose key or service this is: it can let in anyone',
      },
    ],
  },
  {
    name: 'one more web page',
    given: [[rpc, rpc.replace('}', ', cors: [https://app.example.com]}')]],
    edits: [['cors: [https://app.example.com]', 'cors: [https://app.example.com, https://shop.example.com]']],
    risks: [
      {
        risk: 'caution guard-loosened carrier/rpc 29:53',
        message:
          'carrier/rpc is guarded in another way: rpc-http-cors-origins is https://app.example.com, https://shop.example.com instead of https://app.example.com',
        hint: 'put it back, unless the owner wants it so: let in what you know, and nothing that can change the node',
      },
    ],
  },
  {
    name: 'fewer web pages',
    given: [[rpc, rpc.replace('}', ', cors: [https://app.example.com]}')]],
    edits: [[', cors: [https://app.example.com]', '']],
    risks: [],
  },
  {
    name: 'an API that changes the node, which only its namespace reaches',
    edits: [['{name: desk, role: rpc}', '{name: desk, role: rpc, settings: {rpc-http-api: [ETH, ADMIN]}}']],
    risks: [
      {
        risk: 'caution guard-loosened maker/desk 35:58',
        message: 'maker/desk is guarded in another way: rpc-http-api is ETH, ADMIN instead of ETH, NET, WEB3',
        hint: 'put it back, unless the owner wants it so: let in what you know, and nothing that can change the node',
      },
    ],
  },
  {
    name: "everybody's transactions",
    given: [
      ['genesis: {chainId', "allowedAccounts: ['0x00000000000000000000000000000000000000aa']\ngenesis: {chainId"],
    ],
    edits: [["allowedAccounts: ['0x00000000000000000000000000000000000000aa']\n", '']],
    risks: [
      {
        risk: 'danger guard-loosened carrier/rpc+7 1:1',
        message:
          'carrier/rpc, carrier/v1, carrier/v2, maker/desk, maker/v3 and 3 more are guarded in another way: allowedAccounts is not set instead of 0x00000000000000000000000000000000000000aa',
        hint: 'put it back, unless the owner wants it so: let in what you know, and nothing that can change the node',
      },
      {
        risk: 'danger validators-restart validators 27:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the chain may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
  {
    name: 'an option that no table knows',
    given: [[rpc, rpc.replace('}', ', settings: {plugins-verification-mode: FULL}}')]],
    edits: [['plugins-verification-mode: FULL', 'plugins-verification-mode: NONE']],
    risks: [
      {
        risk: 'caution guard-loosened carrier/rpc 29:85',
        message: 'carrier/rpc is guarded in another way: plugins-verification-mode is NONE instead of FULL',
        hint: 'put it back, unless the owner wants it so: let in what you know, and nothing that can change the node',
      },
    ],
  },
  {
    name: 'the Ambassador asks nobody any more',
    given: [[us, checked]],
    edits: [[checked, us]],
    risks: [
      {
        risk: 'danger authentication-removed us/ambassador 21:17',
        message:
          'clients of us/ambassador are no longer authenticated as before: authentication.service is not set instead of checker.security:8080',
        hint: 'put it back, or let in known addresses only; ask the owner, outside of this pull request, whether it is intended',
      },
    ],
  },
  {
    name: 'the Ambassador asks somebody else',
    given: [[us, checked]],
    edits: [['checker.security:8080', 'checker.elsewhere:8080']],
    risks: [
      {
        risk: 'danger authentication-changed us/ambassador 21:67',
        message:
          'the clients of us/ambassador are authenticated by another authority: authentication.service is checker.elsewhere:8080 instead of checker.security:8080',
        hint: 'ask the owner, outside of this pull request, whose key or service this is: it can let in anyone',
      },
    ],
  },
  { name: 'the Ambassador asks from now on', edits: [[us, checked]], risks: [] },
  {
    name: 'an annotation that opens the load balancer, and no limits',
    given: [[us, us.replace('}', ', bodyLimit: 65536}')]],
    edits: [
      [', bodyLimit: 65536}', ', annotations: {service.beta.kubernetes.io/load-balancer-source-ranges: 0.0.0.0/0}}'],
    ],
    risks: [
      {
        risk: 'danger guard-loosened us/ambassador 21:64',
        message:
          'us/ambassador is guarded in another way: bodyLimit is not set instead of 65536; annotations[service.beta.kubernetes.io/load-balancer-source-ranges] is 0.0.0.0/0 instead of not set',
        hint: 'put it back, unless the owner wants it so: let in what you know, and nothing that can change the node',
      },
    ],
  },
  {
    name: 'an exposed node that asks for tokens',
    named,
    edits: [
      [us, 'ambassador: {}'],
      ['{name: rpc, role: rpc, expose: [rpc]}', withTokens.replace('expose: [rpc]', 'expose: [rpc, ws]')],
    ],
    risks: [
      {
        risk: 'danger source-ranges-widened us 21:17',
        message: 'who may connect to us: everyone, before 198.51.100.0/24',
        hint: 'it holds for every port of the Ambassador: let in the other clusters and known clients, and nobody else',
      },
      {
        risk: 'caution endpoint-exposed carrier/rpc/ws 29:40',
        message:
          'ws of carrier/rpc becomes reachable from outside at wss://rpc.carrier.us.example.com/ws, for everyone; the node authenticates clients',
        hint: 'check that clients outside should use it',
      },
    ],
  },
  {
    name: 'an orderer takes expired certificates',
    platform: 'fabric',
    edits: [[peer, withSettings('{ORDERER_GENERAL_AUTHENTICATION_NOEXPIRATIONCHECKS: true}')]],
    risks: [
      {
        risk: 'danger authentication-changed carrier/orderer2 38:103',
        message:
          'the clients of carrier/orderer2 are authenticated by another authority: ORDERER_GENERAL_AUTHENTICATION_NOEXPIRATIONCHECKS is true instead of not set',
        hint: 'ask the owner, outside of this pull request, whose key or service this is: it can let in anyone',
      },
    ],
  },
  {
    name: 'a CA gets other settings',
    platform: 'fabric',
    edits: [['{name: ca, role: ca}', '{name: ca, role: ca, settings: {FABRIC_CA_SERVER_LDAP_ENABLED: true}}']],
    risks: [
      {
        risk: 'danger authentication-changed manufacturer/ca 33:72',
        message:
          'the clients of manufacturer/ca are authenticated by another authority: FABRIC_CA_SERVER_LDAP_ENABLED is true instead of not set',
        hint: 'ask the owner, outside of this pull request, whose key or service this is: it can let in anyone',
      },
    ],
  },
  {
    name: 'a peer asks a plug-in, and shows its profile',
    platform: 'fabric',
    edits: [
      [
        '{name: peer2, role: peer, stateDatabase: couchdb}',
        '{name: peer2, role: peer, stateDatabase: couchdb, settings: {CORE_PEER_HANDLERS_AUTHFILTERS: x, CORE_PEER_PROFILE_ENABLED: true}}',
      ],
    ],
    risks: [
      {
        risk: 'danger authentication-changed carrier/peer2 40:102',
        message:
          'the clients of carrier/peer2 are authenticated by another authority: CORE_PEER_HANDLERS_AUTHFILTERS is x instead of not set',
        hint: 'ask the owner, outside of this pull request, whose key or service this is: it can let in anyone',
      },
      {
        risk: 'danger guard-loosened carrier/peer2 40:132',
        message: 'carrier/peer2 is guarded in another way: CORE_PEER_PROFILE_ENABLED is true instead of not set',
        hint: 'put it back, unless the owner wants it so: let in what you know, and nothing that can change the node',
      },
    ],
  },
  {
    name: 'tokens of a node that nobody outside reaches',
    given: [[desk, deskWithTokens]],
    named,
    edits: [[deskWithTokens, desk]],
    risks: [
      {
        risk: 'caution authentication-removed maker/desk 35:9',
        message:
          'clients of maker/desk are no longer authenticated as before: rpc-http-authentication-enabled is not set instead of true; rpc-ws-authentication-enabled is not set instead of true',
        hint: 'put it back, or let in known addresses only; ask the owner, outside of this pull request, whether it is intended',
      },
    ],
  },
  {
    name: 'another key for a node that nobody outside reaches',
    given: [[desk, deskWithTokens]],
    named,
    edits: [],
    files: (files) => files.set('keys/tokens.pem', tokens(other)),
    risks: [
      {
        risk: 'caution authentication-changed maker/desk 35:49',
        message:
          'the clients of maker/desk are authenticated by another authority: authentication.publicKey is sha256:62fb1c1b4734126df8b1cfb7c27695f9a617b3d4034ed7b4acf561c40d2dcb6f instead of sha256:196ff8923b75793bb0909b54ccadcaa95aed6e04063a7cfc869c4b7ee7daaf7b',
        hint: 'ask the owner, outside of this pull request, whose key or service this is: it can let in anyone',
      },
    ],
  },
]
