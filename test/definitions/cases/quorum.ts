import type { Case, Edits } from '../case.ts'

const version = 'platform: besu\nplatformVersion: 26.8.0'
const chain = 'chainId: 20261123'
const node = '{name: rpc1, role: rpc}'
const changed = (...edits: Edits): Edits => [[version, 'platform: quorum\nplatformVersion: 24.4.1'], ...edits]

/** GoQuorum: what it shares with others is in the other files. */
export const quorum: readonly Case[] = [
  {
    name: 'GoQuorum at its end',
    change: changed(),
    findings: [
      {
        rule: 'end-of-life',
        severity: 'warning',
        at: '4:11',
        message: 'GoQuorum is no longer maintained: nobody corrects its faults, those of security among them',
        hint: 'use it for networks that exist, and plan to move; for a new network take another platform with the same consensus',
      },
    ],
  },
  {
    name: 'an older series',
    change: [[version, 'platform: quorum\nplatformVersion: 23.4.0']],
    findings: [
      {
        rule: 'release',
        severity: 'error',
        at: '5:18',
        message: 'GoQuorum 23.4.0 is not of the last series, 24.4',
        hint: 'use 24.4.1: it has what was corrected last',
      },
      {
        rule: 'end-of-life',
        severity: 'warning',
        at: '4:11',
        message: 'GoQuorum is no longer maintained: nobody corrects its faults, those of security among them',
        hint: 'use it for networks that exist, and plan to move; for a new network take another platform with the same consensus',
      },
    ],
  },
  {
    name: 'options of its own, of the manifests, and of what is gone',
    change: changed([
      node,
      '{name: rpc1, role: rpc, settings: {cache: 2048, http.vhosts: "*", raft: true, unlock: "0", ptm.url: x}}',
    ]),
    findings: [
      {
        rule: 'owned-setting',
        severity: 'error',
        at: '39:57',
        message: 'carrier/rpc1 sets http.vhosts, which Chancery sets itself',
        hint: 'remove it: it follows from the names of the node',
      },
      {
        rule: 'refused-setting',
        severity: 'error',
        at: '39:75',
        message: 'carrier/rpc1 sets raft: the consensus is QBFT',
        hint: 'remove it',
      },
      {
        rule: 'refused-setting',
        severity: 'error',
        at: '39:87',
        message: 'carrier/rpc1 sets unlock: anyone who reaches the node could sign with its accounts',
        hint: 'remove it: sign where the key is, and send signed transactions',
      },
      {
        rule: 'refused-setting',
        severity: 'error',
        at: '39:100',
        message: 'carrier/rpc1 sets ptm.url: there are no private transactions here',
        hint: 'remove it',
      },
      {
        rule: 'end-of-life',
        severity: 'warning',
        at: '4:11',
        message: 'GoQuorum is no longer maintained: nobody corrects its faults, those of security among them',
        hint: 'use it for networks that exist, and plan to move; for a new network take another platform with the same consensus',
      },
    ],
  },
  {
    name: 'a dangerous API that is exposed',
    change: changed([node, '{name: rpc1, role: rpc, expose: [rpc], settings: {http.api: "eth, istanbul"}}']),
    findings: [
      {
        rule: 'dangerous-api',
        severity: 'error',
        at: '39:69',
        message: 'carrier/rpc1 exposes istanbul (http.api): anyone could vote, or change the node',
        hint: 'keep eth, net and web3, or move the others to a node that is not exposed',
      },
      {
        rule: 'end-of-life',
        severity: 'warning',
        at: '4:11',
        message: 'GoQuorum is no longer maintained: nobody corrects its faults, those of security among them',
        hint: 'use it for networks that exist, and plan to move; for a new network take another platform with the same consensus',
      },
    ],
  },
  {
    name: 'a validator that is exposed',
    change: changed(['{name: validator3, role: validator}', '{name: validator3, role: validator, expose: [rpc]}']),
    findings: [
      {
        rule: 'validator-exposed',
        severity: 'error',
        at: '37:53',
        message: 'carrier/validator3 is a validator and exposes rpc',
        hint: 'add a node with the role rpc for clients: anyone who reaches a validator can vote and can overload it',
      },
      {
        rule: 'end-of-life',
        severity: 'warning',
        at: '4:11',
        message: 'GoQuorum is no longer maintained: nobody corrects its faults, those of security among them',
        hint: 'use it for networks that exist, and plan to move; for a new network take another platform with the same consensus',
      },
    ],
  },
  {
    name: 'forks that it does not have',
    change: changed([chain, `${chain}\n  forks: {londonBlock: 0}`]),
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '9:11',
        message: 'unknown key "londonBlock" in genesis.forks',
        hint: `"londonBlock" is a field of besu, and the platform of this network is quorum`,
      },
      {
        rule: 'end-of-life',
        severity: 'warning',
        at: '4:11',
        message: 'GoQuorum is no longer maintained: nobody corrects its faults, those of security among them',
        hint: 'use it for networks that exist, and plan to move; for a new network take another platform with the same consensus',
      },
    ],
  },
  {
    name: 'contracts in half kilobytes',
    change: changed([chain, `${chain}\n  contractSizeLimit: 25000`]),
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '9:22',
        message: 'genesis.contractSizeLimit must be whole kilobytes: a multiple of 1024, got 25000',
      },
      {
        rule: 'end-of-life',
        severity: 'warning',
        at: '4:11',
        message: 'GoQuorum is no longer maintained: nobody corrects its faults, those of security among them',
        hint: 'use it for networks that exist, and plan to move; for a new network take another platform with the same consensus',
      },
    ],
  },
  {
    name: 'validators by transition, which it does not have',
    change: changed([chain, `${chain}\ntransitions: [{block: 5, validators: [carrier/validator3]}]`]),
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '9:26',
        message: 'unknown key "validators" in transitions[0]',
        hint: `"validators" is a field of besu, and the platform of this network is quorum`,
      },
      {
        rule: 'end-of-life',
        severity: 'warning',
        at: '4:11',
        message: 'GoQuorum is no longer maintained: nobody corrects its faults, those of security among them',
        hint: 'use it for networks that exist, and plan to move; for a new network take another platform with the same consensus',
      },
    ],
  },
  {
    name: 'rounds that get too short',
    change: changed([chain, `${chain}\ntransitions: [{block: 5, requestTimeoutSeconds: 2}]`]),
    findings: [
      {
        rule: 'transition',
        severity: 'error',
        at: '9:49',
        message: 'from block 5 on a block is due after 2 seconds, and a round ends after 2',
        hint: 'set a block period below requestTimeoutSeconds: a shorter round would end before its block is due',
      },
      {
        rule: 'end-of-life',
        severity: 'warning',
        at: '4:11',
        message: 'GoQuorum is no longer maintained: nobody corrects its faults, those of security among them',
        hint: 'use it for networks that exist, and plan to move; for a new network take another platform with the same consensus',
      },
    ],
  },
]
