import { load } from 'js-yaml'
import { expect, it } from 'vitest'
import { render } from '../../../src/commands/render.ts'
import { filledIn } from '../../bed/fork.ts'
import { recordingPorts } from '../../commands/recording-ports.ts'
import { read } from '../../docs/pages.ts'
import { memoryFiles } from '../../memory-files.ts'
import { noRepository } from '../../no-repository.ts'
import { broughtTruststore } from './brought-truststore.ts'

/** The objects of a node of examples/corda, by their file. */
async function filesOf(edit: (definition: string) => string) {
  const { definition } = await filledIn(await read('examples/corda/network.yaml'))
  const files = memoryFiles({
    'network.yaml': edit(definition),
    'zone/network-root-truststore.jks': broughtTruststore,
  })
  const ports = { ...recordingPorts('/nowhere'), files, repository: noRepository }
  expect(await render({ network: 'network.yaml', check: false, standIns: true }, ports)).toMatchObject({ status: 0 })
  return (name: string): object =>
    load(String(files.contents.get(`deploy/clusters/office/trader/node1/${name}`))) as object // just rendered
}

it('a node that something else runs has a claim, and no pod until it is adopted', async () => {
  const from = 'role: node\n        legalName: O=Trader'
  const elsewhere = await filesOf((text) =>
    text.replace(from, `role: node\n        adopted: false\n        legalName: O=Trader`),
  )
  expect(elsewhere('statefulset.yaml')).toMatchObject({ spec: { replicas: 0 } })
  expect(elsewhere('persistent-volume-claim.yaml')).toMatchObject({ kind: 'PersistentVolumeClaim' })
  const here = await filesOf((text) => text)
  expect(here('statefulset.yaml')).not.toHaveProperty('spec.replicas')
})
