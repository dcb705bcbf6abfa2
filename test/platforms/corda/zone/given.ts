import { existsSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../../../../src/tools/process.ts'

/** A folder that prepare.sh beside this file filled: it takes minutes, and 190 MB of packages. */
const variable = 'CHANCERY_CORDA'

/** What a zone is made of on this machine. */
export interface CordaPrograms {
  /** Folder of a Java 8. */
  readonly javaHome: string
  readonly java: string
  /** Folder with corda.jar. */
  readonly bin: string
  readonly cordapps: readonly string[]
  /** Class path of Zone.java, compiled. */
  readonly classes: string
}

/** Why there is no zone here, for a person to read; undefined when there is one. */
export function withoutZone(): string | undefined {
  if (process.env[variable] === undefined)
    return `no Corda is given (${variable}: a folder that test/platforms/corda/zone/prepare.sh filled)`
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'this is not Linux as root'
  return undefined
}

/** Compiles Zone.java against the classes of corda.jar, in a folder that is empty. */
export async function programs(folder: string): Promise<CordaPrograms> {
  const given = process.env[variable] ?? ''
  const [libraries, compiled] = [join(folder, 'libraries'), join(folder, 'compiled')]
  for (const path of [libraries, compiled]) await mkdir(path)
  await must('unzip', ['-q', join(given, 'bin/corda.jar'), '*.jar', '-x', 'djvm/*', '-d', libraries])
  const cordapps = await jarsIn(join(given, 'cordapps'))
  const path = [...(await jarsIn(libraries)), ...cordapps].join(':')
  const javaHome = join(given, 'java')
  const java = join(javaHome, 'bin/java')
  if (!existsSync(java)) throw new Error(`${variable} has no java/bin/java`)
  const source = join(import.meta.dirname, 'Zone.java')
  await must(java, ['-jar', join(given, 'ecj.jar'), '-8', '-nowarn', '-cp', path, '-d', compiled, source])
  return { javaHome, java, bin: join(given, 'bin'), cordapps, classes: `${path}:${compiled}` }
}

/** `4.10`, as corda.jar says it of itself. */
export async function releaseOf({ bin }: CordaPrograms): Promise<string> {
  const { stdout } = await must('unzip', ['-p', join(bin, 'corda.jar'), 'META-INF/MANIFEST.MF'])
  return /^Corda-Release-Version: (\S+)/m.exec(stdout)?.[1] ?? ''
}

const jarsIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.jar')).map((name) => join(folder, name))

async function must(program: string, args: readonly string[]): Promise<{ readonly stdout: string }> {
  const result = await run(program, args, { directory: '/' })
  if (result.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${result.stdout}${result.stderr}`)
  return result
}
