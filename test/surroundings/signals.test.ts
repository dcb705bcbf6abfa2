import { chmod, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { tools } from '../bed/tools/tool.ts'
import { temporaryFolder } from '../repository/git-folder.ts'
import { type Machine, machine } from './shell.ts'

await tools('kustomize')

const ending = fileURLToPath(new URL('../../src/tools/ending.ts', import.meta.url))

/** Starts a command, waits until there is what `begun` names, tells it to end, and says how and how soon it did. */
const ended = (command: string, begun: string, signal: string): string =>
  `"\${program[@]}" ${command} >/dev/null 2>err & p=$!
until compgen -G "${begun}" >/dev/null; do kill -0 $p || break; sleep 0.01; done
kill -${signal} $p; SECONDS=0; wait $p; s=$?; [ $SECONDS -lt 6 ] || echo slow; cat err; rm err; echo $s`

/** A git that hangs when it has done what a command asks; it tells its number first. */
async function gitThatHangsAfter(command: string): Promise<{ readonly folder: string; readonly pid: string }> {
  const folder = await temporaryFolder()
  const pid = join(folder, 'pid')
  const script = `#!/bin/sh
/usr/bin/git "$@" || exit
case " $* " in *" ${command} "*) echo $$ >'${pid}.new'; mv '${pid}.new' '${pid}'; exec sleep 60; esac
`
  await writeFile(join(folder, 'git'), script)
  await chmod(join(folder, 'git'), 0o755)
  return { folder, pid }
}

const isProcess = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('a process that is told to end', () => {
  it('by SIGTERM, while kustomize builds: no folder for temporary files stays', async () => {
    const own = await machine()
    const TMPDIR = await temporaryFolder()
    const { stdout } = await own.shell(ended('validate --build', '$TMPDIR/chancery-*/tree', 'TERM'), { TMPDIR })
    expect(stdout).toBe('143\n')
    expect(await readdir(TMPDIR)).toEqual([])
  })

  it('by SIGINT, while git works: it ends, and no reference stays', async () => {
    const { folder, pid } = await gitThatHangsAfter('fast-import')
    const own = await machine([folder])
    await own.shell(
      'git init -q --bare ../r.git; git remote add origin ../r.git; git push -q -u origin main; chancery keys; git add .; git commit -qm Keys',
    )
    const { stdout } = await own.shell(ended('commit', pid, 'INT'))
    expect(stdout).toBe('130\n')
    expect(isProcess(Number(await readFile(pid, 'utf8')))).toBe(false)
    expect(await refsOf(own)).toEqual(['refs/heads/main', 'refs/remotes/origin/main'])
  })

  it('by SIGHUP, while files are written: the next run completes or begins them', async () => {
    const own = await machine()
    const { stdout } = await own.shell(`${ended('keys', '.chancery/*', 'HUP')}; chancery keys >/dev/null 2>&1; echo $?`)
    expect(stdout).toBe('129\n0\n')
    expect((await readdir(own.directory)).filter((name) => name.startsWith('.chancery'))).toEqual([])
  })

  it.each([
    ['INT', 130],
    ['TERM', 143],
    ['HUP', 129],
  ])('again: work that ends by itself is told first, by SIG%s', async (signal, status) => {
    const own = await machine()
    const work = `import { endSignal, beforeEnd } from '${ending}'
beforeEnd(async () => console.log('cleared'))
endSignal().addEventListener('abort', () => console.log('told'))
console.log('begun')
setTimeout(() => {}, 60_000)`
    await writeFile(join(own.directory, 'work.ts'), work)
    const { stdout } = await own.shell(`"\${program[0]}" work.ts >out & p=$!
until [ -s out ]; do sleep 0.01; done; kill -${signal} $p
until grep -q told out; do sleep 0.01; done; kill -${signal} $p; wait $p; echo $?; cat out`)
    expect(stdout).toBe(`${status}\nbegun\ntold\ncleared\n`)
  })
})

const refsOf = async ({ shell }: Machine): Promise<readonly string[]> =>
  (await shell("git for-each-ref --format='%(refname)'")).stdout.split('\n').filter((name) => name !== '')
