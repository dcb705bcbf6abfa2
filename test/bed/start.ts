import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { arrayAt, isJsonObject, type JsonObject, objectAt } from '../kubernetes/json.ts'
import { type Authority, createAuthority, createKeyPair, type Identity } from './certificates/certificates.ts'
import { type Cluster, createCluster } from './cluster.ts'
import { allStages, type ClusterPlace, type Component, program } from './components.ts'
import { type Access, kubeconfig } from './kubeconfig.ts'
import type { Supervisor } from './lifetime/supervisor.ts'
import { dnsObjects } from './machine/dns-pod.ts'
import type { MachineIdentities } from './machine/files.ts'
import { enforcePolicies, startMachine } from './machine/machine.ts'
import type { Machine } from './machine/network.ts'
import { nodes, storageClasses } from './objects.ts'
import { until } from './until.ts'

export interface StartedCluster {
  readonly cluster: Cluster
  readonly access: Access
  close(): void
}

/** Resolves when the cluster is of use: its API answers, its nodes are Ready and its first service account is there. */
export async function startCluster(place: ClusterPlace, supervisor: Supervisor): Promise<StartedCluster> {
  const start = async (component: Component): Promise<void> => supervisor.start(await program(component, place))
  const { access, identities } = await prepare(place)
  await start('etcd')
  await start('kube-apiserver')
  const started = createCluster(access, join(place.directory, 'kubeconfig'))
  try {
    const { cluster } = started
    await until(async () => (await cluster.request('GET', '/readyz')).status === 200, supervisor.failure)
    await Promise.all((['kube-controller-manager', 'kube-scheduler', 'kwok'] as const).map(start))
    for (const object of [...nodes(place), ...storageClasses]) await cluster.apply(object)
    if (place.machine !== undefined) await startMachine(place, place.machine, identities, supervisor)
    await until(() => isReady(cluster, place), supervisor.failure)
    if (place.machine?.policies === 'enforced') {
      await enforcePolicies(place, place.machine, supervisor)
      await startDns(cluster, place, place.machine, supervisor.failure)
    }
    return { ...started, access }
  } catch (error) {
    started.close()
    throw error
  }
}

/** Until the controller manager has made the service account, no pod is let in. */
async function startDns(
  cluster: Cluster,
  place: ClusterPlace,
  machine: Machine,
  failure: Promise<never>,
): Promise<void> {
  for (const object of dnsObjects(place, machine)) {
    await until(async () => {
      await cluster.apply(object)
      return true
    }, failure)
  }
}

interface Prepared {
  readonly access: Access
  readonly identities: MachineIdentities
}

/** Writes all files that the components read. */
async function prepare(place: ClusterPlace): Promise<Prepared> {
  const { name, directory, address, port, network, machine } = place
  const authority = createAuthority(name)
  const server = authority.server('kube-apiserver', [
    ...['localhost', 'kubernetes', 'kubernetes.default', 'kubernetes.default.svc', address],
    `10.${network}.0.1`,
  ])
  const serviceAccount = createKeyPair()
  const accessAs = (user: Identity): Access => {
    return { name, server: `https://${address}:${port}`, authority: authority.certificate, user }
  }
  const administrator = accessAs(authority.client('administrator', 'system:masters'))
  const configOf = (commonName: string, organization?: string): string =>
    kubeconfig([accessAs(authority.client(commonName, organization))])
  const files = {
    'ca.crt': authority.certificate,
    'server.crt': server.certificate,
    'server.key': server.key,
    'service-account.key': serviceAccount.key,
    'service-account.pub': serviceAccount.publicKey,
    'kube-controller-manager.kubeconfig': configOf('system:kube-controller-manager'),
    'kube-scheduler.kubeconfig': configOf('system:kube-scheduler'),
    'kwok.kubeconfig': configOf('kwok', 'system:masters'),
    kubeconfig: kubeconfig([administrator]),
    'stages.yaml': await allStages(place),
    ...(machine === undefined ? {} : clientOfKubelets(authority)),
  }
  await mkdir(directory)
  for (const [file, content] of Object.entries(files)) await writeFile(join(directory, file), content, { mode: 0o600 })
  return { access: administrator, identities: { authority, kubeconfig: configOf } }
}

/** As whom the API server asks kubelets for logs. */
function clientOfKubelets(authority: Authority): Readonly<Record<string, string>> {
  const { certificate, key } = authority.client('kube-apiserver', 'system:masters')
  return { 'kubelet-client.crt': certificate, 'kubelet-client.key': key }
}

async function isReady(cluster: Cluster, place: ClusterPlace): Promise<boolean> {
  const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: 'default' } }
  const found = await Promise.all([account, ...nodes(place)].map((object) => cluster.get(object)))
  return found.every((object) => object !== undefined && (object.kind !== 'Node' || isReadyNode(object)))
}

function isReadyNode(node: JsonObject): boolean {
  const conditions = arrayAt(objectAt(node, 'status'), 'conditions').filter(isJsonObject)
  const ready = conditions.some(({ type, status }) => type === 'Ready' && status === 'True')
  return ready && arrayAt(objectAt(node, 'spec'), 'taints').length === 0
}
