import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { load } from 'js-yaml'
import { run } from '../../src/tools/process.ts'
import { temporaryFolder } from '../repository/git-folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The committed action where there is nothing else: no sources, no node_modules. */
export async function installed(): Promise<string> {
  const folder = join(await temporaryFolder(), 'action')
  for (const name of ['dist', 'action.yml', 'package.json'])
    await cp(join(root, name), join(folder, name), { recursive: true })
  return folder
}

export interface Ran {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs node with exactly this environment: nothing of the one that the tests have. */
export const runNode = (
  args: readonly string[],
  directory: string,
  environment: Readonly<Record<string, string | undefined>>,
  node = process.execPath,
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const options = { cwd: directory, env: environment, maxBuffer: 1 << 26 }
    execFile(node, args, options, (error, stdout, stderr) => {
      if (error === null) resolve({ status: 0, stdout, stderr })
      else if (typeof error.code === 'number') resolve({ status: error.code, stdout, stderr })
      else reject(error)
    })
  })

/** A folder for PATH with node and git, and no other program. */
export async function minimalPath(): Promise<string> {
  const bin = join(await temporaryFolder(), 'bin')
  await mkdir(bin)
  const git = (await run('which', ['git'], { directory: bin })).stdout.trim()
  await symlink(process.execPath, join(bin, 'node'))
  await symlink(git, join(bin, 'git'))
  return bin
}

interface Annotation {
  readonly kind: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

export interface ActionRun extends Ran {
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** Text of the file of the output findings-path. */
  readonly findingsFile: string
  readonly annotations: readonly Annotation[]
}

export interface ActionOptions {
  /** On top of what the runner sets; undefined takes a variable away. */
  readonly environment?: Readonly<Record<string, string | undefined>>
}

/** NODE_OPTIONS that run a module before the program. */
export const preload = (module: string): string => `--import=data:text/javascript,${encodeURIComponent(module)}`

/** A module that makes every read of a file fail in a way that no program expects. */
export const bug = `
  import files from 'node:fs/promises'
  import { syncBuiltinESMExports } from 'node:module'
  files.readFile = () => { throw new TypeError('broken on purpose') }
  syncBuiltinESMExports()`

/** Runs the committed action as the runner does: every input in the environment, files for outputs and summary. */
export async function runAction(
  workspace: string,
  inputs: Readonly<Record<string, string>>,
  { environment = {} }: ActionOptions = {},
): Promise<ActionRun> {
  const folder = await installed()
  const metadata = load(await readFile(join(folder, 'action.yml'), 'utf8')) as {
    inputs: Record<string, { default: string }>
    runs: { main: string }
  }
  const defaults = Object.fromEntries(Object.entries(metadata.inputs).map(([name, input]) => [name, input.default]))
  const runner = await temporaryFolder()
  const [output, summary] = [join(runner, 'output'), join(runner, 'summary')]
  await Promise.all([output, summary].map((file) => writeFile(file, '')))
  const ran = await runNode([join(folder, metadata.runs.main)], workspace, {
    PATH: await minimalPath(),
    HOME: runner,
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    RUNNER_TEMP: runner,
    GIT_CONFIG_NOSYSTEM: '1',
    ...Object.fromEntries(
      Object.entries({ ...defaults, ...inputs }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    ...environment,
  })
  const outputs = readOutputs(await readFile(output, 'utf8'))
  const path = outputs['findings-path']
  return {
    ...ran,
    outputs,
    summary: await readFile(summary, 'utf8'),
    findingsFile: path === undefined ? '' : await readFile(path, 'utf8'),
    annotations: ran.stdout.split('\n').flatMap(readAnnotation),
  }
}

/** `name<<delimiter`, lines, `delimiter`: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
const readOutputs = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n?\2$/gm)].map(([, name, , value]) => [name, value]),
  )

/** `::error title=…,file=…,line=…,col=…::message`, with its escapes. */
function readAnnotation(line: string): Annotation[] {
  const [, kind, properties, message] = /^::(error|warning|notice)(?: (.*?))?::(.*)$/.exec(line) ?? []
  if (kind === undefined || message === undefined) return []
  const pairs = (properties ?? '').split(',').filter((pair) => pair !== '')
  return [
    {
      kind,
      properties: Object.fromEntries(
        pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), unescaped(pair.slice(pair.indexOf('=') + 1))]),
      ),
      message: unescaped(message),
    },
  ]
}

const unescaped = (text: string): string =>
  text.replace(/%(0A|0D|3A|2C|25)/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
