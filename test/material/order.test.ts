import { describe, expect, it } from 'vitest'
import { completeMaterial } from '../../src/material/complete.ts'
import { noKeys } from '../../src/material/identities.ts'
import type { KeyRequest, MaterialRequest, SharedRequest } from '../../src/material/material.ts'
import { inOrderOfNeeds } from '../../src/material/order.ts'
import { standIns } from '../../src/material/stand-ins.ts'
import { holder } from './sops-tool.ts'
import { keyringOf } from './unsealing.ts'

const publicFile = (name: string): string => `material/public/${name}.txt`
const sealedFile = (name: string): string => `material/sealed/eu/${name}.yaml`

/** A key whose public half names everything that it was issued with: `node of intermediate of root`. */
const key = (name: string, issuer: string | undefined, recipient: string): KeyRequest => ({
  kind: 'key',
  organization: 'carrier',
  label: name,
  file: publicFile(name),
  sealed: {
    path: sealedFile(name),
    holder: 'cluster eu',
    namespace: 'trade-carrier',
    secret: name,
    recipients: [recipient],
  },
  ...(issuer === undefined ? {} : { needs: [sealedFile(issuer)] }),
  path: [],
  make: ({ secret }) => {
    const chain = issuer === undefined ? name : `${name} of ${secret(sealedFile(issuer)).chain}`
    return { public: { [publicFile(name)]: chain }, private: { chain } }
  },
})

const shared = (needs: readonly string[]): SharedRequest => ({
  kind: 'shared',
  label: 'the genesis block',
  file: publicFile('genesis'),
  needs,
  madeWhen: 'all validators have keys',
  path: [],
  make: (material) => needs.map((path) => material.text(path)).join(' + '),
})

const random = (_label: string, length: number): Uint8Array => new Uint8Array(length).fill(7)

/** Three levels, in the order that is worst: each is asked for before what it is made with. */
const chain = (recipient: string): readonly MaterialRequest[] => [
  shared([publicFile('node')]),
  key('node', 'intermediate', recipient),
  key('intermediate', 'root', recipient),
  key('root', undefined, recipient),
]

const whole = 'node of intermediate of root'

describe('requests that need each other', () => {
  it('are sorted to any depth, and keep their order otherwise', async () => {
    const { recipient } = await holder()
    const others = [key('b', undefined, recipient), key('a', undefined, recipient)]
    const labels = inOrderOfNeeds([...chain(recipient), ...others]).map(({ label }) => label)
    expect(labels).toEqual(['root', 'intermediate', 'node', 'the genesis block', 'b', 'a'])
  })

  it('in a circle are a fault of the platform', async () => {
    const { recipient } = await holder()
    expect(() => inOrderOfNeeds([key('a', 'b', recipient), key('b', 'a', recipient)])).toThrow(
      'requests need each other: a, b, a',
    )
  })

  it('are all made in one run', async () => {
    const { recipient } = await holder()
    const options = { labels: {}, random, now: () => new Date(0), keyring: async () => noKeys }
    const { made, missing } = await completeMaterial(chain(recipient), new Map(), options)
    expect(missing).toEqual([])
    expect(made.get(publicFile('node'))).toBe(whole)
    expect(made.get(publicFile('genesis'))).toBe(whole)
  })

  it('are made with the sealed key of an earlier run', async () => {
    const issuer = await holder()
    const { recipient } = issuer
    const options = { labels: {}, random, now: () => new Date(0), keyring: () => keyringOf(issuer) }
    const requests = chain(recipient)
    const first = await completeMaterial(requests.slice(2), new Map(), options)
    const { made } = await completeMaterial(requests, first.made, options)
    expect([...made.keys()].sort()).toEqual([publicFile('genesis'), publicFile('node'), sealedFile('node')].sort())
    expect(made.get(publicFile('node'))).toBe(whole)
  })

  it('have throw-away halves that fit each other, whatever is there already', async () => {
    const { recipient } = await holder()
    const files = new Map([[publicFile('root'), 'kept']])
    const texts = standIns(chain(recipient), files, random)
    expect(texts.get(publicFile('genesis'))).toBe(whole)
    expect([...texts.keys()].sort()).toEqual(['genesis', 'intermediate', 'node'].map(publicFile).sort())
  })
})
