import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { tools } from '../bed/tools/tool.ts'
import { machine } from './shell.ts'

await tools('kustomize')

const action = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

it('a runner whose files cannot be used is told what and why, without a stack', async () => {
  const own = await machine()
  const cases: readonly (readonly [variable: string, value: string, message: string])[] = [
    ['GITHUB_OUTPUT', '/none/x', '/none/x cannot be used: it does not exist'],
    ['GITHUB_OUTPUT', '/tmp', '/tmp cannot be used: it is a folder'],
    ['GITHUB_STEP_SUMMARY', '/none/x', '/none/x cannot be used: it does not exist'],
    ['RUNNER_TEMP', '/none', '/none/chancery-findings.json cannot be used: it does not exist'],
    ['GITHUB_WORKSPACE', '/none', 'there is no network.yaml here'],
  ]
  for (const [variable, value, message] of cases) {
    const { status, stdout } = await own.shell(`"\${program[0]}" '${action}'`, { [variable]: value })
    expect({ status, stack: /%0A {4}at |this is a bug/.test(stdout) }, variable).toEqual({ status: 2, stack: false })
    expect(stdout).toContain(`::error::chancery: ${message}`)
  }
})
