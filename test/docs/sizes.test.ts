import { expect, test } from 'vitest'
import { ambassadorSizes } from '../../src/ambassador/sizes.ts'
import { type Size, type Sizes, sizeNames } from '../../src/network/size.ts'
import { besuSizes } from '../../src/platforms/besu/sizes.ts'
import { sizesOf as cordaSizesOf } from '../../src/platforms/corda/sizes.ts'
import { couchdbSizes, sizesOf } from '../../src/platforms/fabric/sizes.ts'
import { quorumSizes } from '../../src/platforms/quorum/sizes.ts'
import { read } from './pages.ts'

const containers: readonly (readonly [title: string, sizes: Sizes])[] = [
  ['Besu', besuSizes],
  ['GoQuorum', quorumSizes],
  ['Fabric: peer', sizesOf('peer')],
  ['Fabric: orderer', sizesOf('orderer')],
  ['Fabric: CA server', sizesOf('ca')],
  ['Corda', cordaSizesOf('node')],
  ['Corda: network map of a demo zone', cordaSizesOf('network-map')],
  ['CouchDB of a peer', couchdbSizes],
  ['Ambassador (Emissary)', ambassadorSizes],
]

const amounts = (sizes: Sizes, size: Size): string => {
  const { requests, limits } = sizes[size]
  return `${requests?.cpu}, ${requests?.memory}, ${limits?.memory}`
}

test('docs/sizes.md has the amounts of every container', async () => {
  const page = await read('docs/sizes.md')
  const rows = page.split('\n').flatMap((line) => {
    const [, title = '', ...cells] = line.split('|').map((cell) => cell.trim())
    return containers.some(([one]) => one === title) ? [[title, ...cells.slice(0, 3)]] : []
  })
  expect(rows).toEqual(containers.map(([title, sizes]) => [title, ...sizeNames.map((size) => amounts(sizes, size))]))
})
