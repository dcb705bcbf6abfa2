import type { Case, Edits } from '../case.ts'

const rpc = '{name: rpc1, role: rpc}'
const key =
  '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE303R+jPIy1V7b2LYoYKecK21jtws\nh3Bvqn2LOhAOzPHmxOlgp+6L8si9yJATOprVBh7AjT3fnpLV4x1Rm+0H7Q==\n-----END PUBLIC KEY-----'
const tokens = (more = ''): Edits => [
  [rpc, `{name: rpc1, role: rpc, authentication: {publicKey: tokens/carrier.pem${more}}}`],
]
const file =
  (text: string): NonNullable<Case['files']> =>
  () => ({ 'tokens/carrier.pem': text })

const exposedRpc: Edits[number] = [
  '{name: validator4, role: validator, cluster: eu}',
  '{name: validator4, role: validator, cluster: eu}\n      - {name: rpc2, role: rpc, cluster: eu, expose: [rpc]}',
]
const origin = (list: string): Edits => [[rpc, `{name: rpc1, role: rpc, cors: [${list}]}`]]
const refusedOrigin = (given: string, what: string, hint: string): Case => ({
  name: `the origin ${given}`,
  change: origin(`"${given}"`),
  findings: [
    {
      rule: 'cors-origin',
      severity: 'error',
      at: '39:40',
      message: `cors of carrier/rpc1 lets no page in by "${given}": ${what}`,
      hint,
    },
  ],
})
const sentAs = (given: string, sent: string): Case =>
  refusedOrigin(given, `browsers send "${sent}" for its pages`, `write "${sent}"`)
const idleOrigin = (name: string, list: string, at: string, message: string, hint: string): Case => ({
  name,
  change: origin(list),
  findings: [{ rule: 'no-effect', severity: 'warning', at, message, hint }],
})

/** Who may call JSON-RPC, and with what. */
export const clients: readonly Case[] = [
  sentAs('https://App.Example.com', 'https://app.example.com'),
  sentAs('https://app.example.com:443', 'https://app.example.com'),
  sentAs('http://app.example.com:80', 'http://app.example.com'),
  sentAs('https://user@app.example.com', 'https://app.example.com'),
  sentAs('https://app.example.com?page', 'https://app.example.com'),
  sentAs('https://münchen.example', 'https://xn--mnchen-3ya.example'),
  refusedOrigin(
    'https://app.example.com:65536',
    'it is no origin',
    'write scheme, host and port, as in https://app.example.com:8443',
  ),
  refusedOrigin(
    'https://*.example.com',
    'Besu takes "*" for all pages only, not for a part of a name',
    'name each origin',
  ),
  idleOrigin(
    'an origin twice',
    '"https://a.example.com", "https://b.example.com", "https://a.example.com"',
    '39:90',
    'cors of carrier/rpc1 has https://a.example.com twice',
    'remove one of the two',
  ),
  idleOrigin(
    'an origin beside all of them',
    '"https://a.example.com", "*"',
    '39:40',
    '"https://a.example.com" in cors of carrier/rpc1 has no effect: "*" lets every page in',
    'remove it, or "*"',
  ),
  {
    name: 'clients without TLS in a cloud',
    change: [exposedRpc, ['ports: 15000-15009', 'ports: 15000-15009\n      cleartext: true']],
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'warning',
        at: '16:18',
        message:
          'clients of carrier/rpc2 reach cluster eu without TLS: anyone on the path can read and change their requests',
        hint: 'set an issuer (ambassador.issuer) or a certificate (ambassador.tlsSecret) instead of cleartext, which is for local clusters',
      },
    ],
  },
  {
    name: 'no such file',
    change: tokens(),
    findings: [
      {
        rule: 'named-file',
        severity: 'error',
        at: '39:61',
        message: 'there is no file tokens/carrier.pem',
        hint: 'add the file to the repository: the path is relative to the definition',
      },
    ],
  },
  {
    name: 'a file above the repository',
    change: [[rpc, '{name: rpc1, role: rpc, authentication: {publicKey: ../key.pem}}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:61',
        message:
          'organizations[carrier].nodes[rpc1].authentication.publicKey must be the path of a file in the repository such as contracts/Registry.json: relative, without "..", got "../key.pem"',
      },
    ],
  },
  {
    name: 'a certificate in place of a key',
    change: tokens(),
    files: file('-----BEGIN CERTIFICATE-----'),
    findings: [
      {
        rule: 'token-key',
        severity: 'error',
        at: '39:61',
        message: 'tokens/carrier.pem: no public key in PEM',
        hint: 'make it with: openssl pkey -in tokens.key -pubout',
      },
    ],
  },
  {
    name: 'a key of another algorithm',
    change: tokens(', algorithm: RS256'),
    files: file(key),
    findings: [
      {
        rule: 'token-key',
        severity: 'error',
        at: '39:61',
        message: 'tokens/carrier.pem: RS256 needs a key of RSA, not of P-256',
        hint: 'take the algorithm that belongs to the key',
      },
    ],
  },
  {
    name: 'an algorithm without a public key',
    change: tokens(', algorithm: HS256'),
    files: file(key),
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:92',
        message:
          'organizations[carrier].nodes[rpc1].authentication.algorithm: "HS256" is not one of RS256, RS384, RS512, ES256, ES384',
        hint: 'did you mean "RS256"?',
      },
    ],
  },
  {
    name: 'a validator with clients',
    change: [
      ['{name: validator3, role: validator}', '{name: validator3, role: validator, cors: ["https://app.example.com"]}'],
    ],
    findings: [
      {
        rule: 'validator-clients',
        severity: 'error',
        at: '37:45',
        message: 'carrier/validator3 is a validator, which has no clients: cors is for others',
        hint: 'give it to a node with the role rpc or archive',
      },
    ],
  },
  {
    name: 'every web page',
    change: [[rpc, '{name: rpc1, role: rpc, expose: [rpc], cors: ["*"]}']],
    findings: [
      {
        rule: 'cors-open',
        severity: 'warning',
        at: '39:54',
        message: 'any web page may call carrier/rpc1 from the browsers of its visitors',
        hint: 'name the origins of your pages in cors, or ask for a token (authentication)',
      },
    ],
  },
  {
    name: 'every web page, by a setting',
    change: [[rpc, '{name: rpc1, role: rpc, expose: [rpc], settings: {rpc-http-cors-origins: all}}']],
    findings: [
      {
        rule: 'owned-setting',
        severity: 'error',
        at: '39:59',
        message: 'carrier/rpc1 sets rpc-http-cors-origins, which Chancery sets itself',
        hint: 'remove it: write the pages into cors of the node',
      },
    ],
  },
  {
    name: 'an origin with a path',
    change: [[rpc, '{name: rpc1, role: rpc, cors: ["https://app.example.com/"]}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:40',
        message:
          'organizations[carrier].nodes[rpc1].cors[0] must be an origin such as https://app.example.com, or "*", got "https://app.example.com/"',
      },
    ],
  },
  {
    name: 'GraphQL',
    change: [[rpc, '{name: rpc1, role: rpc, settings: {graphql-http-enabled: true}}']],
    findings: [
      {
        rule: 'owned-setting',
        severity: 'error',
        at: '39:44',
        message: 'carrier/rpc1 sets graphql-http-enabled, which Chancery sets itself',
        hint: 'remove it: GraphQL cannot ask for a token: it stays off, JSON-RPC has the same data',
      },
    ],
  },
  {
    name: 'an archive in another format',
    change: [[rpc, '{name: rpc1, role: archive, settings: {data-storage-format: BONSAI}}']],
    findings: [
      {
        rule: 'owned-setting',
        severity: 'error',
        at: '39:48',
        message: 'carrier/rpc1 sets data-storage-format, which Chancery sets itself',
        hint: 'remove it: an archive keeps the state of every block in FOREST',
      },
    ],
  },
  {
    name: 'an account that is none',
    change: [['chainId: 20261123', 'chainId: 20261123\nallowedAccounts: ["0x90f8"]']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '9:19',
        message: 'allowedAccounts[0] must be an address in quotes: "0x" and 40 hexadecimal digits, got "0x90f8"',
      },
    ],
  },
]

/** Without any finding. */
export const acceptedClients: readonly Case[] = [
  ...[
    'https://app.example.com',
    'https://app.example.com:65535',
    'http://localhost:3000',
    'http://[::1]:3000',
    'https://.*[.]example[.]com',
    '*',
  ].map((given) => ({ name: `the origin ${given}`, change: origin(`"${given}"`), findings: [] })),
  ...[
    'visibility: internal',
    'publish: NodePort\n      ports: 30000-30050',
    'annotations: {service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn, service.beta.kubernetes.io/aws-load-balancer-ssl-ports: "80"}',
  ].map((setting) => ({
    name: `clients without TLS, and ${setting.split(':')[0]}`,
    change: [
      exposedRpc,
      [
        'ports: 15000-15009',
        `${setting}${setting.includes('ports') ? '' : '\n      ports: 15000-15009'}\n      cleartext: true`,
      ],
    ] satisfies Edits,
    findings: [],
  })),
  {
    name: 'tokens',
    keysMade: true,
    change: tokens(),
    files: file(key),
    findings: [],
  },
  {
    name: 'an archive',
    keysMade: true,
    change: [[rpc, '{name: rpc1, role: archive}']],
    findings: [],
  },
  {
    name: 'accounts',
    change: [[rpc, '{name: rpc1, role: rpc, allowedAccounts: ["0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1"]}']],
    findings: [],
  },
]
