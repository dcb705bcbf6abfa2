import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { until } from '../../../bed/until.ts'
import type { ZoneAuthority } from './authority.ts'
import type { InstalledCorda } from './given.ts'

const scripts = join(import.meta.dirname, '../../../../src/platforms/corda/base/network-map')

/** The user of the pod. */
const user = 1000

const pem = (what: string, bytes: Buffer): string =>
  `-----BEGIN ${what}-----\n${bytes.toString('base64')}\n-----END ${what}-----\n`

/** The scripts of base/network-map, as their container has them. */
export class NetworkMapProcess {
  readonly #folder: string
  readonly #address: string
  #child: ChildProcess | undefined
  said = ''

  /** `folder` is empty, `address` an IP address of this machine. */
  constructor(folder: string, address: string) {
    this.#folder = folder
    this.#address = address
  }

  /** What the container mounts. */
  async prepare({ root, doorman, networkMap }: ZoneAuthority, zone: object, { javaHome, bin }: InstalledCorda) {
    const own = (name: string): string => join(this.#folder, name)
    for (const name of ['image', 'tmp', 'zone', 'keys', 'script']) await mkdir(own(name))
    await chown(own('tmp'), user, user)
    await this.empty()
    const files = {
      'zone/root.pem': pem('CERTIFICATE', root),
      'zone/doorman.pem': pem('CERTIFICATE', doorman.certificate),
      'zone/network-map.pem': pem('CERTIFICATE', networkMap.certificate),
      'zone/zone.json': JSON.stringify(zone),
      'keys/doormanKey': pem('PRIVATE KEY', doorman.key),
      'keys/networkMapKey': pem('PRIVATE KEY', networkMap.key),
    }
    for (const [name, content] of Object.entries(files)) await writeFile(own(name), content)
    for (const name of await readdir(scripts)) {
      const text = await readFile(join(scripts, name), 'utf8')
      await writeFile(own(`script/${name}`), text.replace("'0.0.0.0'", `'${this.#address}'`))
    }
    const binds = {
      [own('tmp')]: '/tmp',
      [own('data')]: '/var/lib/corda',
      [own('zone')]: '/etc/corda-zone',
      [own('keys')]: '/etc/corda-zone-keys',
      [own('script')]: '/etc/corda-script',
      [javaHome]: '/opt/java',
      [bin]: '/opt/corda/bin',
    }
    const lines = Object.entries(binds).map(([from, to]) => `${from} ${to}\n`)
    await writeFile(own('binds'), lines.join(''))
  }

  /** Its volume. */
  async empty(): Promise<void> {
    const data = join(this.#folder, 'data')
    await rm(data, { recursive: true, force: true })
    await mkdir(data)
    await chown(data, user, user)
  }

  async start(): Promise<void> {
    const container = join(import.meta.dirname, 'container.sh')
    const command = ['/bin/sh', '/etc/corda-script/network-map.sh']
    const child = spawn('unshare', ['--mount', 'bash', container, this.#folder, ...command], {
      cwd: '/',
      env: { PATH: '/opt/java/bin:/usr/bin:/bin:/usr/sbin', HOME: '/tmp', HEAP_MEBIBYTES: '512' },
    })
    this.#child = child
    this.said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        this.said += chunk
      })
    const ended = once(child, 'exit').then(() => Promise.reject(new Error(`it ended: ${this.said}`)))
    await until(async () => this.said.includes('listens at port 8080'), ended)
  }

  /** Its exit status. */
  async stop(): Promise<number | null> {
    const child = this.#child
    if (child === undefined || child.exitCode !== null) return child?.exitCode ?? null
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
    return child.exitCode
  }

  get = (path: string): Promise<Response> => fetch(`http://${this.#address}:8080${path}`)

  post = (path: string, body: Uint8Array): Promise<Response> =>
    fetch(`http://${this.#address}:8080${path}`, { method: 'POST', body: Buffer.from(body) })
}
