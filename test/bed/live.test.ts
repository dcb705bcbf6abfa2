import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { outputProblems } from '../report/output-problems.ts'
import type { Fault } from './apply/proxy.ts'
import { recordsOf } from './apply/records.ts'
import { documentedRole, rightFor, rightsOf } from './apply/rights.ts'
import { names, type TemplateNetwork, templateNetwork } from './apply/template-network.ts'
import { components } from './components.ts'
import { failPods } from './fail-pods.ts'
import { tools } from './tools/tool.ts'

await tools(...components)

let network: TemplateNetwork
/** What a kubelet answers: the pods of this bed are pretended, and write nothing. */
let log: ((pod: string, request: string) => Fault | undefined) | undefined
beforeAll(async () => {
  network = await templateNetwork((_name, request) => {
    const [, pod = ''] = /\/pods\/([^/]+)\/log\?/.exec(request) ?? []
    return pod === '' ? undefined : log?.(pod, request)
  })
  const { status, stdout, stderr } = await network.run(['apply'])
  expect(status, stdout + stderr).toBe(0)
  network.dns.serve(await recordsOf(network.bed.clusters))
}, 900_000)
afterAll(() => network?.[Symbol.asyncDispose](), 60_000)

/** Without an age key, and with no more rights than the documentation asks for. */
const asOperator = () => ({ KUBECONFIG: network.operator, SOPS_AGE_KEY: '' })
const brokenPods = (failure: Parameters<typeof failPods>[2], organization: string, node: string) =>
  failPods(
    network.bed.cluster('us'),
    { namespace: `supplychain-${organization}`, labels: { 'app.kubernetes.io/instance': node } },
    failure,
  )

describe('chancery status', { timeout: 300_000 }, () => {
  it('shows every cluster, node and route, with rights to read only', async () => {
    const before = names.map((name) => network.requests(name).length)
    const { status, stdout, stderr } = await network.run(['status'], asOperator())

    expect(status, stdout + stderr).toBe(0)
    expect(stdout).toMatch(/^CLUSTER +STATE +NODES +OBJECTS +AMBASSADOR +KUBERNETES +APPLIED BY$/m)
    expect(stdout).toMatch(/^eu +ok +(\d+)\/\1 +(\d+)\/\2 +127\.101\.\d+\.\d+ +v1\.\d+\.\d+ +Chancery$/m)
    expect(stdout).toMatch(/^NODE +CLUSTER +ROLE +READY +RESTARTS +VERSION$/m)
    expect(stdout).toMatch(/^carrier\/validator1 +us +validator +yes +0 +\d+\.\d+\.\d+$/m)
    expect(stdout).toMatch(/^validator1\.carrier\.us\.supplychain\.example\.com:\d+ +carrier\/validator1 +p2p +ok$/m)
    expect(stdout).toContain(
      'eu: no node answered, so blocks and peers are unknown: that needs the right pods/portforward\n',
    )
    expect(stdout).toMatch(/^no problems found$/m)

    const granted = new Set([...rightsOf(await documentedRole('verify')), ...rightsOf(await documentedRole('operate'))])
    const isGranted = (right: string): boolean =>
      granted.has(right.replace(/^(\w+) \w+\.getambassador/, '$1 *.getambassador'))
    for (const [at, name] of names.entries()) {
      const asked = network.requests(name).slice(before[at])
      expect(asked.filter((request) => !request.startsWith('GET '))).toEqual([])
      expect(asked.filter((request) => request.includes('/secrets'))).toEqual([])
      expect(asked.flatMap((request) => rightFor(request) ?? []).filter((right) => !isGranted(right))).toEqual([])
    }
  })

  it('says why a node is not ready, and what to do', async () => {
    await using _broken = await brokenPods('image-pull', 'carrier', 'validator1')
    // The stages of a failure take their time.
    const stdout = await vi.waitFor(
      async () => {
        const { stdout } = await network.run(['status', '-o', 'json', '--cluster', 'us'], asOperator())
        expect(stdout).toMatch(/ErrImagePull|ImagePullBackOff/)
        return stdout
      },
      { timeout: 60_000, interval: 1000 },
    )
    const { live } = JSON.parse(stdout)
    expect(outputProblems(stdout)).toEqual([])

    expect(live.clusters).toMatchObject([{ cluster: 'us', state: 'degraded' }])
    expect(live.nodes).toContainEqual(expect.objectContaining({ node: 'carrier/validator1', ready: false }))
    expect(live.problems).toContainEqual({
      cluster: 'us',
      message: expect.stringMatching(/^StatefulSet supplychain-carrier\/validator1: (ErrImagePull|ImagePullBackOff): /),
      hint: 'copy the image to `images.registry`, or correct the version or `images.digests`; kubectl --context us -n supplychain-carrier describe pod validator1-0',
    })
  })

  it('shows a cluster that does not answer as a row, and the others whole', async () => {
    const { status, stdout } = await network.run(['status'], { KUBECONFIG: network.withoutUs })

    expect(status).toBe(4)
    expect(stdout).toMatch(/^us +unreachable$/m)
    expect(stdout).toMatch(/^eu +ok /m)
    expect(stdout).toMatch(/^carrier\/validator1 +us +validator +unknown/m)
    expect(stdout).toMatch(
      /^! us: the API server of context us is unreachable: .*ECONNREFUSED.*\n {4}check that the cluster runs/m,
    )
  })

  it('watches, writes what changes, and ends when it is told to', async () => {
    const running = await network.start(['status', '--watch', '--cluster', 'us'], asOperator())
    // A pod that breaks while the first look is under way was never seen ready.
    await expect.poll(running.written, { timeout: 60_000 }).toMatch(/^manufacturer\/validator2 +us +validator +yes /m)
    const broken = await brokenPods('crash-loop', 'manufacturer', 'validator2')
    // The stages of a crash take their time.
    await expect.poll(running.written, { timeout: 120_000 }).toContain('read why it ended: chancery logs ')
    running.terminate()
    const { status, stdout, stderr } = await running.ended
    await broken[Symbol.asyncDispose]()

    expect(status, stdout + stderr).toBe(4)
    expect(stdout).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/m)
    expect(stdout).toMatch(/^manufacturer\/validator2: ready → not ready/m)
    expect(stdout).toContain('read why it ended: chancery logs manufacturer/validator2 --cluster us --previous\n')
    expect(stdout.match(/^NODE /gm)).toHaveLength(1)
  })
})

describe('chancery logs', { timeout: 120_000 }, () => {
  it('prints the log of a node as it is', async () => {
    const asked: string[] = []
    log = (_pod, request) => {
      asked.push(request)
      return { status: 200, body: '{"level":"INFO"}\nProduced #12 \n' }
    }
    const { status, stdout, stderr } = await network.run(
      ['logs', 'carrier/validator1', '--tail', '2', '--since', '1m30s', '--previous'],
      asOperator(),
    )
    expect(status, stderr).toBe(0)
    expect(stdout).toBe('{"level":"INFO"}\nProduced #12 \n')
    expect(asked).toEqual([
      'GET /api/v1/namespaces/supplychain-carrier/pods/validator1-0/log?container=besu&previous=true&tailLines=2&sinceSeconds=90',
    ])
  })

  it('prints those of all pods of an Ambassador, each line with its pod', async () => {
    log = (pod) => ({ status: 200, body: `I am ${pod}\n` })
    const { status, stdout, stderr } = await network.run(['logs', 'ambassador', '--cluster', 'eu'], asOperator())
    expect(status, stderr).toBe(0)
    expect(stdout.match(/^(ambassador-\S+): I am \1$/gm)).toHaveLength(2)
  })

  it('says what the kubelet says when there is no log', async () => {
    const message = 'previous terminated container "besu" in pod "validator1-0" not found'
    log = () => ({ status: 400, body: { kind: 'Status', message } })
    const { status, stderr } = await network.run(['logs', 'carrier/validator1', '--previous'], asOperator())
    expect(status).toBe(2)
    expect(stderr).toContain(message)
  })

  it.each([
    [
      'a node that is not there',
      ['logs', 'carrier/validator9'],
      'carrier/validator9 has no pod in cluster us\n    did you mean "carrier/validator1"?',
    ],
    [
      'a container that is not there',
      ['logs', 'carrier/rpc1', '--container', 'besus'],
      'the pod rpc1-0 has no container "besus"\n    did you mean "besu"?',
    ],
    [
      'a Job that is not there',
      ['logs', 'carrier/join'],
      'carrier/join has no pod in cluster us\n    it is no node; pods of a Job are removed',
    ],
  ])('reports %s', async (_case, args, message) => {
    log = () => ({ status: 200, body: 'never\n' })
    const { status, stdout, stderr } = await network.run(args, asOperator())
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(message)
  })
})

describe('chancery doctor', { timeout: 120_000 }, () => {
  interface Check {
    readonly cluster?: string
    readonly name: string
    readonly result: string
    readonly seen: string
    readonly hint?: string
  }
  const doctor = async (environment: Readonly<Record<string, string>>) => {
    const { status, stdout, stderr } = await network.run(['doctor', '-o', 'json'], environment)
    expect(outputProblems(stdout)).toEqual([])
    const { checks } = JSON.parse(stdout) as { readonly checks: readonly Check[] }
    const found = (name: string, cluster?: string): Check =>
      checks.find((check) => check.name === name && check.cluster === cluster) ?? expect.unreachable(stdout + stderr)
    return { status, checks, found, stderr }
  }

  it('finds nothing wrong with an account that may apply', async () => {
    const { status, checks, found, stderr } = await doctor({})

    expect(status, stderr).toBe(0)
    expect(checks.filter(({ result }) => result === 'failed')).toEqual([])
    for (const name of ['Node', 'git', 'kustomize', 'repository', 'keys', 'deploy/'])
      expect(found(name), name).toMatchObject({ result: 'ok' })
    for (const cluster of names) {
      expect(found('API server', cluster)).toMatchObject({
        result: 'ok',
        seen: expect.stringMatching(/^Kubernetes v1\./),
      })
      expect(found('clock', cluster).result).toBe('ok')
      expect(found('rights', cluster)).toMatchObject({
        result: 'ok',
        seen: expect.stringMatching(/^this account has all \d+ rights to apply$/),
      })
      expect(found('Flux', cluster).seen).toMatch(/^not installed: /)
      expect(found('load balancer', cluster)).toMatchObject({ result: 'ok', seen: expect.stringContaining('127.10') })
      expect(found('capacity', cluster)).toMatchObject({
        result: 'unknown',
        seen: expect.stringMatching(/^machines cannot be listed: nodes is forbidden/),
      })
      expect(found('Pod Security', cluster)).toMatchObject({ result: 'ok' })
      expect(found('age key', cluster)).toMatchObject({
        result: 'ok',
        seen: `this machine has the key of cluster ${cluster}`,
      })
    }
    expect(stderr).not.toContain('AGE-SECRET-KEY')
  })

  it('compares requests with the room of the machines, for an account that may list them', async () => {
    const { found } = await doctor({ KUBECONFIG: network.bed.kubeconfig })

    for (const cluster of names)
      expect(found('capacity', cluster)).toMatchObject({
        result: 'ok',
        seen: expect.stringMatching(/^\d+ pods request .+; \d+ machines? ha(?:s|ve) /),
      })
  })

  it('names the rights that an account lacks, and asks the server without making anything', async () => {
    const before = names.map((name) => network.requests(name).length)
    const { status, found } = await doctor(asOperator())

    expect(status).toBe(2)
    expect(found('rights', 'eu')).toMatchObject({
      result: 'failed',
      seen: expect.stringMatching(/^\d+ of \d+ rights to apply are missing: .*create /),
      hint: 'bind the ClusterRole of docs/apply.md#rights to this account',
    })
    expect(found('age key', 'eu')).toMatchObject({ result: 'warning', seen: 'no age key is given' })
    for (const [at, name] of names.entries())
      expect(
        network
          .requests(name)
          .slice(before[at])
          .filter((request) => !request.startsWith('GET ') && !request.endsWith('/selfsubjectaccessreviews')),
      ).toEqual([])
  })

  it('goes on where a cluster does not answer, and where there is no kubeconfig', async () => {
    const away = await doctor({ KUBECONFIG: network.withoutUs })
    expect(away.status).toBe(2)
    expect(away.found('API server', 'us')).toMatchObject({
      result: 'failed',
      seen: expect.stringContaining('ECONNREFUSED'),
    })
    expect(away.found('API server', 'eu').result).toBe('ok')

    const nowhere = await doctor({ KUBECONFIG: '/nowhere' })
    expect(nowhere.status).toBe(2)
    expect(nowhere.found('context', 'eu').result).toBe('failed')
    expect(nowhere.found('Node').result).toBe('ok')
  })
})

describe('chancery diff', { timeout: 120_000 }, () => {
  const place = { name: 'validator1-peers', namespace: 'supplychain-carrier' }
  const peers = { apiVersion: 'v1', kind: 'ConfigMap', metadata: place }
  const edit = async (data: object): Promise<void> => {
    const us = network.bed.cluster('us')
    const headers = { 'Content-Type': 'application/merge-patch+json' }
    const path = `${await us.path(peers)}?fieldManager=person`
    expect(await us.request('PATCH', path, { data }, headers)).toMatchObject({ status: 200 })
  }

  it('is silent about a cluster that apply would leave as it is, and writes nothing', async () => {
    const before = network.requests('eu').length
    const { status, stdout, stderr } = await network.run(['diff', '--cluster', 'eu'])

    expect(status, stdout + stderr).toBe(0)
    expect(stdout).toMatch(/^eu: would create 0, change 0, prune 0; (\d+) of \1 objects are up to date$/m)
    expect(stdout).not.toMatch(/^[-+@]/m)
    const written = network
      .requests('eu')
      .slice(before)
      .filter((request) => !request.startsWith('GET ') && !request.includes('dryRun=All'))
    expect(written).toEqual([])
  })

  it('shows each object that apply would change, as apply --dry-run counts them', async () => {
    await edit({ 'static-nodes.json': '["nobody"]' })
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { ...place, name: 'validator1-keys' } }
    const value = JSON.stringify(await network.bed.cluster('us').get(secret))
    await network.bed.cluster('us').delete(secret)
    const args = ['--cluster', 'us', '--force-conflicts']
    const { status, stdout, stderr } = await network.run(['diff', ...args])
    const planned = await network.run(['apply', '--dry-run', ...args])
    const document = await network.run(['diff', ...args, '-o', 'json'])

    expect(status, stdout + stderr).toBe(4)
    expect(stdout).toMatch(
      /^--- cluster\/ConfigMap supplychain-carrier\/validator1-peers\n\+\+\+ definition\/ConfigMap supplychain-carrier\/validator1-peers\n@@ /m,
    )
    expect(stdout).toMatch(/^- {2}static-nodes\.json: '\["nobody"\]'$/m)
    expect(stdout).toMatch(/^--- \/dev\/null\n\+\+\+ definition\/Secret supplychain-carrier\/validator1-keys$/m)
    expect(stdout).toContain('(secret)')
    const [, nodekey = ''] = /"nodekey":"([^"]+)"/.exec(value) ?? []
    expect(nodekey).not.toBe('')
    for (const output of network.outputs) expect(output).not.toContain(nodekey)

    const [counts = ''] = /^us: would create .*$/m.exec(stdout) ?? []
    expect(counts).toMatch(/would create 1, change 1, /)
    expect(planned.stdout).toContain(counts)
    expect(outputProblems(document.stdout)).toEqual([])
    expect(JSON.parse(document.stdout).differences).toMatchObject([
      { cluster: 'us', object: 'ConfigMap supplychain-carrier/validator1-peers', action: 'change' },
      { cluster: 'us', object: 'Secret supplychain-carrier/validator1-keys', action: 'create' },
    ])
  })

  it('fails where the server would refuse', async () => {
    const { status, stdout } = await network.run(['diff', '--cluster', 'us'])
    expect(status).toBe(4)
    expect(stdout).toMatch(/^us: refused: .*validator1-peers/m)
  })
})
