import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Finished } from '../../../src/tools/process.ts'
import { filesOf, git, repositoryWith } from '../../repository/git-folder.ts'
import { template } from '../template.ts'
import { tool, tools } from '../tools/tool.ts'
import { runAct } from './process.ts'

await tools('kustomize')

const project = fileURLToPath(new URL('../../..', import.meta.url))

/** What the template's workflows call the action. */
const published = 'chancery-dev/chancery@v1'

/** Runs the workflows of a repository for an event. */
export async function act(event: string, directory: string): Promise<Finished> {
  const programs = [process.execPath, await tool('kustomize')].map(dirname)
  const checkoutAction = await repositoryWith({
    'action.yml': checkout(await git(directory, 'remote', 'get-url', 'origin')),
  })
  const uploadAction = await repositoryWith({ 'action.yml': upload })
  const local = [
    `--local-repository=${published}=${await localAction()}`,
    `--local-repository=${await usedByTemplate('deploy.yml', 'actions/checkout')}=${checkoutAction}`,
    `--local-repository=${await usedByTemplate('validate.yml', 'actions/upload-artifact')}=${uploadAction}`,
  ]
  return runAct(directory, [event, ...local], {
    // `using: node24` runs whatever node comes first, and the action takes the kustomize it finds.
    PATH: [...programs, process.env.PATH].join(':'),
    // On a runner, git knows nobody.
    GIT_CONFIG_GLOBAL: '/dev/null',
  })
}

/** The action as GitHub would fetch it, in a repository of its own: what its action.yml and dist/ are now. */
async function localAction(): Promise<string> {
  const dist = Object.entries(await filesOf(join(project, 'dist')))
  const metadata = await readFile(join(project, 'action.yml'), 'utf8')
  return repositoryWith({
    'action.yml': metadata,
    ...Object.fromEntries(dist.map(([path, text]) => [`dist/${path}`, text])),
  })
}

/** What actions/checkout does with a `ref`: act has no answer to that but to fetch the action from GitHub. */
const checkout = (url: string): string => `name: checkout
inputs:
  ref: {description: A branch, required: true}
runs:
  using: composite
  steps:
  - run: |
      git init --quiet
      git remote add origin '${url}'
      git fetch --quiet origin "$REF"
      git checkout --quiet -B "$REF" FETCH_HEAD
    shell: bash
    env:
      REF: \${{ inputs.ref }}
`

/** actions/upload-artifact needs a server for artifacts: here it says what it would upload. */
const upload = `name: upload-artifact
inputs:
  path: {description: Files, required: true}
  name: {description: A name, required: true}
  retention-days: {description: A number, required: true}
  if-no-files-found: {description: What to do then, default: warn}
runs:
  using: composite
  steps:
  - run: ls -- $FILES
    shell: bash
    env:
      FILES: \${{ inputs.path }}
`

/** The version of an action that a workflow names, as `actions/checkout@<commit>`. */
async function usedByTemplate(workflow: string, action: string): Promise<string> {
  const text = (await template())[`.github/workflows/${workflow}`] ?? ''
  return new RegExp(`uses: (${action}@\\S+)`).exec(text)?.[1] ?? 'none'
}
