import { dirname, join } from 'node:path'
import { stringify } from 'smol-toml'
import { dumpYaml } from '../../../src/yaml.ts'
import type { Authority } from '../certificates/certificates.ts'
import type { ClusterPlace } from '../components.ts'
import { tool } from '../tools/tool.ts'
import { dnsService } from './dns-pod.ts'
import { namesFile } from './names.ts'
import type { Machine } from './network.ts'

/** Who the programs are for the API server. */
export interface MachineIdentities {
  /** Of the cluster. */
  readonly authority: Authority
  /** Text of the kubeconfig of a user. */
  kubeconfig(commonName: string, organization?: string): string
}

export const pauseImage = 'chancery.test/pause:1'
/** Has a folder for each registry, see https://github.com/containerd/containerd/blob/main/docs/hosts.md */
export const registriesFolder = (directory: string): string => join(directory, 'registries')
export const containerdSocket = (directory: string): string => join(directory, 'containerd.sock')

const domain = 'cluster.local'

/** All files that programs of the machine read, by path in its directory. */
export async function machineFiles(
  place: ClusterPlace,
  machine: Machine,
  { authority, kubeconfig }: MachineIdentities,
): Promise<Readonly<Record<string, string>>> {
  const server = authority.server('kubelet', [machine.address])
  return {
    'ca.crt': authority.certificate,
    'server.crt': server.certificate,
    'server.key': server.key,
    'kubelet.kubeconfig': kubeconfig(`system:node:${machine.node}`, 'system:nodes'),
    'kube-proxy.kubeconfig': kubeconfig('system:kube-proxy'),
    'coredns.kubeconfig': kubeconfig('coredns', 'system:masters'),
    'kube-router.kubeconfig': kubeconfig('kube-router', 'system:masters'),
    'containerd.toml': stringify(await containerd(machine)),
    'kubelet.yaml': dumpYaml(kubelet(place, machine)),
    'kube-proxy.yaml': dumpYaml(kubeProxy(place, machine)),
    'cni/pods.conflist': JSON.stringify(podNetwork(place, machine)),
    Corefile: corefile(place, machine),
    'resolv.conf': `nameserver ${machine.address}\n`,
  }
}

/** https://github.com/containerd/containerd/blob/main/docs/cri/config.md */
async function containerd({ directory }: Machine): Promise<object> {
  const socket = containerdSocket(directory)
  const [shim, runc, ...network] = await Promise.all(
    ['containerd-shim-runc-v2', 'runc', 'ptp', 'host-local', 'portmap'].map((name) => tool(name)),
  )
  return {
    version: 4,
    root: join(directory, 'containerd'),
    imports: [],
    disabled_plugins: ['io.containerd.nri.v1.nri', 'io.containerd.tracing.processor.v1.otlp'],
    plugins: {
      'io.containerd.server.v1.grpc': { address: socket },
      'io.containerd.server.v1.ttrpc': { address: `${socket}.ttrpc` },
      'io.containerd.internal.v1.opt': { path: join(directory, 'opt') },
      'io.containerd.metadata.v1.bolt': { no_sync: true },
      'io.containerd.cri.v1.images': {
        pinned_images: { sandbox: pauseImage },
        // How registries are reached (hosts.toml), read at each pull.
        registry: { config_path: registriesFolder(directory) },
      },
      'io.containerd.cri.v1.runtime': {
        // A process may not make itself less likely to be ended than the one that started it.
        restrict_oom_score_adj: true,
        disable_apparmor: true,
        containerd: {
          runtimes: {
            runc: { runtime_type: 'io.containerd.runc.v2', runtime_path: shim, options: { BinaryName: runc } },
          },
        },
        cni: {
          bin_dirs: network.map((path) => dirname(path)),
          conf_dir: join(directory, 'cni'),
          use_internal_loopback: true,
        },
      },
    },
  }
}

/** https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/ */
function kubelet(place: ClusterPlace, machine: Machine): object {
  const { directory, address, controlGroup } = machine
  return {
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    address,
    tlsCertFile: join(directory, 'server.crt'),
    tlsPrivateKeyFile: join(directory, 'server.key'),
    authentication: { anonymous: { enabled: false }, x509: { clientCAFile: join(directory, 'ca.crt') } },
    authorization: { mode: 'Webhook' },
    containerRuntimeEndpoint: `unix://${containerdSocket(directory)}`,
    cgroupDriver: 'cgroupfs',
    cgroupRoot: `/${controlGroup}`,
    failCgroupV1: false,
    enforceNodeAllocatable: [],
    clusterDNS: [machine.policies === 'enforced' ? dnsService(place) : address],
    clusterDomain: domain,
    resolvConf: join(directory, 'resolv.conf'),
    failSwapOn: false,
    // Images come from here only, and a full disk is no reason to end pods of a test.
    evictionHard: Object.fromEntries(evictionSignals.map((signal) => [signal, '0%'])),
    imageGCHighThresholdPercent: 100,
    imageGCLowThresholdPercent: 99,
  }
}

const evictionSignals = [
  ...['memory.available', 'nodefs.available', 'nodefs.inodesFree'],
  ...['imagefs.available', 'imagefs.inodesFree', 'pid.available'],
]

/** https://kubernetes.io/docs/reference/config-api/kube-proxy-config.v1alpha1/ */
function kubeProxy(place: ClusterPlace, machine: Machine): object {
  const { directory, node } = machine
  return {
    apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
    kind: 'KubeProxyConfiguration',
    mode: 'nftables',
    clientConnection: { kubeconfig: join(directory, 'kube-proxy.kubeconfig') },
    hostnameOverride: node,
    detectLocalMode: 'ClusterCIDR',
    clusterCIDR: podRanges(place, machine).join(','),
    // The table of connections is the kernel's, not the machine's.
    conntrack: { maxPerCore: 0, min: 0 },
  }
}

/**
 * A link between each pod and the machine, which routes: with a bridge, an answer of a pod to another one of the same
 * machine would not come back through kube-proxy's rules. https://www.cni.dev/docs/spec/
 */
function podNetwork(place: ClusterPlace, machine: Machine): object {
  const ipam = {
    type: 'host-local',
    dataDir: join(machine.directory, 'addresses'),
    ranges: podRanges(place, machine).map((subnet) => [{ subnet }]),
    routes: [{ dst: '0.0.0.0/0' }, ...(machine.ipv6 === undefined ? [] : [{ dst: '::/0' }])],
  }
  return {
    cniVersion: '1.0.0',
    name: 'pods',
    plugins: [
      { type: 'ptp', ipMasq: true, ipMasqBackend: 'nftables', ipam },
      { type: 'portmap', capabilities: { portMappings: true }, backend: 'nftables' },
    ],
  }
}

/** Names outside of the cluster are those of the bed, see names.ts. A pod listens at its own address. */
function corefile({ directory: cluster }: ClusterPlace, { directory, address, policies }: Machine): string {
  const bind = policies === 'enforced' ? '' : `bind ${address}`
  return `${domain} in-addr.arpa {
  ${bind}
  errors
  kubernetes {
    kubeconfig ${join(directory, 'coredns.kubeconfig')}
    ttl 1
  }
}
. {
  ${bind}
  errors
  file ${namesFile(dirname(cluster))} {
    reload 500ms
  }
}
`
}

const podRanges = ({ network }: ClusterPlace, { ipv6 }: Machine): readonly string[] => [
  `10.${network + 100}.0.0/16`,
  ...(ipv6 === undefined ? [] : [`fd00:11:${network}::/112`]),
]
