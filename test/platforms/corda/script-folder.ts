import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Finished, run } from '../../../src/tools/process.ts'

const scripts = join(import.meta.dirname, '../../../src/platforms/corda/base/ledger')

/** A folder in place of the paths that scripts of the base have in a pod. */
export class ScriptFolder {
  readonly path: string

  private constructor(path: string) {
    this.path = path
  }

  static async make(): Promise<ScriptFolder> {
    const path = await mkdtemp(join(tmpdir(), 'corda-'))
    for (const name of ['bin', 'certificates', 'jars/cordapps', 'jars/drivers'])
      await mkdir(join(path, name), { recursive: true })
    return new ScriptFolder(path)
  }

  /** A program that stands in for another one in PATH. */
  async program(name: string, text: string): Promise<void> {
    await this.write(`bin/${name}`, `#!/bin/sh\n${text}\n`)
    await chmod(join(this.path, 'bin', name), 0o755)
  }

  /** A script of the base with the paths of this folder. */
  async run(
    name: string,
    args: readonly string[],
    variables: Readonly<Record<string, string>> = {},
  ): Promise<Finished> {
    const text = await readFile(join(scripts, name), 'utf8')
    const own = text
      .replaceAll('/var/lib/corda', this.path)
      .replaceAll('/etc/corda-script', this.path)
      .replaceAll('/etc/corda/downloads', join(this.path, 'downloads'))
      .replaceAll('/jars/', `${this.path}/jars/`)
      .replaceAll('/proc/1/fd/1', join(this.path, 'log'))
      .replaceAll('/tmp/drain', join(this.path, 'pipes'))
    await this.write(name, own)
    // A shell that says its process ID, and then is the script.
    return run('sh', ['-c', 'echo $$ && exec sh "$@"', 'sh', name, ...args], {
      directory: this.path,
      environment: { PATH: `${this.path}/bin:${process.env.PATH}`, ...variables },
    })
  }

  read = (name: string): Promise<string> => readFile(join(this.path, name), 'utf8')

  async write(name: string, text: string): Promise<void> {
    await mkdir(join(this.path, name, '..'), { recursive: true })
    await writeFile(join(this.path, name), text)
  }

  remove = (): Promise<void> => rm(this.path, { recursive: true })
}
