import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { run } from '../../src/tools/process.ts'
import { dumpYaml } from '../../src/yaml.ts'
import { tool, tools } from '../bed/tools/tool.ts'
import { read } from './pages.ts'

await tools('actionlint')

const ours = /(uses: )chancery-dev\/chancery@[^\s,}]+/g

/**
 * What actionlint says of a workflow, a line for each problem. Our own action is taken from here: of one that it would
 * have to fetch, actionlint knows no inputs.
 */
export async function workflowProblems(text: string): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'workflow-'))
  const workflow = '.github/workflows/documented.yml'
  const files = {
    [workflow]: text.replace(ours, '$1./'),
    'action.yml': await read('action.yml'),
    'dist/index.js': '', // must exist
    '.git/HEAD': '', // makes the folder a project
  }
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), content)
    }
    const { stdout, stderr } = await run(
      await tool('actionlint'),
      ['-shellcheck=', '-pyflakes=', '-oneline', '-no-color', workflow],
      { directory: folder },
    )
    return `${stdout}${stderr}`.split('\n').flatMap((line) => (line === '' ? [] : [line.replace(`${workflow}:`, '')]))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Steps, in a workflow that has nothing else. */
export const stepsProblems = (steps: object): Promise<readonly string[]> =>
  workflowProblems(dumpYaml({ on: 'push', jobs: { job: { 'runs-on': 'ubuntu-latest', steps } } }))
