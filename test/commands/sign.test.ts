import { chmod, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { keys } from '../../src/commands/keys.ts'
import { plan } from '../../src/commands/plan.ts'
import type { SignPorts } from '../../src/commands/ports.ts'
import { sign } from '../../src/commands/sign.ts'
import { validate } from '../../src/commands/validate.ts'
import { filesAt } from '../../src/repository/git-files.ts'
import { treesAt } from '../../src/repository/git-trees.ts'
import { mergeBase } from '../../src/repository/merge-base.ts'
import { signWithSsh } from '../../src/tools/ssh-keygen.ts'
import { carrier, signedNetwork, signers } from '../consent/signed-network.ts'
import { keygenTakes, newKey, sshAgent } from '../consent/ssh-keygen.ts'
import { consentOf, redefined, workplace } from '../consent/workplace.ts'
import {
  filesOf,
  git,
  onlyConfiguration,
  remoteOf,
  repositoryWith,
  temporaryFolder,
  writeFiles,
} from '../repository/git-folder.ts'
import { definition, makeHolders } from './definition.ts'
import { recordingPorts } from './recording-ports.ts'

const network = 'network.yaml'
const signature = 'material/signatures/carrier.sig'
const statement = 'material/signatures/carrier.yaml'

describe('sign', async () => {
  const { signed } = await signedNetwork()
  const changed = redefined(signed, (all) => void Object.assign(carrier(all).nodes[0] ?? {}, { storage: '90Gi' }))

  it('shows what is signed, and asks', async () => {
    const place = workplace(changed, { signers, base: signed, answer: true })
    expect(await place.sign({ key: 'alice', yes: false })).toMatchObject({
      status: 0,
      files: [statement, signature, 'network.lock.yaml'],
    })
    expect(place.said).toEqual([
      'carrier agrees to this since its last statement:',
      '  nodes validator3 storage: 20Gi → 90Gi',
      `wrote ${statement}`,
      `wrote ${signature}`,
      'wrote network.lock.yaml',
    ])
  })

  it('signs nothing when the person says no', async () => {
    const place = workplace(changed, { signers, base: signed, answer: false })
    expect(await place.sign({ key: 'alice', yes: false })).toMatchObject({ status: 1, changed: false })
    expect(place.files()).toEqual(changed)
    expect(place.said.at(-1)).toBe('nothing was signed')
  })

  it('signs nothing without a terminal, unless it is told to', async () => {
    const place = workplace(changed, { signers, base: signed })
    await expect(place.sign({ key: 'alice', yes: false })).rejects.toMatchObject({
      message: 'confirmation needs a terminal',
      hint: 'read the changes above, then run the command again with --yes',
    })
    expect(place.files()).toEqual(changed)
  })

  it('signs nothing that has a character which changes the terminal, and does not show it', async () => {
    const odd = redefined(signed, (all) => {
      Object.assign(carrier(all), { subject: { organization: 'Evil\u001b[2JCarrier\u202e' } })
    })
    const place = workplace(odd, { signers, base: signed })
    const { status, findings } = await place.sign({ key: 'alice' })
    expect(status).toBe(1)
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'text-characters', severity: 'error' }))
    expect(place.files()).toEqual(odd)
    for (const character of ['\u001b', '\u202e']) expect(place.said.join('')).not.toContain(character)
  })

  it('writes nothing when all is signed', async () => {
    const place = workplace(signed, { signers, base: signed })
    expect(await place.sign({ key: 'alice' })).toMatchObject({ status: 0, changed: false })
    expect(place.said).toEqual(['carrier has signed this already: nothing was written'])
    expect(place.files()).toEqual(signed)
  })

  it('does not grow a chain while one change is signed again', async () => {
    const place = workplace(changed, { signers, base: signed })
    await place.sign({ key: 'alice' })
    const again = redefined(place.files(), (all) => void carrier(all).nodes.pop())
    const later = workplace(again, { signers, base: signed })
    await later.sign({ key: 'bob' })
    expect(consentOf(await later.plan())).toEqual([])
  })

  it.each<[string, string, RegExp]>([
    ['is not in the definition', 'carier', /there is no organization "carier"/],
    ['has no signers', 'manufacturer', /organization manufacturer has no signers/],
  ])('says that an organization %s', async (_what, organization, message) => {
    const place = workplace(signed, { signers, base: signed })
    await expect(place.sign({ organization, key: 'alice' })).rejects.toThrow(message)
  })
})

/** A repository with a remote, the ports of this machine, and the keys of real people. */
describe('sign with ssh-keygen and git', () => {
  let directory: string
  let ports: SignPorts
  beforeEach(async () => {
    await onlyConfiguration()
  })

  const portsOf = (folder: string): SignPorts => ({
    ...recordingPorts(folder),
    baseOf: async (reference) => {
      const found = await mergeBase(folder, reference)
      const { commit } = found
      return { ...found, files: filesAt(folder, commit), trees: () => treesAt(folder, commit) }
    },
    buildRoots: async () => ({ built: new Map(), broken: [] }),
    confirm: async () => undefined,
    sshSign: (request) => signWithSsh(request, { HOME: folder }),
  })

  const planned = () => plan({ network, base: 'main', failOnRisk: 'never', acknowledged: true }, ports)
  const commitAll = async (message: string): Promise<void> => {
    await git(directory, 'add', '--all')
    await git(directory, 'commit', '--quiet', '--message', message)
  }
  const edit = async (change: Parameters<typeof redefined>[1]): Promise<void> => {
    const changed = redefined(await filesOf(directory), change)
    await writeFiles(directory, { [network]: changed[network] ?? '' })
  }

  it('works from the first signer to the next', async () => {
    const [first, second] = [await newKey('first'), await newKey('second')]
    const text = definition(await makeHolders())
    directory = await repositoryWith({ [network]: text })
    ports = portsOf(directory)
    await keys({ network }, ports)
    await commitAll('Keys')
    await remoteOf(directory)
    await git(directory, 'fetch', '--quiet', 'origin')

    // A branch with the first signer.
    await git(directory, 'checkout', '--quiet', '-b', 'signers')
    await edit((all) => void Object.assign(carrier(all), { signers: [first.line] }))
    expect(consentOf(await planned())).toHaveLength(1)
    await sign({ network, organization: 'carrier', key: first.file, yes: true }, ports)
    await commitAll('Name who signs')
    expect(consentOf(await planned())).toEqual([])
    expect(consentOf(await validate({ network }, ports))).toEqual([])
    const files = await filesOf(directory)
    expect(await keygenTakes(files[statement] ?? '', files[signature] ?? '', first.line)).toBe(true)
    await git(directory, 'checkout', '--quiet', 'main')
    await git(directory, 'merge', '--quiet', '--ff-only', 'signers')
    await git(directory, 'push', '--quiet', 'origin', 'main')

    // Somebody else takes it over: by every means but the first key.
    await git(directory, 'checkout', '--quiet', '-b', 'takeover')
    await edit((all) => void Object.assign(carrier(all), { signers: [second.line] }))
    await sign({ network, organization: 'carrier', key: second.file, yes: true }, ports)
    await commitAll('Take over')
    expect(consentOf(await planned()).join('\n')).toMatch(/has no valid signature of those who signed for it before/)
    // With it, it is a handover.
    await sign({ network, organization: 'carrier', key: first.file, yes: true }, ports)
    await commitAll('Hand over')
    expect(consentOf(await planned())).toEqual([])
  })

  it('finds the key of a signer in ~/.ssh', async () => {
    const key = await newKey('carrier')
    directory = await temporaryFolder()
    ports = portsOf(directory)
    const files = redefined({ [network]: definition(await makeHolders()) }, (all) => {
      Object.assign(carrier(all), { signers: [key.line] })
    })
    const content = await filesOf(key.file.replace(/key$/, ''))
    await writeFiles(directory, files)
    await keys({ network, organization: 'carrier' }, ports)
    await expect(sign({ network, organization: 'carrier', yes: true }, ports)).rejects.toMatchObject({
      message: 'no key of a signer was found in ~/.ssh or in an SSH agent',
    })
    await writeFiles(directory, { '.ssh/id_x': content.key ?? '', '.ssh/id_x.pub': content['key.pub'] ?? '' })
    await chmod(join(directory, '.ssh/id_x'), 0o600)
    await git(directory, 'init', '--quiet')
    expect(await sign({ network, organization: 'carrier', yes: true }, ports)).toMatchObject({ status: 0 })
    expect(consentOf(await validate({ network }, ports))).toEqual([])
  })

  it('signs with a key that only an agent has', async () => {
    const key = await newKey('carrier')
    const agent = await sshAgent(key.file)
    await rm(key.file)
    const text = 'what is signed'
    const signature = await signWithSsh(
      { text, namespace: 'chancery', key: undefined, signers: [(await newKey('other')).line, key.line] },
      { HOME: await temporaryFolder(), SSH_AUTH_SOCK: agent },
    )
    expect(await keygenTakes(text, signature, key.line)).toBe(true)
  })
})
