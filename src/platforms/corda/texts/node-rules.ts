import type { RuleTexts } from '../../../network/rule-text.ts'

/** Rules of nodes, of their names and of what they run. */
export const nodeRules: RuleTexts = {
  'legal-name': {
    title: 'A node or doorman refuses a legal name.',
    why: 'Certificates have the name for good, and others know the node by it.',
    cases: [
      {
        severity: 'error',
        finds:
          'An attribute is too long, the country is none of ISO 3166, or O is not normalized or has fewer than two letters.',
        remedy: 'Follow the hint.',
      },
      {
        severity: 'error',
        finds: 'Two nodes have the same name, or a notary service has the name of a node.',
        remedy: 'Give each node its own name, for example by OU.',
      },
      {
        severity: 'warning',
        finds:
          'Doormen refuse the name: a quote or "$", letters beyond Basic Latin, or a small letter at the beginning.',
        remedy: 'Follow the hint, or accept the warning if the operator of the zone takes the name.',
      },
    ],
  },
  concentration: {
    title: 'All of several notaries are in one cluster, or with one organization.',
    cases: [
      {
        severity: 'warning',
        finds: 'All of several notaries, own or external.',
        remedy: 'Run a notary elsewhere: its states can be spent when the others are lost.',
      },
    ],
  },
  notary: {
    title: 'A notary is incomplete, or a node has a field of notaries.',
    cases: [
      {
        severity: 'error',
        finds: '`notary` is absent for the role `notary`, or set for the role `node`.',
        remedy: 'Follow the hint.',
      },
      {
        severity: 'error',
        finds: '`serviceName` is absent. Corda registers a notary only with the name of its service since 4.6.',
        remedy: 'Set `serviceName`, or `registeredWithoutService` for a notary that has run since before 4.6.',
      },
      {
        severity: 'error',
        finds:
          '`serviceName` and `registeredWithoutService` are set. A notary that registered without a service never gets one.',
        remedy: 'Remove one of the two.',
      },
    ],
  },
  cordapp: {
    title: 'A node has a CorDapp twice.',
    why: 'Both have one name in one folder.',
    cases: [{ severity: 'error', remedy: 'Keep one of the two.' }],
  },
  database: {
    title: 'The database of a node cannot hold its vault for long.',
    cases: [
      {
        severity: 'error',
        finds: 'Two nodes have the same database.',
        remedy: 'Give each node its own.',
      },
      {
        severity: 'warning',
        finds: 'A node uses H2, which R3 supports for tests only, outside of local clusters and demo zones.',
        remedy: 'Set `database` before the node registers.',
      },
    ],
  },
  'rpc-user': {
    title: 'The name of an RPC user is taken.',
    cases: [
      {
        severity: 'error',
        finds: 'A node has two users with one name.',
        remedy: 'Keep one, with all its permissions.',
      },
      {
        severity: 'error',
        finds: 'A user has the name `chancery_drain`, which drains the node before a stop.',
        remedy: 'Give the user another name.',
      },
    ],
  },
  'exposed-rpc': {
    title: 'A node exposes RPC to applications outside without what keeps others out.',
    cases: [
      {
        severity: 'error',
        finds: '`rpcTls` is absent: passwords would be readable on the way.',
        remedy: 'Set `rpcTls`.',
      },
      {
        severity: 'error',
        finds: '`rpcUsers` is empty, or the node is the network map of a demo zone, which has no RPC.',
        remedy: 'List the users, or remove `expose`.',
      },
      {
        severity: 'warning',
        finds: 'Everyone can connect: `ambassador.sourceRanges` is empty, or has half of all addresses.',
        remedy: 'List the other clusters and the applications.',
      },
    ],
  },
}
