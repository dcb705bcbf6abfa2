import { mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { render } from '../../../src/commands/render.ts'
import { tools } from '../../bed/tools/tool.ts'
import { git, onlyConfiguration, writeFiles } from '../../repository/git-folder.ts'
import { definition, type Holders, makeHolders } from '../definition.ts'
import { recordingPorts } from '../recording-ports.ts'
import { mergedNetwork, planIn, save } from './network.ts'

await tools('kustomize')

let holders: Holders
let directory: string
const network = mergedNetwork(() => ({ 'network.yaml': definition(holders) }))
beforeAll(async () => {
  holders = await makeHolders()
})
beforeEach(async () => {
  await onlyConfiguration()
  directory = await network.change()
})

const image = 'deploy/clusters/us/carrier/rpc1/kustomization.yaml'
const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: everybody}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: system:authenticated}]
`

const added = (path: string) =>
  `error deploy-changed ${path}: ${path} is added, and is not what network.yaml renders: clusters would get it unseen`
const changed = (path: string) =>
  `error deploy-changed ${path}: ${path} is changed, and is not what network.yaml renders: clusters would get it unseen`
const removed = (path: string) => `error deploy-changed ${path}: ${path} is removed, and network.yaml renders it`

const edit = async (path: string, change: (text: string) => string): Promise<void> =>
  writeFiles(directory, { [path]: change(await readFile(join(directory, path), 'utf8')) })

describe('a file in deploy/ that a pull request touches, and that is not what it renders, is an error', () => {
  it.each<[string, () => Promise<unknown>, readonly string[]]>([
    [
      'a rendered file is another one',
      () => edit(image, (text) => `${text}images:\n- name: x\n  newName: evil.example.com/besu\n`),
      [changed(image)],
    ],
    ['a rendered file is gone', () => rm(join(directory, image)), [removed(image)]],
    [
      'a binding below the folder that Flux applies',
      () => writeFiles(directory, { 'deploy/flux/eu/binding.yaml': binding }),
      [added('deploy/flux/eu/binding.yaml')],
    ],
    [
      'a folder below the folder that Flux applies',
      () => writeFiles(directory, { 'deploy/flux/eu/extra/deep/binding.yaml': binding }),
      [added('deploy/flux/eu/extra/deep/binding.yaml')],
    ],
    [
      'the folder of a cluster that is in no definition',
      () =>
        writeFiles(directory, {
          'deploy/flux/ap/binding.yaml': binding,
          'deploy/clusters/ap/x/kustomization.yaml': 'x: 1\n',
        }),
      [added('deploy/clusters/ap/x/kustomization.yaml'), added('deploy/flux/ap/binding.yaml')],
    ],
    [
      'a kustomization beside the one that is rendered',
      () => writeFiles(directory, { 'deploy/clusters/us/carrier/rpc1/kustomization.yml': 'resources: []\n' }),
      [added('deploy/clusters/us/carrier/rpc1/kustomization.yml')],
    ],
    [
      'one with the name that kustomize takes too',
      () => writeFiles(directory, { 'deploy/flux/us/Kustomization': 'resources: []\n' }),
      [added('deploy/flux/us/Kustomization')],
    ],
    [
      'the same path in other letters',
      () => writeFiles(directory, { 'deploy/Clusters/us/carrier/rpc1/kustomization.yaml': 'resources: []\n' }),
      [added('deploy/Clusters/us/carrier/rpc1/kustomization.yaml')],
    ],
    [
      'a folder that is nearly that of Flux itself',
      () =>
        writeFiles(directory, {
          'deploy/flux/eu/Flux-System/x.yaml': binding,
          'deploy/flux/flux-system/x.yaml': binding,
        }),
      [added('deploy/flux/eu/Flux-System/x.yaml'), added('deploy/flux/flux-system/x.yaml')],
    ],
    [
      'what Flux is to ignore',
      () => writeFiles(directory, { 'deploy/clusters/.sourceignore': '**/network-policy.yaml\n' }),
      [added('deploy/clusters/.sourceignore')],
    ],
    [
      'a rendered folder is moved',
      () => rename(join(directory, 'deploy/flux/eu/ambassador.yaml'), join(directory, 'deploy/flux/eu/a.yaml')),
      [added('deploy/flux/eu/a.yaml'), removed('deploy/flux/eu/ambassador.yaml')],
    ],
  ])('%s', async (_name, attack, expected) => {
    await attack()
    await save(directory)
    const { status, findings } = await planIn(directory)
    expect({ status, findings }).toEqual({ status: 1, findings: [...expected].sort() })
  })

  it('before it is committed, too', async () => {
    await writeFiles(directory, { 'deploy/flux/eu/binding.yaml': binding })
    await edit(image, (text) => `${text}# another\n`)
    expect((await planIn(directory)).findings).toEqual([changed(image), added('deploy/flux/eu/binding.yaml')])
  })

  it('hidden from the work tree by attributes, too', async () => {
    // Git then gives the file line ends, which Flux does not: what counts is what is committed.
    await writeFiles(directory, { '.git/info/attributes': `${image} ident\n` })
    await edit(image, (text) => `${text}# $Id: evil $\n`)
    await save(directory)
    expect((await planIn(directory)).findings).toEqual([changed(image)])
  })

  it('many of them are a few lines', async () => {
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`deploy/flux/eu/x/${at}.yaml`, binding]))
    await writeFiles(directory, files)
    const { findings } = await planIn(directory)
    expect(findings).toHaveLength(21)
    expect(findings.at(-1)).toMatch(
      /^error deploy-changed network\.yaml: 380 more files are changed in deploy\/ .*such as deploy\/flux\/eu\/x\/\d+\.yaml, .* and 377 more$/,
    )
  })
})

describe('what is no file is an error, whoever put it there', () => {
  it.each([
    'deploy/flux/eu/link.yaml',
    'deploy/flux/eu/flux-system/link.yaml',
    'overrides/us/carrier/rpc1/link.yaml',
    'material/public/link.yaml',
    'material/sealed',
  ])('a symbolic link at %s', async (path) => {
    await rm(join(directory, path), { recursive: true, force: true })
    await mkdir(dirname(join(directory, path)), { recursive: true })
    await symlink('/etc/passwd', join(directory, path))
    await save(directory)
    const { status, findings } = await planIn(directory)
    expect(status).toBe(1)
    expect(findings.join('\n')).toContain(`error file-kind ${path}: ${path} is a symbolic link`)
    // Merged in spite of that, it still is.
    await git(directory, 'branch', '--force', 'main', 'change')
    expect((await planIn(directory)).findings.join('\n')).toContain(`error file-kind ${path}: `)
  })

  it('a symbolic link that the work tree has as a file', async () => {
    await git(directory, 'config', 'core.symlinks', 'false')
    const object = await git(directory, 'hash-object', '-w', 'network.yaml')
    await git(directory, 'update-index', '--add', '--cacheinfo', `120000,${object},overrides/us/x.yaml`)
    await git(directory, 'commit', '--quiet', '--message', 'Change')
    await git(directory, 'checkout', '--quiet', '.')
    expect((await planIn(directory)).findings).toContain(
      'error file-kind overrides/us/x.yaml: overrides/us/x.yaml is a symbolic link, not a file',
    )
  })

  it('another repository', async () => {
    await git(directory, 'update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},deploy/flux/eu/other`)
    await git(directory, 'commit', '--quiet', '--message', 'Change')
    await mkdir(join(directory, 'deploy/flux/eu/other')) // as a checkout makes it
    expect((await planIn(directory)).findings).toContain(
      'error file-kind deploy/flux/eu/other: deploy/flux/eu/other is another repository, not a file',
    )
  })
})

describe('what a checkout changes is an error', () => {
  it.each(['network.yaml', 'overrides/eu/carrier/kustomization.yaml'])('%s', async (path) => {
    const component = 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [] # $Id$\n'
    await writeFiles(directory, {
      '.gitattributes': `${path} ident\n`,
      'overrides/eu/carrier/kustomization.yaml': component,
    })
    if (path === 'network.yaml') await edit(path, (text) => `${text}# $Id$\n`)
    await save(directory)
    await rm(join(directory, path))
    await git(directory, 'checkout', '--quiet', '.')
    expect((await planIn(directory)).findings).toEqual([
      `error file-kind ${path}: ${path} is not in the work tree what git has: Flux would read something else`,
    ])
  })

  it('but line ends are none', async () => {
    await writeFiles(directory, { '.gitattributes': '* text eol=crlf\n' })
    await save(directory)
    for (const path of ['network.yaml', 'material/public/genesis.json']) await rm(join(directory, path))
    await git(directory, 'checkout', '--quiet', '.')
    expect(await readFile(join(directory, 'network.yaml'), 'utf8')).toContain('\r\n')
    expect((await planIn(directory)).findings).toEqual([])
  })
})

describe('what follows from the sources is no finding', () => {
  it('a change of the definition alone', async () => {
    await edit('network.yaml', (text) => text.replace('26.8.0', '26.8.2'))
    expect((await planIn(directory)).findings).toEqual([])
  })

  it('a change of the definition with what it renders', async () => {
    await edit('network.yaml', (text) => text.replace('26.8.0', '26.8.2'))
    await render({ network: 'network.yaml', check: false, standIns: false }, recordingPorts(directory))
    await save(directory)
    expect(await git(directory, 'diff', '--name-only', 'main', 'change')).toContain('deploy/')
    expect(await planIn(directory)).toMatchObject({ status: 0, findings: [] })
  })

  it('but what is rendered with throw-away keys is', async () => {
    await writeFiles(directory, {
      'network.yaml': definition(holders, {
        carrierNodes: [
          { name: 'validator3', role: 'validator' },
          { name: 'validator4', role: 'validator', cluster: 'eu' },
          { name: 'rpc1', role: 'rpc' },
          { name: 'rpc2', role: 'rpc' },
        ],
      }),
    })
    const { findings } = await planIn(directory)
    expect(findings.filter((finding) => finding.startsWith('error'))).toEqual([])
    await render({ network: 'network.yaml', check: false, standIns: true }, recordingPorts(directory))
    const after = await planIn(directory)
    expect(after.status).toBe(1)
    expect(after.findings.join('\n')).toContain('rpc2/kustomization.yaml is rendered with throw-away keys')
  })
})

describe('what was there before the change, and is not what its definition renders, is shown', () => {
  it('a file that somebody merged', async () => {
    await writeFiles(directory, { 'deploy/flux/eu/binding.yaml': binding })
    await edit(image, (text) => `${text}# another\n`)
    await save(directory)
    await git(directory, 'branch', '--force', 'main', 'change')
    await edit('network.yaml', (text) => text.replace('26.8.0', '26.8.2'))
    expect(await planIn(directory)).toMatchObject({
      status: 0,
      findings: [
        `warning deploy-stale network.yaml: ${image} and deploy/flux/eu/binding.yaml in the base of this change: not what its network.yaml renders`,
      ],
    })
  })

  it('a change that is not rendered yet', async () => {
    await edit('network.yaml', (text) => text.replace('26.8.0', '26.8.2'))
    await save(directory)
    await git(directory, 'branch', '--force', 'main', 'change')
    await edit('network.yaml', (text) => text.replace('26.8.2', '26.8.3'))
    const { findings } = await planIn(directory)
    expect(findings).toEqual([expect.stringMatching(/^warning deploy-stale network\.yaml: deploy\/README\.md/)])
  })
})

describe('without a definition to compare with', () => {
  it('a new network has no file in deploy/ that it does not render', async () => {
    await git(directory, 'rm', '-r', '--quiet', '--cached', '.')
    await git(directory, 'commit', '--quiet', '--message', 'Nothing')
    await git(directory, 'branch', '--force', 'main', 'change')
    await writeFiles(directory, { 'deploy/flux/eu/binding.yaml': binding })
    await save(directory)
    expect((await planIn(directory)).findings).toEqual([added('deploy/flux/eu/binding.yaml')])
  })

  it('a base with errors hides no change', async () => {
    const text = await readFile(join(directory, 'network.yaml'), 'utf8')
    await writeFiles(directory, { 'network.yaml': 'version: 1\n' })
    await save(directory)
    await git(directory, 'branch', '--force', 'main', 'change')
    await writeFiles(directory, { 'network.yaml': text, 'deploy/flux/eu/binding.yaml': binding })
    const { findings } = await planIn(directory)
    expect(findings).toEqual([added('deploy/flux/eu/binding.yaml'), expect.stringMatching(/^warning base-broken /)])
  })
})
