import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../free-port.ts'
import { path } from '../machine/requirements.ts'

/** A name of the zone in full, without its last dot, a type, and what the record has. */
export type Line = readonly [name: string, type: string, data: string]

export interface NamedOptions {
  /** Name of the zone → its records. */
  readonly zones?: Readonly<Record<string, readonly Line[]>>
  /** Where it asks what it does not have, as `127.0.0.1 port 5353`: it then has a cache. */
  readonly forwarder?: string
  /** Seconds that others remember that a name is missing: the last field of the SOA. */
  readonly minimum?: number
}

export interface Named extends AsyncDisposable {
  readonly port: number
  /** `127.0.0.1:5353` */
  readonly address: string
  /** Changes a zone as an administrator does with nsupdate: lines such as `update delete a.example.com A`. */
  update(...lines: readonly string[]): Promise<void>
  /** What it logged. */
  log(): string
}

/** Key for changes and transfers of zones, of HMAC-SHA256. */
export const key = { name: 'operator', secret: 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3I=' } as const

/** BIND on loopback, as nobody in particular. */
export async function startNamed(options: NamedOptions): Promise<Named> {
  const directory = await mkdtemp(join(tmpdir(), 'named-'))
  const port = await freePort()
  const { zones = {}, minimum = 60 } = options
  for (const [zone, lines] of Object.entries(zones))
    await writeFile(join(directory, zone), zoneFile(zone, lines, minimum))
  await writeFile(join(directory, 'named.conf'), configuration(directory, port, options))
  const child = spawn('named', ['-g', '-n', '1', '-c', join(directory, 'named.conf')], {
    env: { PATH: path },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const log = await logOf(child)
  return {
    port,
    log,
    address: `127.0.0.1:${port}`,
    update: (...lines) => nsupdate([`server 127.0.0.1 ${port}`, ...lines, 'send', '']),
    [Symbol.asyncDispose]: async () => {
      if (child.kill('SIGTERM')) await once(child, 'exit')
      await rm(directory, { recursive: true, force: true })
    },
  }
}

const configuration = (directory: string, port: number, { zones = {}, forwarder }: NamedOptions): string => `
key "${key.name}" { algorithm hmac-sha256; secret "${key.secret}"; };
controls { };
options {
  directory "${directory}";
  pid-file none;
  listen-on port ${port} { 127.0.0.1; };
  listen-on-v6 { none; };
  dnssec-validation no;
  empty-zones-enable no;
  ${forwarder === undefined ? 'recursion no;' : `recursion yes; forward only; forwarders { ${forwarder}; };`}
};
${Object.keys(zones)
  .map(
    (zone) =>
      `zone "${zone}" { type primary; file "${zone}"; allow-update { key ${key.name}; }; allow-transfer { key ${key.name}; }; };`,
  )
  .join('\n')}
`

/** With the SOA first: `minimum` is its last field. */
export const zoneFile = (zone: string, lines: readonly Line[], minimum: number): string =>
  [
    '$TTL 60',
    `${zone}. IN SOA ns.${zone}. hostmaster.${zone}. 1 3600 600 86400 ${minimum}`,
    `${zone}. IN NS ns.${zone}.`,
    `ns.${zone}. IN A 127.0.0.1`,
    ...lines.map(([name, type, data]) => `${name}. IN ${type} ${data}`),
    '',
  ].join('\n')

/** Resolves once it answers; throws an Error with its log when it ends before. */
async function logOf(child: ChildProcess): Promise<() => string> {
  let text = ''
  await new Promise<void>((done, fail) => {
    child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
      if (text.includes('all zones loaded')) done()
    })
    child.once('error', fail)
    child.once('exit', () => fail(new Error(`named ended:\n${text}`)))
  })
  return () => text
}

async function nsupdate(lines: readonly string[]): Promise<void> {
  const child = spawn('nsupdate', ['-y', `hmac-sha256:${key.name}:${key.secret}`], {
    env: { PATH: path },
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    errors += piece
  })
  child.stdin.end(lines.join('\n'))
  const [status] = await once(child, 'exit')
  if (status !== 0) throw new Error(`nsupdate ${lines.join('; ')}: ${errors}`)
}
