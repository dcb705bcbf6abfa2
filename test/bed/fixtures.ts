import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import type { JsonObject } from '../kubernetes/json.ts'
import type { KubernetesObject } from './cluster.ts'

const inDefault = { namespace: 'default' }
const container = { name: 'container', image: 'example.test/image:1' }

/** Of the namespace `default`. */
export function object(apiVersion: string, kind: string, name: string, rest: JsonObject = {}): KubernetesObject {
  return { apiVersion, kind, metadata: { name, ...inDefault }, ...rest }
}

export const configMap = (name: string): KubernetesObject => object('v1', 'ConfigMap', name, { data: { key: 'value' } })

export function namespace(name: string, labels: Readonly<Record<string, string>>): KubernetesObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } }
}

interface PodOptions {
  readonly namespace?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly securityContext?: JsonObject
}

export function pod(name: string, options: PodOptions = {}): KubernetesObject {
  const { namespace = 'default', labels = {}, securityContext = {} } = options
  const spec = { containers: [{ ...container, securityContext }] }
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace, labels }, spec }
}

/** One pod with a disk called `data`. */
export function statefulSet(name: string, claim: JsonObject = {}): KubernetesObject {
  const labels = { app: name }
  const resources = { requests: { storage: '1Gi' } }
  return object('apps/v1', 'StatefulSet', name, {
    spec: {
      serviceName: name,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ ...container, volumeMounts: [{ name: 'data', mountPath: '/data' }] }] },
      },
      volumeClaimTemplates: [
        { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources, ...claim } },
      ],
    },
  })
}

/** Its pod is not tried again. */
export function job(name: string): KubernetesObject {
  const template = { spec: { restartPolicy: 'Never', containers: [container] } }
  return object('batch/v1', 'Job', name, { spec: { backoffLimit: 0, template } })
}

export function service(name: string, rest: JsonObject = {}): KubernetesObject {
  return object('v1', 'Service', name, {
    spec: { type: 'LoadBalancer', selector: { app: name }, ports: [{ name: 'tcp', port: 15_000 }], ...rest },
  })
}

export function tcpMapping(spec: JsonObject): KubernetesObject {
  return object('getambassador.io/v3alpha1', 'TCPMapping', 'node', { spec: { service: 'node:30303', ...spec } })
}

export function definitions(): readonly KubernetesObject[] {
  const folder = join(import.meta.dirname, '../../src/ambassador/base/crds')
  const files = readdirSync(folder).filter((name) => name !== 'kustomization.yaml')
  return files.map((file) => load(readFileSync(join(folder, file), 'utf8')) as KubernetesObject) // generated files
}
