import { existsSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { run } from '../../../../src/tools/process.ts'

/** A folder that prepare.sh beside this file filled: it takes minutes, and 190 MB of packages. */
const variable = 'CHANCERY_CORDA'

/** What an image of Corda has. */
export interface InstalledCorda {
  /** Folder of a Java. */
  readonly javaHome: string
  /** Folder with corda.jar. */
  readonly bin: string
}

/** What a zone is made of on this machine. */
export interface CordaPrograms extends InstalledCorda {
  readonly java: string
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

export function installed(): InstalledCorda {
  const given = process.env[variable] ?? ''
  const javaHome = join(given, 'java')
  if (!existsSync(join(javaHome, 'bin/java'))) throw new Error(`${variable} has no java/bin/java`)
  return { javaHome, bin: join(given, 'bin') }
}

/** Compiles Zone.java against the classes of corda.jar, in a folder that is empty. */
export async function programs(folder: string): Promise<CordaPrograms> {
  const { javaHome, bin } = installed()
  const given = dirname(bin)
  const [libraries, compiled] = [join(folder, 'libraries'), join(folder, 'compiled')]
  for (const path of [libraries, compiled]) await mkdir(path)
  await must('unzip', ['-q', join(bin, 'corda.jar'), '*.jar', '-x', 'djvm/*', '-d', libraries])
  const cordapps = await jarsIn(join(given, 'cordapps'))
  const path = [...(await jarsIn(libraries)), ...cordapps].join(':')
  const java = join(javaHome, 'bin/java')
  const source = join(import.meta.dirname, 'Zone.java')
  await must(java, ['-jar', join(given, 'ecj.jar'), '-8', '-nowarn', '-cp', path, '-d', compiled, source])
  return { javaHome, java, bin, cordapps, classes: `${path}:${compiled}` }
}

/** `4.10`, as corda.jar says it of itself. */
export async function releaseOf({ bin }: InstalledCorda): Promise<string> {
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
