import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { tools } from '../bed/tools/tool.ts'
import { temporaryFolder } from '../repository/git-folder.ts'
import { expectFault, type Machine, machine } from './shell.ts'

await tools('kustomize')

let own: Machine
beforeEach(async () => {
  own = await machine()
})

describe('standard output and standard error', () => {
  it.each<[string, string, string]>([
    ['help', 'chancery --help | true; echo $PIPESTATUS', '0'],
    ['a plan', 'chancery plan 2>/dev/null | true; echo $PIPESTATUS', '0'],
    ['a document', 'chancery validate --output json 2>/dev/null | true; echo $PIPESTATUS', '0'],
    ['findings', 'chancery validate 2> >(true) >/dev/null; echo $?', '0'],
    ['a mistake', 'chancery rendr 2>&1 | true; echo $PIPESTATUS', '2'],
  ])('a reader that has gone changes nothing: %s', async (_name, script, status) => {
    const { stdout, stderr } = await own.shell(script)
    expect({ stdout, stderr }).toEqual({ stdout: `${status}\n`, stderr: '' })
  })

  it('a reader that has gone stops no work', async () => {
    await own.shell('chancery keys 2>&1 | true')
    const { status, stderr } = await own.shell('chancery keys')
    expect({ status, stderr: /error/.test(stderr) }).toEqual({ status: 0, stderr: false })
  })

  it.each<[string, string]>([
    ['full, for help', 'chancery --help >/dev/full'],
    ['full, for a document', 'chancery validate --output json >/dev/full'],
    ['open for reading only', 'chancery validate >&- 1</dev/null'],
  ])('an output that takes nothing is told: %s', async (_name, script) => {
    const ended = await own.shell(script)
    expect(ended.status).toBe(2)
    expectFault(ended, /^standard output cannot be written: (?:the disk is full|it is not open)$/, /send its output/)
  })

  it.each<[string, string, number]>([
    ['messages are lost', 'chancery validate 2>/dev/full', 2],
    ['both are lost', 'chancery validate >/dev/full 2>&1', 2],
    ['messages are lost, and the definition has errors', 'echo x: y >> network.yaml; chancery validate 2>/dev/full', 1],
    ['both are closed', 'chancery validate >&- 2>&-', 0],
    ['all are closed', 'chancery validate <&- >&- 2>&-', 0],
  ])('the status tells it where nothing else can: %s', async (_name, script, status) => {
    const ended = await own.shell(script)
    expect({ status: ended.status, stderr: ended.stderr }).toEqual({ status, stderr: '' })
  })
})

describe('folders', () => {
  it('a working folder that was removed', async () => {
    const gone = 'mkdir gone; cd gone; rmdir ../gone;'
    const ended = await own.shell(`${gone} chancery validate`)
    expect(ended.status).toBe(2)
    expectFault(ended, /^the working folder no longer exists$/, /^change to a folder that exists/)
    expect((await own.shell(`${gone} chancery validate --build --directory '${own.directory}'`)).status).toBe(0)
  })

  it.each<[string, string, RegExp]>([
    ['that does not exist', '/nonexistent/tmp', /^no temporary folder can be made in \/nonexistent\/tmp: it does not/],
    ['that is a file', '/etc/passwd', /^no temporary folder can be made in \/etc\/passwd: a part of the path is not/],
    ['that takes no files', '/proc', /^no temporary folder can be made in \/proc: /],
  ])('a TMPDIR %s', async (_name, TMPDIR, message) => {
    const ended = await own.shell('chancery validate --build', { TMPDIR })
    expect(ended.status).toBe(2)
    expectFault(ended, message, /^set TMPDIR to an existing folder that can be written$/)
  })

  it.each<[string, Readonly<Record<string, string | undefined>>]>([
    ['a cache that takes no files', { XDG_CACHE_HOME: '/proc' }],
    ['a cache that is a file', { XDG_CACHE_HOME: '/etc/passwd' }],
    ['no home folder', { HOME: undefined, XDG_CACHE_HOME: undefined }],
    ['a home folder that takes no files', { HOME: '/proc', XDG_CACHE_HOME: undefined }],
  ])('%s is no reason to fail', async (_name, environment) => {
    expect((await own.shell('chancery validate --build', environment)).status).toBe(0)
  })

  it.each<[string, string, RegExp]>([
    ['below /proc', '--sarif /proc/none/findings.sarif', /^\/proc\/none(?:\/findings\.sarif)? cannot be used: /],
    ['a device', '--sarif /dev/null', /^\/dev\/null is not a regular file$/],
    ['a folder', '--sarif .', / is not a regular file$/],
    ['a link', '--sarif link', /\/link is not a regular file$/],
  ])('a file for findings: %s', async (_name, option, message) => {
    const ended = await own.shell(`ln -s network.yaml link; chancery validate ${option}`)
    expect(ended.status).toBe(2)
    expectFault(ended, message, /./)
  })

  it('names that are longer than the system takes', async () => {
    const ended = await own.shell(`chancery validate --network ${'n'.repeat(3000)}`)
    expect(ended.status).toBe(2)
    expectFault(ended, /: the path is too long$/, /^shorten the names/)
    expect(ended.stderr.length).toBeLessThan(600)
  })

  it('nothing stays in the folder for temporary files', async () => {
    const TMPDIR = await temporaryFolder()
    await own.shell('chancery validate --build', { TMPDIR })
    expect(await readdir(TMPDIR)).toEqual([])
  })
})

describe('no kubeconfig', () => {
  it.each(['verify', 'apply', 'apply --dry-run'])('is told once, and nothing is asked: %s', async (command) => {
    const ended = await own.shell(`chancery keys >/dev/null 2>&1; chancery ${command}`, { KUBECONFIG: undefined })
    expect(ended.status).toBe(2)
    expect(ended.stdout).not.toMatch(/portforward/)
    expectFault(ended, /^there is no kubeconfig: /, /^set KUBECONFIG to the file with the clusters, or log in/)
  })
})

describe('few open files', () => {
  it('40 are enough for everything', async () => {
    const XDG_CACHE_HOME = join(await temporaryFolder(), 'none')
    const script = 'ulimit -n 40; chancery keys && chancery render && chancery validate --build && chancery plan'
    const { status, stderr } = await own.shell(script, { XDG_CACHE_HOME })
    expect(stderr).not.toMatch(/^chancery:/m)
    expect(status).toBe(0)
  })

  it('fewer are told', async () => {
    const ended = await own.shell('ulimit -n 24; chancery plan')
    expect(ended.status).toBe(2)
    expectFault(ended, /: this process has too many open files$/, /^raise the limit, for example with `ulimit -n 1024`/)
  })
})
