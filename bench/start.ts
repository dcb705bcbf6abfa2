import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Measurement, ratio, repeated } from './benchmark.ts'
import { networkText, type Size } from './network.ts'
import { ended } from './process.ts'
import { definitionFile } from './workspace.ts'

const goalSeconds = 0.25

/** Chain id of Ethereum Mainnet, and words of the finding that only a run through all rules gives. */
const bad = { chainId: 1, finding: 'chainId 1 is Ethereum Mainnet' }

const project = join(import.meta.dirname, '..')
const bundle = join(project, 'dist', 'index.js')

/** From the start of the process to the first finding on a bad definition: what a person waits for at every push. */
export async function measureStart(size: Size, times: number): Promise<Measurement> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'chancery-bench-'))
  await writeFile(join(folder.path, definitionFile), networkText(size, bad.chainId))
  const bundled = existsSync(bundle)
  const usage = await repeated(times, async () => ({
    seconds: await firstFinding(bundled ? bundle : join(project, 'src', 'cli.ts'), folder.path),
    userSeconds: undefined,
    peakMiB: undefined,
  }))
  const name = `start to first finding, ${bundled ? 'dist/index.js' : 'src/cli.ts'}`
  return { name, nodes: size.nodes, ...usage, ratios: { start: ratio(usage.seconds, goalSeconds) } }
}

async function firstFinding(script: string, directory: string): Promise<number> {
  const start = performance.now()
  const child = spawn(process.execPath, [script, 'validate', '--directory', directory], {
    cwd: directory,
    // How a runner hands inputs to an action: https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs
    env: { ...process.env, INPUT_COMMAND: 'validate', INPUT_DIRECTORY: directory },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let seconds: number | undefined
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (output.includes(bad.finding)) seconds ??= (performance.now() - start) / 1000
    })
  }
  await ended(child)
  if (seconds === undefined) throw new Error(`${script} did not find that ${bad.finding}:\n${output}`)
  return seconds
}
