import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { run } from '../../../src/tools/process.ts'
import { freePort } from '../../ambassador/free-port.ts'
import { noteProgram } from '../../real.ts'
import { startProgram } from '../program.ts'

/** BIND of the distribution (Debian: bind9), which is no Go module; undefined where there is none. */
export const named = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
  .map((folder) => join(folder, 'named'))
  .find((program) => existsSync(program))

/** A name server that is the primary of zones, until it is disposed of. */
export interface NameServer extends AsyncDisposable {
  /** On 127.0.0.1, over UDP and TCP. */
  readonly port: number
  /** What signs updates (RFC 2136, RFC 8945): algorithm hmac-sha256. */
  readonly key: { readonly name: string; readonly secret: string }
}

/** Starts BIND with zones that are empty, and that anyone with the key may update; its files are in a folder. */
export async function startNamed(program: string, folder: string, zones: readonly string[]): Promise<NameServer> {
  const directory = join(folder, 'named')
  await mkdir(directory)
  const [port, key] = [await freePort(), { name: 'updates', secret: randomBytes(32).toString('base64') }]
  for (const zone of zones) await writeFile(join(directory, zone), emptyZone)
  await writeFile(join(directory, 'named.conf'), configuration(directory, port, key, zones))
  const { stdout } = await run(program, ['-v'], { directory })
  noteProgram('bind', /BIND (\S+)/.exec(stdout)?.[1] ?? '')
  const running = startProgram(program, ['-f', '-c', join(directory, 'named.conf')], join(folder, 'named.log'))
  return { port, key, [Symbol.asyncDispose]: () => running[Symbol.asyncDispose]() }
}

const configuration = (directory: string, port: number, key: NameServer['key'], zones: readonly string[]): string => `
options {
  directory "${directory}";
  listen-on port ${port} { 127.0.0.1; };
  listen-on-v6 { none; };
  pid-file none;
  session-keyfile none;
  recursion no;
  notify no;
  dnssec-validation no;
};
controls { };
logging { channel console { stderr; severity info; }; category default { console; }; };
key "${key.name}" { algorithm hmac-sha256; secret "${key.secret}"; };
${zones
  .map(
    (zone) =>
      `zone "${zone}" { type primary; file "${zone}"; allow-update { key ${key.name}; }; allow-transfer { key ${key.name}; }; };`,
  )
  .join('\n')}
`

/** Negative answers are kept for a second (RFC 2308: the last number of SOA). */
const emptyZone = `$TTL 1
@ SOA ns hostmaster 1 3600 600 86400 1
@ NS ns
ns A 127.0.0.1
`
