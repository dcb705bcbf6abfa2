import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeEach, describe, expect, it } from 'vitest'
import type { UpgradePorts } from '../../src/commands/ports.ts'
import { type UpgradeOptions, upgrade } from '../../src/commands/upgrade.ts'
import { version } from '../../src/product.ts'
import { commitOfTag } from '../../src/repository/release-commit.ts'
import { digestOf, dumpManifest, manifestFile, readManifest } from '../../src/starter/manifest.ts'
import { filesOf, git, onlyConfiguration, repositoryWith, temporaryFolder } from '../repository/git-folder.ts'
import { initPorts, runInit } from './init/init-ports.ts'

const deploy = '.github/workflows/deploy.yml'
const apply = '.github/workflows/apply.yml'
const commit = 'c0ffee0000000000000000000000000000000000'

let directory: string
beforeEach(async () => {
  await onlyConfiguration()
  directory = await temporaryFolder()
  await runInit('--name trade --platform besu --cluster eu=kind --organization acme --identities', initPorts(directory))
})

const textOf = (path: string): Promise<string> => readFile(join(directory, path), 'utf8')

async function edit(path: string, change: (text: string) => string): Promise<string> {
  const text = await textOf(path)
  expect(change(text)).not.toBe(text)
  await writeFile(join(directory, path), change(text))
  return change(text)
}

/** Files as an earlier version wrote them. */
async function asEarlier(changes: Readonly<Record<string, (text: string) => string>>): Promise<void> {
  const texts = await Promise.all(
    Object.entries(changes).map(async ([path, change]) => [path, digestOf(await edit(path, change))] as const),
  )
  const manifest = readManifest(await textOf(manifestFile))
  if (manifest === undefined) throw new Error('no manifest')
  const files = { ...manifest.files, ...Object.fromEntries(texts) }
  await writeFile(join(directory, manifestFile), dumpManifest({ version: '0.0.9', files }))
}

function ports(answer?: boolean) {
  const asked: string[] = []
  const all = {
    ...initPorts(directory),
    confirm: async () => answer,
    commitOfRelease: async (wanted: string) => {
      asked.push(wanted)
      return commit
    },
  } satisfies UpgradePorts
  return { ...all, asked }
}

const usual: UpgradeOptions = { network: 'network.yaml', check: false, yes: true, replace: [] }
const older = (text: string): string => text.replace(/^name: .*$/m, '$&-before')

describe('upgrade', () => {
  it('has nothing to do in a repository of this version', async () => {
    const before = await filesOf(directory)
    for (const check of [true, false]) {
      const own = ports()
      expect(await upgrade({ ...usual, check }, own)).toMatchObject({ status: 0, changed: false, files: [], kept: [] })
      expect(own.said).toEqual([`the files of this repository are those of Chancery ${version}`])
    }
    expect(await filesOf(directory)).toEqual(before)
  })

  it('replaces what nobody has touched, and shows it first', async () => {
    const latest = await textOf(deploy)
    await asEarlier({ [deploy]: older })
    const own = ports()
    expect(await upgrade(usual, own)).toMatchObject({ status: 0, changed: true, files: [manifestFile, deploy] })
    expect(await textOf(deploy)).toBe(latest)
    expect(readManifest(await textOf(manifestFile))?.version).toBe(version)
    const shown = own.said.join('\n')
    expect(shown).toContain(`--- a/${deploy}\n+++ b/${deploy}\n`)
    expect(shown).toContain('-name: deploy-before\n+name: deploy\n')
    expect(await upgrade(usual, ports())).toMatchObject({ changed: false })
  })

  it.each<[string, Partial<UpgradeOptions>, boolean | undefined]>([
    ['when it only checks', { check: true }, undefined],
    ['when the person says no', { yes: false }, false],
  ])('writes nothing %s', async (_name, options, answer) => {
    await asEarlier({ [deploy]: older })
    const before = await filesOf(directory)
    expect(await upgrade({ ...usual, ...options }, ports(answer))).toMatchObject({ status: 1 })
    expect(await filesOf(directory)).toEqual(before)
  })

  it('asks before it writes, and needs --yes where there is nobody', async () => {
    await asEarlier({ [deploy]: older })
    await expect(upgrade({ ...usual, yes: false }, ports())).rejects.toMatchObject({ name: 'OperatorError' })
    expect(await upgrade({ ...usual, yes: false }, ports(true))).toMatchObject({ status: 0, changed: true })
  })

  it('keeps changes of people, and says what they miss', async () => {
    const latest = await textOf(deploy)
    await asEarlier({ [deploy]: older })
    const theirs = await edit(deploy, (text) => `${text}# ours\n`)
    const own = ports()
    expect(await upgrade(usual, own)).toMatchObject({ files: [manifestFile], kept: [deploy] })
    expect(await textOf(deploy)).toBe(theirs)
    expect(own.said.join('\n')).toContain(`${deploy} keeps your changes. Chancery ${version} has this text`)
    expect(await upgrade(usual, ports())).toMatchObject({ changed: false, kept: [] })
    await upgrade({ ...usual, replace: [deploy] }, ports())
    expect(await textOf(deploy)).toBe(latest)
  })

  it('moves pins of changed files too, and never back', async () => {
    const pin = /uses: (actions\/checkout)@.*/g
    const checkout = /uses: (actions\/checkout@.*)/.exec(await textOf(deploy))?.[1] ?? ''
    await edit(deploy, (text) => `${text.replace(pin, 'uses: $1@aaaa # v1.0.0')}# ours\n`)
    await edit(apply, (text) => text.replace(pin, 'uses: $1@bbbb # v999.0.0'))
    await upgrade(usual, ports())
    expect(await textOf(deploy)).toContain(`uses: ${checkout}\n`)
    expect(await textOf(deploy)).toContain('# ours\n')
    expect(await textOf(apply)).toContain('uses: actions/checkout@bbbb # v999.0.0\n')
  })

  it.each<[string, string, string, readonly string[]]>([
    ['a commit', `${'a'.repeat(40)} # v0.0.1`, `${commit} # v${version}`, [version]],
    ['an exact tag', 'v0.0.1', `v${version}`, []],
    ['a newer commit', `${'a'.repeat(40)} # v999.0.0`, `${'a'.repeat(40)} # v999.0.0`, []],
    ['a commit without a version', 'a'.repeat(40), 'a'.repeat(40), []],
  ])("moves the pin of Chancery's action in its own form: %s", async (_name, before, after, asked) => {
    await edit(deploy, (text) => text.replace(/chancery-dev\/chancery@\S+/, `chancery-dev/chancery@${before}`))
    const own = ports()
    await upgrade(usual, own)
    expect(await textOf(deploy)).toContain(`uses: chancery-dev/chancery@${after}\n`)
    expect(own.asked).toEqual(asked)
    expect(own.said.join('\n').includes('stays: the commit of')).toBe(before === 'a'.repeat(40))
  })

  it('writes what is new, leaves what people removed, removes what has no use any more', async () => {
    await asEarlier({})
    const manifest = readManifest(await textOf(manifestFile))
    const { [apply]: _new, ...files } = manifest?.files ?? {}
    const old = '.github/workflows/old.yml'
    await writeFile(join(directory, old), 'on: push\n')
    const recorded = { ...files, [old]: digestOf('on: push\n') }
    await writeFile(join(directory, manifestFile), dumpManifest({ version: '0.0.9', files: recorded }))
    await rm(join(directory, apply))
    await rm(join(directory, deploy))
    const own = ports()
    expect((await upgrade(usual, own)).files).toEqual([manifestFile, apply, old])
    expect(own.said.join('\n')).toContain(`${deploy} was removed here, and stays so`)
    const after = Object.keys(await filesOf(directory))
    expect(after).toContain(apply)
    expect(after).not.toContain(deploy)
    expect(after).not.toContain(old)
  })

  it('brings the schema, and its address where that names a version', async () => {
    await edit('network.schema.json', () => '{}\n')
    const address = 'https://example.com/chancery/releases/download/v0.0.1/network.schema.json'
    await edit('network.yaml', (text) => text.replace('./network.schema.json', address))
    expect((await upgrade(usual, ports())).files).toEqual(['network.schema.json', 'network.yaml'])
    expect(await textOf('network.yaml')).toContain(`$schema=${address.replace('0.0.1', version)}\n`)
    expect((await textOf('network.schema.json')).length).toBeGreaterThan(10_000)
  })

  it('takes files of which nobody knows who wrote them for those of people', async () => {
    await rm(join(directory, manifestFile))
    const theirs = await edit(deploy, (text) => `${text}# ours\n`)
    expect(await upgrade(usual, ports())).toMatchObject({ files: [manifestFile], kept: [deploy] })
    expect(await textOf(deploy)).toBe(theirs)
  })

  it('refuses the name of a file that is not one of these', async () => {
    await expect(upgrade({ ...usual, replace: ['README.md'] }, ports())).rejects.toMatchObject({
      message: 'README.md is not a file that init writes for everybody',
    })
  })
})

describe('the commit of a release', () => {
  it('is asked of the repository: of tags of both kinds', async () => {
    const released = await repositoryWith({ 'README.md': 'x\n' })
    const head = await git(released, 'rev-parse', 'HEAD')
    await git(released, 'tag', 'v1.0.0')
    await git(released, 'tag', '--annotate', '--message=x', 'v1.1.0')
    const url = pathToFileURL(released).href
    expect(await commitOfTag(directory, url, 'v1.0.0')).toBe(head)
    expect(await commitOfTag(directory, url, 'v1.1.0')).toBe(head)
    expect(await commitOfTag(directory, url, 'v2.0.0')).toBeUndefined()
    expect(await commitOfTag(directory, `${url}-nowhere`, 'v1.0.0')).toBeUndefined()
  })
})
