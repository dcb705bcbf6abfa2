import type { Case } from '../case.ts'

const rpcFile = 'material/public/carrier/rpc1.yaml'
const validatorFile = 'material/public/carrier/validator3.yaml'
const rpcSealed = 'material/sealed/us/carrier/rpc1.yaml'
const genesisFile = 'material/public/genesis.json'
const chain = 'chainId: 20261123'

/** What is in `material/`, and a definition that does not fit it any more. */
export const material: readonly Case[] = [
  { name: 'nothing is there, where it is needed', missing: 'error', findings: [] },
  { name: 'nothing is there, before the merge', missing: 'notice', findings: [] },
  { name: 'a key by hand is not there', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, existingSecret: vault-rpc1}']], keysMade: true, files: () => ({ [rpcFile]: undefined, [rpcSealed]: undefined }), missing: 'notice', findings: [] },
  { name: 'a private half is gone', keysMade: true, files: () => ({ [rpcSealed]: undefined }), findings: [] },
  { name: 'a public half is gone', keysMade: true, files: () => ({ [rpcFile]: undefined }), findings: [] },
  { name: 'a node moved to another cluster', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, cluster: eu}']], keysMade: true, findings: [] },
  { name: 'a private half in plain text', keysMade: true, secret: 'bm90IGEga2V5', files: () => ({ [rpcSealed]: 'apiVersion: v1\nkind: Secret\nmetadata: {name: rpc1-keys}\ndata: {nodekey: bm90IGEga2V5}\n' }), findings: [] },
  { name: 'a private half with a value that was added', keysMade: true, secret: 'bm90IGEga2V5', files: (files) => ({ [rpcSealed]: files[rpcSealed]?.replace('\ndata:\n', '\ndata:\n  other: bm90IGEga2V5\n') }), findings: [] },
  { name: 'a private half that is no YAML', keysMade: true, files: () => ({ [rpcSealed]: '<<<<<<< HEAD\n' }), findings: [] },
  { name: 'a private half with nobody in its list', keysMade: true, files: () => ({ [rpcSealed]: 'data: {nodekey: "ENC[AES256_GCM,data:x]"}\nsops: {mac: x, age: [null]}\n' }), findings: [] },
  { name: "a private half for Chancery's tests", keysMade: true, files: (files) => ({ [rpcSealed]: files[rpcSealed]?.replace('age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka', 'age1x8anptggsxh3dp0wrljr2rn65l8n9a6mlsyxw92zq5whzhsr5uqs70c86g') }), findings: [] },
  { name: 'a recipient that was added', change: [['- name: manufacturer', '- name: manufacturer\n    recoveryRecipients: [age1lpf0eqx8849dxzt5qyufp08fkejhcd9avewes8z7wj72lnzdqpzqjxmn6u]']], keysMade: true, findings: [] },
  { name: 'a recipient that was replaced', change: [['- age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka', '- age15cm25xeklgte8s3hnyd4cajr7e07acq598xsqqmmy748sja5la0sf9arnh']], keysMade: true, findings: [] },
  { name: 'an identity that is empty', keysMade: true, files: () => ({ [rpcFile]: '' }), findings: [] },
  { name: 'an identity with another address', keysMade: true, files: (files) => ({ [rpcFile]: files[rpcFile]?.replace(/address: .*/, `address: "0x${'0'.repeat(40)}"`) }), findings: [] },
  { name: 'an identity that is no public key', keysMade: true, files: () => ({ [rpcFile]: `kind: evm-node\nnodeId: "${'f'.repeat(128)}"\naddress: "0x${'0'.repeat(40)}"\n` }), findings: [] },
  { name: 'an identity that was copied', keysMade: true, files: (files) => ({ [rpcFile]: files[validatorFile] }), findings: [] },
  { name: 'an identity of an external node', keysMade: true, change: (good) => good.replace(/nodeId: dc38.*/, 'nodeId: 49b471dbea1efe334137deb3072b81c258315da6de92f62ea9c8c0a207c18df0b584ead1a94c0c0edb83551a2c55aa2b5d7bba3a471651c04cf0f1e58551b1e0'), findings: [] },
  { name: 'a genesis that is no JSON', keysMade: true, files: () => ({ [genesisFile]: '{' }), findings: [] },
  { name: 'a genesis of another consensus', keysMade: true, files: (files) => ({ [genesisFile]: files[genesisFile]?.replace('"qbft"', '"ibft2"') }), findings: [] },
  { name: 'a genesis without consensus', keysMade: true, files: () => ({ [genesisFile]: '{"config": {"chainId": 20261123, "qbft": null}, "alloc": {}, "extraData": "0xc0"}' }), findings: [] },
  { name: 'a genesis without accounts', keysMade: true, files: (files) => ({ [genesisFile]: files[genesisFile]?.replace('"alloc": {}', '"alloc": null') }), findings: [] },
  { name: 'a genesis with extra data that is cut', keysMade: true, files: (files) => ({ [genesisFile]: files[genesisFile]?.replace(/"extraData": "(0x.{40}).*"/, '"extraData": "$1"') }), findings: [] },
  { name: 'a genesis without validators', keysMade: true, files: (files) => ({ [genesisFile]: files[genesisFile]?.replace(/"extraData": ".*"/, '"extraData": "0xc0"') }), findings: [] },
  { name: 'another chain id', keysMade: true, change: [[chain, 'chainId: 20261124']], findings: [] },
  { name: 'other times', keysMade: true, change: [[chain, `${chain}\n  blockPeriodSeconds: 3\n  requestTimeoutSeconds: 10\n  epochLength: 100`]], findings: [] },
  { name: 'another time for a block, whose rounds follow it', keysMade: true, change: [[chain, `${chain}\n  blockPeriodSeconds: 3`]], findings: [] },
  { name: 'other gas', keysMade: true, change: [[chain, `${chain}\n  gasLimit: 30000000\n  freeGas: false\n  contractSizeLimit: 30000`]], findings: [] },
  { name: 'other forks', keysMade: true, change: [[chain, `${chain}\n  forks: {berlinBlock: 0, londonBlock: 5, cancunTime: 7}`]], findings: [] },
  { name: 'other accounts', keysMade: true, change: [[chain, `${chain}\n  accounts: [{address: "0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1", balance: "5"}]`]], findings: [] },
  { name: 'a validator that was added', keysMade: true, change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: validator}']], findings: [] },
  { name: 'a validator that became an rpc node', keysMade: true, change: [['{name: validator3, role: validator}', '{name: validator3, role: rpc}']], findings: [] },
  { name: 'a validator that was removed', keysMade: true, change: [['      - {name: validator3, role: validator}\n', '']], findings: [] },
  { name: 'an external validator that was added', keysMade: true, change: [['external:', 'external:\n  - organization: mill\n    nodes:\n      - name: validator8\n        role: validator\n        host: 192.0.2.8\n        port: 30303\n        nodeId: 92a8ea29045e4e2d2313f565e6ec6e89cde293c5a5d823fad1b885e4a1bb840a342762163a758e775417355e66d1042216932971ba58d7546340acb4a5ade9f6']], findings: [] },
  { name: 'a file that is not what the lock recorded', keysMade: true, lock: `version: 1\nports: {}\nmaterial:\n  ${genesisFile}: sha256:${'0'.repeat(64)}\n`, findings: [] },
  { name: 'a file of the lock that is gone', keysMade: true, lock: `version: 1\nports: {}\nmaterial:\n  material/public/carrier/rpc9.yaml: sha256:${'0'.repeat(64)}\n`, findings: [] },
]
