import { load } from 'js-yaml'
import { beforeAll, describe, expect, it } from 'vitest'
import { dumpYaml } from '../../src/yaml.ts'
import { alice, bob, carrier, judged, mallory, mapped, signedBy, signedNetwork, signers } from './signed-network.ts'
import { consentOf, type Definition, errorsOf, type FilesByPath, redefined, without, workplace } from './workplace.ts'

let signed: FilesByPath
let older: FilesByPath
/** The carrier has no validator, which could not leave at once. */
let small: FilesByPath
beforeAll(async () => {
  ;({ signed, older } = await signedNetwork())
  ;({ signed: small } = await signedNetwork({ carrierNodes: [{ name: 'rpc1', role: 'rpc' }] }))
})

const signature = 'material/signatures/carrier.sig'
const former = 'material/signatures/carrier.former.sig'
const lock = 'network.lock.yaml'

const withSigners = (files: FilesByPath, ...lines: readonly string[]): FilesByPath =>
  redefined(files, (all) => void Object.assign(carrier(all), { signers: lines }))

const withoutSigners = (files: FilesByPath): FilesByPath => redefined(files, (all) => void delete carrier(all).signers)

const withoutCarrier = (files: FilesByPath): FilesByPath =>
  redefined(files, (all) => {
    all.organizations = all.organizations.filter(({ name }) => name !== 'carrier')
  })

/** Without its files and their digests too, but for its signatures. */
const withoutAllOfCarrier = (files: FilesByPath): FilesByPath =>
  mapped(without(withoutCarrier(files), /(?:public|sealed\/\w+)\/carrier|overrides/), /lock/, (text) =>
    text.replaceAll(/.*\/carrier\/.*\n/g, ''),
  )

/** The lock without what it remembers of signers. */
const forgetful = (files: FilesByPath): FilesByPath =>
  mapped(files, /lock/, (text) => {
    const { signers: _, ...rest } = load(text) as Record<string, unknown> // a lock is a mapping
    return dumpYaml(rest)
  })

/** What somebody makes of a folder in which nobody has signed before. */
const signedAnew = (files: FilesByPath, key: string): Promise<FilesByPath> =>
  signedBy(forgetful(without(files, /signatures/)), key, {})

const byFormer = /has no valid signature of those who signed for it before: SHA256:\S+, SHA256:/

describe('who signs changes only with a signature of those who signed before', () => {
  it.each<[string, () => FilesByPath | Promise<FilesByPath>]>([
    ['other signers, signed by them', () => signedBy(withSigners(signed, mallory.line), 'mallory', signed)],
    ['other signers, as if they were the first', () => signedAnew(withSigners(signed, mallory.line), 'mallory')],
    [
      'one signer more, signed by that one',
      () => signedBy(withSigners(signed, alice.line, bob.line, mallory.line), 'mallory', signed),
    ],
  ])('%s', async (_what, attack) => {
    const files = await attack()
    const { plan } = await judged(files, signed)
    expect(plan.join('\n')).toMatch(byFormer)
  })

  it('a new one needs both: the old one, and one of the new', async () => {
    const changed = withSigners(signed, mallory.line)
    const place = workplace(changed, { signers, base: signed })
    await place.sign({ key: 'alice' })
    expect(place.said.at(-1)).toMatch(
      /^still missing: a signature of one of those who sign for carrier \(SHA256:\S+ \(mallory\)\)/,
    )
    expect(Object.keys(place.files())).toContain(former)
    expect(Object.keys(place.files())).not.toContain(signature)
    expect(place.said.at(-2)).toMatch(/^signed by SHA256:\S+$/)
    expect(consentOf(await place.validate()).join('\n')).toMatch(/has no valid signature of its signers/)
    expect((await judged(place.files(), signed)).plan.join('\n')).toMatch(
      /has no valid signature of its signers: SHA256:\S+ \(mallory\); 1 of 2 signatures is valid, of SHA256:\S+/,
    )
    await place.sign({ key: 'mallory' })
    expect(await judged(place.files(), signed)).toEqual({ validate: [], plan: [], commit: [], apply: [] })
    // What is signed next is for the new ones alone.
    const next = redefined(place.files(), (all) => void carrier(all).nodes.pop())
    const after = workplace(next, { signers, base: place.files() })
    await expect(after.sign({ key: 'alice' })).rejects.toThrow(/not a signer/)
    await after.sign({ key: 'mallory' })
    expect(Object.keys(after.files())).not.toContain(former)
    expect(await judged(after.files(), place.files())).toEqual({ validate: [], plan: [], commit: [], apply: [] })
  })

  it('one who stays signs once for both', async () => {
    const files = await signedBy(withSigners(signed, bob.line, mallory.line), 'bob', signed)
    expect(Object.keys(files)).not.toContain(former)
    expect(await judged(files, signed)).toEqual({ validate: [], plan: [], commit: [], apply: [] })
  })

  it('the first ones sign themselves', async () => {
    const base = forgetful(without(withoutSigners(signed), /signatures/))
    const changed = withSigners(base, alice.line)
    expect((await judged(changed, base)).plan.join('\n')).toMatch(
      /there is no material\/signatures\/carrier.yaml\): signers: added ssh-ed25519 SHA256:/,
    )
    const files = await signedBy(changed, 'alice', base)
    expect(await judged(files, base)).toEqual({ validate: [], plan: [], commit: [], apply: [] })
    await expect(signedBy(changed, 'mallory', base)).rejects.toThrow(/not a signer/)
  })
})

describe('nothing that is taken away makes signatures needless', () => {
  const attacks: readonly (readonly [
    what: string,
    attack: (files: FilesByPath) => FilesByPath,
    seenWithoutBase: boolean,
  ])[] = [
    ['the signature', (files) => without(files, /carrier\.sig$/), true],
    ['the statement', (files) => without(files, /signatures\/carrier\.yaml$/), true],
    ['both', (files) => without(files, /signatures/), true],
    ['the lock', (files) => without(files, /lock/), true],
    ['what the lock remembers', forgetful, true],
    ['the signers of the definition', withoutSigners, true],
    ['the signers of the definition and of the lock', (files) => forgetful(withoutSigners(files)), false],
    ['all of it', (files) => forgetful(without(withoutSigners(files), /signatures/)), false],
    ['the organization', withoutCarrier, true],
    ['the organization with all its files', (files) => forgetful(withoutAllOfCarrier(files)), false],
    [
      'its name',
      (files) =>
        redefined(files, (all) => void Object.assign(carrier(all), { name: 'haulier', namespace: 'trade-carrier' })),
      true,
    ],
  ]

  it.each(attacks)('%s', async (_what, attack, seenWithoutBase) => {
    const files = attack(small)
    const { plan, ...others } = await judged(files, small)
    expect(plan).not.toEqual([])
    for (const messages of Object.values(others)) expect(messages.length > 0).toBe(seenWithoutBase)
  })

  it('a base whose definition has errors hides nobody who signs', async () => {
    const base = redefined(signed, (all) => void Object.assign(all, { platformVersion: 'latest' }))
    expect((await judged(forgetful(without(withoutSigners(signed), /signatures/)), base)).plan).not.toEqual([])
  })

  it.each<[string, (files: FilesByPath) => FilesByPath]>([
    ['the definition', withoutSigners],
    ['the lock', forgetful],
    ['the lock as a file', (files) => without(files, /lock/)],
    ['the signatures', (files) => without(files, /signatures/)],
  ])('a base that has lost %s hides nobody who signs', async (_what, lose) => {
    const attack = await signedAnew(withSigners(signed, mallory.line), 'mallory')
    expect((await judged(attack, lose(signed))).plan.join('\n')).toMatch(byFormer)
  })

  it.each<[string, (files: FilesByPath) => FilesByPath]>([
    ['the signers', withoutSigners],
    ['the organization', withoutAllOfCarrier],
  ])('%s may go with a signature of one who signs', async (_what, change) => {
    const files = await signedBy(change(small), 'bob', small)
    expect(Object.keys(files)).toContain(former)
    expect(Object.keys(files)).not.toContain(signature)
    expect(String(files[lock])).not.toContain('signers:')
    expect(await judged(files, small)).toEqual({ validate: [], plan: [], commit: [], apply: [] })
    // From then on nobody has to sign.
    const later = workplace(without(files, /signatures/), { signers, base: files })
    expect(consentOf(await later.plan())).toEqual([])
  })
})

describe('an old statement with its old signature', () => {
  it('is refused, with all that belongs to it', async () => {
    const { validate, plan } = await judged(older, signed)
    expect(plan.join('\n')).toMatch(/carrier.yaml does not follow the statement of the base/)
    // Nothing but the base knows: docs/signatures.md has it.
    expect(validate).toEqual([])
  })

  it('is refused without the base when the lock was left as it is', async () => {
    const files = { ...older, [lock]: signed[lock] ?? '' }
    for (const messages of Object.values(await judged(files, signed)))
      expect(messages.join('\n')).toMatch(/records another statement of carrier/)
  })

  it('is refused where another statement was merged meanwhile', async () => {
    const branch = await signedBy(
      redefined(older, (all) => void carrier(all).nodes.pop()),
      'alice',
      older,
    )
    expect((await judged(branch, older)).plan).toEqual([])
    expect((await judged(branch, signed)).plan.join('\n')).toMatch(/does not follow/)
    // Signed again, it counts.
    const again = await signedBy(branch, 'alice', signed)
    expect((await judged(again, signed)).plan).toEqual([])
  })
})

describe('keys of an organization with signers', () => {
  const withNode = (files: FilesByPath): FilesByPath =>
    redefined(files, (all: Definition) => void carrier(all).nodes.push({ name: 'rpc2', role: 'rpc' }))
  const own = /carrier\/rpc2\.yaml/

  it.each(['commit', 'keys', 'validate', 'plan', 'apply'] as const)('%s makes none in its place', async (command) => {
    const place = workplace(withNode(signed), { signers, base: signed })
    const result = await place[command]()
    expect(Object.keys(place.files()).filter((path) => own.test(path))).toEqual([])
    const text = command === 'keys' ? place.said.join('\n') : JSON.stringify(errorsOf(result))
    expect(text).toContain('chancery keys --organization carrier')
    if (command !== 'keys') {
      expect(result.status).toBe(1)
      expect(text).toContain('then `chancery sign --organization carrier`')
    }
  })

  it('are made by name, and signed', async () => {
    const place = workplace(withNode(signed), { signers, base: signed })
    expect(errorsOf(await place.sign({ key: 'alice' })).map(({ rule }) => rule)).toEqual(['material-missing'])
    await place.keys('carrier')
    expect(place.said).toContain('carrier signs for this: run `chancery sign --organization carrier`')
    await place.sign({ key: 'alice' })
    expect(place.said).toContain(
      '  nodes rpc2: new, {"cluster":"us","platformVersion":"26.8.0","role":"rpc","storage":"20Gi"}',
    )
    expect(await judged(place.files(), signed)).toEqual({ validate: [], plan: [], commit: [], apply: [] })
  })
})
