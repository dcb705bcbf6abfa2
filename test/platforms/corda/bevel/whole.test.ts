import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { load } from 'js-yaml'
import { expect, it } from 'vitest'
import { importBevelFiles } from '../../../../src/commands/import-bevel.ts'
import { keys } from '../../../../src/commands/keys.ts'
import { render } from '../../../../src/commands/render.ts'
import { validate } from '../../../../src/commands/validate.ts'
import { rootTruststorePath } from '../../../../src/platforms/corda/places.ts'
import { dumpYaml } from '../../../../src/yaml.ts'
import { tools } from '../../../bed/tools/tool.ts'
import { cordaFile } from '../../../bevel/corda-inputs.ts'
import { recordingPorts } from '../../../commands/recording-ports.ts'
import { holder } from '../../../material/sops-tool.ts'
import { filesOf, onlyConfiguration, temporaryFolder } from '../../../repository/git-folder.ts'
import { broughtTruststore, withDigest } from '../brought-truststore.ts'

type Fields = Readonly<Record<string, unknown>>

await tools('kustomize')

it('a network of Bevel validates, renders and builds once its truststore is there', async () => {
  await onlyConfiguration()
  const directory = await temporaryFolder()
  const ports = recordingPorts(directory)
  await importBevelFiles({ name: 'trade', into: undefined, report: undefined }, ['bevel.yaml'], {
    ...ports,
    readInput: async () => Buffer.from(cordaFile()),
    readNearby: async () => undefined,
    writeFile: async () => {},
  })
  const { 'network.yaml': written = '' } = await filesOf(directory)
  const definition = load(withDigest(written)) as { readonly clusters: readonly Fields[] } & Fields // it was just written
  const { recipient } = await holder()
  const clusters = definition.clusters.map((one) => ({ ...one, recipients: [recipient] }))
  await writeFile(join(directory, 'network.yaml'), dumpYaml({ ...definition, clusters }))
  const truststore = join(directory, rootTruststorePath)
  await mkdir(dirname(truststore), { recursive: true })
  await writeFile(truststore, broughtTruststore)

  const { findings } = await validate({ network: 'network.yaml' }, ports)
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(await keys({ network: 'network.yaml' }, ports)).toMatchObject({ status: 0 })
  const options = { network: 'network.yaml', build: true, check: false, standIns: false }
  expect(await render(options, ports)).toMatchObject({ status: 0 })
  const files = await filesOf(directory)
  const configuration = files['deploy/clusters/ledgers/supplychain/notary/node.conf']
  expect(configuration).toContain('myLegalName = "OU=Notary, O=Notary, L=London, C=GB"')
  expect(configuration).toContain('p2pAddress = "notary.supplychain.ledger.example.com:15010"')
  expect(configuration).toContain('doormanURL = "https://doorman.ledger.example.com"')
})
