import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../../src/tools/process.ts'

/** The script of the pod, with modules of indy-node that only tell what they are called with. pool/ runs it with the real ones. */
const script = fileURLToPath(new URL('../../../src/platforms/indy/base/validator/start.py', import.meta.url))

const modules = {
  'indy_common/config_util.py': 'def getConfig(): return "config"\n',
  'indy_common/config_helper.py':
    'class NodeConfigHelper:\n  def __init__(self, alias, config): self.keys_dir = "ROOT/run/keys"\n',
  'indy_node/utils/node_runner.py': 'def run_node(*arguments): print("runs", *arguments)\n',
  'plenum/common/keygen_utils.py': `
def initNodeKeysForBothStacks(alias, folder, seed, override):
  print("Generating keys for provided seed", seed)
  return "curve", "verkey", "bls of " + seed[0], "proof"
def init_bls_keys(folder, alias, seed):
  print("seed", seed)
  return "bls of " + seed[0], "proof"
`,
  'plenum/common/util.py': 'def hexToFriendly(text): return text + " in base58"\n',
}

const seed = 'a'.repeat(32)
const rotated = 'b'.repeat(32)

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-start-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function started(name: string, files: Readonly<Record<string, string>>) {
  const root = join(folder, name)
  const text = (await readFile(script, 'utf8')).replaceAll('"/etc/', `"${root}/etc/`)
  const all = {
    ...Object.fromEntries(Object.entries(modules).map(([path, module]) => [`modules/${path}`, module])),
    'etc/indy/node.json': '{"alias": "Clinic", "verkey": "verkey in base58", "blsKey": "bls of a"}',
    'start.py': text,
    ...files,
  }
  for (const [path, content] of Object.entries(all)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content.replaceAll('ROOT', root))
  }
  const { status, stdout, stderr } = await run('python3', ['-B', 'start.py'], {
    directory: root,
    environment: { PYTHONPATH: join(root, 'modules') },
  })
  const output = `${stdout}${stderr}`.trim()
  for (const secret of [seed, rotated]) expect(output).not.toContain(secret)
  return { status, output }
}

describe('a validator', () => {
  it('runs with the keys of its seed, at all addresses of its pod', async () => {
    expect(await started('seed', { 'etc/indy-seed/seed': `${seed}\n` })).toEqual({
      status: 0,
      output: 'runs config Clinic 0.0.0.0 9701 0.0.0.0 9702',
    })
  })

  it('has another BLS key after a rotation', async () => {
    const files = {
      'etc/indy-seed/seed': seed,
      'etc/indy-seed/bls-seed': rotated,
      'etc/indy/node.json': '{"alias": "Clinic", "verkey": "verkey in base58", "blsKey": "bls of b"}',
    }
    expect(await started('rotated', files)).toMatchObject({ status: 0 })
  })

  it.each([
    [
      'the seed of another',
      { 'etc/indy-seed/seed': rotated },
      'the seed in the Secret gives the BLS key bls of b, but that of Clinic is bls of a',
    ],
    ['half a seed', { 'etc/indy-seed/seed': 'a'.repeat(31) }, 'etc/indy-seed/seed must have 32 characters'],
  ])('does not run with %s', async (name, files, message) => {
    const { status, output } = await started(name, files)
    expect(status).toBe(1)
    expect(output).toContain(message)
  })
})
