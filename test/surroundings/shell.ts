import { execFile } from 'node:child_process'
import { mkdir, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { tool } from '../bed/tools/tool.ts'
import { definition, makeHolders } from '../commands/definition.ts'
import { program } from '../program.ts'
import { onlyConfiguration, repositoryWith, temporaryFolder } from '../repository/git-folder.ts'

/** How a shell ended. */
interface Ended {
  readonly status: number
  /** The signal that ended it. */
  readonly signal: string | undefined
  readonly stdout: string
  readonly stderr: string
}

/** A person's network in a repository, and the machine around it. */
export interface Machine {
  readonly directory: string
  /**
   * Runs a script of bash, in which `chancery` is the command line, in the folder of the network; `program` is the
   * same, for what needs the number of its process.
   */
  readonly shell: (script: string, environment?: Readonly<Record<string, string | undefined>>) => Promise<Ended>
}

/** A machine with node, git and kustomize on PATH; `others` are more folders of it, the first is searched first. */
export async function machine(others: readonly string[] = []): Promise<Machine> {
  await onlyConfiguration()
  const directory = await repositoryWith({ 'network.yaml': definition(await makeHolders()) })
  const cli = await program()
  const place = await temporaryFolder()
  const own = { XDG_CACHE_HOME: join(place, 'cache'), TMPDIR: join(place, 'tmp') }
  await mkdir(own.TMPDIR)
  const { GIT_CONFIG_GLOBAL, GIT_CONFIG_NOSYSTEM, HOME } = process.env
  const path = [...others, dirname(process.execPath), dirname(await tool('kustomize')), '/usr/bin', '/bin'].join(':')
  const usual = { GIT_CONFIG_GLOBAL, GIT_CONFIG_NOSYSTEM, HOME, PATH: path, NO_COLOR: '1', ...own }
  return {
    directory,
    shell: (script, environment = {}) =>
      bash(`program=('${process.execPath}' '${cli}')\nchancery() { "\${program[@]}" "$@"; }\n${script}`, directory, {
        ...usual,
        ...environment,
      }),
  }
}

const bash = (
  script: string,
  directory: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Ended> =>
  new Promise((resolve) => {
    const options = { cwd: directory, env: environment, maxBuffer: 1 << 26 }
    execFile('/bin/bash', ['-c', script], options, (error, stdout, stderr) => {
      const status = error === null ? 0 : typeof error.code === 'number' ? error.code : 128
      resolve({ status, signal: error?.signal ?? undefined, stdout, stderr })
    })
  })

/** A folder for PATH that has only these programs of this machine. */
export async function onlyPrograms(...names: readonly string[]): Promise<string> {
  const folder = await temporaryFolder()
  for (const name of names) await symlink(name === 'node' ? process.execPath : `/usr/bin/${name}`, join(folder, name))
  return folder
}

/** What a person sees of a fault of the surroundings: message and hint, and nothing of the program. */
export function expectFault({ stderr }: { readonly stderr: string }, message: RegExp, hint: RegExp): void {
  expect(stderr).not.toMatch(/bug in Chancery|^\s+at |node:/m)
  const [, said = '', does = ''] = /^chancery: (.*)\n {4}(.*)\n/m.exec(stderr) ?? []
  expect(said).toMatch(message)
  expect(does).toMatch(hint)
}
