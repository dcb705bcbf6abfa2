import type { Case } from '../case.ts'

const rpc = '{name: rpc1, role: rpc}'
const validator = '{name: validator3, role: validator}'

/** Besu's own options. */
export const settings: readonly Case[] = [
  { name: 'options that Chancery sets', change: [[rpc, '{name: rpc1, role: rpc, settings: {data-path: /tmp, genesis-file: /x, bootnodes: [], nat-method: AUTO}}']], findings: [] },
  { name: 'options that Besu has no more', change: [[rpc, '{name: rpc1, role: rpc, settings: {privacy-enabled: true, tessera-url: x, miner-enabled: true, Xnat-kube-pod-name: x}}']], findings: [] },
  { name: 'options that cannot work', change: [[rpc, '{name: rpc1, role: rpc, settings: {permissions-nodes-config-file-enabled: true, permissions-accounts-contract-enabled: true}}']], findings: [] },
  { name: 'an option with its hyphens', change: [[rpc, '{name: rpc1, role: rpc, settings: {--logging: DEBUG}}']], findings: [] },
  { name: 'an option with an underscore', change: [[rpc, '{name: rpc1, role: rpc, settings: {rpc_http_api: [ETH]}}']], findings: [] },
  { name: 'an option without value', change: [[rpc, '{name: rpc1, role: rpc, settings: {logging: }}']], findings: [] },
  { name: 'an option with a mapping', change: [[rpc, '{name: rpc1, role: rpc, settings: {rpc-http-api: {ETH: true}}}']], findings: [] },
  { name: 'an option with a list of numbers', change: [[rpc, '{name: rpc1, role: rpc, settings: {rpc-http-api: [1, 2]}}']], findings: [] },
  { name: 'an exposed validator', change: [[validator, '{name: validator3, role: validator, expose: [rpc]}']], findings: [] },
  { name: 'a WebSocket of a validator', change: [[validator, '{name: validator3, role: validator, expose: [ws]}']], findings: [] },
  { name: 'an API that votes, for everybody', change: [[rpc, '{name: rpc1, role: rpc, expose: [rpc, ws], settings: {rpc-http-api: [ETH, QBFT, admin], rpc-ws-api: "ETH, DEBUG"}}']], findings: [] },
  { name: 'an API that votes, on an endpoint that is not exposed', change: [[rpc, '{name: rpc1, role: rpc, expose: [rpc], settings: {rpc-ws-api: [DEBUG]}}']], findings: [] },
  { name: 'a gas price where gas is free', change: [[validator, '{name: validator3, role: validator, settings: {min-gas-price: 1000}}']], findings: [] },
  { name: 'a gas price that is no number', change: [[validator, '{name: validator3, role: validator, settings: {min-gas-price: high}}']], findings: [] },
  { name: 'no gas price where gas is not free', change: [['chainId: 20261123', 'chainId: 20261123\n  freeGas: false'], [validator, '{name: validator3, role: validator, settings: {min-gas-price: 0}}']], findings: [] },
]
