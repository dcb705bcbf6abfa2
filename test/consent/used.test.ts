import { generateKeyPairSync } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { carrier, judged, signedBy, signedNetwork } from './signed-network.ts'
import { type Definition, type FilesByPath, redefined } from './workplace.ts'

/** What is used by the carrier's nodes, and is in no entry of its own. */
let signed: FilesByPath

const tokens = 'tokens/carrier.pem'
const publicKey = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'pem' }).toString()

const clusterOf = (all: Definition, name: string): Record<string, unknown> => {
  const found = (all.clusters as Record<string, unknown>[]).find((cluster) => cluster.name === name)
  if (found === undefined) throw new Error(`there is no cluster ${name}`)
  return found
}

beforeAll(async () => {
  const { signed: base } = await signedNetwork()
  const files = redefined({ ...base, [tokens]: publicKey() }, (all) => {
    Object.assign(carrier(all).nodes.find(({ name }) => name === 'rpc1') ?? {}, {
      expose: ['rpc'],
      authentication: { publicKey: tokens },
    })
    clusterOf(all, 'us').ambassador = { authentication: { service: 'checker.security:8080' } }
  })
  signed = await signedBy(files, 'alice', base)
})

const change = (edit: (all: Definition) => void) => (files: FilesByPath) => redefined(files, edit)

describe('what is used by a node is signed too', () => {
  it('and taken as it is', async () => {
    expect(await judged(signed, signed)).toEqual({ validate: [], plan: [], commit: [], apply: [] })
  })

  it.each<[string, (files: FilesByPath) => FilesByPath, RegExp]>([
    [
      'the key that tokens of its clients are checked with',
      (files) => ({ ...files, [tokens]: publicKey() }),
      /tokens\/carrier.pem: sha256:\w+ → sha256:/,
    ],
    [
      'who is asked about requests to what it exposes',
      change((all) => {
        clusterOf(all, 'us').ambassador = {}
      }),
      /nodes rpc1 entrance: removed, it was \{.*"service":"checker.security:8080"/,
    ],
    [
      'another service that is asked',
      change((all) => {
        clusterOf(all, 'us').ambassador = { authentication: { service: 'yes.evil:8080' } }
      }),
      /checker.security:8080 → yes.evil:8080/,
    ],
    [
      'that it is served without TLS',
      change((all) => void Object.assign(clusterOf(all, 'us').ambassador ?? {}, { cleartext: true })),
      /nodes rpc1 entrance cleartext: new, true/,
    ],
    [
      'labels of its objects',
      change((all) => void Object.assign(all, { labels: { 'example.com/trusted': 'yes' } })),
      /labels example.com\/trusted: new, yes/,
    ],
    [
      'what Prometheus may ask',
      change((all) => void Object.assign(all, { monitoring: { podMonitor: true } })),
      /monitoring podMonitor: new, true/,
    ],
  ])('%s', async (_what, edit, said) => {
    for (const messages of Object.values(await judged(edit(signed), signed))) expect(messages.join('\n')).toMatch(said)
  })
})
