import { load } from 'js-yaml'
import type { KubernetesObject } from '../cluster/objects.ts'
import type { Images } from '../network/network.ts'
import { type Placement, podFields } from '../network/placement.ts'
import type { Inquiry } from '../platforms/inquiry.ts'
import { imageReference } from '../render/images.ts'
import type { TextTree } from '../render/tree.ts'

export interface InquiryInput {
  readonly inquiry: Inquiry
  readonly network: string
  readonly namespace: string
  /** Unique among the Jobs that run. */
  readonly name: string
  readonly images: Images
  /** Of the organization in the cluster. */
  readonly placement: Placement
  readonly bases: TextTree
}

/** Seconds for the pod to be placed and its image to be pulled. */
const beginning = 120

export const patienceForInquiry = ({ seconds }: Inquiry): number => beginning + seconds

/** What runs a script, by its suffix. Images of Python have it at different places. */
const interpreters = { sh: '/bin/sh', py: 'python3' } as const

interface InquiryJob extends KubernetesObject {
  readonly spec: {
    readonly template: {
      readonly spec: {
        readonly containers: readonly [{ readonly image: string; readonly volumeMounts: readonly object[] }]
        readonly volumes: readonly { readonly name: string }[]
      }
    }
  }
}

/** The ConfigMap and the Job of an inquiry. The caller removes both. */
export function inquiryObjects({ inquiry, network, namespace, name, images, placement, bases }: InquiryInput): {
  readonly configMap: KubernetesObject
  readonly job: KubernetesObject
} {
  const labels = {
    'app.kubernetes.io/part-of': network,
    'app.kubernetes.io/managed-by': 'chancery',
    'app.kubernetes.io/component': 'inquiry',
  }
  const metadata = { name, namespace, labels }
  const base = load(textOf(bases, 'probe/inquiry.yaml')) as InquiryJob // our own manifest, which a test holds against the schema
  const { containers, volumes, ...pod } = base.spec.template.spec
  const [container] = containers
  const more = Object.entries(inquiry.volumes(name))
  const suffix = inquiry.script.endsWith('.py') ? 'py' : 'sh'
  const program = `inquiry.${suffix}`
  const spec = {
    ...pod,
    ...podFields(placement),
    ...(images.pullSecret === undefined ? {} : { imagePullSecrets: [{ name: images.pullSecret }] }),
    containers: [
      {
        ...container,
        image: imageReference(images, inquiry.image ?? container.image),
        command: [interpreters[suffix], `/etc/inquiry/${program}`],
        env: Object.entries(inquiry.env).map(([variable, value]) => ({ name: variable, value })),
        volumeMounts: [
          ...container.volumeMounts,
          ...more.map(([mountPath, volume]) => ({ name: volume.name, mountPath, readOnly: true })),
        ],
      },
    ],
    volumes: [
      ...volumes.map((volume) => (volume.name === 'inquiry' ? { name: 'inquiry', configMap: { name } } : volume)),
      ...more.map(([, volume]) => volume),
    ],
  }
  return {
    configMap: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata,
      data: { ...inquiry.files, [program]: textOf(bases, inquiry.script) },
    },
    job: {
      ...base,
      metadata,
      spec: {
        ...base.spec,
        // Nobody waits for it any longer by then.
        activeDeadlineSeconds: patienceForInquiry(inquiry) + 60,
        template: { metadata: { labels: { ...labels, ...inquiry.labels } }, spec },
      },
    },
  }
}

function textOf(bases: TextTree, path: string): string {
  const text = bases.get(path)
  if (text === undefined) throw new Error(`there is no base ${path}`)
  return text
}
