import { beforeAll, describe, expect, it } from 'vitest'
import {
  alice,
  bob,
  carrier,
  component,
  judged,
  mallory,
  mapped,
  signedBy,
  signedNetwork,
  signers,
} from './signed-network.ts'
import {
  consentOf,
  type Definition,
  errorsOf,
  type FilesByPath,
  organizationIn,
  redefined,
  without,
  workplace,
} from './workplace.ts'

let signed: FilesByPath
beforeAll(async () => {
  ;({ signed } = await signedNetwork())
})

const addNode = (files: FilesByPath, node: Record<string, unknown>): FilesByPath =>
  redefined(files, (all) => void carrier(all).nodes.push(node))

describe('what is signed', () => {
  it('is taken by every command', async () => {
    expect(await judged(signed, signed)).toEqual({ validate: [], plan: [], commit: [], apply: [] })
    const place = workplace(signed, { signers, base: signed })
    expect(errorsOf(await place.validate())).toEqual([])
    expect(await place.plan()).toMatchObject({ status: 0 })
    expect(await place.commit()).toMatchObject({ status: 0 })
  })

  it.each<[string, (files: FilesByPath) => FilesByPath]>([
    ['the order of its keys', (files) => redefined(files, reversed)],
    [
      'a value that it had anyway',
      (files) =>
        redefined(files, (all) => void Object.assign(carrier(all).nodes[0] ?? {}, { storage: '20Gi', settings: {} })),
    ],
    [
      'comments of keys',
      (files) =>
        redefined(
          files,
          (all) => void Object.assign(carrier(all), { signers: [bob.line, `${alice.line} at the new office`] }),
        ),
    ],
    [
      "another organization's node",
      (files) =>
        redefined(
          files,
          (all) => void Object.assign(organizationIn(all, 'manufacturer').nodes[0] ?? {}, { storage: '90Gi' }),
        ),
    ],
    ['line ends of Windows', (files) => mapped(files, /signatures/, (text) => text.replaceAll('\n', '\r\n'))],
  ])('does not depend on %s', async (_what, change) => {
    expect(await judged(change(signed), signed)).toEqual({ validate: [], plan: [], commit: [], apply: [] })
  })
})

/** Changes of what is the carrier's own, by others: what is said of each, and that a signature is the way. */
const changes: readonly (readonly [
  what: string,
  change: (files: FilesByPath) => FilesByPath | Promise<FilesByPath>,
  said: RegExp,
])[] = [
  [
    'a field of its node',
    (files) => redefined(files, (all) => void Object.assign(carrier(all).nodes[2] ?? {}, { expose: ['rpc'] })),
    /carrier has not signed this: nodes rpc1 expose: added rpc/,
  ],
  [
    'a setting of its node',
    (files) =>
      redefined(files, (all) => void Object.assign(carrier(all).nodes[2] ?? {}, { settings: { 'max-peers': 1 } })),
    /nodes rpc1 settings: new, \{"max-peers":1\}/,
  ],
  [
    'nobody may send transactions becoming everybody',
    (files) => redefined(files, (all) => void Object.assign(carrier(all).nodes[2] ?? {}, { allowedAccounts: [] })),
    /nodes rpc1 allowedAccounts: new, \[\]/,
  ],
  [
    'its legal name',
    (files) => redefined(files, (all) => void Object.assign(carrier(all), { subject: { organization: 'Haulier' } })),
    /definition subject organization: "Carrier Inc." → Haulier/,
  ],
  [
    'who else can decrypt its keys',
    (files) => redefined(files, (all) => void Object.assign(carrier(all), { recoveryRecipients: [] })),
    /definition recoveryRecipients: removed age1/,
  ],
  [
    'a node of it, with keys that somebody else made',
    async (files) => {
      const place = workplace(addNode(files, { name: 'rpc2', role: 'rpc' }), { signers })
      await place.keys('carrier')
      return place.files()
    },
    /nodes rpc2: new, \{.*\}, material\/public\/carrier\/rpc2.yaml: new, sha256:\w+ and material\/sealed\/us\/carrier\/rpc2.yaml: new/,
  ],
  [
    'a node fewer',
    (files) => redefined(files, (all) => void carrier(all).nodes.pop()),
    /nodes rpc1: removed, it was \{/,
  ],
  [
    'the release of all nodes',
    (files) => redefined(files, (all) => void Object.assign(all, { platformVersion: '26.7.1' })),
    /nodes rpc1 platformVersion: 26.8.0 → 26.7.1/,
  ],
  [
    'where images come from',
    (files) => redefined(files, (all) => void Object.assign(all, { images: { registry: 'evil.example.com' } })),
    /images registry: new, evil.example.com/,
  ],
  [
    'an image by its digest',
    (files) =>
      redefined(
        files,
        (all) => void Object.assign(all, { images: { digests: { 'hyperledger/besu': `sha256:${'a'.repeat(64)}` } } }),
      ),
    /images digests: new, \{"hyperledger\/besu":"sha256:aaaa/,
  ],
  [
    'its key, both halves made again by somebody else',
    async (files) => {
      const place = workplace(
        mapped(without(files, /carrier\/rpc1\.yaml/), /lock/, (text) =>
          text.replaceAll(/.*carrier\/rpc1\.yaml.*\n/g, ''),
        ),
        { signers },
      )
      await place.keys('carrier')
      return place.files()
    },
    /material\/public\/carrier\/rpc1.yaml: sha256:\w+ → sha256:\w+ and material\/sealed\/us\/carrier\/rpc1.yaml: sha256:/,
  ],
  [
    'a file more among its material',
    (files) => ({ ...files, 'material/public/carrier/notes.txt': 'hello' }),
    /material\/public\/carrier\/notes.txt: new/,
  ],
  [
    'a file more among its sealed material, of a cluster that does not exist',
    (files) => ({ ...files, 'material/sealed/asia/carrier/notes.txt': 'hello' }),
    /material\/sealed\/asia\/carrier\/notes.txt: new/,
  ],
  [
    'its override',
    (files) => ({ ...files, 'overrides/us/carrier/kustomization.yaml': component('b') }),
    /overrides\/us\/carrier\/kustomization.yaml: sha256:\w+ → sha256:/,
  ],
  [
    'an override of its node in another cluster',
    (files) => ({ ...files, 'overrides/eu/carrier/validator4/kustomization.yaml': component('b') }),
    /overrides\/eu\/carrier\/validator4\/kustomization.yaml: new/,
  ],
  [
    'who is a validator, which its own vote for',
    (files) =>
      redefined(files, (all) => {
        Object.assign(organizationIn(all, 'manufacturer').nodes[0] ?? {}, { validator: false })
      }),
    /agreements validators: removed manufacturer\/validator1/,
  ],
  [
    'who may send transactions to every node',
    (files) => redefined(files, (all) => void Object.assign(all, { allowedAccounts: [`0x${'1'.repeat(40)}`] })),
    /agreements allowedAccounts: added "0x1111/,
  ],
  [
    'the rules of the chain at a block to come',
    (files) =>
      redefined(
        files,
        (all) => void Object.assign(all, { transitions: [{ block: 9_000_000, blockPeriodSeconds: 3 }] }),
      ),
    /agreements transitions: added \{"block":9000000/,
  ],
]

describe('a change by somebody else', () => {
  it.each(changes)('of %s is refused by every command', async (_what, change, said) => {
    const judgements = await judged(await change(signed), signed)
    for (const messages of Object.values(judgements)) expect(messages.join('\n')).toMatch(said)
  })

  it.each(changes)('of %s is taken when its own signer signs it', async (_what, change) => {
    const place = workplace(await change(signed), { signers, base: signed })
    expect(await place.sign({ key: 'alice' })).toMatchObject({ status: 0, changed: true })
    expect(consentOf(await place.validate())).toEqual([])
    expect(consentOf(await place.plan())).toEqual([])
  })

  it('is not taken with the signature of nobody who signs for it', async () => {
    const changed = redefined(signed, (all) => void carrier(all).nodes.pop())
    const place = workplace(changed, { signers, base: signed })
    await expect(place.sign({ key: 'mallory' })).rejects.toThrow(/which is not a signer/)
    const statement = String((await signedBy(changed, 'alice', signed))['material/signatures/carrier.yaml'])
    for (const [signature, message] of [
      [mallory.sign(statement), /was made with the key SHA256:\S+, which is not a signer/],
      [alice.sign(statement, { namespace: 'git' }), /namespace "git"/],
      [alice.sign(`${statement} `), /does not match the statement/],
      ['approved\n', /cannot be read/],
    ] as const) {
      const files = { ...(await signedBy(changed, 'alice', signed)), 'material/signatures/carrier.sig': signature }
      for (const messages of Object.values(await judged(files, signed))) expect(messages.join('\n')).toMatch(message)
    }
  })
})

function reversed(definition: Definition): void {
  const entries = Object.entries(definition).toReversed()
  for (const key of Object.keys(definition)) delete definition[key]
  Object.assign(definition, Object.fromEntries(entries))
  definition.organizations = definition.organizations.toReversed().map((organization) => ({
    ...Object.fromEntries(Object.entries(organization).toReversed()),
    name: organization.name,
    nodes: organization.nodes.toReversed(),
  }))
}
