import { describe, expect, it } from 'vitest'
import { type BevelImport, importBevel } from '../../../../src/bevel/import.ts'
import { inspect } from '../../../../src/commands/inspect.ts'
import { readSource } from '../../../../src/network/source.ts'
import { dumpYaml } from '../../../../src/yaml.ts'
import { fabricFile, legal, participant, peer } from '../../../bevel/fabric-inputs.ts'
import { file, organization } from '../../../bevel/inputs.ts'
import { memoryFiles } from '../../../memory-files.ts'
import { recipientsFor } from './recipients.ts'

function imported(...texts: readonly string[]): BevelImport {
  const sources = texts.map((text, at) => {
    const source = readSource(`${at}.yaml`, text)
    if (!('value' in source)) throw new Error('the input is YAML')
    return source
  })
  return importBevel({ sources, name: 'trade', files: new Map() })
}

describe('a file with every field of Fabric', () => {
  it('has no field without a line, and no secret in its lines', () => {
    const { fields, tasks, written } = imported(fabricFile)
    expect(fields.filter(({ text }) => text.startsWith('not a field of Bevel'))).toEqual([])
    expect(fields.filter(({ outcome }) => outcome === 'lost').map(({ field }) => field)).toEqual([
      'organizations[north].services.peers[peer0].chaincodes[assets].arguments',
    ])
    expect(JSON.stringify([fields, tasks, written])).not.toContain('hush')
  })

  it('becomes a definition without errors', async () => {
    const { written } = imported(fabricFile)
    const definition = dumpYaml(await recipientsFor(written?.definition ?? {}))
    const { findings } = await inspect({ network: 'network.yaml' }, memoryFiles({ 'network.yaml': definition }))
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('and a second file with another member are one network', async () => {
    const more = file(
      'fabric',
      { channels: [{ channel_name: 'TradeChannel', participants: [participant('west', 'joiner')] }] },
      [organization('west', { peers: [peer('peer0', 'west', {})] }, legal('west'))],
    )
    const definition = imported(fabricFile, more).written?.definition ?? {}
    expect(definition.channels).toMatchObject([{ name: 'tradechannel', members: ['north', 'south', 'west'] }])
    expect(definition.chaincodes).toMatchObject([{ organizations: ['north', 'south'] }])
  })
})
