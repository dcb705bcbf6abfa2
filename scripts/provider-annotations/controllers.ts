import type { ModuleRelease } from './module.ts'

/** A controller that makes load balancers of Services, and where its sources name and read annotations. */
export interface Controller extends ModuleRelease {
  readonly title: string
  /** For people; the version of the module says the same to Go. */
  readonly release: string
  readonly repository: string
  /** Files with the constants. */
  readonly constants: readonly string[]
  /** Folders or files with the code that reads them. */
  readonly reads: readonly string[]
  /** Folders or files with values and limits, besides. */
  readonly proofs: readonly string[]
  /** Annotations that its sources name otherwise: by a constant of Kubernetes, or by the text of a line. */
  readonly others?: Readonly<Record<string, string>>
  /** The annotation that a constant names; undefined for every other constant. */
  annotation(name: string, text: string): string | undefined
}

const whole = (prefix: RegExp) => (_name: string, text: string) => (prefix.test(text) ? text : undefined)

/** Newest releases that the module proxy has in November 2026. */
export const controllers: Readonly<Record<string, Controller>> = {
  'aws-load-balancer-controller': {
    title: 'AWS Load Balancer Controller',
    // The module path of its tags since 3.3 is not served: this commit follows 3.2.2. The annotations of Services in 3.5.0 are the same.
    release: '3.2.2 and 7 commits',
    repository: 'https://github.com/kubernetes-sigs/aws-load-balancer-controller',
    module: 'github.com/kubernetes-sigs/aws-load-balancer-controller',
    version: 'v0.0.0-20260423195125-93ff3b5fdaad',
    constants: ['pkg/annotations/constants.go'],
    reads: ['pkg/service'],
    proofs: ['pkg/model/elbv2', 'pkg/shared_constants'],
    // Its documentation says aws-load-balancer-actions, which it does not read.
    others: { '"actions.%v-%d"': 'service.beta.kubernetes.io/actions.{protocol}-{port}' },
    annotation: (name, text) => (name.startsWith('SvcLBSuffix') ? `service.beta.kubernetes.io/${text}` : undefined),
  },
  'cloud-provider-aws': {
    title: 'AWS cloud provider (without the controller)',
    release: '1.37.1',
    repository: 'https://github.com/kubernetes/cloud-provider-aws',
    module: 'k8s.io/cloud-provider-aws',
    version: 'v1.37.1',
    constants: ['pkg/providers/v1/aws.go'],
    reads: ['pkg/providers/v1'],
    proofs: [],
    annotation: whole(/^service\.beta\.kubernetes\.io\/aws-/),
  },
  'cloud-provider-azure': {
    title: 'Azure cloud provider',
    release: '1.36.5',
    repository: 'https://github.com/kubernetes-sigs/cloud-provider-azure',
    module: 'sigs.k8s.io/cloud-provider-azure',
    version: 'v1.36.5',
    constants: ['pkg/consts/consts.go'],
    reads: ['pkg/consts/helpers.go', 'pkg/provider'],
    proofs: [],
    others: {
      AnnotationLoadBalancerSourceRangesKey: 'service.beta.kubernetes.io/load-balancer-source-ranges',
    },
    annotation: (name, text) =>
      name.startsWith('PortAnnotationNo')
        ? `service.beta.kubernetes.io/port_{port}_${text}`
        : /^HealthProbeParams[A-Z]/.test(name)
          ? `service.beta.kubernetes.io/port_{port}_health-probe_${text}`
          : whole(/^service\.beta\.kubernetes\.io\/azure-/)(name, text),
  },
  'ingress-gce': {
    title: 'GKE L4 controller (ingress-gce)',
    release: '1.41.1',
    repository: 'https://github.com/kubernetes/ingress-gce',
    module: 'k8s.io/ingress-gce',
    version: 'v1.41.1',
    constants: ['pkg/l4/annotations', 'pkg/annotations/service.go', 'pkg/negannotation', 'pkg/controller/translator'],
    reads: [
      'pkg/l4/annotations',
      'pkg/l4/controllers',
      'pkg/l4/resources',
      'pkg/annotations',
      'pkg/negannotation',
      'pkg/controller',
    ],
    proofs: ['pkg/l4/healthchecks'],
    others: {
      ServiceAnnotationILBSubnet: 'networking.gke.io/internal-load-balancer-subnet',
      GetLoadBalancerAnnotationAllowGlobalAccess: 'networking.gke.io/internal-load-balancer-allow-global-access',
    },
    annotation: (_name, text) =>
      /Class$|^networking\.gke\.io\/l4-regional|lb-neg$|neg-status$/.test(text)
        ? undefined
        : whole(/^(?:(?:beta\.)?cloud\.google\.com|networking\.gke\.io)\//)(_name, text),
  },
  'cloud-provider-gcp': {
    title: 'Google cloud provider',
    release: 'providers 0.28.2',
    repository: 'https://github.com/kubernetes/cloud-provider-gcp',
    module: 'k8s.io/cloud-provider-gcp/providers',
    version: 'v0.28.2',
    constants: ['gce/gce_annotations.go'],
    reads: ['gce'],
    proofs: [],
    annotation: whole(/^(?:cloud\.google\.com|networking\.gke\.io)\//),
  },
  metallb: {
    title: 'MetalLB',
    release: '0.16.2',
    repository: 'https://github.com/metallb/metallb',
    module: 'go.universe.tf/metallb',
    version: 'v0.16.2',
    constants: ['controller/service.go'],
    reads: ['controller', 'speaker'],
    proofs: ['internal/ipfamily'],
    annotation: whole(/^metallb\.(?:io|universe\.tf)\/./),
  },
}
