import type { Case } from '../case.ts'

/** Secrets in a definition. None of them protects anything: they have the shape only. */
export const secrets: readonly Case[] = [
  { name: 'a private key in a setting', secret: 'MC4CAQAwBQYDK2VwBCIEIJ', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, settings: {logo: "-----BEGIN PRIVATE KEY-----\\nMC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF\\n-----END PRIVATE KEY-----"}}']], findings: [] },
  { name: 'a private key over several lines', secret: 'MC4CAQAwBQYDK2VwBCIEIJ', change: [['{name: rpc1, role: rpc}', 'name: rpc1\n        role: rpc\n        settings:\n          logo: |\n            -----BEGIN EC PRIVATE KEY-----\n            MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF\n            -----END EC PRIVATE KEY-----']], findings: [] },
  { name: 'an age key in place of its recipient', secret: 'QQPZRY9X8GF2TVDW0S3JN54KHCE6', change: [['age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka', 'AGE-SECRET-KEY-1QQPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQQPZRY9X8GF2TVDW0S3JN54KHC']], findings: [] },
  { name: 'the start of an age key in place of its recipient', secret: 'QQPZRY9X', change: [['age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka', 'AGE-SECRET-KEY-1QQPZRY9X8GF2TVDW0S3JN54KHCE6']], findings: [] },
  { name: 'an age key in a comment', secret: 'QQPZRY9X8GF2TVDW0S3JN54KHCE6', change: [['genesis:', 'genesis: # AGE-SECRET-KEY-1QQPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQQPZRY9X8GF2TVDW0S3JN54KHC']], findings: [] },
  { name: 'a token of GitHub as a name', secret: 'ghp_0123456789abcdefghijklmnopqrstuvwxyz', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, existingSecret: ghp_0123456789abcdefghijklmnopqrstuvwxyz}']], findings: [] },
  { name: 'a token of GitHub as a label', secret: 'ghp_0123456789abcdefghijklmnopqrstuvwxyz', change: [['platform: besu', 'platform: besu\nlabels: {owner: ghp_0123456789abcdefghijklmnopqrstuvwxyz}']], findings: [] },
  { name: 'a token of GitHub as a key', secret: 'ghp_0123456789abcdefghijklmnopqrstuvwxyz', change: [['platform: besu', 'platform: besu\nlabels: {ghp_0123456789abcdefghijklmnopqrstuvwxyz: owner}']], findings: [] },
  { name: 'a token of GitHub as an unknown key', secret: 'ghp_0123456789abcdefghijklmnopqrstuvwxyz', change: [['platform: besu', 'platform: besu\nghp_0123456789abcdefghijklmnopqrstuvwxyz: owner']], findings: [] },
  { name: 'a token of GitHub in a registry', secret: 'ghp_0123456789abcdefghijklmnopqrstuvwxyz', change: [['platform: besu', 'platform: besu\nimages: {registry: "robot:ghp_0123456789abcdefghijklmnopqrstuvwxyz@ghcr.io"}']], findings: [] },
  { name: 'a token of GitHub as platform', secret: 'ghp_0123456789abcdefghijklmnopqrstuvwxyz', change: [['platform: besu', 'platform: ghp_0123456789abcdefghijklmnopqrstuvwxyz']], findings: [] },
  { name: 'a token of GitHub as cluster', secret: 'ghp-', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, cluster: glpat-0123456789abcdefghij}']], findings: [] },
  { name: 'a token of AWS', secret: 'AKIAIOSFODNN7EXAMPLE', change: [['provider: eks', 'provider: eks\n    context: AKIAIOSFODNN7EXAMPLE']], findings: [] },
  { name: 'a signed token', secret: 'eyJhbGciOiJIUzI1NiJ9', change: [['provider: eks', 'provider: eks\n    context: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjaGFuY2VyeSJ9.c2lnbmF0dXJlLW9mLW5vdGhpbmc']], findings: [] },
  { name: 'a mnemonic', secret: 'junk', change: [['provider: eks', 'provider: eks\n    context: test test test test test test test test test test test junk']], findings: [] },
  { name: 'a password', secret: 'hunter2', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, password: hunter2}']], findings: [] },
  { name: 'a password that is a number', secret: '271828', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, settings: {rpc-http-password: 271828}}']], findings: [] },
  { name: 'a key in place of an account', secret: '4f3edf983ac636a65a842ce7c78d9aa706d3b113', change: [['chainId: 20261123', 'chainId: 20261123\n  accounts: [{address: "0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1", privateKey: "0x4f3edf983ac636a65a842ce7c78d9aa706d3b113bce9c46f30d7d21715b23b1d"}]']], findings: [] },
  { name: 'a private key as an address', secret: '4f3edf983ac636a65a842ce7c78d9aa706d3b113', change: [['chainId: 20261123', 'chainId: 20261123\n  accounts: [{address: "0x4f3edf983ac636a65a842ce7c78d9aa706d3b113bce9c46f30d7d21715b23b1d"}]']], findings: [] },
  { name: 'secrets in a list', secret: 'hunter2', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, settings: {node-key: [hunter2, hunter22]}}']], findings: [] },
  { name: 'a password below a key of that name', secret: 'hunter2', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, credentials: {user: admin, value: hunter2}}']], findings: [] },
]
