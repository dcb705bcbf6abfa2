import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, matchesGlob } from 'node:path'
import { load } from 'js-yaml'
import { afterAll, describe, expect, test } from 'vitest'
import { examples } from './examples.ts'
import { filesOf, read, workflows } from './pages.ts'
import { kindOf } from './yaml.ts'
import { dangersIn, zizmor } from './zizmor.ts'

const temporary = await mkdtemp(join(tmpdir(), 'workflows-'))
afterAll(() => rm(temporary, { recursive: true }))

/** Files with these texts, as a repository has them. */
async function written(texts: readonly string[]): Promise<readonly string[]> {
  const folder = join(await mkdtemp(join(temporary, 'repository-')), '.github/workflows')
  await mkdir(folder, { recursive: true })
  const files = texts.map((_, index) => join(folder, `${index}.yml`))
  await Promise.all(files.map((file, index) => writeFile(file, texts[index] ?? '')))
  return files
}

const dangerous = `name: greet
on: pull_request_target
permissions: {}
jobs:
  greet:
    runs-on: ubuntu-latest
    permissions:
      contents: write
    steps:
      - uses: actions/checkout@v4
      - run: echo "\${{ github.event.pull_request.title }}"
`

test('zizmor is there where it has to be', () => {
  const missing = zizmor === undefined && process.env.CI !== undefined
  const way = 'zizmor is missing: .ci/run fetches it; on your machine, pipx install zizmor puts it on PATH'
  expect(missing ? way : undefined).toBeUndefined()
})

describe.skipIf(zizmor === undefined)('zizmor', () => {
  const program = zizmor ?? ''

  test('finds nothing in workflows, the action and what updates them, here and in the template', async () => {
    const files = [...workflows, 'action.yml', ...(await dependabot)]
    expect(files).toHaveLength(15)
    expect(await dangersIn(program, files)).toEqual([])
  })

  test('finds nothing in workflows that the documentation shows', async () => {
    const shown = examples.filter(({ place, text }) => place.includes('.md:') && kindOf(text) === 'workflow')
    expect(shown).not.toEqual([])
    expect(await dangersIn(program, await written(shown.map(({ text }) => text)))).toEqual([])
  })

  test('finds what is dangerous, and so is asked rightly', async () => {
    const [file = ''] = await written([dangerous])
    const found = (await dangersIn(program, [file])).map((line) => line.slice(file.length + 2).split(':')[0])
    expect(found).toEqual(['artipacked', 'dangerous-triggers', 'template-injection', 'unpinned-uses'])
  })
})

const dependabot = filesOf('.github/dependabot.yml', 'template/.github/dependabot.yml')

describe('Dependabot', () => {
  interface Update {
    readonly 'package-ecosystem': string
    readonly directory?: string
    readonly directories?: readonly string[]
    readonly cooldown?: object
    readonly groups?: Readonly<Record<string, { readonly patterns: readonly string[] }>>
  }
  const updatesIn = async (path: string): Promise<readonly Update[]> =>
    (load(await read(path)) as { readonly updates: readonly Update[] }).updates // what GitHub reads it as

  test('looks after all that is taken from others, and waits some days with each', async () => {
    const found = (await Promise.all((await dependabot).map(updatesIn))).flat()
    const pairs = found.flatMap(({ 'package-ecosystem': ecosystem, directory, directories = [directory] }) =>
      directories.map((one) => `${ecosystem} ${one}`),
    )
    expect(pairs.sort()).toEqual([
      'github-actions /',
      'github-actions /',
      'github-actions /template-fabric/.github/workflows',
      'github-actions /template/.github/workflows',
      'gomod /test/bed/tools/*',
      'npm /',
    ])
    expect(found.filter(({ cooldown }) => cooldown === undefined)).toEqual([])
  })

  test('proposes no library that src/ imports together with others', async () => {
    const sources = await Promise.all((await filesOf('src/**/*.ts')).map(read))
    const imported = sources.flatMap((text) =>
      [...text.matchAll(/\bfrom '((?:@[^/']+\/)?[^./'][^/']*)/g)].map(([, name = '']) => name),
    )
    const libraries = new Set(imported.filter((name) => !name.startsWith('node:')))
    expect(libraries).toContain('zod')
    const npm = (await updatesIn('.github/dependabot.yml')).find((update) => update['package-ecosystem'] === 'npm')
    const patterns = npm?.groups?.tools?.patterns ?? []
    expect(patterns).toContain('vitest')
    expect([...libraries].filter((name) => patterns.some((pattern) => matchesGlob(name, pattern)))).toEqual([])
  })
})
