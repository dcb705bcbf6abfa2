import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { readBases } from '../src/bases.ts'
import { validate } from '../src/commands/validate.ts'
import { contentOf, type FileContent } from '../src/file-content.ts'
import type { Finding } from '../src/network/finding.ts'
import { findingJson } from '../src/report/finding-json.ts'
import { buildRoots, rootsOf } from '../src/tools/roots.ts'
import { filledIn } from './bed/fork.ts'
import { tool, tools } from './bed/tools/tool.ts'
import { read, root } from './docs/pages.ts'
import { memoryFiles } from './memory-files.ts'
import { noRepository } from './no-repository.ts'
import { silentReporter } from './report/silent.ts'
import { filesOf } from './repository/git-folder.ts'

await tools('kustomize')

const folders = await readdir(join(root, 'examples'), { withFileTypes: true })
const examples = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name)

/** Files of an example, with recipients in place of `age1…`. */
async function exampleOf(name: string) {
  const folder = join(root, 'examples', name)
  const paths = Object.keys(await filesOf(folder))
  const contents = await Promise.all(
    paths.map(async (path) => [path, contentOf(await readFile(join(folder, path)))] as const),
  )
  const { definition } = await filledIn(await readFile(join(folder, 'network.yaml'), 'utf8'))
  return { definition, files: { ...Object.fromEntries(contents), 'network.yaml': definition } }
}

/** Validates as `chancery validate --build` does: renders with stand-ins for keys, and builds every root. */
async function validated(
  files: Readonly<Record<string, FileContent>>,
): Promise<{ readonly findings: readonly Finding[]; readonly roots: number }> {
  let roots = 0
  const unused = (): never => {
    throw new Error('validate does not need this')
  }
  const { findings } = await validate(
    { network: 'network.yaml', build: true },
    {
      files: memoryFiles(files),
      reporter: silentReporter,
      repository: noRepository,
      random: unused,
      now: () => new Date(),
      keyring: unused,
      bases: readBases,
      buildRoots: async (tree) => {
        roots += rootsOf(tree).length
        return buildRoots(await tool('kustomize'), tree)
      },
    },
  )
  return { findings, roots }
}

describe.each(examples)('the example %s', async (name) => {
  const { definition: text, files } = await exampleOf(name)

  it('is valid without a warning that it does not accept, and builds', async () => {
    const { findings, roots } = await validated(files)
    expect(findings.filter(({ severity }) => severity !== 'notice').map(findingJson)).toEqual([])
    expect(roots).toBeGreaterThan(3)
  })

  it('accepts no warning that it does not have', async () => {
    const definition = load(text) as { readonly acknowledge?: readonly string[] } // it is valid
    const accepted = (await validated(files)).findings.filter((finding) => finding.accepted)
    expect(definition.acknowledge?.length ?? 0).toBe(accepted.length)
  })

  it('is what editors accept', async () => {
    const schema = new Ajv({ strict: true, strictTypes: false, allowUnionTypes: true, formats: { date: true } })
    const accepts = schema.compile(JSON.parse(await read('network.schema.json')))
    expect({ isAccepted: accepts(load(text)), errors: accepts.errors }).toEqual({
      isAccepted: true,
      errors: null,
    })
  })

  it('is on the page of examples, and begins with a comment', async () => {
    expect(await read('examples/README.md')).toContain(`| [${name}](${name}/network.yaml) |`)
    expect(await read(`examples/${name}/network.yaml`)).toMatch(/^# [A-Z]/)
  })
})
