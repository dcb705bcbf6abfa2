import { globSync, readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'

const folder = 'src/platforms/fabric/base'

type Container = {
  readonly name: string
  readonly securityContext?: object
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string; readonly readOnly?: boolean }[]
}
type Workload = {
  readonly kind: string
  readonly spec: {
    readonly template: {
      readonly spec: {
        readonly containers: readonly Container[]
        readonly volumes: readonly { readonly name: string }[]
      }
    }
  }
}

const workloads = globSync(`${folder}/*/{statefulset,deployment,job}.yaml`)
  .sort()
  .map((path) => [path.slice(folder.length + 1), load(readFileSync(path, 'utf8')) as Workload] as const)

it('has a workload of each kind', () => {
  expect([...new Set(workloads.map(([, { kind }]) => kind))].sort()).toEqual(['Deployment', 'Job', 'StatefulSet'])
})

describe.each(workloads)('%s', (path, { spec }) => {
  // The CouchDB patch adds to the peer's container, whose context is the peer's.
  const own = spec.template.spec.containers.filter(({ name }) => path !== 'couchdb/statefulset.yaml' || name !== 'peer')

  it.each(own.map((container) => [container.name, container] as const))('keeps the root of %s read-only', (_, one) => {
    expect(one.securityContext).toMatchObject({ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false })
  })
})

describe('settings of CouchDB', () => {
  const { containers, volumes } = workloads.find(([path]) => path.startsWith('couchdb/'))?.[1].spec.template.spec ?? {}
  const mounts = containers?.find(({ name }) => name === 'couchdb')?.volumeMounts ?? []
  const at = (path: string) => mounts.find(({ mountPath }) => mountPath.startsWith(path))

  it('are read after those of the image', () => {
    const file = at('/opt/couchdb/etc/default.d/')?.mountPath.split('/').at(-1) ?? ''
    expect(['10-docker-default.ini', file].sort().at(-1)).toBe(file)
  })

  it('leave the folder that the entry point and CouchDB write in to them', () => {
    const mount = at('/opt/couchdb/etc/local.d')
    expect(mount).toEqual({ name: 'couchdb-settings', mountPath: '/opt/couchdb/etc/local.d' })
    expect(volumes?.find(({ name }) => name === mount?.name)).toMatchObject({ emptyDir: {} })
  })
})
