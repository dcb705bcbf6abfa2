import { readFile } from 'node:fs/promises'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { ambassadorSizes } from '../../src/ambassador/sizes.ts'
import { quantityValue } from '../../src/network/quantity.ts'
import { isComplete, resourcesField, type Sizes, sizeNames } from '../../src/network/size.ts'
import { besuSizes } from '../../src/platforms/besu/sizes.ts'
import { sizesOf as cordaSizesOf } from '../../src/platforms/corda/sizes.ts'
import { couchdbSizes, sizesOf } from '../../src/platforms/fabric/sizes.ts'
import { quorumSizes } from '../../src/platforms/quorum/sizes.ts'

interface Workload {
  readonly spec: { readonly template: { readonly spec: { readonly containers: readonly Container[] } } }
}
interface Container {
  readonly name: string
  readonly resources: object
}

const containers: readonly (readonly [file: string, container: string, sizes: Sizes])[] = [
  ['platforms/besu/base/node/statefulset.yaml', 'besu', besuSizes],
  ['platforms/quorum/base/node/statefulset.yaml', 'quorum', quorumSizes],
  ['platforms/corda/base/ledger/statefulset.yaml', 'corda', cordaSizesOf('node')],
  ['platforms/corda/base/network-map/statefulset.yaml', 'network-map', cordaSizesOf('network-map')],
  ['platforms/fabric/base/peer/statefulset.yaml', 'peer', sizesOf('peer')],
  ['platforms/fabric/base/orderer/statefulset.yaml', 'orderer', sizesOf('orderer')],
  ['platforms/fabric/base/certificate-authority/statefulset.yaml', 'ca', sizesOf('ca')],
  ['platforms/fabric/base/couchdb/statefulset.yaml', 'couchdb', couchdbSizes],
  ['ambassador/base/deployment.yaml', 'emissary', ambassadorSizes],
]

test.each(containers)('%s has the amounts of small for %s', async (file, name, sizes) => {
  const { spec } = load(await readFile(new URL(`../../src/${file}`, import.meta.url), 'utf8')) as Workload // its own manifest
  const found = spec.template.spec.containers.find((container) => container.name === name)
  expect(found?.resources).toEqual(sizes.small)
})

test.each(containers)('%s: no amount of a larger size is smaller, for %s', (_file, _name, sizes) => {
  for (const which of ['requests', 'limits'] as const) {
    for (const kind of ['cpu', 'memory'] as const) {
      const amounts = sizeNames.map((size) => quantityValue(sizes[size][which]?.[kind] ?? '0') ?? Number.NaN)
      expect(amounts).toEqual(amounts.toSorted((a, b) => a - b))
    }
  }
})

test('own amounts win over those of a size, one by one', () => {
  const own = { limits: { memory: '6Gi' } }
  expect(resourcesField(besuSizes, 'small', undefined)).toEqual({})
  expect(resourcesField(besuSizes, 'small', own)).toEqual({ resources: own })
  expect(resourcesField(besuSizes, 'medium', own)).toEqual({
    resources: { requests: { cpu: '500m', memory: '3Gi' }, limits: { memory: '6Gi' } },
  })
  expect(isComplete(besuSizes, own)).toBe(false)
  expect(isComplete(besuSizes, besuSizes.large)).toBe(true)
})
