import { spawn } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ScriptFolder } from './script-folder.ts'

let folder: ScriptFolder
beforeEach(async () => {
  folder = await ScriptFolder.make()
  for (const jar of ['corda-rpc-4.10.jar', 'log4j-core-2.17.1.jar', 'rxjava-1.3.8.jar'])
    await folder.write(`capsule/apps/net.corda.node.Corda_4.10/${jar}`, '')
})
afterEach(() => folder.remove())

type Answers = Readonly<Record<string, readonly string[]>>

/** A client of a node that answers each question as it is listed, the last answer again and again. `exit` ends it. */
async function node(answers: Answers, first = '='): Promise<void> {
  for (const [question, lines] of Object.entries(answers))
    await folder.write(`answers/${question}`, `${lines.join('\n')}\n`)
  await folder.program(
    'java',
    `echo "$*" >> "$0.log"
echo '${first}'
while read -r question; do
  marker=
  if [ -e ${folder.path}/draining ]; then marker='*'; fi
  echo "$question$marker" >> ${folder.path}/asked
  file=${folder.path}/answers/$question
  answer=$(head -n 1 "$file")
  if [ "$(wc -l < "$file")" -gt 1 ]; then sed -i 1d "$file"; fi
  if [ "$answer" = exit ]; then exit; fi
  echo "$answer"
done`,
  )
}

const drain = async (what: 'stop' | 'undo', seconds = 30): Promise<string> => {
  const variables = { CAPSULE_CACHE_DIR: `${folder.path}/capsule`, DRAIN_SECONDS: String(seconds) }
  const { status } = await folder.run('drain.sh', [what], variables)
  expect(status).toBe(0)
  return folder.read('log').catch(() => '')
}

/** Questions in order; with `*` while the marker of our draining mode is there. */
const asked = async (): Promise<string> => (await folder.read('asked')).trim().split('\n').join(' ')
const isMarked = (): Promise<boolean> =>
  folder.read('draining').then(
    () => true,
    () => false,
  )

describe('a stop', () => {
  it('waits until no flow is in progress, and has Corda end draining mode as it stops the node', async () => {
    await node({ draining: ['= false'], drain: ['='], flows: ['= 2', '= 0'], terminate: ['='] })
    expect(await drain('stop')).toBe('drain: no flow is in progress: the node stops\n')
    expect(await asked()).toBe('draining drain* flows* flows* terminate*')
    expect(await isMarked()).toBe(false)
  })

  it('waits for the end of the node', async () => {
    await node({ draining: ['= false'], drain: ['='], flows: ['= 0'], terminate: ['='] })
    const ledger = spawn('sleep', ['1.5'])
    await folder.write('process-id', String(ledger.pid))
    const began = Date.now()
    await drain('stop')
    expect(Date.now() - began).toBeGreaterThan(1400)
    expect(ledger.exitCode).toBe(0)
  })

  it('ends draining mode when flows take longer', async () => {
    await node({ draining: ['= false'], drain: ['='], flows: ['= 3'], resume: ['='] })
    expect(await drain('stop', 1)).toBe(
      'drain: flows in progress after 1 s: 3. They continue when the node has started again\n',
    )
    expect(await asked()).toMatch(/^draining drain\* (flows\* )+resume\*$/)
    expect(await isMarked()).toBe(false)
  })

  it('leaves a draining mode on that a person asked for', async () => {
    await node({ draining: ['= true'], flows: ['= 1', '= 0'] })
    expect(await drain('stop')).toBe('drain: no flow is in progress: the node stops\n')
    expect(await asked()).toBe('draining flows flows')
    await node({ draining: ['= true'], flows: ['= 1'] })
    await drain('stop', 1)
    expect(await asked()).not.toContain('resume')
  })

  it('ends the draining mode of a stop that was interrupted', async () => {
    await folder.write('draining', '')
    await node({ draining: ['= true'], drain: ['='], flows: ['= 0'], terminate: ['='] })
    await drain('stop')
    expect(await asked()).toBe('draining* drain* flows* terminate*')
    expect(await isMarked()).toBe(false)
  })

  it('keeps the marker where the node does not say that draining mode is off', async () => {
    await node({ draining: ['= false'], drain: ['='], flows: ['= 1', '! RPCException: Connection failure detected.'] })
    expect(await drain('stop')).toBe(
      'drain: the node ends before its flows: RPCException: Connection failure detected.\n',
    )
    expect(await isMarked()).toBe(true)
    await folder.write('draining', '')
    await node({ draining: ['= false'], drain: ['='], flows: ['= 0'], terminate: ['exit'] })
    await drain('stop')
    expect(await isMarked()).toBe(true)
  })

  it('does not wait for a node that does not answer', async () => {
    await node({}, '! java.net.ConnectException: Connection refused')
    expect(await drain('stop')).toBe(
      'drain: the node stops at once, as RPC does not answer: java.net.ConnectException: Connection refused\n',
    )
    expect(await isMarked()).toBe(false)
    await folder.program('java', 'echo noise >&2; echo "Error: Could not find or load main class" >&2; exit 1')
    expect(await drain('stop')).toMatch(/\ndrain: .* does not answer: Error: Could not find or load main class\n$/)
  })

  it('does nothing without time', async () => {
    await node({})
    expect(await drain('stop', 0)).toBe('')
    await expect(folder.read('bin/java.log')).rejects.toThrow('ENOENT')
  })
})

describe('a start after a stop that was interrupted', () => {
  it('ends draining mode', async () => {
    await folder.write('draining', '')
    await node({ resume: ['='] })
    expect(await drain('undo')).toBe('drain: flows draining mode is off again: an earlier stop was interrupted\n')
    expect(await isMarked()).toBe(false)
  })

  it('says it where it cannot, and leaves it to the next start', async () => {
    await folder.write('draining', '')
    await node({ resume: ['! PermissionException: no'] })
    expect(await drain('undo')).toBe(
      'drain: flows draining mode may be on, as an earlier stop was interrupted, and RPC does not answer: PermissionException: no\n',
    )
    expect(await isMarked()).toBe(true)
  })
})

describe('the client', () => {
  const call = async (): Promise<string> => {
    await node({ draining: ['= false'], drain: ['='], flows: ['= 0'], terminate: ['='] })
    await drain('stop')
    return (await folder.read('bin/java.log')).replaceAll(folder.path, '')
  }
  const libraries = '/capsule/apps/net.corda.node.Corda_4.10'
  const options = '-Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1'
  const path = `${libraries}/corda-rpc-4.10.jar:${libraries}/rxjava-1.3.8.jar`

  it('is JavaScript for Java 8 and 11, with the libraries of corda.jar, but none that writes logs', async () => {
    expect(await call()).toBe(
      `${options} -cp ${path} jdk.nashorn.tools.Shell --language=es6 /rpc.js -- 127.0.0.1:10201 0 50\n`,
    )
  })

  it('is a source file for Java 17, opened as the node is', async () => {
    await folder.write(`capsule/apps/net.corda.node.Corda_4.10/node-jvm-args.txt`, '')
    expect(await call()).toBe(`${options} @${libraries}/node-jvm-args.txt -cp ${path} /Rpc.java 127.0.0.1:10201 0 50\n`)
  })
})
