import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../free-port.ts'
import { tool } from '../tools/tool.ts'
import { type Line, zoneFile } from './named.ts'

interface CoreDnsOptions {
  /** The DNS server that it asks, as `127.0.0.1:5353`. */
  readonly asks: string
  /** Zones that it has itself, as split horizon: name → records. */
  readonly zones?: Readonly<Record<string, readonly Line[]>>
}

export interface CoreDns extends AsyncDisposable {
  /** `127.0.0.1:5353` */
  readonly address: string
}

/** The DNS of a cluster, with the cache and the forwarding that kubeadm and clouds configure. */
export async function startCoreDns({ asks, zones = {} }: CoreDnsOptions): Promise<CoreDns> {
  const directory = await mkdtemp(join(tmpdir(), 'coredns-'))
  const port = await freePort()
  for (const [zone, lines] of Object.entries(zones)) await writeFile(join(directory, zone), zoneFile(zone, lines, 60))
  const own = Object.keys(zones).map((zone) => `${zone}:${port} {\n  ${listens}\n  file ${join(directory, zone)}\n}\n`)
  const others = `.:${port} {\n  ${listens}\n  cache 30\n  forward . ${asks}\n}\n`
  await writeFile(join(directory, 'Corefile'), [...own, others].join(''))
  const child = spawn(await tool('coredns'), [`-conf=${join(directory, 'Corefile')}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await new Promise<void>((done, fail) => {
    let log = ''
    const read = (piece: Buffer): void => {
      log += piece
      // The line after those of all servers.
      if (log.includes('CoreDNS-')) done()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('error', fail)
    child.once('exit', () => fail(new Error(`CoreDNS ended:\n${log}`)))
  })
  return {
    address: `127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      if (child.kill('SIGKILL')) await once(child, 'exit')
      await rm(directory, { recursive: true, force: true })
    },
  }
}

const listens = 'bind 127.0.0.1\n  errors'
