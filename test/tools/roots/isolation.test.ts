import { chmod, readFile, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { run } from '../../../src/tools/process.ts'
import { buildRoots } from '../../../src/tools/roots.ts'
import { tool } from '../../bed/tools/tool.ts'
import { temporaryFolder } from '../../repository/git-folder.ts'
import { root } from './small-roots.ts'

const kustomize = await tool('kustomize')

afterEach(() => void vi.unstubAllEnvs())

async function script(folder: string, name: string, text: string): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, `#!/bin/sh\n${text}\n`)
  await chmod(file, 0o755)
  return file
}

const tree = root('acme/v1', { namespace: 'acme', configMapGenerator: [{ name: 'a', literals: ['a=1'] }] }, {})

describe('kustomize gets of the environment', () => {
  let place: string
  beforeEach(async () => {
    place = await temporaryFolder()
    vi.stubEnv('CHANCERY_TEST_SECRET', 'hunter2')
    vi.stubEnv('GITHUB_TOKEN', 'ghs_secret')
    vi.stubEnv('SSH_AUTH_SOCK', '/run/agent')
    vi.stubEnv('GIT_SSH_COMMAND', 'ssh -v')
    vi.stubEnv('SOPS_AGE_KEY', 'secret')
  })

  test('only what keeps it from everything else', async () => {
    const log = join(place, 'log')
    const program = await script(place, 'kustomize', `/usr/bin/env >> '${log}'\nexec '${kustomize}' "$@"`)
    const { built } = await buildRoots(program, tree)
    expect(built.size).toBe(1)
    const text = await readFile(log, 'utf8')
    const names = text.split('\n').flatMap((line) => /^(\w+)=/.exec(line)?.[1] ?? [])
    // The shell of this test adds three.
    const shell = new Set(['_', 'PWD', 'SHLVL', 'OLDPWD'])
    expect(new Set(names.filter((name) => !shell.has(name)))).toEqual(
      new Set([
        ...['HOME', 'XDG_CONFIG_HOME', 'KUSTOMIZE_PLUGIN_HOME', 'TMPDIR', 'PATH', 'LC_ALL', 'GIT_ALLOW_PROTOCOL'],
        ...['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy'],
      ]),
    )
    expect(text).not.toMatch(/hunter2|ghs_secret|\/run\/agent|ssh -v/)
  })

  test('no value of an .env file that has only names', async () => {
    const generator = { configMapGenerator: [{ name: 'a', envs: ['names.env'] }] }
    const { built } = await buildRoots(kustomize, root('acme/v1', generator, { 'names.env': 'CHANCERY_TEST_SECRET\n' }))
    expect([...built.values()].join()).toContain('CHANCERY_TEST_SECRET')
    expect([...built.values()].join()).not.toContain('hunter2')
  })
})

describe('kustomize reaches nothing outside', () => {
  let asked: string[]
  let proxy: Server
  beforeEach(async () => {
    asked = []
    proxy = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: fetched}\n')
    })
    proxy.on('connect', (request, socket) => {
      asked.push(request.url ?? '')
      socket.end()
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void proxy.close())
    const address = proxy.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'])
      vi.stubEnv(name, `http://127.0.0.1:${port}`)
    vi.stubEnv('NO_PROXY', '')
    vi.stubEnv('no_proxy', '')
  })

  const addresses: readonly [what: string, field: object][] = [
    ['a resource', { resources: ['http://manifests.example.com/a.yaml'] }],
    ['a resource with TLS', { resources: ['https://manifests.example.com/a.yaml'] }],
    ['a file of a generator', { configMapGenerator: [{ name: 'a', files: ['a=http://manifests.example.com/a'] }] }],
    ['a patch', { patches: [{ path: 'http://manifests.example.com/a.yaml' }] }],
    ['a CRD', { crds: ['http://manifests.example.com/a.yaml'] }],
  ]
  test.each(addresses)('by HTTP for %s', async (_what, field) => {
    const { built, broken } = await buildRoots(kustomize, root('acme/v1', field, {}))
    expect(built.size).toBe(0)
    expect(broken).toHaveLength(1)
    expect(asked).toEqual([])
  })

  test('and it would, without that', async () => {
    const place = await temporaryFolder()
    await writeFile(join(place, 'kustomization.yaml'), 'resources: ["http://manifests.example.com/a.yaml"]\n')
    const { stdout } = await run(kustomize, ['build', place], { directory: place })
    expect(stdout).toContain('fetched')
    expect(asked).toEqual(['http://manifests.example.com/a.yaml'])
  })

  test.each([
    'github.com/acme/manifests//base?ref=v1',
    'git@example.com:acme/manifests',
    'ssh://git@example.com/acme/m',
  ])('by git for %s', async (address) => {
    const place = await temporaryFolder()
    const log = join(place, 'log')
    for (const name of ['git', 'ssh', 'helm']) await script(place, name, `echo "${name} $*" >> '${log}'; exit 1`)
    vi.stubEnv('PATH', `${place}:${process.env.PATH}`)
    const { broken } = await buildRoots(kustomize, root('acme/v1', { resources: [address] }, {}))
    expect(broken[0]?.message).toContain("no 'git' program on path")
    await expect(readFile(log, 'utf8')).rejects.toMatchObject({ code: 'ENOENT' })
    expect(asked).toEqual([])
  })
})

describe('a program that goes on', () => {
  test('for too long is ended', async () => {
    const limits = { seconds: 0.2, bytes: 1024 }
    const finished = await run('sleep', ['60'], { directory: '.', limits })
    expect(finished).toMatchObject({ exceeded: 'seconds', status: 128 })
  })

  test('to write is ended', async () => {
    const finished = await run('yes', [], { directory: '.', limits: { seconds: 60, bytes: 100_000 } })
    expect(finished.exceeded).toBe('bytes')
    expect(finished.stdoutBytes.length).toBeLessThanOrEqual(100_000)
  })
})
