import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventoryPath } from '../../../src/cluster/inventory.ts'
import { type JsonObject, objectAt } from '../../kubernetes/json.ts'
import { noteSurroundings } from '../../real.ts'
import { outputProblems } from '../../report/output-problems.ts'
import type { Cluster, KubernetesObject } from '../cluster.ts'
import { components } from '../components.ts'
import { startNamed } from '../dns/named.ts'
import { dnsServersRun } from '../dns/requirements.ts'
import { typedRecords } from '../dns/typed-records.ts'
import { eventually } from '../eventually.ts'
import { list, titleOf } from '../flux/state.ts'
import { tools } from '../tools/tool.ts'
import type { Running } from './chancery.ts'
import { denySecrets } from './deny-secrets.ts'
import type { Fault } from './proxy.ts'
import { recordsOf } from './records.ts'
import { documentedRole, documentedRoles, rightFor, rightsOf } from './rights.ts'
import { type Name, names, type TemplateNetwork, templateNetwork } from './template-network.ts'

await tools(...components)

let network: TemplateNetwork
/** Runs once, when `eu` is asked to write its first Service. */
let onFirstService: (() => void) | undefined
/** What the pod of a probe wrote, as its kubelet would tell it: the pods of this bed are pretended. */
let log: ((name: Name) => Fault | undefined) | undefined
beforeAll(async () => {
  network = await templateNetwork((name, request) => {
    if (/^GET .*\/pods\/probe-[^/]+\/log/.test(request)) return log?.(name)
    if (name !== 'eu' || !isWrite(request) || !request.includes('/services/') || onFirstService === undefined)
      return undefined
    onFirstService()
    onFirstService = undefined
    return 'unheard' // it is tried again, and by then the signal has arrived
  })
}, 600_000)
afterAll(() => network?.[Symbol.asyncDispose](), 60_000)

const isWrite = (request: string): boolean => !request.startsWith('GET') && !request.includes('dryRun=All')
const written = (name: Name, from: number): readonly string[] => network.requests(name).slice(from).filter(isWrite)
const eu = () => network.bed.cluster('eu')
const onlyEu = ['--cluster', 'eu']

/** Each test goes on from where the one before it left the clusters. */
describe('chancery, with the template and the rights of docs/apply.md', { timeout: 300_000 }, () => {
  it('stops between two objects when it is told to end', async () => {
    const running = await network.start(['apply'])
    onFirstService = () => running.terminate()
    const { status, stdout, stderr } = await running.ended

    expect(status, stdout + stderr).toBe(4)
    expect(stdout).toMatch(/^eu: stopped: \d+ written, 0 pruned; run the command again to continue$/m)
    expect(stdout).toMatch(/^us: stopped: /m)
    expect(await list(eu(), '/api/v1/services')).not.toEqual([])
    expect(await list(eu(), '/apis/apps/v1/statefulsets')).toEqual([])
    expect(await inventoryOf('eu')).toContain('"validator1"')
  })

  it('goes on from there, until everything is ready', async () => {
    const { status, stdout, stderr } = await network.run(['apply'])

    expect(status, stdout + stderr).toBe(0)
    expect(stdout).toMatch(/^eu: applied: [1-9]\d* written, 0 pruned, everything is ready$/m)
    expect(stdout).toMatch(
      /^eu: the Ambassador is at 127\.101\.\d+\.\d+: \*\.eu\.supplychain\.example\.com must resolve to it$/m,
    )
    // It may have come so far that there was nothing left to write.
    expect(stdout).toMatch(/^us: (applied|unchanged): /m)
    for (const name of names) {
      for (const workload of await list(network.bed.cluster(name), '/apis/apps/v1/statefulsets'))
        expect(workload, titleOf(workload)).toMatchObject({ status: { readyReplicas: 1 } })
    }
    const created = stdout.split('\n').filter((line) => line.startsWith('eu: created '))
    expect(created).toContain('eu: created StatefulSet supplychain-retailer/validator1')
    expect(created.filter((line) => /created (?:Namespace|Secret|ConfigMap|Service) /.test(line))).toEqual([])
  })

  it('writes nothing the next time', async () => {
    const before = names.map((name) => network.requests(name).length)
    const { status, stdout, stderr } = await network.run(['apply', '--prune'])

    expect(status, stdout + stderr).toBe(0)
    for (const [at, name] of names.entries()) {
      expect(stdout).toContain(`${name}: unchanged: everything is up to date and ready, nothing was written\n`)
      expect(written(name, before[at] ?? 0)).toEqual([])
    }
  })

  it('finds names that do not lead to the Ambassador', async () => {
    const records = await recordsOf(network.bed.clusters)
    network.dns.serve({
      ...records,
      '*.us.supplychain.example.com': ['203.0.113.9'],
      'rpc1.retailer.eu.supplychain.example.com': [],
    })
    const { status, stdout, stderr } = await network.run(['verify'])

    expect(status, stdout + stderr).toBe(4)
    expect(linesOf(stdout, 'eu')).toEqual(
      expect.arrayContaining([
        'rpc1.retailer.eu.supplychain.example.com does not resolve',
        'differs: the cluster does not match the definition: names',
      ]),
    )
    expect(stdout).toMatch(/^us: \S+ resolves to 203\.0\.113\.9, but the Ambassador is at 127\.102\.\d+\.\d+$/m)
    network.dns.serve(records)
  })

  it.runIf(dnsServersRun())(
    'finds the names right once somebody typed the records of README.md into BIND',
    async () => {
      await using bind = await startNamed({
        zones: { 'supplychain.example.com': await typedRecords(network.fork.directory, network.bed) },
      })
      const { status, stdout, stderr } = await network.run(['verify', '--dns-server', bind.address])

      expect(status, stdout + stderr).toBe(0)
      for (const name of names)
        expect(stdout).toMatch(new RegExp(`^${name}: (\\d+) of \\1 names resolve to the Ambassador$`, 'm'))
      noteSurroundings('DNS records', 'the table of README.md, typed into BIND, is all that verify asks for')
    },
  )

  it('verifies that all is as defined', async () => {
    const { status, stdout, stderr } = await network.run(['verify'])

    expect(status, stdout + stderr).toBe(0)
    for (const name of names) {
      expect(stdout).toMatch(new RegExp(`^${name}: the Ambassador is at 127\\.\\d+\\.\\d+\\.\\d+$`, 'm'))
      expect(stdout).toMatch(new RegExp(`^${name}: last changed by Chancery 20.*Z \\(\\d min ago\\)$`, 'm'))
      expect(stdout).toMatch(new RegExp(`^${name}: (\\d+) of \\1 names resolve to the Ambassador$`, 'm'))
      expect(stdout).toContain(`${name}: verified: the cluster matches the definition\n`)
    }
    expect(stdout).not.toContain('not compared')
  })

  it('verifies the same with rights to read only, and writes nothing, not even in a dry run', async () => {
    const before = names.map((name) => network.requests(name).length)
    const { status, stdout, stderr } = await network.run(['verify'], { KUBECONFIG: network.readOnly, SOPS_AGE_KEY: '' })

    expect(status, stdout + stderr).toBe(0)
    expect(stdout).toContain('ledger: no node reported its state: asking them needs the right pods/portforward')
    const granted = new Set(rightsOf(await documentedRole('verify')))
    const isGranted = (right: string): boolean =>
      granted.has(right.replace(/^(\w+) \w+\.getambassador/, '$1 *.getambassador'))
    for (const [at, name] of names.entries()) {
      expect(stdout).toMatch(new RegExp(`^${name}: (\\d+) of \\1 objects match the definition`, 'm'))
      expect(stdout).toContain(`${name}: verified: the cluster matches the definition\n`)
      const asked = network.requests(name).slice(before[at])
      expect(asked.filter((request) => !request.startsWith('GET '))).toEqual([])
      const rights = asked.flatMap((request) => rightFor(request) ?? [])
      expect(rights.filter((right) => !isGranted(right) && !right.includes('portforward'))).toEqual([])
      expect(rights).toContain('list networkpolicies.networking.k8s.io')
    }
    expect([...granted].filter((right) => !/^(?:get|list) /.test(right))).toEqual([])
    expect([...granted].filter((right) => /secret|portforward/.test(right))).toEqual([])
  })

  it('verifies by a dry run too', async () => {
    const { status, stdout, stderr } = await network.run(['verify', '--rehearse'])

    expect(status, stdout + stderr).toBe(0)
    for (const name of names) expect(stdout).toContain(`${name}: verified: the cluster matches the definition\n`)
    expect(network.requests('eu').filter((request) => request.includes('dryRun=All'))).not.toEqual([])
  })

  it('finds a node that runs in another cluster too, and does not start a validator a second time', async () => {
    const us = network.bed.cluster('us')
    const copied = ['validator1', 'rpc1'].map((name) => nodeOf(name, 'supplychain-carrier'))
    await eu().apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'supplychain-carrier' } })
    for (const node of copied) await eu().apply(await copyOf(us, node))

    const found = await network.run(['verify'])

    expect(found.status).toBe(4)
    expect(linesOf(found.stdout, 'us')).toEqual(
      expect.arrayContaining([
        '! StatefulSet supplychain-carrier/validator1 also runs in cluster eu (context eu), with the same key',
        '! StatefulSet supplychain-carrier/rpc1 also runs in cluster eu (context eu), with the same key',
        '    stop one of them for good; the one of context eu: kubectl -n supplychain-carrier scale statefulset rpc1 --replicas=0',
        'differs: the cluster does not match the definition: once',
      ]),
    )

    for (const node of copied) await us.delete(node)
    const refused = await network.run(['apply', '--cluster', 'us'])

    expect(refused.status).toBe(4)
    expect(linesOf(refused.stdout, 'us')).toEqual(
      expect.arrayContaining([
        '! StatefulSet supplychain-carrier/rpc1 also runs in cluster eu (context eu), with the same key',
        'refused: StatefulSet supplychain-carrier/validator1 still runs in cluster eu (context eu): a second copy of its key would break the consensus',
      ]),
    )
    expect(await us.get(copied[0] ?? expect.fail())).toBeUndefined()

    const unasked = await network.run(['apply', '--cluster', 'us', '--dry-run'], { KUBECONFIG: network.withoutEu })

    expect(unasked.status, unasked.stdout).toBe(0)
    expect(unasked.stdout).toMatch(
      /^us: ! cluster eu was not asked whether it still runs rpc1 and validator1: the kubeconfig has no context "eu"; be sure that it does not$/m,
    )

    // Stopped for good, as the hint says.
    const [validator] = copied
    const copy = await copyOf(eu(), validator ?? expect.fail())
    await eu().apply({ ...copy, spec: { ...objectAt(copy, 'spec'), replicas: 0 } })
    await eventually(eu(), validator ?? expect.fail(), { status: { replicas: 0 } })
    await eu().delete(copied[1] ?? expect.fail())
    const applied = await network.run(['apply', '--cluster', 'us'])

    expect(applied.status, applied.stdout).toBe(0)
    expect((await network.run(['verify'])).status).toBe(0)
    await eu().delete({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'supplychain-carrier' } })
    noteSurroundings('storage', 'two API servers: a node that both have is found, and no validator starts twice')
  })

  it('probes from each namespace, shows who reaches whom, and leaves nothing behind', async () => {
    const line = (number: number, status: number, connected: string): string =>
      `probe ${number} ${status} 0.001 ${connected} 0.000 3.000 127.101.0.1 Timeout\n`
    const answers = Array.from({ length: 20 }, (_, at) => line(at, 28, '0.002')).join('')
    log = (name) => ({
      status: 200,
      body: name === 'eu' ? answers : answers.replace(line(0, 28, '0.002'), line(0, 7, '0.000')),
    })
    const { status, stdout: document, stderr: stdout } = await network.run(['verify', '--probe', '-o', 'json'])

    expect(status, stdout).toBe(4)
    expect(linesOf(stdout, 'eu').at(-1)).toBe('verified: the cluster matches the definition')
    expect(linesOf(stdout, 'us').at(-1)).toBe('differs: the cluster does not match the definition: reachability')
    const refused = /^us: from cluster us: (\S+ p2p) at (\S+):(\d+) refused$/m.exec(stdout)
    expect(refused, stdout).not.toBeNull()
    expect(stdout).toMatch(/^endpoint +from eu +from us$/m)
    expect(stdout).toMatch(new RegExp(`^${refused?.[1]} +(ok)? +refused$`, 'm'))

    expect(outputProblems(document)).toEqual([])
    const { clusters, dnsRecords } = JSON.parse(document)
    expect(dnsRecords).toContainEqual(
      expect.objectContaining({
        cluster: 'us',
        name: '*.us.supplychain.example.com',
        addresses: [expect.stringMatching(/^127\.102\./)],
      }),
    )
    const us = clusters.find(({ cluster }: { readonly cluster: string }) => cluster === 'us')
    expect(us).toMatchObject({ outcome: 'differs', addresses: [expect.stringMatching(/^127\.102\./)] })
    expect(us.reachability).toContainEqual({
      node: refused?.[1]?.split(' ')[0],
      endpoint: 'p2p',
      host: refused?.[2],
      port: Number(refused?.[3]),
      failure: 'refused',
    })
    for (const name of names) {
      const asked = network.requests(name)
      // One for each organization that has nodes there: their own policies hold for it.
      expect(
        asked.some((request) => /^PATCH \/apis\/batch\/v1\/namespaces\/supplychain-\w+\/jobs\/probe-/.test(request)),
      ).toBe(true)
      expect(await probesIn(name)).toEqual([])
    }
  })

  it('removes a probe when it is told to end', async () => {
    let running: Running | undefined
    log = () => {
      running?.terminate()
      running = undefined // pods of two namespaces may be asked at once, and a second signal ends it there and then
      return 'unheard'
    }
    const started = await network.start(['verify', '--probe', ...onlyEu])
    running = started
    const { status, stdout, stderr } = await started.ended

    expect(status, stdout + stderr).toBe(4)
    expect(stdout).toMatch(/^eu: stopped: run the command again to continue$/m)
    expect(await probesIn('eu')).toEqual([])
  })

  it('needs the age key to apply, and says which; verify leaves the Secrets out', async () => {
    const applied = await network.run(['apply'], { SOPS_AGE_KEY: '' })
    const verified = await network.run(['verify'], { SOPS_AGE_KEY: '' })

    expect(applied.status).toBe(4)
    for (const [at, name] of names.entries()) {
      expect(applied.stdout).toMatch(
        new RegExp(`^${name}: failed: Secret .* cannot be decrypted: no age key is available$`, 'm'),
      )
      expect(applied.stdout).toContain(`of ${network.fork.holders[at]?.recipient} into SOPS_AGE_KEY`)
      expect(verified.stdout).toMatch(
        new RegExp(`^${name}: \\d+ sealed Secrets were not compared: no age key is available$`, 'm'),
      )
    }
    expect(verified.status).toBe(0)
    expect(verified.stdout).not.toContain('no longer in the definition')
  })

  it('reports drift, of Secrets without their values, and sets it right', async () => {
    const secret = object('Secret', 'validator1-keys')
    const guessed = Buffer.from('guessed').toString('base64')
    await patch('apps/v1', 'StatefulSet', 'validator1', { spec: { replicas: 0 } })
    await patch('v1', 'ConfigMap', 'validator1-peers', { data: { 'static-nodes.json': '[]' } })
    await patch('v1', 'Secret', 'validator1-keys', { data: { nodekey: guessed } })
    await eu().delete(object('Service', 'validator1'))

    const differs = await network.run(['verify'])

    expect(differs.status).toBe(4)
    expect(linesOf(differs.stdout, 'eu')).toEqual(
      expect.arrayContaining([
        'missing: Service supplychain-retailer/validator1',
        '~ StatefulSet supplychain-retailer/validator1',
        '    spec.replicas: 0 → 1',
        '~ ConfigMap supplychain-retailer/validator1-peers',
        expect.stringMatching(/^ {4}data\[static-nodes\.json\]: /),
        '~ Secret supplychain-retailer/validator1-keys',
        '    data.nodekey: (secret) → (secret, changed)',
        'Service supplychain-retailer/validator1: it does not exist',
        'differs: the cluster does not match the definition: drift, readiness',
      ]),
    )
    expect(linesOf(differs.stdout, 'us')).toContain('verified: the cluster matches the definition')

    const planned = await network.run(['apply', '--dry-run', '--force-conflicts', ...onlyEu])

    expect(planned.status, planned.stdout).toBe(0)
    expect(linesOf(planned.stdout, 'eu')).toContain('+ Service supplychain-retailer/validator1')
    expect(await eu().get(object('Service', 'validator1'))).toBeUndefined()

    const refused = await network.run(['apply', ...onlyEu])

    expect(refused.status).toBe(4)
    expect(refused.stdout).toMatch(/^eu: {5}spec\.replicas is owned by person/m)
    expect(await eu().get(object('Service', 'validator1'))).toBeUndefined()

    const applied = await network.run(['apply', '--force-conflicts', ...onlyEu])

    expect(applied.status, applied.stdout).toBe(0)
    expect(await eu().get(secret)).not.toMatchObject({ data: { nodekey: guessed } })
    expect((await network.run(['verify', ...onlyEu])).status).toBe(0)
  })

  it('prunes a node that was removed, but for its key and its volume; a cluster that is away stops nobody', async () => {
    await network.fork.mainJob((definition) =>
      definition.replace(/^ +- \{name: rpc1, role: rpc, storage: 100Gi\}.*\n/m, ''),
    )

    const half = await network.run(['apply', '--prune'], { KUBECONFIG: network.withoutUs })

    expect(half.status).toBe(4)
    const pruned = linesOf(half.stdout, 'eu').filter((line) => line.startsWith('pruned '))
    expect(pruned.map((line) => line.replace(/-[0-9a-z]{10}$/, '-HASH'))).toEqual([
      'pruned TCPMapping supplychain-ambassador/p2p.rpc1.retailer',
      'pruned StatefulSet supplychain-retailer/rpc1',
      'pruned Service supplychain-retailer/rpc1-rpc',
      'pruned Service supplychain-retailer/rpc1',
      'pruned ConfigMap supplychain-retailer/rpc1-peers',
      'pruned ConfigMap supplychain-retailer/rpc1-config-HASH',
    ])
    for (const [kind, name] of [
      ['Secret', 'rpc1-keys'],
      ['PersistentVolumeClaim', 'rpc1'],
    ] as const) {
      expect(half.stdout).toContain(
        `! ${kind} supplychain-retailer/${name} is no longer in the definition, and is kept: `,
      )
      expect(await eu().get(object(kind, name))).toBeDefined()
    }
    expect(half.stdout).toMatch(/^us: failed: the API server of context us is unreachable: .*ECONNREFUSED/m)

    const whole = await network.run([
      'apply',
      '--prune',
      '--prune-also',
      'Secret supplychain-retailer/rpc1-keys',
      ...onlyEu,
    ])

    expect(whole.status, whole.stdout).toBe(0)
    expect(linesOf(whole.stdout, 'eu').at(-1)).toBe('applied: 0 written, 1 pruned, everything is ready')
    expect(await eu().get(object('Secret', 'rpc1-keys'))).toBeUndefined()
  })

  it('shows no secret, though the server quotes the one that it refuses', async () => {
    await denySecrets(eu())
    await eu().delete(object('Secret', 'validator2-keys'))

    const { status, stdout } = await network.run(['apply', ...onlyEu])

    expect(status).toBe(4)
    expect(stdout).toMatch(/^eu: refused: Secret supplychain-retailer\/validator2-keys: /m)
    const secrets = [
      ...(await list(eu(), '/api/v1/secrets')),
      ...(await list(network.bed.cluster('us'), '/api/v1/secrets')),
    ]
    const values = secrets.flatMap(({ data }) => Object.values(data as Record<string, string>))
    expect(values.length).toBeGreaterThan(6)
    const texts = values.flatMap((value) => [value, Buffer.from(value, 'base64').toString()])
    for (const output of network.outputs) expect(texts.filter((text) => output.includes(text))).toEqual([])
  })

  it('asks in the documentation for no right that it does not use', async () => {
    const used = new Set(names.flatMap((name) => network.requests(name).flatMap((request) => rightFor(request) ?? [])))
    const isUsed = (right: string): boolean => {
      const [verb = '', group = ''] = right.replace('create', 'patch').split(' *')
      return [...used].some(
        (one) => one === verb || (group !== '' && one.startsWith(`${verb} `) && one.endsWith(group)),
      )
    }
    // Deletions and looks at a single object depend on what left the definition, or went wrong.
    const now = (await documentedRoles()).flatMap(rightsOf).filter((right) => !/^(?:delete|get) (?!pods$)/.test(right))
    expect(now.filter((right) => !isUsed(right))).toEqual([
      'bind roles.rbac.authorization.k8s.io', // no request is made for it
      'create pods/portforward', // newer API servers ask for it in place of get
      'watch *.getambassador.io', // granted to Emissary
      'create cronjobs.batch', // granted to accounts of organizations
      'patch cronjobs.batch',
      'get pods',
      'list replicasets.apps',
      'list secrets', // the same, where it ends TLS
      'watch secrets',
    ])
  })
})

const object = (kind: string, name: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, namespace: 'supplychain-retailer' },
})

const nodeOf = (name: string, namespace: string): KubernetesObject => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name, namespace },
})

/** As one that was restored from a copy of the cluster. */
async function copyOf(cluster: Cluster, node: KubernetesObject): Promise<KubernetesObject> {
  const found = (await cluster.get(node)) ?? expect.fail()
  return { ...node, metadata: { ...node.metadata, labels: objectAt(found, 'metadata', 'labels') }, spec: found.spec }
}

/** As a person would with `kubectl edit`. */
async function patch(apiVersion: string, kind: string, name: string, change: object): Promise<void> {
  const path = await eu().path({ ...object(kind, name), apiVersion })
  const headers = { 'Content-Type': 'application/merge-patch+json' }
  expect(await eu().request('PATCH', `${path}?fieldManager=person`, change, headers)).toMatchObject({ status: 200 })
}

/** Jobs, ConfigMaps and pods of probes; the pods go a little after their Jobs. */
async function probesIn(name: Name): Promise<readonly string[]> {
  const isProbe = (object: JsonObject): boolean =>
    objectAt(object, 'metadata', 'labels')['app.kubernetes.io/component'] === 'probe'
  const left = async (): Promise<string[]> => {
    const paths = ['/apis/batch/v1/jobs', '/api/v1/configmaps', '/api/v1/pods']
    const found = await Promise.all(paths.map((path) => list(network.bed.cluster(name), path)))
    return found.flat().filter(isProbe).map(titleOf)
  }
  await expect.poll(left, { timeout: 30_000 }).toEqual([])
  return left()
}

const linesOf = (output: string, name: Name): string[] =>
  output.split('\n').flatMap((line) => (line.startsWith(`${name}: `) ? [line.slice(name.length + 2)] : []))

async function inventoryOf(name: Name): Promise<string> {
  const { body } = await network.bed
    .cluster(name)
    .request('GET', inventoryPath('supplychain', 'supplychain-ambassador'))
  return JSON.stringify(body).replaceAll('\\"', '"')
}
