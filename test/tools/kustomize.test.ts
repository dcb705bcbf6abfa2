import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { OperatorError } from '../../src/errors.ts'
import { kustomize } from '../../src/tools/kustomize.ts'
import { filesOf, temporaryFolder } from '../repository/git-folder.ts'

let cache: string
let path: string
let asked: string[]
beforeEach(async () => {
  cache = await temporaryFolder()
  path = await temporaryFolder()
  asked = []
})

const noNetwork: typeof fetch = async () => {
  throw new Error('this test uses no network')
}

/** A server in place of the real one: it notes what is asked for. */
const serving =
  (answer: () => Response): typeof fetch =>
  async (input) => {
    asked.push(String(input))
    return answer()
  }

async function program(folder: string, mode = 0o755, text = '\x7fELF'): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'kustomize')
  await writeFile(file, text)
  await chmod(file, mode)
  return file
}

const find = (get: typeof fetch) => kustomize({ PATH: path, RUNNER_TOOL_CACHE: cache }, get)

const architecture = process.arch === 'x64' ? 'amd64' : process.arch
const platform = `${process.platform}_${architecture}`

describe('kustomize', () => {
  it('is the one on PATH', async () => {
    const own = await program(path)
    expect(await find(noNetwork)).toBe(own)
  })

  it('is the first on PATH', async () => {
    const own = await program(path)
    await program(join(path, 'later'))
    const environment = { PATH: `:${join(path, 'none')}:${path}:${join(path, 'later')}`, RUNNER_TOOL_CACHE: cache }
    expect(await kustomize(environment, noNetwork)).toBe(own)
  })

  it.each<[string, (own: string) => Record<string, string>, readonly string[]]>([
    ['the tool cache of the runner', (own) => ({ RUNNER_TOOL_CACHE: own }), []],
    ['the cache of the person', (own) => ({ XDG_CACHE_HOME: own }), ['chancery']],
  ])('is the one in %s, when it was fetched before', async (_name, environment, below) => {
    const fetched = await program(join(cache, ...below, 'kustomize', '5.8.1', platform))
    expect(await kustomize({ PATH: path, ...environment(cache) }, noNetwork)).toBe(fetched)
  })

  it('is not a file that cannot be run', async () => {
    await program(path, 0o644)
    await expect(find(noNetwork)).rejects.toBeInstanceOf(OperatorError)
  })

  it('is not a script, which could not run without PATH', async () => {
    await program(path, 0o755, '#!/usr/bin/env bash\n')
    const later = await program(join(path, 'later'))
    expect(await kustomize({ PATH: `${path}:${join(path, 'later')}`, RUNNER_TOOL_CACHE: cache }, noNetwork)).toBe(later)
  })

  it('is asked for by its version at the place of its releases, once', async () => {
    await expect(find(serving(() => new Response('x')))).rejects.toBeInstanceOf(OperatorError)
    expect(asked).toEqual([
      `https://github.com/kubernetes-sigs/kustomize/releases/download/kustomize%2Fv5.8.1/kustomize_v5.8.1_${platform}.tar.gz`,
    ])
  })

  it.each<[string, typeof fetch, RegExp]>([
    [
      'has other bytes',
      serving(() => new Response('something else')),
      /has the SHA-256 [0-9a-f]{64}, not [0-9a-f]{64}$/,
    ],
    ['is empty', serving(() => new Response('')), /has the SHA-256 e3b0c442/],
    [
      'is not there',
      serving(() => new Response('no', { status: 404 })),
      /could not be fetched from https:.*: status 404$/,
    ],
    ['is forbidden', serving(() => new Response('no', { status: 403 })), /: status 403$/],
    ['cannot be reached', noNetwork, /could not be fetched from https:.*: this test uses no network$/],
    ['breaks off', serving(() => new Response(broken())), /could not be fetched from https:.*: broken off$/],
  ])('is refused when it %s, and nothing is left', async (_name, get, message) => {
    const refused = find(get)
    await expect(refused).rejects.toBeInstanceOf(OperatorError)
    await expect(refused).rejects.toMatchObject({
      message: expect.stringMatching(message),
      hint: expect.stringMatching(/^install kustomize 5\.8\.1 and put it on PATH/),
    })
    expect(await filesOf(cache)).toEqual({})
  })
})

/** A body that ends with an error after its first bytes. */
const broken = (): ReadableStream =>
  new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('first')),
    pull: (controller) => controller.error(new Error('broken off')),
  })
