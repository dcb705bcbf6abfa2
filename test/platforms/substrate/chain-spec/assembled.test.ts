import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { toBytes } from '../../../../src/file-content.ts'
import { configMapsOf, piecesOf } from '../../../../src/platforms/substrate/chain-spec/pieces.ts'

/** The script of the init container, with its paths in a folder of this machine, and the pieces that its ConfigMap has. */

const run = promisify(execFile)
const script = new URL('../../../../src/platforms/substrate/base/node/chain-spec.sh', import.meta.url)
const folder = await mkdtemp(join(tmpdir(), 'chain-spec-'))
afterAll(() => rm(folder, { recursive: true }))

const ours = [
  '/dns4/boot1.farmer.svc.cluster.local/tcp/30333/p2p/12D3KooWA',
  '/ip6/2001:db8::7/tcp/15000/p2p/12D3KooWB',
]

async function assembled(
  files: Readonly<Record<string, string | Uint8Array>>,
  bootnodes: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  await rm(join(folder, 'etc/substrate/chain-spec'), { recursive: true, force: true })
  await mkdir(join(folder, 'etc/substrate/chain-spec'), { recursive: true })
  await mkdir(join(folder, 'etc/substrate/peers'), { recursive: true })
  await mkdir(join(folder, 'run/chain'), { recursive: true })
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, 'etc/substrate/chain-spec', name), content)
  await writeFile(join(folder, 'etc/substrate/peers/bootnodes.json'), `${JSON.stringify(bootnodes, null, 2)}\n`)
  const text = await readFile(script, 'utf8')
  await writeFile(join(folder, 'chain-spec.sh'), text.replaceAll(/\/(etc\/substrate|run\/chain)\b/g, `${folder}/$1`))
  await run('sh', [join(folder, 'chain-spec.sh')], { env: { PATH: process.env.PATH ?? '', ...environment } })
  return readFile(join(folder, 'run/chain/spec.json'), 'utf8')
}

/** As the projected volume has them. */
const filesOf = (text: string) => Object.assign({}, ...configMapsOf(piecesOf(text)))

const code = `0x${Array.from({ length: 300_000 }, (_, at) => ((at * 7919) % 256).toString(16).padStart(2, '0')).join('')}`
const spec = (bootNodes: readonly string[], space: number) =>
  JSON.stringify(
    {
      name: 'A "chain" at /ip4/192.0.2.7 & [others]',
      bootNodes,
      genesis: { runtimeGenesis: { code, patch: { a: '0x01' } } },
    },
    null,
    space,
  )

describe('a spec from its pieces', () => {
  test('has half of the digits as bytes', () => {
    const { before, code: bytes, after } = piecesOf(spec([], 2))
    expect(bytes).toHaveLength(300_000)
    expect(before.length + after.length).toBeLessThan(300)
  })

  test('of a large runtime is in several ConfigMaps', async () => {
    const large = JSON.stringify({
      bootNodes: [],
      genesis: { code: `0x${'c0de'.repeat(1_000_000)}`, text: 'é'.repeat(600_000) },
    })
    const maps = configMapsOf(piecesOf(large))
    expect(maps.map((files) => Object.keys(files))).toEqual([
      ['before-1.json'],
      ['code-1.wasm'],
      ['code-2.wasm'],
      ['code-3.wasm'],
      ['after-1.json'],
      ['after-2.json'],
    ])
    const sizes = maps.map((files) => Object.values(files).reduce((sum, content) => sum + toBytes(content).length, 0))
    expect(Math.max(...sizes)).toBeLessThanOrEqual(983_040)
    expect(await assembled(filesOf(large), [])).toBe(large)
  })

  test('is byte by byte the same, without bootnodes', async () => {
    expect(await assembled(filesOf(spec([], 2)), [])).toBe(spec([], 2))
  })

  test.each([
    ['indented', 2],
    ['in one line', 0],
  ])('has the bootnodes of the node, %s', async (_, space) => {
    const text = await assembled(filesOf(spec([], space)), ours)
    expect(JSON.parse(text)).toEqual(JSON.parse(spec(ours, space)))
  })

  test('has those of the chain behind them', async () => {
    const others = ['/dns/boot.example.com/tcp/30333/p2p/12D3KooWC', '/ip4/192.0.2.9/tcp/1/p2p/12D3KooWD']
    const text = await assembled(filesOf(spec(others, 2)), ours)
    expect(JSON.parse(text)).toEqual(JSON.parse(spec([...ours, ...others], 2)))
  })

  test('is a raw one, too: its runtime is the longest text of digits', async () => {
    const raw = JSON.stringify({
      bootNodes: [],
      genesis: { raw: { top: { '0x3a636f6465': code, '0x26aa': '0x0100' } } },
    })
    expect(piecesOf(raw).code).toHaveLength(300_000)
    expect(JSON.parse(await assembled(filesOf(raw), ours))).toEqual({ ...JSON.parse(raw), bootNodes: ours })
  })

  test('may have no digits at all', async () => {
    expect(await assembled(filesOf('{"bootNodes":[]}'), [])).toBe('{"bootNodes":[]}')
  })
})

describe('a spec from a URL', async () => {
  const text = spec([], 0)
  const server = createServer((_, response) => response.end(text)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => server.close())
  const { port } = server.address() as AddressInfo // of TCP
  const digest = createHash('sha256').update(text).digest('hex')
  // The server has no certificate: the same curl without the rule that it must have one.
  const programs = join(folder, 'programs')
  await mkdir(programs)
  await writeFile(
    join(programs, 'curl'),
    `#!/bin/sh\nfor word do shift; [ "$word" = "=https" ] && word="=http"; set -- "$@" "$word"; done\nPATH=\${PATH#*:} exec curl "$@"\n`,
  )
  await chmod(join(programs, 'curl'), 0o755)
  const environment = (sha256: string) => ({
    PATH: `${programs}:${process.env.PATH}`,
    SPEC_URL: `http://127.0.0.1:${port}/spec.json`,
    SPEC_SHA256: sha256,
  })

  test('has the bootnodes of the node', async () => {
    expect(JSON.parse(await assembled({}, ours, environment(digest)))).toEqual(JSON.parse(spec(ours, 0)))
  })

  test('is refused if it is another file', async () => {
    await expect(assembled({}, ours, environment('0'.repeat(64)))).rejects.toThrow(
      `/spec.json has another file than the definition: its SHA-256 is ${digest}`,
    )
  })
})
