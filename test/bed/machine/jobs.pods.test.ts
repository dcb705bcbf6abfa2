import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Api } from '../../../src/cluster/api.ts'
import { connect } from '../../../src/cluster/connection.ts'
import type { KubernetesObject } from '../../../src/cluster/objects.ts'
import { verifyCluster } from '../../../src/cluster/verify.ts'
import { outcomeLine, resultLines } from '../../../src/report/cluster.ts'
import { applyTo, smallNetwork } from '../apply/network.ts'
import { type Bed, type Cluster, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { tools } from '../tools/tool.ts'
import { container, image } from './fixtures.ts'
import { machineTools } from './programs.ts'
import { podsRun } from './requirements.ts'

if (podsRun()) await tools(...components, ...machineTools)

let bed: Bed
let eu: Cluster
let api: Api

describe.runIf(podsRun())('Jobs whose pods really run', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    bed = await clusters(['eu'], { pods: 'real' })
    eu = bed.cluster('eu')
    await bed.loadImage(image)
    vi.stubEnv('KUBECONFIG', bed.kubeconfig)
    api = connect('eu')
  }, 900_000)
  afterAll(async () => {
    api?.close()
    await bed?.[Symbol.asyncDispose]()
  })

  const network = smallNetwork('real')
  const saying = (name: string, ...parameters: readonly string[]): KubernetesObject =>
    network.job(name, {
      backoffLimit: 10_000,
      template: {
        metadata: { labels: network.namespace.metadata.labels },
        spec: {
          restartPolicy: 'OnFailure',
          terminationGracePeriodSeconds: 30,
          securityContext: { runAsUser: 1000 },
          containers: [container('say', ...parameters)],
        },
      },
    })
  const approval = saying('approve', 'waiting for others: the approval of chaincode basic by CarrierMSP')

  it('one that waits for others is named after its log', async () => {
    const wanted = network.wanted([approval])

    const applied = await applyTo(api, wanted, { timeout: 30_000 })

    expect(resultLines(applied)).toEqual([
      'Job real/approve waits for others: the approval of chaincode basic by CarrierMSP',
      'applied: 2 written, 0 pruned, everything else is ready, 1 Job waits for others',
    ])
    const options = { force: true, heedFlux: true, readOnly: true, named: new Set<string>() }
    const { unready } = await verifyCluster(api, wanted, { ...options, signal: new AbortController().signal })
    expect(unready).toEqual(['Job real/approve waits for others: the approval of chaincode basic by CarrierMSP'])
  })

  it('one that fails is not ready, with the line of its last run; the one before is gone with its pod', async () => {
    const applied = await applyTo(api, network.wanted([saying('join', 'peer1 does not answer', '1')]), {
      timeout: 20_000,
    })

    expect(applied.pruned).toEqual(['Job real/approve'])
    expect(outcomeLine(applied)).toBe(
      'not ready: 1 written, 1 pruned: Job real/join is not ready after 20 s: 0 of 1 completions',
    )
    expect(resultLines(applied)).toContain('    last line of its log: peer1 does not answer')
    const { body } = await eu.request('GET', '/api/v1/namespaces/real/pods')
    expect(JSON.stringify(body)).not.toContain('"approve-')
  })

  it('one that ends well is done', async () => {
    const applied = await applyTo(api, network.wanted([saying('done', 'joined', '0')]), { timeout: 60_000 })
    expect(applied).toMatchObject({ outcome: 'applied', jobs: [], pruned: ['Job real/join'] })
  })
})
