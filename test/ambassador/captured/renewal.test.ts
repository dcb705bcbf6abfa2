import { describe, expect, test } from 'vitest'
import { until } from '../../bed/until.ts'
import { envoy } from '../envoy.ts'
import { call, dial, servedTo, tell, webSocket } from './clients.ts'
import { a, authority, b, certificate, https, noteShown, running } from './running.ts'

describe.skipIf(envoy === undefined)('Envoy with the configuration that Emissary makes', () => {
  describe('takes up another certificate', () => {
    const { at, port, emissary } = running('http', { drainSeconds: 3 })

    test('and cuts WebSockets only after its drain time, and connections to a port never', async () => {
      const [before, link] = [await webSocket(at(https), a, '/ws'), await dial(port(15000))]
      const closed = new Promise<void>((resolve) => before.once('close', () => resolve()))
      const first = await servedTo(at(https), a)
      await emissary().update(authority.server('Ambassador', [a, b]))
      await until(async () => (await servedTo(at(https), a)) !== first)
      expect(await tell(before, 'still here')).toBe('still here')
      const after = await webSocket(at(https), a, '/ws')
      await closed
      expect(await tell(after, 'still here')).toBe('still here')
      expect(await tell(link, 'still here')).toBe('a has still here')
      after.destroy()
      link.destroy()
    })
  })

  describe('takes up another node', () => {
    const { at, emissary } = running('http', { drainSeconds: 0, without: 'httpshost-host.b.north' })

    test('and cuts nobody, if the certificate is the same', async () => {
      const before = await webSocket(at(https), a, '/ws')
      await expect(call(at(https), b, '/ledger.Blocks/Get')).rejects.toThrow()
      await emissary().update(certificate)
      await until(async () => (await call(at(https), b, '/ledger.Blocks/Get')).endsWith(' 0'))
      expect(await tell(before, 'still here')).toBe('still here')
      before.destroy()
    })
  })

  test('is noted', () => noteShown('renewal of a certificate with open WebSockets and ports'))
})
