import type { RiskCase } from '../case.ts'
import type { Edits } from '../revisions.ts'

const fields = (...more: readonly string[]): string =>
  ['existingSecret: t1', 'rpcUsers: [{username: app, passwordSecret: {name: t1}, permissions: [ALL]}]', ...more].join(
    ', ',
  )
const tls = (name = 't1-rpc'): string =>
  `rpcTls: {keyStoreSecret: {name: ${name}}, passwordSecret: {name: t1, key: store}}`
const change = (from: string, to: string): { readonly given: Edits; readonly edits: Edits } => ({
  given: [['existingSecret: t1', from]],
  edits: [[from, to]],
})

const cases: readonly RiskCase[] = [
  {
    name: 'RPC gets TLS',
    ...change(fields(), fields(tls())),
    risks: [
      {
        risk: 'caution rpc-tls-changed trust/t1 51:180',
        message:
          'RPC of trust/t1 has TLS from now on: clients without it no longer connect, those of the namespace included (app)',
        hint: 'give its clients a truststore with the authority of the certificate, and have them use it when the node has restarted',
      },
    ],
  },
  {
    name: 'RPC loses it',
    ...change(fields(tls()), fields()),
    risks: [
      {
        risk: 'caution rpc-tls-changed trust/t1 51:9',
        message:
          'RPC of trust/t1 has no TLS any more: clients with TLS no longer connect, and passwords are readable on the way (app)',
        hint: 'restore rpcTls, or have its clients connect without TLS when the node has restarted',
      },
    ],
  },
  {
    name: 'RPC has another certificate',
    ...change(fields(tls()), fields(tls('other'))),
    risks: [
      {
        risk: 'caution rpc-tls-changed trust/t1 51:197',
        message:
          'RPC of trust/t1 has the key store other/keystore.jks instead of t1-rpc/keystore.jks: clients that do not trust its certificate no longer connect (app)',
        hint: 'check that both are of one authority, or give its clients a truststore with both first',
      },
    ],
  },
  {
    name: 'RPC without clients gets TLS',
    edits: [['existingSecret: t1', `existingSecret: t1, ${tls()}`]],
    risks: [],
  },
  {
    name: 'RPC is reached from outside',
    ...change(fields(tls()), fields(tls(), 'expose: [rpc]')),
    risks: [
      {
        risk: 'caution endpoint-exposed trust/t1/rpc 51:262',
        message:
          'rpc of trust/t1 becomes reachable from outside at t1.trust.eu.trade.example.com:15002, for 198.51.100.0/24; the node authenticates clients',
        hint: 'check that clients outside should use it',
      },
    ],
  },
  {
    name: 'RPC is no longer reached from outside',
    ...change(fields(tls(), 'expose: [rpc]'), fields(tls())),
    risks: [
      {
        risk: 'caution endpoint-closed trust/t1/rpc 51:9',
        message: 'rpc of trust/t1 is no longer reachable from outside at t1.trust.eu.trade.example.com:15002',
        hint: 'tell the clients that use it',
      },
    ],
  },
]

/** RPC of a node of Corda: its TLS, and who reaches it. */
export const rpc: readonly RiskCase[] = cases.map((one) => ({ ...one, platform: 'corda' }))
