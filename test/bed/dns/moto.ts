import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contentName } from '../../../src/content-name.ts'
import { run } from '../../../src/tools/process.ts'
import { freePort } from '../../free-port.ts'
import { noteProgram } from '../../real.ts'
import { cacheDirectory } from '../tools/cache.ts'
import { once as filled } from '../tools/once.ts'
import { until } from '../until.ts'

const requirements = join(import.meta.dirname, 'requirements.txt')

export interface Route53 extends AsyncDisposable {
  /** Variables by which programs with libraries of AWS find it. */
  readonly environment: Readonly<Record<string, string>>
  createZone(name: string): Promise<void>
  /** Everything in its zones, as its API writes it. */
  records(): Promise<string>
}

/** Packages of PyPI, installed on first use and kept in the cache: moto, whose Route 53 keeps records in memory. */
export async function motoPackages(): Promise<string> {
  const text = await readFile(requirements, 'utf8')
  const target = join(cacheDirectory(), 'tools', contentName('moto', text))
  await filled(target, async (directory) => {
    console.error('installing moto; this happens once')
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps']
    const { status, stderr } = await run('python3', [...pip, '--target', directory, '--requirement', requirements], {
      directory: import.meta.dirname,
    })
    if (status !== 0) throw new Error(`moto cannot be installed: ${stderr}`)
  })
  noteProgram('moto', /^moto==(\S+)$/m.exec(text)?.[1] ?? '')
  return target
}

export async function startRoute53(): Promise<Route53> {
  const packages = await motoPackages()
  const port = await freePort()
  const endpoint = `http://127.0.0.1:${port}`
  const child = spawn('python3', ['-m', 'moto.server', '--host', '127.0.0.1', '--port', String(port)], {
    env: { PATH: process.env.PATH, PYTHONPATH: packages },
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  const ask = async (path: string, init: RequestInit = {}): Promise<string> => {
    // It reads from this header which service is asked.
    const authorization = 'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/route53/aws4_request'
    const answer = await fetch(`${endpoint}/2013-04-01${path}`, { ...init, headers: { authorization } })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
    return text
  }
  await until(
    async () => (await ask('/hostedzone')) !== '',
    ended.then(() => Promise.reject(new Error('moto ended'))),
  )
  const zones = async (): Promise<readonly string[]> =>
    [...(await ask('/hostedzone')).matchAll(/<Id>\/hostedzone\/(\w+)<\/Id>/g)].map(([, id = '']) => id)
  return {
    environment: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    },
    createZone: async (name) => {
      const body = `<CreateHostedZoneRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Name>${name}</Name><CallerReference>${name}</CallerReference></CreateHostedZoneRequest>`
      await ask('/hostedzone', { method: 'POST', body })
    },
    records: async () => (await Promise.all((await zones()).map((id) => ask(`/hostedzone/${id}/rrset`)))).join('\n'),
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
