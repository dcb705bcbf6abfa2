import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { run } from '../../../src/tools/process.ts'
import { program } from '../../program.ts'
import { tool, tools } from '../tools/tool.ts'

/** What a reader of the guides has on PATH. */
const programs = ['kubectl', 'kustomize', 'sops', 'age-keygen'] as const

await tools(...programs)

export interface ShellOptions {
  /** The work tree in which commands run. */
  readonly directory: string
  /** Folder for what the shell itself needs. */
  readonly folder: string
  /** Address of the DNS server that knows the domains of the network. */
  readonly dnsServer: string
}

/** A shell with the tools of a reader. Gives all that a script wrote; throws an Error with it when a command fails. */
export type Shell = (script: string, environment?: Readonly<Record<string, string>>) => Promise<string>

export async function shell({ directory, folder, dnsServer }: ShellOptions): Promise<Shell> {
  const own = join(folder, 'bin')
  await mkdir(own, { recursive: true })
  const chancery = `#!/bin/sh
case " $* " in *" verify "*|*" status "*) set -- "$@" --dns-server ${dnsServer};; esac
exec "${process.execPath}" "${await program()}" "$@"
`
  await writeFile(join(own, 'chancery'), chancery)
  await chmod(join(own, 'chancery'), 0o755)
  const folders = await Promise.all(programs.map(async (name) => dirname(await tool(name))))
  const PATH = [own, ...folders, process.env.PATH].join(':')
  return async (script, environment = {}) => {
    const { status, stdout, stderr } = await run('bash', ['-euo', 'pipefail', '-c', `exec 2>&1\n${script}`], {
      directory,
      environment: { PATH, HOME: folder, NO_COLOR: '1', SOPS_AGE_KEY: '', SOPS_AGE_KEY_FILE: '', ...environment },
    })
    if (status !== 0) throw new Error(`status ${status} of\n${script}\n${stdout}${stderr}`)
    return stdout
  }
}
