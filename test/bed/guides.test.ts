import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRecord } from '../../src/cluster/objects.ts'
import { type JsonObject, objectAt } from '../kubernetes/json.ts'
import { writeFiles } from '../repository/git-folder.ts'
import type { KubernetesObject } from './cluster.ts'
import { components } from './components.ts'
import { define, definitionsOfSnapshots } from './definitions.ts'
import { list, titleOf } from './flux/state.ts'
import { guide } from './guides/guide.ts'
import { type GuideNetwork, guideNetwork } from './guides/network.ts'
import { tools } from './tools/tool.ts'

await tools(...components)

const restore = await guide('restore-cluster')
const rotate = await guide('rotate')
const backup = await guide('backup')
const addition = await guide('add-organization')
const trouble = await guide('troubleshoot')
const removal = await guide('uninstall')
const growth = await guide('add-cluster')
const upgrading = await guide('upgrade')
const watching = await guide('monitor')
const quorum = await guide('quorum-lost')
const connecting = await guide('connect')

let network: GuideNetwork
let run: GuideNetwork['sh']
beforeAll(async () => {
  network = await guideNetwork()
  run = network.sh
  await network.fork.mainJob()
  await Promise.all(['eu', 'us'].map((name) => network.renew(name)))
  await run(agekeyOfUs)
  await Promise.all([run('SOPS_AGE_KEY_FILE=eu.agekey chancery apply --cluster eu'), network.reconcile('us')])
  await network.setRecords('eu', 'us')
}, 600_000)
afterAll(() => network?.[Symbol.asyncDispose](), 60_000)

const agekeyOfUs = `kubectl --context us create namespace flux-system
kubectl --context us --namespace flux-system create secret generic sops-age --from-file=age.agekey=us.agekey`

/** Kinds whose names and content come from Git. */
const kinds = {
  '/api/v1': ['configmaps', 'secrets', 'serviceaccounts', 'persistentvolumeclaims', 'namespaces'],
  '/apis/apps/v1': ['statefulsets', 'deployments'],
  '/apis/networking.k8s.io/v1': ['networkpolicies'],
  '/apis/getambassador.io/v3alpha1': ['tcpmappings', 'mappings', 'hosts'],
}

/** What a cluster has of the network, with the content of Secrets and ConfigMaps and the ports of Services. */
async function contentOf(name: string): Promise<Record<string, unknown>> {
  const found: [string, unknown][] = []
  for (const [api, plurals] of Object.entries(kinds))
    for (const plural of plurals)
      for (const object of await list(network.cluster(name), `${api}/${plural}`))
        found.push([`${plural} ${titleOf(object)}`, object.data])
  for (const service of await list(network.cluster(name), '/api/v1/services')) {
    const { ports } = objectAt(service, 'spec')
    const numbers = Array.isArray(ports) ? ports.filter(isRecord).map(({ port }) => port) : []
    found.push([`services ${titleOf(service)}`, numbers])
  }
  return Object.fromEntries(found.sort(([left], [right]) => (left < right ? -1 : 1)))
}

/** Each test goes on from where the one before it left the network. */
describe('docs/guides/restore-cluster.md', { timeout: 400_000 }, () => {
  it('brings a cluster back from Git, with the keys and ports that it had', async () => {
    const { block, left } = restore
    const before = await contentOf('us')
    expect(Object.keys(before).filter((name) => /^secrets .*-keys$/.test(name))).toHaveLength(4)
    await network.renew('us')
    expect(await contentOfEmpty()).toEqual([])

    expect(await run(block('get nodes,storageclass'))).toMatch(/premium-rwo/)
    await run(block('create secret generic sops-age'))
    // `flux bootstrap` installs the controllers and names the path: the test bed does both.
    expect(block('flux bootstrap')).toContain('--context=us')
    await network.reconcile('us')
    expect(block('chancery apply --cluster us')).toContain('SOPS_AGE_KEY_FILE=us.agekey')

    const watched = await run(block('get kustomizations'))
    expect(watched).toMatch(/^supplychain-carrier\.rpc1 +\S+ +True/m)
    expect(watched).toMatch(/^supplychain-carrier +rpc1-0 +1\/1 +Running/m)
    await selfSigned()
    expect(await run(block('create secret tls'))).toContain('secret/ambassador-tls created')
    expect(await run(block('get service ambassador'))).toMatch(/LoadBalancer .*127\.101\.\d+\.\d+/)
    await network.setRecords('eu', 'us')
    expect(await run(block('verify'))).toContain('us: verified: the cluster matches the definition\n')
    expect(left()).toEqual([])

    expect(await contentOf('us')).toEqual(before)
  })
})

const contentOfEmpty = async (): Promise<string[]> =>
  (await list(network.cluster('us'), '/api/v1/namespaces')).map(titleOf)

/** A certificate as the TLS Secret of an Ambassador has it, beside the definition. */
async function selfSigned(): Promise<void> {
  await run(`openssl req -x509 -newkey rsa:2048 -nodes -keyout tls.key -out tls.crt -days 1 -subj /CN=us 2>&1
    echo 'tls.*' >> .git/info/exclude`)
}

/** Begins a branch, as every change does, with another definition. */
async function branch(name: string, change: (definition: string) => string): Promise<void> {
  await run(`git switch --quiet --create ${name}`)
  const file = join(network.fork.directory, 'network.yaml')
  const before = await readFile(file, 'utf8')
  expect(change(before)).not.toBe(before)
  await writeFile(file, change(before))
}

const write = (files: Readonly<Record<string, string>>): Promise<void> => writeFiles(network.fork.directory, files)

/** Commits what is in the work tree on its branch. */
const committed = (): Promise<string> => run('git add --all && git commit --quiet --message=Change')

/** Merges a branch, and does what the main job does then. */
const merge = (name: string): Promise<string> =>
  run(`git switch --quiet main && git merge --quiet --no-ff --no-edit ${name} && chancery commit`)

/** The UIDs of all pods of the network. */
const podsOf = async (name: string): Promise<unknown[]> =>
  (await list(network.cluster(name), '/api/v1/pods')).map((pod) => objectAt(pod, 'metadata').uid)

describe('docs/guides/rotate.md', { timeout: 300_000 }, () => {
  it('gives a cluster another age key, and restarts nothing', async () => {
    const { block } = rotate
    const [before, pods] = [await contentOf('us'), await podsOf('us')]
    const recipient = /age1\w+/.exec(await run(block('age-keygen')))?.[0] ?? ''
    expect(recipient).not.toBe('')
    await run(block('--from-file=next.agekey'))
    await branch('rotate-us', (text) => text.replace(network.fork.holders[1]?.recipient ?? '', recipient))
    expect(await run(block('keys --recipients'))).toContain(
      `encrypted material/sealed/us/carrier/rpc1.yaml anew for ${recipient}\n`,
    )
    await committed()
    const plan = await run('chancery plan --base main')
    expect(plan).toContain('recipient-added')
    expect(plan).toContain('sealed-changed')
    expect(await run(block('echo same'))).toBe('same\n')
    await merge('rotate-us')
    await network.reconcile('us')
    // Step 5: the one that is not in the cluster yet.
    await run(block('--from-file=age.agekey=us-next.agekey'))
    await network.reconcile('us')
    expect(await run(block('verify'))).toContain('us: verified: the cluster matches the definition\n')
    expect(await contentOf('us')).toEqual(before)
    expect(await podsOf('us')).toEqual(pods)
    const old = run('SOPS_AGE_KEY_FILE=us.agekey sops decrypt deploy/clusters/us/carrier/rpc1/keys.yaml')
    await expect(old).rejects.toThrow('Failed to get the data key')
    await run('mv us-next.agekey us.agekey')
  })

  it('replaces the TLS Secret of an Ambassador', async () => {
    const { block } = rotate
    await selfSigned()
    expect(await run(block('--cert=tls.crt'))).toContain('secret/ambassador-tls configured')
  })

  it('renews what expires soon', async () => {
    expect(await run(rotate.block('--renew expiring').replace('issuer.agekey', 'us.agekey'))).toContain(
      'keys of Hyperledger Besu do not expire: nothing was renewed\n',
    )
  })

  it('stops Flux, and shows what changed since a commit that is trusted', async () => {
    const { block } = rotate
    await run('git tag trusted HEAD~2')
    const suspend = block('gitrepository')
    await run(suspend)
    expect(
      await run('kubectl --context us -n flux-system get gitrepository flux-system -o jsonpath={.spec.suspend}'),
    ).toBe('true')
    const shown = await run(block('chancery plan --base trusted'))
    expect(shown).toContain('Change')
    expect(shown).toContain('recipient-added')
    await run(suspend.replace('true', 'false'))
    // `cmctl` is not on the test bed, and the network is none of Substrate.
    const others = /cmctl |chancery substrate |keys --organization carrier/
    expect(rotate.left().filter((text) => !others.test(text))).toEqual([])
  })
})

describe('docs/guides/backup.md', { timeout: 300_000 }, () => {
  it('replaces the volume of a node by a snapshot', async () => {
    const { block, yaml, left } = backup
    const us = network.cluster('us')
    await define(us, await definitionsOfSnapshots())
    await us.apply({
      apiVersion: 'snapshot.storage.k8s.io/v1',
      kind: 'VolumeSnapshotClass',
      metadata: { name: 'csi-snapshots' },
      driver: 'csi.example.com',
      deletionPolicy: 'Delete',
    })
    expect(await run(block('volumesnapshotclasses'))).toContain('csi-snapshots')
    await write({
      'snapshot.yaml': yaml('apiVersion: snapshot.storage.k8s.io/v1\n'),
      'claim.yaml': yaml('kind: PersistentVolumeClaim\n'),
    })
    expect(await run(block('get volumesnapshots'))).toContain('rpc1-2026-11-28')
    const claim = async () =>
      run('kubectl --context us -n supplychain-carrier get pvc rpc1 -o jsonpath={.metadata.uid}')
    const before = await claim()
    await run(block('--replicas=0'))
    await run(block('delete persistentvolumeclaim'))
    await run(block('--replicas=1'))
    await network.reconcile('us')
    expect(await claim()).not.toBe(before)
    expect(await run(block('verify'), { SOPS_AGE_KEY_FILE: 'us.agekey' })).toContain(
      'us: verified: the cluster matches the definition\n',
    )
    await run('rm snapshot.yaml claim.yaml')
    // Jobs of Fabric; the network of this test has none of these names.
    expect(block('create job')).toContain('--namespace supplychain-carrier create job --from=cronjob/join-trade-peer1')
    // Databases and volumes of Corda, likewise.
    expect(left().filter((text) => !/pg_dump |--namespace trade-bank /.test(text))).toEqual([])
  })
})

describe('docs/guides/add-organization.md', { timeout: 300_000 }, () => {
  it('brings an organization from its keys to nodes that are ready', async () => {
    const { block, yaml, left } = addition
    const recipient = /age1\w+/.exec(await run('age-keygen -o shipper.agekey'))?.[0] ?? ''
    const entry = yaml('name: shipper').replace('organizations:\n', '').replace('age1…', recipient)
    await branch('add-shipper', (text) => `${text.trimEnd()}\n${entry}`)
    const made = await run(block('keys --organization'))
    expect(made).toContain('made material/public/shipper/validator1.yaml\n')
    expect(made).toContain('made material/sealed/us/shipper/rpc1.yaml\n')
    await run(block('git push'))
    expect(await run(block('plan --base main'))).toContain('shipper')
    await merge('add-shipper')
    // Flux applies one of the clusters here, and `apply` the other.
    expect(block('chancery apply')).toBe('chancery apply\n')
    await applied()
    await jobsAgain('shipper')
    const seen = await run(block('rollout status'), { SOPS_AGE_KEY_FILE: 'us.agekey' })
    expect(seen).toContain('us: verified: the cluster matches the definition\n')
    // Its commands are those of Fabric: test/platforms/fabric runs them.
    block('chancery channel')
    expect(left()).toEqual([])
  })

  it('and makes its validator one that the others vote for', async () => {
    await changed('vote-shipper', (text) => text.replace('role: validator, validator: false', 'role: validator'))
    expect(await run('git show --stat --format= HEAD')).toContain('deploy/clusters/us/carrier/')
  })
})

describe('docs/guides/troubleshoot.md', { timeout: 300_000 }, () => {
  it('has commands that work, in blocks and in tables', async () => {
    const keys = { SOPS_AGE_KEY: (await run('cat eu.agekey us.agekey')).trim() }
    const { blocks, inline } = trouble
    expect(blocks.length).toBeGreaterThan(5)
    for (const text of [...blocks, ...inline].map(testable)) await run(text, keys)
    await restarted()
    await run('SOPS_AGE_KEY="$(cat eu.agekey us.agekey)" chancery verify')
  })
})

describe('docs/guides/connect.md', { timeout: 300_000 }, () => {
  it('names the Service of a node, and lets another namespace reach its pod and no other', async () => {
    const { block, yaml } = connecting
    expect(await run(block('get service'))).toMatch(/^rpc1-rpc +ClusterIP /m)
    const labels = objectAt(load(yaml('kind: NetworkPolicy')) as JsonObject, 'spec', 'podSelector', 'matchLabels') // YAML of one
    const selector = Object.entries(labels).map((label) => label.join('='))
    expect(
      await run(
        `kubectl --context eu -n supplychain-manufacturer get pods -l ${selector} -o jsonpath='{.items[*].metadata.name}'`,
      ),
    ).toBe('rpc1-0')
  })
})

describe('docs/guides/upgrade.md, monitor.md, quorum-lost.md', { timeout: 300_000 }, () => {
  it('have commands that work', async () => {
    // `flux` is not on the test bed.
    const texts = [upgrading, watching, quorum]
      .flatMap(({ blocks }) => blocks.map(testable))
      .filter((text) => !text.startsWith('flux '))
    expect(texts.length).toBeGreaterThan(5)
    await network.cluster('us').apply(load(watching.yaml('kind: Receiver')) as KubernetesObject) // one object
    const keys = { SOPS_AGE_KEY: (await run('cat eu.agekey us.agekey')).trim() }
    for (const text of texts) {
      await run(text, keys)
      if (text.includes('rollout restart')) await restarted()
    }
    await run('rm verify.json')
  })
})

describe('docs/guides/add-cluster.md', { timeout: 300_000 }, () => {
  it('brings a cluster from its age key to nodes that are ready', async () => {
    const { block, yaml, left } = growth
    await network.renew('asia')
    const recipient = /age1\w+/.exec(await run(block('age-keygen')))?.[0] ?? ''
    await run(block('create secret generic'))
    const [clusters = '', nodes = ''] = yaml('name: asia').split('organizations:\n')
    await branch('add-asia', (text) =>
      text
        .replace(
          /^organizations:$/m,
          (line) => `${clusters.replace('clusters:\n', '').replace('age1…', recipient)}\n${line}`,
        )
        .replace(/^( +)- \{name: rpc1, role: rpc.*\n/m, (line) => `${line}${nodes.match(/^ +- \{.*\n/m)?.[0]}`),
    )
    expect(await run(block('plan --base main'))).toContain('*.asia.supplychain.example.com')
    await committed()
    await merge('add-asia')
    // Before the first apply there is no load balancer and no Flux, which it reports.
    expect(await run(`${block('chancery doctor').trim()} || true`)).toContain('API server')
    expect(block('flux bootstrap')).toContain('--path=deploy/flux/asia')
    expect(await run(block('chancery apply'))).toMatch(/^asia: applied: \d+ written, 0 pruned, everything is ready$/m)
    await selfSigned()
    expect(await run(block('get service ambassador'))).toContain('secret/ambassador-tls created')
    await network.setRecords('eu', 'us', 'asia')
    expect(await run(block('verify'))).toContain('asia: verified: the cluster matches the definition\n')
    expect(left()).toEqual([])
  })
})

describe('docs/guides/uninstall.md', { timeout: 300_000 }, () => {
  it('removes a node with its volume, and an organization with its namespace', async () => {
    const { block } = removal
    const shipper = / {2}- name: shipper\n.*$/s
    await changed('remove-rpc1', (text) =>
      text
        .replace('      - {name: rpc1, role: rpc, storage: 100Gi}\n', '')
        .replace(shipper, (entry) => entry.replace('role: validator', 'role: validator, validator: false')),
    )
    expect(await run(block('persistentvolumeclaim rpc1'))).toContain('persistentvolumeclaim "rpc1" deleted')
    await changed('remove-shipper', (text) => text.replace(shipper, ''))
    expect(await run(block('delete namespace supplychain-shipper'))).toContain(
      'serviceaccount "supplychain.shipper" deleted',
    )
  })

  it('removes a cluster', async () => {
    const { block, left } = removal
    expect(block('flux uninstall')).toContain('--context=us')
    await network.stopFlux('us')
    expect(await run(block('delete namespaces'))).toContain('namespace "supplychain-carrier" deleted')
    expect(await run(block('getambassador.io'))).toContain('"tcpmappings.getambassador.io" deleted')
    expect(await run(block('get all'))).toContain('No resources found')
    expect(left()).toEqual([])
  })
})

/** A pull request that is merged and applied. */
async function changed(name: string, change: (definition: string) => string): Promise<void> {
  await branch(name, change)
  await committed()
  await merge(name)
  await applied()
}

/** What `main` has, in `us` by Flux and in `eu` by the command. */
const applied = (): Promise<unknown> =>
  Promise.all([network.reconcile('us'), run('SOPS_AGE_KEY_FILE=eu.agekey chancery apply --cluster eu')])

/** A pretended Job ends at once, here before Flux has made the volume of its node, so it has to run again. */
const jobsAgain = (organization: string): Promise<string> =>
  run(`kubectl="kubectl --context us --namespace supplychain-${organization}"
    $kubectl delete job --all
    kubectl --context us --namespace flux-system annotate kustomization supplychain-${organization}.jobs reconcile.fluxcd.io/requestedAt=again
    until $kubectl get jobs --output name | grep --quiet .; do sleep 1; done
    $kubectl wait --for=condition=complete --timeout=60s job --all`)

/** Without lines that need more than the test bed: pods that are pretended write no log, and dial nobody; keys of Besu do not expire; no network is of Corda. */
const testable = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/ logs | --probe| --query |chancery (?:doctor|channel)| --renew | trade-bank /.test(line))
    .join('\n')

/** Until the nodes of carrier in `us` run again. */
const restarted = (): Promise<string> =>
  run(`for set in $(kubectl --context us -n supplychain-carrier get statefulsets -o name); do
    kubectl --context us -n supplychain-carrier rollout status "$set" --timeout=120s
  done`)
