import { type PullFault, pullFault } from '../../cluster/status/image-pull.ts'
import type { Cause } from '../../cluster/status/patience.ts'
import type { ObjectTrouble } from '../../cluster/troubles.ts'

type Advice =
  | 'image'
  | 'crash'
  | 'mount'
  | 'schedule'
  | 'volume'
  | 'sandbox'
  | 'load balancer'
  | 'quota'
  | 'security'
  | 'create'

const advices: Readonly<Record<Cause, Advice>> = {
  ErrImagePull: 'image',
  ImagePullBackOff: 'image',
  ErrImageNeverPull: 'image',
  ImageInspectError: 'image',
  RegistryUnavailable: 'image',
  SignatureValidationFailed: 'image',
  InvalidImageName: 'image',
  CrashLoopBackOff: 'crash',
  CrashedBefore: 'crash',
  JobCrashes: 'crash',
  RunContainerError: 'crash',
  StartError: 'crash',
  PreCreateHookError: 'crash',
  PostStartHookError: 'crash',
  PodFailed: 'crash',
  SuccessfulDelete: 'crash',
  FailedBefore: 'crash',
  CreateContainerConfigError: 'mount',
  CreateContainerError: 'mount',
  FailedMount: 'mount',
  FailedMapVolume: 'mount',
  Unschedulable: 'schedule',
  FailedAttachVolume: 'volume',
  ProvisioningFailed: 'volume',
  FailedBinding: 'volume',
  FailedCreatePodSandBox: 'sandbox',
  SyncLoadBalancerFailed: 'load balancer',
  FailedBuildModel: 'load balancer',
  FailedDeployModel: 'load balancer',
  AllocationFailed: 'load balancer',
  FailedCreateByQuota: 'quota',
  FailedCreateByPodSecurity: 'security',
  FailedCreateByPolicy: 'create',
  FailedCreate: 'create',
}

/** Where an object is, and what `chancery logs` calls it: undefined for what has no log. */
export interface Whereabouts {
  readonly cluster: string
  readonly context: string
  readonly logName: string | undefined
}

/** An object that is not ready, and why, as far as known. */
export type NotReady = Pick<ObjectTrouble, 'object' | 'message' | 'cause' | 'pod' | 'waitsFor'>

/** What to do about an object that is not ready: a cause to check first, then a command that shows more. */
export function nextStep({ object, message, pod, cause, waitsFor }: NotReady, where: Whereabouts): string {
  const { namespace = '' } = object.metadata
  const kubectl = (words: string): string => `kubectl --context ${shellWord(where.context)} -n ${namespace} ${words}`
  const describeObject = kubectl(`describe ${object.kind.toLowerCase()} ${object.metadata.name}`)
  const describePod = pod === undefined ? describeObject : kubectl(`describe pod ${pod}`)
  const logs = (more: string): string =>
    where.logName === undefined ? describePod : `chancery logs ${where.logName} --cluster ${where.cluster}${more}`
  if (waitsFor !== undefined) return `it ends by itself once they have acted; its log: ${logs('')}`
  switch (cause === undefined ? undefined : advices[cause]) {
    case 'image':
      return `${imageStep(message, namespace)}; ${describePod}`
    case 'crash':
      return `read why it ended: ${logs(' --previous')}`
    case 'mount':
      return `check that the Secrets and ConfigMaps of the pod exist, and that the cluster can decrypt them; ${describePod}`
    case 'schedule':
      return `add a machine with room for it, or request less (\`resources\`); ${describePod}`
    case 'volume':
      return `check the storage class of the cluster (\`storageClass\`) and its quota; ${kubectl('get persistentvolumeclaims')}`
    case 'sandbox':
      return `check the network plugin of the machine; ${describePod}`
    case 'load balancer':
      return `check \`ambassador.loadBalancer\` and the quota of the cloud; ${describeObject}`
    case 'quota':
      return `raise the quota of the namespace, or request less (\`resources\`); ${kubectl('describe resourcequota')}`
    case 'security':
      return `check the Pod Security labels of the namespace; kubectl --context ${shellWord(where.context)} get namespace ${namespace} --show-labels`
    case 'create':
      return `check admission policies and ServiceAccounts of the namespace; ${describeObject}`
    default:
      return object.kind === 'Service'
        ? `check that the cluster has a load balancer controller; ${describeObject}`
        : logs('')
  }
}

const imageSteps: Readonly<Record<PullFault, (namespace: string) => string>> = {
  login: (namespace) =>
    `have the Secret of \`images.pullSecret\` in namespace ${namespace}, with a login of this registry that may pull`,
  absent: () => 'copy the image to `images.registry`, or correct the version or `images.digests`',
  unreachable: () => 'check `images.registry`, and the DNS and firewall of the machines',
  untrusted: () => 'have the runtime of the machines trust the certificate of the registry',
  platform: () =>
    'copy the image for all processors (`crane copy`, `skopeo copy --all`), or take the digest of its index',
}

function imageStep(message: string, namespace: string): string {
  const fault = pullFault(message)
  return fault === undefined
    ? 'check the version, `images.registry` and `images.pullSecret`'
    : imageSteps[fault](namespace)
}

/** Names of contexts are free texts, such as `arn:aws:eks:…`. */
export const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
