import { openSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesBelow } from '../../src/repository/named-folder.ts'
import { readDescriptor } from '../../src/tools/descriptor.ts'
import { postJson } from '../../src/tools/post-json.ts'

let folder: string
let server: Server
let port: number
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-inputs-'))
  await mkdir(join(folder, 'msp', 'cacerts'), { recursive: true })
  await writeFile(join(folder, 'msp', 'cacerts', 'ca.pem'), 'a certificate')
  await writeFile(join(folder, 'key'), 'a key\n')
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => {
      body += part.toString()
    })
    request.on('end', () => {
      if (request.url === '/moved') return void response.writeHead(302, { location: '/' }).end()
      response.writeHead(request.url === '/closed' ? 403 : 200)
      response.end(JSON.stringify({ body, user: request.headers.authorization ?? null }))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port // of a server that listens
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

describe('a file descriptor', () => {
  it('is read to its end', async () => {
    const descriptor = openSync(join(folder, 'key'), 'r')
    expect(Buffer.from(await readDescriptor(String(descriptor))).toString()).toBe('a key\n')
  })

  it.each([
    ['987', 'file descriptor 987 is not open for reading'],
    ['1', '"1" is not a file descriptor to read from'],
    ['key', '"key" is not a file descriptor to read from'],
  ])('%s is refused', async (descriptor, message) => {
    await expect(readDescriptor(descriptor)).rejects.toThrow(message)
  })
})

describe('a request to a node', () => {
  it('sends JSON, and gives status and text', async () => {
    const { status, body } = await postJson(`http://127.0.0.1:${port}/closed`, { method: 'eth_chainId' })
    expect(status).toBe(403)
    expect(JSON.parse(body)).toEqual({ body: '{"method":"eth_chainId"}', user: null })
  })

  it('sends user and password of the URL, and has them in no error', async () => {
    const { body } = await postJson(`http://me:hush@127.0.0.1:${port}`, {})
    expect(JSON.parse(body).user).toBe(`Basic ${Buffer.from('me:hush').toString('base64')}`)
    const error = await postJson('http://me:hush@127.0.0.1:1', {}).catch((problem: unknown) => problem)
    expect(String(error)).toContain('127.0.0.1:1 does not answer')
    expect(JSON.stringify([String(error), (error as { hint?: unknown }).hint])).not.toContain('hush')
  })

  it('follows nobody to another place', async () => {
    await expect(postJson(`http://127.0.0.1:${port}/moved`, {})).rejects.toThrow('does not answer')
  })

  it('refuses what is no URL of HTTP', async () => {
    await expect(postJson('file:///etc/passwd', {})).rejects.toThrow('a URL of a node begins with http:// or https://')
  })
})

describe('a folder', () => {
  it('has the files below it', async () => {
    expect(await filesBelow(folder)).toEqual(['key', 'msp/cacerts/ca.pem'])
    expect(await filesBelow(join(folder, 'nothing'))).toBeUndefined()
    expect(await filesBelow(join(folder, 'key'))).toBeUndefined()
  })
})
