import { mkdir, writeFile } from 'node:fs/promises'
import { request } from 'node:https'
import { join } from 'node:path'
import { freePort } from '../../free-port.ts'
import { createAuthority } from '../certificates/certificates.ts'
import type { Named } from '../dns/named.ts'
import { startProgram } from '../program.ts'
import { tool, tools } from '../tools/tool.ts'
import { until } from '../until.ts'

await tools('pebble')

/** An authority with ACME (RFC 8555), as Let's Encrypt is one, until it is disposed of. */
export interface Acme extends AsyncDisposable {
  readonly directory: string
  /** Who issued the certificate of its own server, in PEM. */
  readonly trusted: string
  /** Its root, in PEM. */
  root(): Promise<string>
}

/** Starts Pebble, which looks up challenges at a name server; its files are in a folder. */
export async function startAcme(folder: string, names: Named): Promise<Acme> {
  const directory = join(folder, 'pebble')
  await mkdir(directory)
  const [port, management] = [await freePort(), await freePort()]
  const authority = createAuthority('authority of pebble')
  const { certificate, key } = authority.server('pebble', ['127.0.0.1'])
  await writeFile(join(directory, 'tls.crt'), certificate)
  await writeFile(join(directory, 'tls.key'), key)
  const pebble = {
    listenAddress: `127.0.0.1:${port}`,
    managementListenAddress: `127.0.0.1:${management}`,
    certificate: join(directory, 'tls.crt'),
    privateKey: join(directory, 'tls.key'),
    httpPort: await freePort(),
    tlsPort: await freePort(),
    keyAlgorithm: 'ecdsa',
    retryAfter: { authz: 1, order: 1 },
    profiles: { default: { description: 'as Let’s Encrypt issues', validityPeriod: 7_776_000 } },
  }
  await writeFile(join(directory, 'pebble.json'), JSON.stringify({ pebble }))
  const parameters = ['-config', join(directory, 'pebble.json'), '-dnsserver', `127.0.0.1:${names.port}`]
  const running = startProgram(await tool('pebble'), parameters, join(folder, 'pebble.log'), {
    // It would wait up to 15 s before it looks at a challenge, and refuse some requests at random.
    PEBBLE_VA_NOSLEEP: '1',
    PEBBLE_WFE_NONCEREJECT: '0',
  })
  const root = () => fetchText(`https://127.0.0.1:${management}/roots/0`, authority.certificate)
  await until(async () => (await root()) !== '')
  return {
    directory: `https://127.0.0.1:${port}/dir`,
    trusted: authority.certificate,
    root,
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  }
}

const fetchText = (url: string, ca: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { ca }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve(Buffer.concat(parts).toString()))
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end()
  })
