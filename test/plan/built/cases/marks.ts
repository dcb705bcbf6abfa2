import { adding, patching } from '../judged.ts'
import { type BuiltCase, ofValidator } from './case.ts'

const claim = (...operations: readonly string[]) => patching('acme/v1', '{kind: PersistentVolumeClaim}', ...operations)

/** Metadata that controllers act on. */
export const marks: readonly BuiltCase[] = [
  {
    name: 'an object that Flux leaves alone',
    overrides: patching(
      'acme',
      '{kind: NetworkPolicy, name: votes}',
      '{op: add, path: /metadata/annotations, value: {kustomize.toolkit.fluxcd.io/ssa: IfNotPresent}}',
    ),
    risks: [
      {
        risk: 'danger delivery-object internal/acme:NetworkPolicy/votes 1:1',
        text: 'tells the controller that applies it something else (kustomize.toolkit.fluxcd.io/ssa)',
      },
    ],
  },
  {
    name: 'a volume that may be pruned',
    overrides: claim('{op: remove, path: /metadata/annotations/kustomize.toolkit.fluxcd.io~1prune}'),
    risks: [
      {
        risk: 'danger delivery-object internal/acme/v1:PersistentVolumeClaim/v1 1:1',
        text: 'tells the controller that applies it something else (kustomize.toolkit.fluxcd.io/prune)',
      },
    ],
  },
  {
    name: 'a volume that is deleted with something that does not exist',
    overrides: claim(
      '{op: add, path: /metadata/ownerReferences, value: [{apiVersion: v1, kind: ConfigMap, name: gone, uid: a}]}',
    ),
    risks: [
      {
        risk: 'danger rendered-object-removed internal/acme/v1:PersistentVolumeClaim/v1 1:1',
        text: 'belongs to another object, and is deleted with it (ownerReferences)',
      },
    ],
  },
  {
    name: 'an identity of a cloud',
    overrides: adding('acme', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'x', annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::1:role/admin' } },
    }),
    risks: [
      {
        risk: 'danger rights-granted internal/acme:ServiceAccount/x 1:1',
        text: 'acts in a cloud as arn:aws:iam::1:role/admin',
      },
    ],
  },
  {
    name: 'a network beside that of the cluster',
    overrides: ofValidator(
      '{op: add, path: /spec/template/metadata/annotations/k8s.v1.cni.cncf.io~1networks, value: host}',
    ),
    risks: [
      {
        risk: 'danger container-changed internal/acme/v1:StatefulSet/v1 1:1',
        text: 'its pods have annotations that others act on (k8s.v1.cni.cncf.io/networks)',
      },
    ],
  },
]
