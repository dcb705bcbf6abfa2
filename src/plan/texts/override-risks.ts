import type { RiskTexts } from '../../network/risk-text.ts'

/** Risks of what overrides do to the objects that kustomize builds. */
export const overrideRisks: RiskTexts = {
  'cluster-wide-object': {
    severities: ['danger'],
    title:
      'An object affects the whole cluster, or a Namespace admits other pods: a ClusterRoleBinding, a webhook, a CRD.',
    remedy: 'Leave it to the operators of the cluster.',
  },
  'rights-granted': {
    severities: ['danger', 'caution'],
    title: 'A Role, a RoleBinding, a permanent token or a cloud identity grants rights.',
    caution: 'No wildcards, Secrets, pods, or subjects from elsewhere.',
    remedy: 'Grant one ServiceAccount only what it needs.',
  },
  'delivery-object': {
    severities: ['danger'],
    title:
      'Flux, Argo CD or another controller applies what is not in this repository, or an annotation changes how an object is applied.',
    remedy: 'Commit the objects themselves, as they are rendered.',
  },
  'custom-object': {
    severities: ['danger', 'caution'],
    title: 'An object has a kind that Chancery does not know.',
    caution: 'The kind is usual beside a network.',
    remedy: 'Read what its controller does.',
  },
  'pod-security-lowered': {
    severities: ['danger'],
    title: 'A pod does not meet the Pod Security Standard `restricted`.',
    remedy: 'Meet the standard.',
  },
  'image-foreign': {
    severities: ['danger', 'caution'],
    title: 'A container runs an image that the definition does not name.',
    caution: 'The container is not one of a rendered pod.',
    remedy: 'Use `platformVersion` or `images`.',
  },
  'container-changed': {
    severities: ['danger', 'caution'],
    title: 'Command, arguments, variables, files or names of a rendered container change.',
    caution: 'It reads no Secret.',
    remedy: 'Use `settings` of the definition.',
  },
  'configuration-changed': {
    severities: ['caution'],
    title: 'The content of a rendered ConfigMap changes.',
    remedy: 'Use `settings` of the definition.',
  },
  'workload-added': {
    severities: ['caution'],
    title: 'Pods beside the network, or a container in a rendered pod, are added.',
    remedy: 'Check what they do.',
  },
  'secret-read': {
    severities: ['danger'],
    title: 'A container reads a Secret for the first time, or sees files of the containers that do.',
    remedy: 'Let only the node read its key.',
  },
  'volume-shared': {
    severities: ['danger'],
    title: 'A container mounts the volume of a node.',
    remedy: 'Let only the node mount it.',
  },
  'token-mounted': {
    severities: ['danger', 'caution'],
    title: 'A pod gets a token for the API server.',
    caution: 'It is the ServiceAccount `default`.',
    remedy: 'Set `automountServiceAccountToken: false`.',
  },
  'reach-widened': {
    severities: ['danger', 'caution'],
    title:
      'Network policies or labels allow more connections than before. All policies of the namespace are evaluated together.',
    caution: 'Known pods are dialled.',
    remedy: 'Allow only the pods and ports that need it.',
  },
  'route-changed': {
    severities: ['danger', 'caution'],
    title: 'A route of the Ambassador is added or leads elsewhere, or its authentication changes.',
    caution: 'Only time limits or TLS versions change.',
    remedy: 'Use `expose`, `authentication` and `ambassador`.',
  },
  'exposed-otherwise': {
    severities: ['danger'],
    title:
      "A load balancer, node port, Ingress or Gateway besides the Ambassador is added, or the Ambassador's own is opened to others.",
    remedy: 'Use `expose` and `ambassador`.',
  },
  'service-redirected': {
    severities: ['danger'],
    title: 'A Service targets other pods or another name.',
    remedy: 'Leave the Service as it is rendered.',
  },
  'rendered-object-removed': {
    severities: ['danger', 'caution'],
    title: 'A rendered object is removed, or is deleted together with another.',
    caution: 'The object does not protect anything.',
    remedy: 'Leave the object in.',
  },
  'immutable-field': {
    severities: ['danger'],
    title: 'A field changes that Kubernetes refuses to change. The root is not applied any more.',
    remedy: 'Use `labels` with `includeSelectors: false`.',
  },
}
