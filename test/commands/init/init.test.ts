import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { load } from 'js-yaml'
import { beforeEach, describe, expect, it } from 'vitest'
import { keys } from '../../../src/commands/keys.ts'
import { render } from '../../../src/commands/render.ts'
import { validate } from '../../../src/commands/validate.ts'
import { platforms } from '../../../src/platforms/index.ts'
import { tools } from '../../bed/tools/tool.ts'
import { filesOf as filesBelow, root } from '../../docs/pages.ts'
import { broughtTruststore, withDigest } from '../../platforms/corda/brought-truststore.ts'
import { broughtSpec } from '../../platforms/substrate/brought-spec.ts'
import { filesOf, git, onlyConfiguration, temporaryFolder } from '../../repository/git-folder.ts'
import { initPorts, initValues, runInit } from './init-ports.ts'

await tools('kustomize')

const ids = platforms.map(({ definition }) => definition.id)

let directory: string
beforeEach(async () => {
  await onlyConfiguration()
  directory = await temporaryFolder()
})

/** What people bring of a new network, with its digest in the definition. */
async function bring(platform: string): Promise<void> {
  const { brought = [] } = platforms.find(({ definition }) => definition.id === platform)?.starter ?? {}
  for (const { file } of brought) {
    await mkdir(dirname(join(directory, file)), { recursive: true })
    await writeFile(join(directory, file), platform === 'corda' ? broughtTruststore : await broughtSpec())
  }
  await writeFile(join(directory, 'network.yaml'), withDigest(await textOf('network.yaml')))
}

const textOf = (path: string): Promise<string> => readFile(join(directory, path), 'utf8')

/** Nodes of a definition, as `organization/node@cluster`. */
async function nodesIn(): Promise<readonly string[]> {
  const { organizations } = load(await textOf('network.yaml')) as {
    organizations: { name: string; cluster: string; nodes: { name: string; cluster?: string }[] }[]
  }
  return organizations.flatMap(({ name, cluster, nodes }) =>
    nodes.map((node) => `${name}/${node.name}@${node.cluster ?? cluster}`),
  )
}

const shapes: readonly (readonly [name: string, line: string])[] = [
  ['one cluster on a laptop', '--cluster dev=kind --organization acme'],
  ['two clouds', '--cluster eu=eks:eu.example.com --cluster us=gke:us.example.com --organization manufacturer@eu'],
  [
    'three organizations in three clouds',
    '--cluster eu=eks:eu.example.com --cluster us=gke:us.example.com --cluster ap=aks:ap.example.com --organization a@eu --organization b@us --organization c@ap --source-ranges eu=203.0.113.0/24,198.51.100.0/24',
  ],
  ['an address in place of a domain', '--cluster dc=kubernetes:203.0.113.7 --organization acme@dc'],
  [
    'five organizations',
    '--cluster eu=k3s --cluster us=minikube --organization a@eu --organization b@us --organization c@eu --organization d@us --organization e@eu',
  ],
]

describe.each(ids)('a new network of %s', (platform) => {
  it.each(shapes)('is valid without a warning: %s', async (_name, line) => {
    const ports = initPorts(directory)
    expect(await runInit(`--name trade --platform ${platform} ${line} --identities`, ports)).toMatchObject({
      status: 0,
    })
    await bring(platform)
    const { status, findings } = await validate({ network: 'network.yaml' }, ports)
    const open = findings.filter(({ severity, accepted }) => severity !== 'notice' && accepted !== true)
    expect({ status, open }).toEqual({ status: 0, open: [] })
  })

  it('gets keys, renders and builds', async () => {
    const ports = initPorts(directory)
    await runInit(`--name trade --platform ${platform} ${shapes[2]?.[1]} --identities`, ports)
    await bring(platform)
    expect(await keys({ network: 'network.yaml' }, ports)).toMatchObject({ status: 0 })
    expect(await render({ network: 'network.yaml', build: true, check: false, standIns: false }, ports)).toMatchObject({
      status: 0,
    })
    await git(directory, 'add', '.')
    const names = (await git(directory, 'ls-files')).split('\n')
    expect(names).toContain('deploy/README.md')
    expect(names.filter((name) => name.startsWith('.age'))).toEqual([])
  })
})

it('says which file a new chain needs of its people, until it is there', async () => {
  const line = '--name trade --platform substrate --cluster eu=kind --organization acme'
  const step =
    '  2. add chain/base.json: the plain chain spec of your runtime, which Chancery completes. Put your own names into network.yaml'
  const first = initPorts(directory)
  await runInit(line, first)
  expect(first.said).toContain(step)
  expect(first.said).toContain(
    '       mkdir -p chain && acme-node build-spec --chain local --disable-default-bootnode > chain/base.json',
  )
  expect(first.said.filter((said) => /^ {2}\d\. /.test(said)).map((said) => said.slice(2, 4))).toEqual([
    '1.',
    '2.',
    '3.',
    '4.',
  ])
  await bring('substrate')
  await rm(join(directory, 'network.yaml'))
  const second = initPorts(directory)
  await runInit(line, second)
  expect(second.said).not.toContain(step)
})

describe('validators', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'go to a cluster that is nobody’s home too',
      shapes[1]?.[1] ?? '',
      ['validator1@eu', 'validator2@us', 'validator3@eu', 'validator4@us', 'rpc1@eu'],
    ],
    [
      'are as many as survive the loss of one of three clusters',
      '--cluster a=kind --cluster b=kind --cluster c=kind --organization o@a',
      [...['a', 'b', 'c', 'a', 'b', 'c'].map((cluster, at) => `validator${at + 1}@${cluster}`), 'rpc1@a'],
    ],
    [
      'are as many as was asked for',
      '--cluster a=kind --organization o --nodes validator=5 --nodes rpc=0',
      [1, 2, 3, 4, 5].map((number) => `validator${number}@a`),
    ],
  ])('%s', async (_name, line, expected) => {
    await runInit(`--name trade --platform besu ${line} --identities`, initPorts(directory))
    expect((await nodesIn()).map((node) => node.replace(/^[^/]+\//, ''))).toEqual(expected)
  })
})

describe('identities', () => {
  const line = '--name trade --platform fabric --cluster eu=kind --organization acme --identities'

  it('are for their owner alone, and never shown', async () => {
    const ports = initPorts(directory)
    const result = await runInit(line, ports)
    for (const name of ['eu', 'issuers-acme']) {
      expect((await stat(join(directory, `.age/${name}.txt`))).mode & 0o777).toBe(0o600)
      const [, recipient = 'none', secret = 'none'] =
        /public key: (age1\w+)\n(AGE-SECRET-KEY-1\w+)\n$/.exec(await textOf(`.age/${name}.txt`)) ?? []
      expect(await textOf('network.yaml')).toContain(recipient)
      expect(`${ports.said.join('\n')}${JSON.stringify(result)}`).toContain(`.age/${name}.txt`)
      expect(`${ports.said.join('\n')}${JSON.stringify(result)}`).not.toContain(secret)
      const { '.age/eu.txt': _own, '.age/issuers-acme.txt': _issuers, ...others } = await filesOf(directory)
      expect(Object.values(others).join('\n')).not.toContain('AGE-SECRET-KEY-1')
    }
  })

  it('are ignored by git whatever .gitignore has', async () => {
    await writeFile(join(directory, '.gitignore'), 'node_modules\n')
    await runInit(line, initPorts(directory))
    await git(directory, 'add', '.')
    expect(await git(directory, 'ls-files', '.age')).toBe('')
  })

  it('are not made again after they were stored elsewhere', async () => {
    await runInit(line, initPorts(directory))
    const before = await textOf('network.yaml')
    await rm(join(directory, '.age'), { recursive: true })
    expect(await runInit(line, initPorts(directory))).toMatchObject({ changed: false, files: [], kept: [] })
    expect(await textOf('network.yaml')).toBe(before)
  })
})

describe('people with keys that no cluster may have', () => {
  const recipient = 'age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd'
  const line = (platform: string) => `--name trade --platform ${platform} --cluster eu=kind --organization acme`

  it.each([
    ['fabric', 'issuer', 'issuers', 'who can issue its certificates', 'issues certificates with `chancery keys`'],
    ['indy', 'steward', 'stewards', 'who can act as its stewards and trustees', 'acts as its stewards and trustees'],
  ])('are, on %s, each %s', async (platform, one, people, comment, does) => {
    const ports = initPorts(directory)
    await runInit(`${line(platform)} --identities`, ports)
    const key = /public key: (age1\w+)/.exec(await textOf(`.age/${people}-acme.txt`))?.[1]
    expect(await textOf('network.yaml')).toContain(`    ${one}Recipients: [${key}] # ${comment}\n`)
    expect(await textOf('.sops.yaml')).toContain(`path_regex: ^material/sealed/${people}/acme/`)
    expect(await textOf('CODEOWNERS')).toContain(`/material/sealed/${people}/acme/`)
    expect(ports.said).toContain(
      `.age/${people}-acme.txt belongs to the person of acme who ${does}, and in the vault of acme`,
    )
  })

  it.each([
    ['fabric', 'issuer'],
    ['indy', 'steward'],
  ])('may have keys already: %s', async (platform, one) => {
    await runInit(`${line(platform)} --identities --${one}-recipient acme=${recipient}`, initPorts(directory))
    expect(await textOf('network.yaml')).toContain(`${one}Recipients: [${recipient}]`)
  })

  it.each([
    ['besu', 'steward', 'Hyperledger Besu has no stewards', 'leave --steward-recipient out'],
    ['besu', 'issuer', 'Hyperledger Besu has no certificate authorities', 'leave --issuer-recipient out'],
    [
      'indy',
      'issuer',
      'Hyperledger Indy has no certificate authorities',
      'leave --issuer-recipient out, or use --steward-recipient',
    ],
  ])('are not the same on %s: --%s-recipient', async (platform, one, message, hint) => {
    await expect(
      runInit(`${line(platform)} --${one}-recipient acme=${recipient}`, initPorts(directory)),
    ).rejects.toMatchObject({ message: `${message}: --${one}-recipient has no use`, hint })
  })
})

describe('a git repository', () => {
  const line = '--name trade --platform besu --cluster eu=kind --organization acme --identities'

  it('is made where there is none', async () => {
    const ports = initPorts(directory)
    await runInit(line, ports)
    expect(ports.said).toContain('made a git repository')
    expect(await git(directory, 'symbolic-ref', '--short', 'HEAD')).toBe('main')
  })

  it('above the folder stays the only one, and needs the workflows', async () => {
    await git(directory, 'init', '--quiet')
    directory = join(directory, 'networks/trade')
    const ports = initPorts(directory)
    await runInit(line, ports)
    expect(ports.said.join('\n')).toContain('move networks/trade/.github there')
    expect(await git(directory, 'rev-parse', '--show-prefix')).toBe('networks/trade/')
  })
})

describe('nothing is overwritten', () => {
  const line = '--name trade --platform besu --cluster eu=kind --organization acme --identities'

  it('a second run changes nothing, with the same answers or with none', async () => {
    await runInit(line, initPorts(directory))
    const before = await filesOf(directory)
    for (const again of [line, '']) {
      const ports = initPorts(directory)
      expect(await runInit(again, ports)).toMatchObject({ status: 0, changed: false, files: [], kept: [] })
      expect(ports.said.slice(0, again === '' ? 1 : 2).join('\n')).toContain('files are unchanged')
    }
    expect(await filesOf(directory)).toEqual(before)
  })

  it('what people wrote stays, and is named', async () => {
    await writeFile(join(directory, 'README.md'), '# Ours\n')
    const ports = initPorts(directory)
    expect(await runInit(line, ports)).toMatchObject({ kept: ['README.md'] })
    expect(await textOf('README.md')).toBe('# Ours\n')
    expect(ports.said).toContain('kept README.md: it has other content than init would write')
  })

  it('the files beside a definition are made from it', async () => {
    await runInit(line, initPorts(directory))
    const definition = (await textOf('network.yaml')).replace('name: acme', 'name: bank')
    const other = await temporaryFolder()
    directory = other
    await writeFile(join(directory, 'network.yaml'), definition)
    expect(await runInit('', initPorts(directory))).toMatchObject({ status: 0, kept: [] })
    expect(await textOf('CODEOWNERS')).toContain('/material/public/bank/')
    expect(await textOf('network.yaml')).toBe(definition)
  })

  it('the same answers make the same files', async () => {
    const recipient = 'age1s0fn89upytezwxpgyyklv0puhtzjj237xh8hyw0les0xpjsfkapssl3cw6'
    const given = `--name trade --platform besu --cluster eu=kind --organization acme --recipient eu=${recipient}`
    await runInit(given, initPorts(directory))
    const first = await filesOf(directory)
    directory = await temporaryFolder()
    await runInit(given, initPorts(directory))
    expect(await filesOf(directory)).toEqual(first)
    expect(first['.sops.yaml']).toContain(recipient)
  })
})

describe('in a clone of a template', () => {
  const line = '--name trade --platform fabric --cluster dc=kind --organization acme --identities'
  beforeEach(async () => {
    await cp(join(root, 'template'), directory, { recursive: true })
  })

  it('a network takes the place of the example', async () => {
    const { changed, kept } = await runInit(line, initPorts(directory))
    expect({ changed, kept }).toEqual({ changed: true, kept: [] })
    expect(await textOf('network.yaml')).toContain('platform: fabric')
    expect(await textOf('README.md')).toContain('Hyperledger Fabric')
    expect(Object.keys(await filesOf(directory)).filter((path) => path.startsWith('overrides/'))).toEqual([
      'overrides/README.md',
    ])
    expect(await textOf('.github/chancery.json')).not.toContain('"example"')
    expect(await runInit(line, initPorts(directory))).toMatchObject({ changed: false, kept: [] })
  })

  it('an example that was touched stays', async () => {
    const own = `${await textOf('network.yaml')}# ours\n`
    await writeFile(join(directory, 'network.yaml'), own)
    expect(await runInit(line, initPorts(directory))).toMatchObject({ kept: expect.arrayContaining(['network.yaml']) })
    expect(await textOf('network.yaml')).toBe(own)
    expect(await filesBelow('template/overrides/eu/**')).not.toEqual([])
    expect(Object.keys(await filesOf(directory))).toContain('overrides/eu/manufacturer/kustomization.yaml')
  })
})

describe('what cannot be', () => {
  it.each<[string, string]>([
    ['--cluster eu=ekss:eu.example.com', '--cluster: unknown provider "ekss": did you mean "eks"?'],
    ['--cluster eu=aws:eu.example.com', '--cluster: unknown provider "aws": did you mean "eks"?'],
    ['--cluster eu', '--cluster: write NAME=PROVIDER:DOMAIN'],
    ['--cluster eu=eks', '--cluster: a cluster of Amazon EKS needs a domain or an IP address: eu=eks:eu.example.com'],
    ['--cluster eu=eks:https://x', '--cluster: the place after "eks:" must be a DNS name'],
    ['--cluster EU=kind', '--cluster: the name of a cluster must be a DNS-1123 label'],
    ['--platform bezu', '--platform: unknown platform: did you mean "besu"?'],
    ['--name Trade', '--name: the name of a network must be a DNS-1123 label'],
    ['--organization a@b@c', '--organization: write NAME@CLUSTER'],
    ['--recipient eu=age1x', '--recipient: the recipient must be an age recipient'],
    ['--source-ranges eu=10.0.0.1', '--source-ranges: each range must be a range'],
    ['--nodes validator=many', '--nodes: write a number of nodes'],
  ])('%s', (line, message) => {
    expect(() => initValues(line)).toThrow(message)
  })

  const whole = '--name trade --platform besu --cluster eu=kind --organization acme@eu'
  it.each<[string, string, string]>([
    [
      'no terminal',
      '',
      'add --name trade --platform besu --cluster eu=eks:eu.example.com --organization manufacturer@eu',
    ],
    ['one flag missing', '--name trade --platform besu --cluster eu=kind', 'add --organization manufacturer@eu'],
    ['a cluster twice', `${whole} --cluster eu=k3s`, 'name each cluster once'],
    ['an organization twice', `${whole} --organization acme`, 'name each organization once'],
    ['an unknown home', `${whole} --organization bank@eo`, 'did you mean "eu"?'],
    ['no home', `${whole} --cluster us=k3s --organization bank`, 'name its home: --organization bank@eu'],
    ['an unknown role', `${whole} --nodes validater=4`, 'did you mean "validator"?'],
    [
      'recipients of nobody',
      `${whole} --recipient us=age1s0fn89upytezwxpgyyklv0puhtzjj237xh8hyw0les0xpjsfkapssl3cw6`,
      'known: eu',
    ],
  ])('%s', async (_name, line, hint) => {
    await expect(runInit(line, initPorts(directory))).rejects.toMatchObject({ name: 'OperatorError', hint })
    expect(await filesOf(directory)).toEqual({})
  })

  it('a definition that is not valid is not written', async () => {
    const ports = initPorts(directory)
    expect(
      await runInit('--name trade --platform besu --cluster eu=kind --organization ambassador --identities', ports),
    ).toMatchObject({ status: 1, changed: false })
    expect(ports.found.map(({ rule }) => rule)).toContain('reserved-name')
    expect(await filesOf(directory)).toEqual({})
  })
})
