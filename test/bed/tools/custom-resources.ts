import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { load } from 'js-yaml'
import { dumpYaml } from '../../../src/yaml.ts'
import { tool } from './tool.ts'

const run = promisify(execFile)

/**
 * Text of the CustomResourceDefinitions of a Go API package, without descriptions, by plural name: `hosts` → YAML.
 * `directory` is a Go module that pins the version of the package. Throws what `tool` throws, and an Error when the
 * package cannot be loaded or defines nothing.
 */
export async function customResourceDefinitions(
  directory: string,
  importPath: string,
): Promise<ReadonlyMap<string, string>> {
  const generator = await tool('controller-gen')
  const output = await mkdtemp(join(tmpdir(), 'custom-resources-'))
  try {
    await run(generator, ['crd:maxDescLen=0', `paths=${importPath}`, `output:crd:dir=${output}`], {
      cwd: directory,
      env: { ...process.env, GOWORK: 'off', GOFLAGS: '-mod=readonly' },
    })
    const files = (await readdir(output)).sort()
    if (files.length === 0) throw new Error(`${importPath} defines no custom resources`)
    return new Map(
      await Promise.all(files.map(async (file) => [pluralOf(file), await document(output, file)] as const)),
    )
  } finally {
    await rm(output, { recursive: true, force: true })
  }
}

/** controller-gen calls its files `<group>_<plural>.yaml`. */
function pluralOf(file: string): string {
  return file.slice(file.lastIndexOf('_') + 1, -'.yaml'.length)
}

/** Written anew in the form of all YAML of this project. */
async function document(directory: string, file: string): Promise<string> {
  return dumpYaml(load(await readFile(join(directory, file), 'utf8')) as object) // a CRD is a mapping
}
