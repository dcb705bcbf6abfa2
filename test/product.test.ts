import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { nodeProblem, platformProblem } from '../src/product.ts'

const { engines } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
const oldest: string = engines.node.replace('>=', '')

it.each(['22.19.0', '22.20.1', '24.0.0', '100.1.2', process.versions.node])('runs on Node %s', (running) =>
  expect(nodeProblem(running)).toBeUndefined(),
)

it.each(['22.18.9', '20.20.2', '18.0.0', '9.99.0'])('says what it needs on Node %s', (running) =>
  expect(nodeProblem(running)).toMatch(
    new RegExp(`^chancery: Chancery needs Node ${oldest} or newer, and this is ${running}\n {4}install a newer Node`),
  ),
)

it('says that Windows is not supported, and where Chancery runs', () => {
  expect(platformProblem('win32')).toMatch(
    /^chancery: Windows is not supported\n {4}run Chancery on Linux or macOS; .*WSL 2/,
  )
  expect(platformProblem('linux')).toBeUndefined()
  expect(platformProblem('darwin')).toBeUndefined()
})
