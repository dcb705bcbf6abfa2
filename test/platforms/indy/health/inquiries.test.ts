import { describe, expect, test } from 'vitest'
import { outsideOf } from '../../../../src/ambassador/outside.ts'
import { readBases } from '../../../../src/bases.ts'
import { nodesOf } from '../../../../src/network/network.ts'
import { inquiryObjects } from '../../../../src/probe/inquiry.ts'
import { restrictedViolations } from '../../../kubernetes/pod-security.ts'
import { validateObject } from '../../../kubernetes/schemas.ts'
import { edited, madeFor, pool, revisionOf } from '../../../plan/revisions.ts'
import { genesisOf } from '../known-pool.ts'

const bases = await readBases()

function asked(text: string, files: ReadonlyMap<string, string>) {
  const { network, platform, ports, material } = revisionOf(text, files)
  const outside = outsideOf(platform, ports)
  const addressOf = outside
  const nodes = nodesOf(network, 'eu', 'maker')
  return platform.operation.inquiries?.(nodes, { network, cluster: 'eu', material, addressOf, outside }) ?? []
}

const questionsOf = (text: string, files: ReadonlyMap<string, string>) => {
  const [inquiry] = asked(text, files)
  return JSON.parse(inquiry?.files['questions.json'] ?? '{}') as {
    did: string
    validators: { alias: string; host: string; port: number; key: string }[]
  }
}

describe('the question of a cluster', () => {
  const files = madeFor(pool)

  test('goes to all validators where clients dial them, those of the same cluster too', () => {
    const { validators } = questionsOf(pool, files)
    expect(validators.map(({ alias, host }) => [alias, host])).toEqual([
      ['bank-v7', '192.0.2.77'],
      ['carrier-v1', '198.51.100.7'],
      ['carrier-v2', '198.51.100.7'],
      ['maker-v3', '203.0.113.7'],
      ['maker-v4', '203.0.113.7'],
      ['retailer-v5', '192.0.2.7'],
      ['retailer-v6', '192.0.2.7'],
    ])
    expect(validators.find(({ alias }) => alias === 'bank-v7')?.port).toBe(9702)
    expect(new Set(validators.map(({ host, port }) => `${host}:${port}`)).size).toBe(7)
    for (const { key } of validators) expect(key).toMatch(/^[0-9a-f]{64}$/)
  })

  test('is a Job that Kubernetes takes, restricted Pod Security included', () => {
    const [inquiry] = asked(pool, files)
    if (inquiry === undefined) throw new Error('nobody is asked')
    const { configMap, job } = inquiryObjects({
      inquiry,
      network: 'trade',
      namespace: 'trade-maker',
      name: 'inquiry-1',
      bases,
      images: { digests: {} },
      placement: {},
    })
    expect([configMap, job].flatMap(validateObject)).toEqual([])
    const { template } = job.spec as {
      template: { metadata: { labels: object }; spec: { containers: { image: string }[] } }
    }
    expect(restrictedViolations(template.spec as never)).toEqual([])
    // By which the policy to-pool lets it reach the validators.
    expect(template.metadata.labels).toMatchObject({ 'app.kubernetes.io/name': 'indy' })
    expect(template.spec.containers[0]?.image).toMatch(/\/indy_node:1\.13\.2-/)
  })

  test('goes to those that a pool to join had before, too', () => {
    const joined = edited(pool, [['name: trade\n', 'name: trade\ngenesis: {pool: pool.txn, domain: domain.txn}\n']])
    const given = new Map([
      ...files,
      ['pool.txn', genesisOf('sovrin_live_pool')],
      ['domain.txn', genesisOf('sovrin_live_domain')],
    ])
    const { validators, did } = questionsOf(joined, given)
    const aliases = validators.map(({ alias }) => alias)
    expect(aliases).toContain('maker-v3')
    expect(aliases.length).toBeGreaterThan(10)
    expect(genesisOf('sovrin_live_domain')).toContain(`"dest":"${did}"`)
  })
})

test('nobody is asked before there is a genesis', () => {
  const files = new Map([...madeFor(pool)].filter(([path]) => !path.endsWith('_genesis')))
  expect(
    asked(edited(pool, [['name: trade\n', 'name: trade\ngenesis: {pool: pool.txn, domain: domain.txn}\n']]), files),
  ).toEqual([])
})
