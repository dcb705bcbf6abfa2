import type { Case } from '../../case.ts'
import { authority, noPoint, other, withBase, withText } from './changes.ts'

const farmer = 'material/public/farmer/validator1.yaml'
const keysLine = '  command: [acme-node]\n'
const sessionKeys = (text: string) => [keysLine, `${keysLine}  sessionKeys: ${text}\n`] as const

/** Session keys of a runtime, and public halves. */
export const keys: readonly Case[] = [
  {
    name: 'a session key that nobody knows',
    change: [sessionKeys('{aura: sr25519, grandpa: ed25519, oracle: sr25519}')],
    findings: [
      {
        rule: 'session-keys',
        severity: 'error',
        at: '10:58',
        message: 'oracle is no session key of the Polkadot SDK: the type of the key is unknown',
        hint: 'set both: `oracle: {scheme: sr25519, keyType: abcd}`, with the KeyTypeId of the runtime',
      },
    ],
  },
  {
    name: 'session keys of other schemes',
    change: [sessionKeys('{aura: ed25519, grandpa: sr25519}')],
    findings: [
      {
        rule: 'session-keys',
        severity: 'error',
        at: '10:23',
        message: 'aura is a key of ed25519: runtimes take sr25519',
        hint: 'set `aura: sr25519`',
      },
      {
        rule: 'session-keys',
        severity: 'error',
        at: '10:41',
        message: 'grandpa is a key of sr25519: runtimes take ed25519',
        hint: 'set `grandpa: ed25519`',
      },
      {
        rule: 'identity',
        severity: 'error',
        at: '60:17',
        message: 'the aura key of authority/validator1 is not a public key of ed25519',
        hint: 'ask its owner for the public half again, and copy it as a whole',
      },
    ],
  },
  {
    name: 'two session keys of one type',
    change: [sessionKeys('{aura: sr25519, grandpa: ed25519, oracle: {scheme: sr25519, keyType: aura}}')],
    findings: [
      {
        rule: 'session-keys',
        severity: 'error',
        at: '10:58',
        message: 'aura and oracle have the same key type aura',
        hint: 'set the KeyTypeId that each has in the runtime',
      },
      {
        rule: 'identity',
        severity: 'error',
        at: '60:11',
        message: 'authority/validator1 has no oracle key',
        hint: 'ask its owner for the public half again, and copy it as a whole',
      },
    ],
  },
  {
    name: 'neither a key for blocks nor one for finality',
    change: [sessionKeys('{oracle: {scheme: sr25519, keyType: orac}}')],
    findings: [
      {
        rule: 'well-known-key',
        severity: 'error',
        at: '11:9',
        message:
          'chain/base.json: aura has the address 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY, whose key is public: it is //Alice of the development phrase',
        hint: 'use addresses whose keys only their owners have',
      },
      {
        rule: 'well-known-key',
        severity: 'error',
        at: '11:9',
        message:
          'chain/base.json: grandpa has the address 5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu, whose key is public: it is //Alice of the development phrase',
        hint: 'use addresses whose keys only their owners have',
      },
      {
        rule: 'identity',
        severity: 'error',
        at: '60:11',
        message: 'authority/validator1 has no oracle key',
        hint: 'ask its owner for the public half again, and copy it as a whole',
      },
      {
        rule: 'session-keys',
        severity: 'warning',
        at: '10:16',
        message: 'validators have no grandpa key: Chancery counts votes as GRANDPA does',
        hint: 'nothing, if the runtime has its own finality; otherwise add the key',
      },
      {
        rule: 'session-keys',
        severity: 'warning',
        at: '10:16',
        message: 'validators have no key that makes blocks: there is neither aura nor babe',
        hint: 'nothing, if the runtime has its own consensus; otherwise add the key',
      },
    ],
  },
  {
    name: 'a peer ID that is none, of an external node',
    change: [[authority.peerId, `${authority.peerId.slice(0, -1)}5`]],
    findings: [
      {
        rule: 'identity',
        severity: 'error',
        at: '57:17',
        message: 'the peer ID of authority/validator1 is not one of an Ed25519 key',
        hint: 'ask its owner for the public half again, and copy it as a whole',
      },
    ],
  },
  {
    name: 'a session key that is none, of an external node',
    change: [[authority.aura, noPoint]],
    findings: [
      {
        rule: 'identity',
        severity: 'error',
        at: '59:17',
        message: 'the aura key of authority/validator1 is not a public key of sr25519',
        hint: 'ask its owner for the public half again, and copy it as a whole',
      },
    ],
  },
  {
    name: 'a session key that is too short, of an external node',
    change: [
      sessionKeys('{aura: sr25519, grandpa: ed25519, beefy: ecdsa}'),
      [
        `grandpa: ${authority.grandpa}`,
        `grandpa: ${authority.grandpa}
          beefy: ${other.grandpa}`,
      ],
    ],
    findings: [
      {
        rule: 'identity',
        severity: 'error',
        at: '62:18',
        message: 'the beefy key of authority/validator1 has 32 bytes: a public key of ecdsa has 33',
        hint: 'ask its owner for the public half again, and copy it as a whole',
      },
    ],
  },
  {
    name: 'the session key of //Alice, of an external node',
    change: [[authority.aura, '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY']],
    findings: [
      {
        rule: 'well-known-key',
        severity: 'error',
        at: '59:17',
        message: 'the aura key of authority/validator1 is public: it is //Alice of the development phrase',
        hint: 'ask its owner for a key from a seed that nobody else knows',
      },
    ],
  },
  {
    name: 'a public half without a peer ID',
    keysMade: true,
    files: withText(farmer, /peerId: \S+/, 'peer: none'),
    findings: [
      {
        rule: 'identity',
        severity: 'error',
        at: 'material/public/farmer/validator1.yaml:1:1',
        message: 'material/public/farmer/validator1.yaml: there is no peerId',
        hint: 'restore the file from Git',
      },
    ],
  },
  {
    name: 'a public half without a key',
    keysMade: true,
    files: withText(farmer, /grandpa: /, 'beefy: '),
    findings: [
      {
        rule: 'identity',
        severity: 'error',
        at: 'material/public/farmer/validator1.yaml:1:1',
        message: 'material/public/farmer/validator1.yaml: there is no grandpa key',
        hint: 'raise keyRotation of farmer/validator1 by one: `chancery keys` makes all keys of chain.sessionKeys',
      },
    ],
  },
  {
    name: 'a public half with a key that is none',
    keysMade: true,
    files: withText(farmer, /aura: .*/, `aura: "0x${'ff'.repeat(32)}"`),
    findings: [
      {
        rule: 'identity',
        severity: 'error',
        at: 'material/public/farmer/validator1.yaml:1:1',
        message: 'material/public/farmer/validator1.yaml: the aura key is not a public key of sr25519',
        hint: 'restore the file from Git',
      },
    ],
  },
  {
    name: 'a public half with a key of //Bob',
    keysMade: true,
    files: withText(farmer, /aura: .*/, 'aura: "0x8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48"'),
    findings: [
      {
        rule: 'well-known-key',
        severity: 'error',
        at: 'material/public/farmer/validator1.yaml:1:1',
        message:
          'material/public/farmer/validator1.yaml: the aura key is public: it is //Bob of the development phrase',
        hint: 'remove both halves of the key and make a new one with `chancery keys`',
      },
    ],
  },
  {
    name: 'the keys of another validator',
    keysMade: true,
    files: withText(farmer, /^[\s\S]*$/, `peerId: ${authority.peerId}\nsessionKeys: ${authority.publicKeys}\n`),
    findings: [
      {
        rule: 'duplicate-key',
        severity: 'error',
        at: '57:17',
        message:
          'farmer/validator1 and authority/validator1 have the same peer ID 12D3KooWFqPdb3hEBBS9NgTFh8qiGe6zp5Ajt5Zy8NXMg4YtDw62',
        hint: 'ask its owner: each node has its own keys',
      },
      {
        rule: 'duplicate-key',
        severity: 'error',
        at: '59:11',
        message:
          'farmer/validator1 and authority/validator1 have the same aura key 0x664f2a8b575aa52bef6a722fd76afaa960f475aedcbafc3a3626ac3472921568',
        hint: 'ask its owner: each node has its own keys',
      },
      {
        rule: 'duplicate-key',
        severity: 'error',
        at: '59:11',
        message:
          'farmer/validator1 and authority/validator1 have the same grandpa key 0x269c78975109e304ac40158ab7a779f5d193f635f787de942b653f4c6138ba76',
        hint: 'ask its owner: each node has its own keys',
      },
    ],
  },
  {
    name: 'a validator that moves with its keys',
    keysMade: true,
    change: [['  - name: shop\n    cluster: asia\n', '  - name: shop\n    cluster: us\n']],
    findings: [
      {
        rule: 'material-half',
        severity: 'error',
        at: '47:9',
        message:
          'shop/validator1 has a public key (material/public/shop/validator1.yaml), but no private key for cluster us (material/sealed/us/shop/validator1.yaml)',
        hint: 'restore the file from Git; after a move between clusters, encrypt the key for the new one (sops decrypt with the old age key, sops encrypt for the new), or add a new node and remove this one: two live copies of a key break the consensus',
      },
      {
        rule: 'key-in-two-clusters',
        severity: 'error',
        at: '47:9',
        message:
          'shop/validator1 moves to us, but its keys are in asia, where it may still run: a validator must never run twice',
        hint: 'to move a validator, add one with another name in us, and let the chain replace the old one by it. If the node in asia is gone for good, remove material/sealed/asia/shop/validator1.yaml and its line in network.lock.yaml',
      },
      {
        rule: 'material-half',
        severity: 'error',
        at: '48:9',
        message:
          'shop/archive1 has a public key (material/public/shop/archive1.yaml), but no private key for cluster us (material/sealed/us/shop/archive1.yaml)',
        hint: 'restore the file from Git; after a move between clusters, encrypt the key for the new one (sops decrypt with the old age key, sops encrypt for the new), or add a new node and remove this one: two live copies of a key break the consensus',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '27:5',
        message: 'cluster us holds 2 of 4 validators: without it no block becomes final (3 are needed)',
        hint: 'use four clusters with an equal share of the validators, or external validators',
      },
    ],
  },
]

export const acceptedKeys: readonly Case[] = [
  {
    name: 'the session keys of a runtime with BABE, and one of its own',
    change: (text) =>
      text
        .replace(
          ...sessionKeys('{babe: sr25519, grandpa: ed25519, beefy: ecdsa, oracle: {scheme: ed25519, keyType: orac}}'),
        )
        .replace(
          `aura: ${authority.aura}`,
          `babe: ${authority.aura}\n          beefy: ${other.beefy}\n          oracle: ${other.grandpa}`,
        ),
    files: withBase((spec) => {
      const { aura: _, ...patch } = spec.genesis.runtimeGenesis.patch
      spec.genesis.runtimeGenesis.patch = patch
    }),
    findings: [],
  },
  {
    name: 'a rotation',
    keysMade: true,
    change: [
      [
        '  - name: mill\n    cluster: us\n    nodes:\n      - {name: validator1, role: validator}',
        '  - name: mill\n    cluster: us\n    nodes:\n      - {name: validator1, role: validator, keyRotation: 2}',
      ],
    ],
    findings: [],
  },
]
