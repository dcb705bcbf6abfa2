/** When a reason that keeps a workload from running counts as permanent. */
export interface Patience {
  /** How long it may last: Kubernetes retries, and some retries succeed. */
  readonly seconds: number
  /** How often it must occur. */
  readonly times?: number
  /** Reasons of later events that end it. */
  readonly over?: readonly string[]
}

const started = ['Pulling', 'Pulled', 'Created', 'Started']

/** By the reason of a container, a pod or an event. Other reasons are harmless, or pass. */
export const patience = {
  /** A process may crash once or twice while its dependencies start. The third crash is its own fault. */
  CrashLoopBackOff: { seconds: 0, times: 3 },
  /** A Job is tried again while what it needs starts. Kubernetes, too, calls it failed after six times, unless told otherwise. */
  JobCrashes: { seconds: 0, times: 6 },
  /** It crashed before this rollout, which may be the repair: the kubelet restarts it within five minutes. */
  CrashedBefore: { seconds: 330, times: 3 },
  /** Program or working directory not found, mostly: a CrashLoopBackOff after a few times. */
  RunContainerError: { seconds: 60 },
  StartError: { seconds: 60 },
  /** Registries are busy, limit rates, and see new images and credentials a little later. */
  ErrImagePull: { seconds: 60 },
  ImagePullBackOff: { seconds: 60 },
  ErrImageNeverPull: { seconds: 60 },
  ImageInspectError: { seconds: 60 },
  RegistryUnavailable: { seconds: 120 },
  SignatureValidationFailed: { seconds: 60 },
  /** An invalid image name stays invalid. */
  InvalidImageName: { seconds: 0 },
  /** A Secret or ConfigMap is missing. Controllers that unseal or fetch Secrets take some seconds. */
  CreateContainerConfigError: { seconds: 60 },
  CreateContainerError: { seconds: 60 },
  PreCreateHookError: { seconds: 60 },
  PostStartHookError: { seconds: 60 },
  /** Nodes are added by autoscalers, which say so within seconds, and volumes of claims in a minute or two. */
  Unschedulable: { seconds: 120 },
  /** A pod that failed is replaced, and where a node was drained or full, the next one runs. */
  PodFailed: { seconds: 0, times: 3 },
  /** What a StatefulSet does with a pod that failed. It deletes each pod once for a new version. */
  SuccessfulDelete: { seconds: 0, times: 3 },
  /** As for CreateContainerConfigError; and the kubelet waits up to two minutes between two attempts. */
  FailedMount: { seconds: 150, over: started },
  FailedMapVolume: { seconds: 150, over: started },
  /** A volume is taken from a node that is lost after six minutes. */
  FailedAttachVolume: { seconds: 420, over: ['SuccessfulAttachVolume', ...started] },
  /** Network plugins start some time after a new node is ready. */
  FailedCreatePodSandBox: { seconds: 150, over: started },
  /** Clouds answer late, and create volumes on the second attempt. */
  ProvisioningFailed: { seconds: 120, over: ['ProvisioningSucceeded'] },
  /** No class provisions the volume: a person must. */
  FailedBinding: { seconds: 120, over: ['ProvisioningSucceeded'] },
  /** Clouds may create networks and addresses first. Reasons of Kubernetes, AWS and MetalLB. */
  SyncLoadBalancerFailed: { seconds: 180, over: ['EnsuredLoadBalancer', 'UpdatedLoadBalancer'] },
  FailedBuildModel: { seconds: 180, over: ['SuccessfullyReconciled'] },
  FailedDeployModel: { seconds: 180, over: ['SuccessfullyReconciled'] },
  AllocationFailed: { seconds: 180, over: ['IPAllocated'] },
  /** Admission webhooks that do not answer yet. */
  FailedCreate: { seconds: 120, over: ['SuccessfulCreate'] },
  /** Pods that end count until they are gone, and may take two minutes. */
  FailedCreateByQuota: { seconds: 150, over: ['SuccessfulCreate'] },
  /** The namespace's own labels, which were applied before the workload. */
  FailedCreateByPodSecurity: { seconds: 15, over: ['SuccessfulCreate'] },
  /** A policy, or a ServiceAccount that does not exist yet. */
  FailedCreateByPolicy: { seconds: 30, over: ['SuccessfulCreate'] },
  /** The object reported a failure before this rollout, and its controller may retry. */
  FailedBefore: { seconds: 60 },
} as const satisfies Readonly<Record<string, Patience>>

export type Cause = keyof typeof patience

export const isCause = (reason: string): reason is Cause => Object.hasOwn(patience, reason)

export const patienceWith = (cause: Cause): Patience => patience[cause]
