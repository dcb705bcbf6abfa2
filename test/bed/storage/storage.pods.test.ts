import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Api } from '../../../src/cluster/api.ts'
import { connect } from '../../../src/cluster/connection.ts'
import { type JsonObject, objectAt, textAt } from '../../kubernetes/json.ts'
import { noteSurroundings } from '../../real.ts'
import { type Bed, type Cluster, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { definitionsOfSnapshots } from '../definitions.ts'
import { eventually, eventuallyGone, soon } from '../eventually.ts'
import { guide } from '../guides/guide.ts'
import { type Shell, shell } from '../guides/shell.ts'
import { type NetworkFolder, networkFolder, withoutMinute } from '../machine/network-folder.ts'
import { machineTools } from '../machine/programs.ts'
import { podsRun } from '../machine/requirements.ts'
import { standIn } from '../machine/stand-in.ts'
import { tools } from '../tools/tool.ts'
import { startDriver, storageClass, storageTools } from './driver.ts'

if (podsRun()) {
  await tools(...components, ...machineTools, ...storageTools, 'stand-in', 'kubectl', 'controller-gen')
  await definitionsOfSnapshots()
}

const backup = await guide('backup')

/** The node of the guide. */
const definition = `version: 1
name: supplychain
platform: besu
platformVersion: 26.8.0
genesis: {chainId: 20261129}
clusters:
  - name: us
    provider: kubernetes
    domain: us.example.test
    ambassador: {ports: 15000-15009, sourceRanges: [198.18.0.0/15]}
    storageClass: ${storageClass}
    recipients: [age1…]
organizations:
  - name: carrier
    cluster: us
    nodes:
      - {name: validator1, role: validator, storage: 1Gi}
      - {name: rpc1, role: rpc, storage: 1Gi}
`

let bed: Bed
let us: Cluster
let api: Api
let network: NetworkFolder
let sh: Shell

/** Each test goes on from where the one before it left the network. */
describe.runIf(podsRun())('volumes of a CSI driver', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    bed = await clusters(['us'], { pods: 'real' })
    us = bed.cluster('us')
    vi.stubEnv('KUBECONFIG', bed.kubeconfig)
    api = connect('us')
    await startDriver(bed, 'us')
    for (const image of ['docker.io/hyperledger/besu:26.8.0', 'ghcr.io/emissary-ingress/emissary:4.1.0'])
      await bed.loadImage(await standIn(image))
    network = await networkFolder(definition, bed.kubeconfig, withoutMinute('us'))
    const run = await shell({ directory: network.directory, folder: bed.folder, dnsServer: '127.0.0.1' })
    sh = (script, environment) => run(script, { KUBECONFIG: bed.kubeconfig, ...environment })
  }, 900_000)
  afterAll(async () => {
    api?.close()
    await network?.[Symbol.asyncDispose]()
    await bed?.[Symbol.asyncDispose]()
  })

  it('are made for the claims of nodes, and written by their pods', async () => {
    await applied()
    expect(await us.get(claim)).toMatchObject({
      spec: { storageClassName: storageClass },
      status: { phase: 'Bound', capacity: { storage: '1Gi' } },
    })
    await soon(async () => expect(await linesOf()).toEqual(['started']))
    await write('block-1')
  })

  it('grow when the definition says so, under a pod that runs on', async () => {
    const before = [await us.get(node), await us.get(pod)]
    await network.change((text) => text.replace('rpc, storage: 1Gi', 'rpc, storage: 2Gi'))
    await applied()
    // The kubelet looks at volumes of pods that run about once a minute.
    const grown = async () => expect(await us.get(claim)).toMatchObject({ status: { capacity: { storage: '2Gi' } } })
    await vi.waitFor(grown, { timeout: 180_000, interval: 500 })
    const after = [await us.get(node), await us.get(pod)]
    for (const path of ['uid', 'generation'])
      expect(after.map((object) => metadata(object)[path])).toEqual(before.map((object) => metadata(object)[path]))
    expect(await linesOf()).toEqual(['started', 'block-1'])
  })

  it('are never made smaller', async () => {
    await network.change((text) => text.replace('rpc, storage: 2Gi', 'rpc, storage: 1Gi'))
    const { status, stdout } = await network.run('apply')
    expect(status).toBe(4)
    expect(stdout).toMatch(/^us: refused: .*PersistentVolumeClaim supplychain-carrier\/rpc1/m)
    await network.change((text) => text.replace('rpc, storage: 1Gi', 'rpc, storage: 2Gi'))
  })

  it('come back from a snapshot as docs/guides/backup.md says, and nothing fights it', async () => {
    const { block, yaml } = backup
    const adapted = (text: string): string =>
      text.replace('storageClassName: premium-rwo', `storageClassName: ${storageClass}`).replace('100Gi', '2Gi')
    await writeFile(join(network.directory, 'snapshot.yaml'), yaml('apiVersion: snapshot.storage.k8s.io/v1\n'))
    await writeFile(join(network.directory, 'claim.yaml'), adapted(yaml('kind: PersistentVolumeClaim\n')))
    expect(await sh(block('volumesnapshotclasses'))).toContain('csi-snapshots')
    await sh(block('get volumesnapshots'))
    await eventually(us, snapshot, { status: { readyToUse: true } })
    await write('block-2')

    await sh(withoutFlux(block('--replicas=0')))
    await sh(block('delete persistentvolumeclaim'))
    await sh(withoutFlux(block('--replicas=1')))
    // What was written after the snapshot is lost; the ledger has it.
    expect(await linesOf()).toEqual(['started', 'block-1', 'started'])
    expect(await us.get(claim)).toMatchObject({ spec: { dataSource: { name: textAt(metadata(snapshot), 'name') } } })

    const again = await network.run('apply', '--prune', '--force-conflicts')
    expect(again.status, again.stdout).toBe(0)
    const third = await network.run('apply', '--prune')
    expect(third.stdout).toContain('us: unchanged: everything is up to date and ready, nothing was written\n')
    expect(await us.get(claim)).toMatchObject({ spec: { dataSource: { kind: 'VolumeSnapshot' } } })
    expect(await us.get(snapshot)).toMatchObject({ status: { readyToUse: true } })
  })

  it('stay when their node leaves the definition, and serve it when it comes back', async () => {
    const line = '      - {name: rpc1, role: rpc, storage: 2Gi}\n'
    const before = metadata(await us.get(claim)).uid
    await network.change((text) => text.replace(line, ''))
    const gone = await network.run('apply', '--prune')
    expect(gone.stdout).toContain('us: pruned StatefulSet supplychain-carrier/rpc1\n')
    expect(gone.stdout).toContain(
      "! PersistentVolumeClaim supplychain-carrier/rpc1 is no longer in the definition, and is kept: it holds a ledger's data",
    )
    await eventuallyGone(us, pod)
    await network.change((text) => `${text}${line}`)
    await applied()
    expect(metadata(await us.get(claim)).uid).toBe(before)
    expect(await linesOf()).toEqual(['started', 'block-1', 'started', 'started'])
    noteSurroundings(
      'storage',
      'csi-provisioner 6.4.0, csi-resizer 2.3.0, csi-snapshotter and snapshot-controller 8.7.0 with a driver of our own: claims, growth, snapshot, restore and return of a node whose pod really runs',
    )
  })
})

const inCarrier = (apiVersion: string, kind: string, name: string) => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'supplychain-carrier' },
})
const claim = inCarrier('v1', 'PersistentVolumeClaim', 'rpc1')
const node = inCarrier('apps/v1', 'StatefulSet', 'rpc1')
const pod = inCarrier('v1', 'Pod', 'rpc1-0')
const snapshot = inCarrier('snapshot.storage.k8s.io/v1', 'VolumeSnapshot', 'rpc1-2026-11-28')

const metadata = (object: JsonObject | undefined): JsonObject => objectAt(object ?? {}, 'metadata')

async function applied(): Promise<void> {
  const { status, stdout, stderr } = await network.run('apply')
  expect(status, stdout + stderr).toBe(0)
}

/** The commands of the guide for a cluster without Flux. */
const withoutFlux = (script: string): string =>
  script.replaceAll(/^kubectl .*flux-system patch kustomization .*$/gm, '')

/** What the volume of rpc1 has, as its pod wrote it to its log. */
async function linesOf(): Promise<readonly string[]> {
  const { body } = await us.request('GET', '/api/v1/namespaces/supplychain-carrier/pods/rpc1-0/log')
  const last = String(body)
    .trim()
    .split('\n')
    .findLast((line) => line.startsWith('lines: '))
  return last?.split(' ').slice(1) ?? []
}

async function write(line: string): Promise<void> {
  const place = { namespace: 'supplychain-carrier', name: 'rpc1-0', port: 8545 }
  const answer = await api.ask(place, { path: `/write/${line}`, host: 'localhost' }, AbortSignal.timeout(30_000))
  expect(answer?.status).toBe(200)
  await soon(async () => expect(await linesOf()).toContain(line))
}
