import { join } from 'node:path'
import type { JsonObject } from '../../kubernetes/json.ts'
import type { KubernetesObject } from '../cluster.ts'
import type { Image } from './image.ts'

/** What the pods of the tests do: the first argument of pod-program.mjs. */
type Task = 'serve' | 'ask' | 'ask-kubernetes' | 'count' | 'say' | 'crash'

/** The Node that runs the tests, and a program for it. */
export const image: Image = {
  name: 'example.test/node:1',
  command: ['/usr/local/bin/node', '/pod-program.mjs'],
  files: {
    '/usr/local/bin/node': process.execPath,
    '/pod-program.mjs': join(import.meta.dirname, 'pod-program.mjs'),
  },
}

/** As Pod Security asks of `restricted`. */
export const restricted: JsonObject = {
  runAsNonRoot: true,
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
  seccompProfile: { type: 'RuntimeDefault' },
}

export function container(task: Task, ...parameters: readonly string[]): JsonObject {
  return {
    name: 'container',
    image: image.name,
    args: [task, ...parameters],
    securityContext: restricted,
  }
}

export function pod(
  name: string,
  content: JsonObject = {},
  rest: JsonObject = {},
  namespace = 'strict',
): KubernetesObject {
  const spec = { ...common, restartPolicy: 'Never', containers: [content], ...rest }
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace, labels: { app: name } }, spec }
}

/** Two pods, Ready when they answer. */
export function deployment(name: string, task: Task): KubernetesObject {
  const readinessProbe = { httpGet: { path: '/', port: 8080 }, periodSeconds: 1 }
  const labels = { app: name }
  return inStrict('apps/v1', 'Deployment', name, {
    replicas: 2,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: { ...common, containers: [{ ...container(task), readinessProbe }] },
    },
  })
}

export function service(name: string, spec: JsonObject = {}): KubernetesObject {
  return inStrict('v1', 'Service', name, { selector: { app: name }, ...spec })
}

/** Of the default class. */
export function claim(name: string): KubernetesObject {
  const resources = { requests: { storage: '1Gi' } }
  return inStrict('v1', 'PersistentVolumeClaim', name, { accessModes: ['ReadWriteOnce'], resources })
}

const common = { terminationGracePeriodSeconds: 1, securityContext: { fsGroup: 1000 } }

function inStrict(apiVersion: string, kind: string, name: string, spec: JsonObject): KubernetesObject {
  return { apiVersion, kind, metadata: { name, namespace: 'strict' }, spec }
}
