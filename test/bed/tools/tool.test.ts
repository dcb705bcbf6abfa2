import { execFile, spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cacheDirectory } from './cache.ts'
import { commandName, parseGoModule, versionOf } from './go-module.ts'
import { machineToolSeconds, toolSeconds } from './measured.ts'
import { once } from './once.ts'
import { tool, toolNames } from './tool.ts'

const run = promisify(execFile)
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tool-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('tool', () => {
  it('builds once when two processes ask at the same time', { timeout: 120_000 }, async () => {
    const modules = await moduleThatSaysHello()
    const script =
      `const { tool } = await import(${JSON.stringify(join(import.meta.dirname, 'tool.ts'))});` +
      `console.log(await tool('hello', { modules: ${JSON.stringify(modules)} }))`
    const ask = () =>
      run(process.execPath, ['--input-type=module', '--eval', script], {
        env: { ...process.env, CHANCERY_CACHE: folder },
      })

    const [first, second] = await Promise.all([ask(), ask()])

    const path = first.stdout.trim()
    expect(second.stdout.trim()).toBe(path)
    expect(path).toMatch(/\/tools\/hello-devel-go1\.[\d.]+-[0-9a-f]{12}\/hello$/)
    expect((first.stderr + second.stderr).match(/^building hello devel with go.*; this happens once$/gm)).toHaveLength(
      1,
    )
    expect((first.stderr + second.stderr).match(/^built hello devel in [\d.]+ s$/gm)).toHaveLength(1)
    expect((await run(path)).stderr).toBe('hello\n')
    expect(await readdir(join(folder, 'tools'))).toHaveLength(1)
  })

  it('passes on what the compiler says, and keeps nothing', { timeout: 120_000 }, async () => {
    const modules = await moduleThatSaysHello('package main\n\nfunc main() { wrong() }\n')
    const built = tool('hello', {
      modules,
      environment: { ...process.env, CHANCERY_CACHE: folder },
      progress: () => {},
    })
    await expect(built).rejects.toThrow(/go build .* failed:\n[\s\S]*undefined: wrong/)
    expect(await readdir(join(folder, 'tools'))).toEqual([])
  })

  it('builds one tool at a time', { timeout: 120_000 }, async () => {
    await moduleThatSaysHello()
    const modules = await moduleThatSaysHello(undefined, 'greet')
    const lines: string[] = []
    const environment = { ...process.env, CHANCERY_CACHE: folder }
    const options = { modules, environment, progress: (line: string) => void lines.push(line.split(' ', 2).join(' ')) }
    await Promise.all([tool('hello', options), tool('greet', options)])
    const [first = '', second = ''] = lines[0] === 'building hello' ? ['hello', 'greet'] : ['greet', 'hello']
    expect(lines).toEqual([`building ${first}`, `built ${first}`, `building ${second}`, `built ${second}`])
  })

  it('is asked for while the file of a test is imported, or refused', async () => {
    await expect(tool('geth')).rejects.toThrow(
      `A test runs geth, and its file did not ask for it: add "await tools('geth')" at its top`,
    )
  })

  it('has a measured time', async () => {
    const measured = { ...toolSeconds, ...machineToolSeconds }
    expect(Object.keys(measured).sort()).toEqual(await toolNames())
  })

  it('names the tools there are when there is no such tool', async () => {
    await expect(tool('kustomise')).rejects.toThrow(/no tool called kustomise; there are: .*kustomize/)
  })

  it('says what to do when Go is missing', async () => {
    await expect(tool('kustomize', { environment: { PATH: folder } })).rejects.toThrow(
      /no `go` on PATH.*install Go 1\.\d+ or newer.*GOTOOLCHAIN=auto/,
    )
  })

  it('says what to do when Go is too old', async () => {
    await writeFile(join(folder, 'go'), '#!/bin/sh\nprintf "go1.20.3\\nlocal\\n"\n')
    await chmod(join(folder, 'go'), 0o755)
    await expect(tool('kustomize', { environment: { PATH: `${folder}:/usr/bin:/bin` } })).rejects.toThrow(
      /^Go 1\.\d+\.\d+ or newer is needed, and the one on PATH is go1\.20\.3 with GOTOOLCHAIN=local\..*GOTOOLCHAIN=auto/,
    )
  })
})

describe('once', () => {
  it('takes over the lock of a process that died', async () => {
    const target = join(folder, 'result')
    await symlink(String(spawnSync('true').pid), `${target}.lock`)
    await once(target, (directory) => writeFile(join(directory, 'made'), ''))
    expect(await readdir(folder)).toEqual(['result'])
  })

  it('waits as long as the owner of the lock lives', async () => {
    const target = join(folder, 'result')
    await symlink(String(process.pid), `${target}.lock`)
    let done = false
    const waiting = once(target, async () => {}).then(() => {
      done = true
    })
    await sleep(300)
    expect(done).toBe(false)
    await rm(`${target}.lock`)
    await waiting
    expect(await readdir(folder)).toEqual(['result'])
  })

  it('keeps nothing when filling fails', async () => {
    const failing = once(join(folder, 'result'), () => Promise.reject(new Error('no')))
    await expect(failing).rejects.toThrow('no')
    expect(await readdir(folder)).toEqual([])
  })
})

describe('go.mod', () => {
  const module = parseGoModule(
    'module example.test/m // comment\n\ngo 1.26.0\n\ntool example.test/a/cmd/x\ntool (\n\texample.test/a/b/v2\n)\n' +
      'require example.test/a v1.0.0\nrequire (\n\texample.test/a/b/v2 v2.1.0 // indirect\n)\n',
  )
  it.each([
    ['example.test/a/cmd/x', 'x', 'v1.0.0'],
    ['example.test/a/b/v2', 'b', 'v2.1.0'],
    ['example.test/m/y', 'y', 'devel'],
  ])('%s is command %s at %s', (importPath, command, version) => {
    expect(commandName(importPath)).toBe(command)
    expect(versionOf(module, importPath)).toBe(version)
  })
  it('has its tools and its Go version', () => {
    expect([module.path, module.go, module.tools]).toEqual([
      'example.test/m',
      '1.26.0',
      ['example.test/a/cmd/x', 'example.test/a/b/v2'],
    ])
  })
})

it.each([
  [{ CHANCERY_CACHE: '/a', XDG_CACHE_HOME: '/b' }, '/a'],
  [{ XDG_CACHE_HOME: '/b' }, '/b/chancery'],
  [{}, expect.stringMatching(/\/\.cache\/chancery$/)],
])('cache folder of %o', (environment, expected) => {
  expect(cacheDirectory(environment)).toEqual(expected)
})

async function moduleThatSaysHello(
  source = 'package main\n\nfunc main() { println("hello") }\n',
  name = 'hello',
): Promise<string> {
  const directory = join(folder, 'modules', name)
  await mkdir(directory, { recursive: true })
  await writeFile(join(directory, 'go.mod'), `module fixture.test/${name}\n\ngo 1.24.0\n\ntool fixture.test/${name}\n`)
  await writeFile(join(directory, 'main.go'), source)
  return join(folder, 'modules')
}
