import type { RuleTexts } from '../../rule-text.ts'

/** Rules of names, references and labels. */
export const nameRules: RuleTexts = {
  reference: {
    title: 'A field names a cluster that does not exist.',
    cases: [{ severity: 'error', remedy: 'Correct the name, or add the cluster.' }],
  },
  'duplicate-name': {
    title: 'Two clusters, organizations, or nodes of one organization have the same name.',
    cases: [{ severity: 'error', remedy: 'Rename one of them.' }],
  },
  'duplicate-namespace': {
    title: 'Two organizations, or an organization and the Ambassador, have the same namespace.',
    why: 'Each organization needs its own namespace to be separate from the others.',
    cases: [{ severity: 'error', remedy: 'Set another `namespace` for the organization.' }],
  },
  'reserved-name': {
    title: 'A name is reserved.',
    why: 'Chancery, Kubernetes, Flux or the workflows of the template use the name for something else.',
    cases: [
      {
        severity: 'error',
        finds: 'An organization with the name `ambassador`, `crds` or `tenancy`.',
        remedy: 'Choose another name.',
      },
      {
        severity: 'error',
        finds:
          'A namespace of Kubernetes, Flux, the provider or another part of a cluster, such as `default`, `kube-…`, `flux-system`, `cert-manager` or `emissary`. The name of the network can cause it too.',
        remedy: 'Choose another namespace, or another name for the network.',
      },
      {
        severity: 'error',
        finds:
          'A node with the name `jobs`, or a cluster with the name `issuers`, `issuers-…` or `…-drift`; `stewards` or `stewards-…`, if the platform has stewards.',
        remedy: 'Choose another name.',
      },
      {
        severity: 'warning',
        finds: '`ambassador.existing.namespace` is a namespace of Kubernetes or Flux.',
        remedy: 'Name the namespace in which Emissary runs.',
      },
    ],
  },
  'name-collision': {
    title: 'Two objects would have the same name.',
    why: 'One object would overwrite the other.',
    cases: [
      {
        severity: 'error',
        finds: "A node has the name of another node's second Service (`x` and `x-rpc`).",
        remedy: 'Rename one of the nodes.',
      },
    ],
  },
  'name-length': {
    title: 'A name that is built from several names is too long.',
    why: 'Kubernetes, DNS and certificates limit the length of names.',
    cases: [
      {
        severity: 'error',
        finds:
          'More than 63 characters in a namespace or a Service, 52 in a StatefulSet, 253 in a host, 64 in the host of an exposed node with TLS.',
        remedy: 'Shorten the names that it is built from.',
      },
    ],
  },
  'reserved-label': {
    title: 'A label or an annotation is managed by Chancery, Kubernetes, Flux or their tools.',
    cases: [
      {
        severity: 'error',
        finds: 'A key in `labels`, `monitoring.labels` or `ambassador.annotations`.',
        remedy: 'Use a key with your own prefix, such as `example.com/team`.',
      },
    ],
  },
  monitoring: {
    title: 'Fields of `monitoring` contradict each other.',
    cases: [
      {
        severity: 'error',
        finds: '`labels` without `podMonitor` or `alerts`: only PodMonitors and rules get these labels.',
        remedy: 'Set `podMonitor` or `alerts`, or remove the labels.',
      },
      {
        severity: 'warning',
        finds: '`podMonitor` or `alerts`, and no entry in `namespaces`: network policies let no Prometheus in.',
        remedy: 'Name the namespace of your Prometheus.',
      },
    ],
  },
  'acknowledge-unused': {
    title: 'A line of `acknowledge` matches no risk and no warning.',
    why: 'A line that matches nothing looks like consent to something.',
    cases: [
      {
        severity: 'warning',
        finds: 'The line begins with the name of no risk and no warning.',
        remedy: 'Use the line in the hint, or remove the line.',
      },
      {
        severity: 'warning',
        finds:
          'In `plan`: the line matches no risk of this change and no warning, was for another value, or was merged before.',
        remedy: 'Use the line in the hint, or remove the line.',
      },
    ],
  },
}
