import { load } from 'js-yaml'
import type { KubernetesObject } from '../cluster/objects.ts'
import type { Images } from '../network/network.ts'
import { type Placement, podFields } from '../network/placement.ts'
import { distinct, type ProbePlan, patienceFor } from '../platforms/probe-plan.ts'
import { imageReference } from '../render/images.ts'
import type { TextTree } from '../render/tree.ts'

export interface ProbeInput {
  readonly plan: ProbePlan
  readonly network: string
  readonly namespace: string
  /** Unique among the probes that run: two people may probe at once. */
  readonly name: string
  readonly images: Images
  /** Of the organization in the cluster. */
  readonly placement: Placement
  /** Base manifests; those of the probe are in `probe/`. */
  readonly bases: TextTree
}

/** The ConfigMap and the Job of a probe. The caller removes both. */
export function probeObjects(input: ProbeInput): {
  readonly configMap: KubernetesObject
  readonly job: KubernetesObject
} {
  const { plan, network, namespace, name, images, placement, bases } = input
  const labels = {
    'app.kubernetes.io/part-of': network,
    'app.kubernetes.io/managed-by': 'chancery',
    'app.kubernetes.io/component': 'probe',
  }
  const metadata = { name, namespace, labels }
  const base = load(baseFile(bases, 'job.yaml')) as ProbeJob // our own manifest, which a test holds against the schema
  const [container] = base.spec.template.spec.containers
  const pod = {
    ...base.spec.template.spec,
    ...podFields(placement),
    ...(images.pullSecret === undefined ? {} : { imagePullSecrets: [{ name: images.pullSecret }] }),
    containers: [{ ...container, image: imageReference(images, container.image) }],
    volumes: [{ name: 'probe', configMap: { name } }],
  }
  return {
    configMap: { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: filesOf(plan, baseFile(bases, 'probe.sh')) },
    job: {
      ...base,
      metadata,
      spec: {
        ...base.spec,
        // Nobody waits for it any longer by then.
        activeDeadlineSeconds: patienceFor(plan) + 60,
        template: { metadata: { labels: { ...labels, ...plan.labels } }, spec: pod },
      },
    },
  }
}

interface ProbeJob extends KubernetesObject {
  readonly spec: {
    readonly template: { readonly spec: { readonly containers: readonly [{ readonly image: string }] } }
  }
}

function baseFile(bases: TextTree, name: string): string {
  const text = bases.get(`probe/${name}`)
  if (text === undefined) throw new Error(`there is no base probe/${name}`)
  return text
}

/** The script, its targets a line each, and the authorities of those with TLS, each text once. */
function filesOf(plan: ProbePlan, script: string): Record<string, string> {
  const targets = distinct(plan.targets)
  const texts = [...new Set(targets.flatMap(({ authorities }) => authorities ?? []))].sort()
  const fileOf = (text: string): string => `authorities-${texts.indexOf(text)}`
  const lines = targets.map(({ host, port, authorities }, number) =>
    authorities === undefined
      ? `${number} tcp ${host} ${port}\n`
      : `${number} tls ${host} ${port} /etc/probe/${fileOf(authorities)}\n`,
  )
  return {
    'probe.sh': script,
    targets: lines.join(''),
    ...Object.fromEntries(texts.map((text) => [fileOf(text), text])),
  }
}
