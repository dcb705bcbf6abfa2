import type { Case } from '../case.ts'

const rpc = '{name: rpc1, role: rpc}'
const validator = '{name: validator3, role: validator}'

/** Besu's own options. */
export const settings: readonly Case[] = [
  {
    name: 'options that Chancery sets',
    change: [
      [rpc, '{name: rpc1, role: rpc, settings: {data-path: /tmp, genesis-file: /x, bootnodes: [], nat-method: AUTO}}'],
    ],
    findings: [
      {
        rule: 'owned-setting',
        severity: 'error',
        at: '39:44',
        message: 'carrier/rpc1 sets data-path, which Chancery sets itself',
        hint: 'remove it: the node needs it as it is',
      },
      {
        rule: 'owned-setting',
        severity: 'error',
        at: '39:61',
        message: 'carrier/rpc1 sets genesis-file, which Chancery sets itself',
        hint: 'remove it: the genesis follows from the key genesis',
      },
      {
        rule: 'owned-setting',
        severity: 'error',
        at: '39:79',
        message: 'carrier/rpc1 sets bootnodes, which Chancery sets itself',
        hint: 'remove it: discovery is UDP, which no Ambassador passes: peers follow from the definition',
      },
      {
        rule: 'owned-setting',
        severity: 'error',
        at: '39:94',
        message: 'carrier/rpc1 sets nat-method, which Chancery sets itself',
        hint: 'remove it: addresses follow from the definition',
      },
    ],
  },
  {
    name: 'options that Besu has no more',
    change: [
      [
        rpc,
        '{name: rpc1, role: rpc, settings: {privacy-enabled: true, tessera-url: x, miner-enabled: true, Xnat-kube-pod-name: x}}',
      ],
    ],
    findings: [
      {
        rule: 'refused-setting',
        severity: 'error',
        at: '39:44',
        message: 'carrier/rpc1 sets privacy-enabled: Tessera was removed from Besu in 25.6.0',
        hint: 'remove it: there are no private transactions any more',
      },
      {
        rule: 'refused-setting',
        severity: 'error',
        at: '39:67',
        message: 'carrier/rpc1 sets tessera-url: Tessera was removed from Besu in 25.6.0',
        hint: 'remove it: there are no private transactions any more',
      },
      {
        rule: 'refused-setting',
        severity: 'error',
        at: '39:83',
        message: 'carrier/rpc1 sets miner-enabled: Besu removed its options for mining in 25.12.0',
        hint: 'remove it: a node makes blocks when it has the role validator',
      },
      {
        rule: 'refused-setting',
        severity: 'error',
        at: '39:104',
        message: 'carrier/rpc1 sets Xnat-kube-pod-name: Besu removed its Kubernetes address detection in 25.3.0',
        hint: 'remove it: Chancery gives each node its addresses',
      },
    ],
  },
  {
    name: 'options that cannot work',
    change: [
      [
        rpc,
        '{name: rpc1, role: rpc, settings: {permissions-nodes-config-file-enabled: true, permissions-accounts-contract-enabled: true}}',
      ],
    ],
    findings: [
      {
        rule: 'refused-setting',
        severity: 'error',
        at: '39:44',
        message:
          'carrier/rpc1 sets permissions-nodes-config-file-enabled: Besu compares the IP address of the connection, and behind an Ambassador this is never that of the peer',
        hint: 'remove it: say who may connect with ambassador.sourceRanges',
      },
      {
        rule: 'refused-setting',
        severity: 'error',
        at: '39:89',
        message:
          'carrier/rpc1 sets permissions-accounts-contract-enabled: permissioning by contract was removed from Besu in 25.6.0',
        hint: 'remove it',
      },
    ],
  },
  {
    name: 'an option with its hyphens',
    change: [[rpc, '{name: rpc1, role: rpc, settings: {--logging: DEBUG}}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:44',
        message:
          "organizations[carrier].nodes[rpc1].settings.--logging: must be an option of Besu as in its configuration file: letters, digits and '-', no leading '--'",
      },
    ],
  },
  {
    name: 'an option with an underscore',
    change: [[rpc, '{name: rpc1, role: rpc, settings: {rpc_http_api: [ETH]}}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:44',
        message:
          "organizations[carrier].nodes[rpc1].settings.rpc_http_api: must be an option of Besu as in its configuration file: letters, digits and '-', no leading '--'",
      },
    ],
  },
  {
    name: 'an option without value',
    change: [[rpc, '{name: rpc1, role: rpc, settings: {logging: }}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:44',
        message:
          'organizations[carrier].nodes[rpc1].settings.logging must be text or a number or true or false or a list, got an empty value',
      },
    ],
  },
  {
    name: 'an option with a mapping',
    change: [[rpc, '{name: rpc1, role: rpc, settings: {rpc-http-api: {ETH: true}}}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:58',
        message:
          'organizations[carrier].nodes[rpc1].settings.rpc-http-api must be text or a number or true or false or a list, got a mapping',
      },
    ],
  },
  {
    name: 'an option with a list of numbers',
    change: [[rpc, '{name: rpc1, role: rpc, settings: {rpc-http-api: [1, 2]}}']],
    findings: [
      {
        rule: 'unknown-api',
        severity: 'error',
        at: '39:58',
        message: 'carrier/rpc1 asks for the API 1 (rpc-http-api), which Besu does not have: it would not start',
        hint: 'known: ADMIN, DEBUG, ENGINE, ETH, IBFT, MINER, NET, PERM, PLUGINS, QBFT, TESTING, TRACE, TXPOOL, WEB3',
      },
      {
        rule: 'unknown-api',
        severity: 'error',
        at: '39:58',
        message: 'carrier/rpc1 asks for the API 2 (rpc-http-api), which Besu does not have: it would not start',
        hint: 'known: ADMIN, DEBUG, ENGINE, ETH, IBFT, MINER, NET, PERM, PLUGINS, QBFT, TESTING, TRACE, TXPOOL, WEB3',
      },
    ],
  },
  {
    name: 'an exposed validator',
    change: [[validator, '{name: validator3, role: validator, expose: [rpc]}']],
    findings: [
      {
        rule: 'validator-exposed',
        severity: 'error',
        at: '37:53',
        message: 'carrier/validator3 is a validator and exposes rpc',
        hint: 'add a node with the role rpc for clients: anyone who reaches a validator can vote and can overload it',
      },
    ],
  },
  {
    name: 'a WebSocket of a validator',
    change: [[validator, '{name: validator3, role: validator, expose: [ws]}']],
    findings: [
      {
        rule: 'validator-exposed',
        severity: 'error',
        at: '37:53',
        message: 'carrier/validator3 is a validator and exposes ws',
        hint: 'add a node with the role rpc for clients: anyone who reaches a validator can vote and can overload it',
      },
    ],
  },
  {
    name: 'an API that votes, for everybody',
    change: [
      [
        rpc,
        '{name: rpc1, role: rpc, expose: [rpc, ws], settings: {rpc-http-api: [ETH, QBFT, admin], rpc-ws-api: "ETH, DEBUG"}}',
      ],
    ],
    findings: [
      {
        rule: 'dangerous-api',
        severity: 'error',
        at: '39:77',
        message: 'carrier/rpc1 exposes QBFT, ADMIN (rpc-http-api): anyone could vote, or change the node',
        hint: 'keep ETH, NET and WEB3, or move the others to a node that is not exposed',
      },
      {
        rule: 'dangerous-api',
        severity: 'error',
        at: '39:109',
        message: 'carrier/rpc1 exposes DEBUG (rpc-ws-api): anyone could vote, or change the node',
        hint: 'keep ETH, NET and WEB3, or move the others to a node that is not exposed',
      },
    ],
  },
  {
    name: 'APIs that Besu does not have',
    change: [[rpc, '{name: rpc1, role: rpc, settings: {rpc-http-api: [ETH, TXPOL], rpc-ws-api: "eth,clique"}}']],
    findings: [
      {
        rule: 'unknown-api',
        severity: 'error',
        at: '39:58',
        message: 'carrier/rpc1 asks for the API TXPOL (rpc-http-api), which Besu does not have: it would not start',
        hint: 'did you mean "TXPOOL"?',
      },
      {
        rule: 'unknown-api',
        severity: 'error',
        at: '39:84',
        message: 'carrier/rpc1 asks for the API CLIQUE (rpc-ws-api), which Besu does not have: it would not start',
        hint: 'known: ADMIN, DEBUG, ENGINE, ETH, IBFT, MINER, NET, PERM, PLUGINS, QBFT, TESTING, TRACE, TXPOOL, WEB3',
      },
    ],
  },
  {
    name: 'a gas price where gas is free',
    change: [[validator, '{name: validator3, role: validator, settings: {min-gas-price: 1000}}']],
    findings: [
      {
        rule: 'free-gas',
        severity: 'error',
        at: '37:71',
        message: 'carrier/validator3 asks for a gas price of 1000, but genesis.freeGas is true',
        hint: 'its blocks would leave out what the others take: remove one of the two',
      },
    ],
  },
  {
    name: 'a gas price that is no number',
    change: [[validator, '{name: validator3, role: validator, settings: {min-gas-price: high}}']],
    findings: [
      {
        rule: 'free-gas',
        severity: 'error',
        at: '37:71',
        message: 'carrier/validator3 asks for a gas price of high, but genesis.freeGas is true',
        hint: 'its blocks would leave out what the others take: remove one of the two',
      },
    ],
  },
  {
    name: 'no gas price where gas is not free',
    change: [
      ['chainId: 20261123', 'chainId: 20261123\n  freeGas: false'],
      [validator, '{name: validator3, role: validator, settings: {min-gas-price: 0}}'],
    ],
    findings: [
      {
        rule: 'free-gas',
        severity: 'warning',
        at: '38:71',
        message:
          'min-gas-price 0 of carrier/validator3 without genesis.freeGas: transactions with price 0 may stay out of blocks (the base fee is above 0)',
        hint: 'set genesis.freeGas: true before the chain begins, or remove the setting',
      },
    ],
  },
]
