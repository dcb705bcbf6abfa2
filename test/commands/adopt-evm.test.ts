import { describe, expect, it } from 'vitest'
import { adoptingPlatform } from '../../src/commands/adopt/options.ts'
import { type AdoptOptions, adopt } from '../../src/commands/adopt.ts'
import { inspect } from '../../src/commands/inspect.ts'
import { keys } from '../../src/commands/keys.ts'
import { render } from '../../src/commands/render.ts'
import { toText } from '../../src/file-content.ts'
import { errorsIn, place } from '../adopt/place.ts'
import { holder } from '../material/sops-tool.ts'
import { besuGenesis, nodeOf, nodes } from '../platforms/evm/adopt/chain.ts'
import { besuAnswers } from '../platforms/evm/adopt/rpc.ts'

const network = 'network.yaml'
const url = 'http://10.2.3.4:8545'
const genesis = JSON.stringify(besuGenesis)

const options: AdoptOptions = {
  platform: adoptingPlatform('besu'),
  name: 'trade',
  platformVersion: undefined,
  into: undefined,
  report: undefined,
  cluster: [{ name: 'eu', provider: 'eks', place: 'eu.example.com' }],
  organization: [{ name: 'carrier', cluster: 'eu' }],
  given: new Map([
    ['genesis', ['genesis.json']],
    ['from-rpc', [url]],
    [
      'node',
      ['carrier/validator1=v1.example.org', 'carrier/validator2=v2.example.org', 'carrier/rpc1=rpc1.example.org'],
    ],
    ['key', ['carrier/validator1=fd:3', 'carrier/validator2=vault:kv/carrier/validator2-keys']],
  ]),
}

/** A machine that reaches a node of the chain, and has the key of another in a descriptor. */
function machine() {
  const { run: _, ports, inputs, files, ...seen } = place()
  inputs.set('genesis.json', genesis)
  const run = (changed: Partial<AdoptOptions> = {}, host = 'v1.example.org') =>
    adopt(
      { ...options, ...changed },
      {
        ...ports,
        postJson: async (_url, body) => ({
          status: 200,
          body: besuAnswers(body, { self: nodeOf('v1'), host, peers: nodes.slice(1) }),
        }),
        readDescriptor: async () => Buffer.from(`${nodeOf('v1').privateKey}\n`),
      },
    )
  return { ...seen, run, files, ports }
}

describe('chancery adopt besu: a chain that runs', () => {
  it('becomes a definition that lacks recipients only; with them, no key is made and it renders', async () => {
    const { run, files, ports, said, found } = machine()
    await run()
    expect(errorsIn(found)).toEqual(['material-half', 'setup'])
    expect(found.find(({ rule }) => rule === 'material-half')?.hint).toContain('the same `chancery adopt` again')
    expect(files.contents.get('material/public/genesis.json')).toBe(genesis)

    const text = String(files.contents.get(network)).replace(
      /# recipients: \[age1…\]/,
      `recipients: [${(await holder()).recipient}]`,
    )
    await files.change({ written: new Map([[network, text]]), removed: [] })
    expect(await run()).toMatchObject({ status: 0 })
    expect(errorsIn((await inspect({ network }, files)).findings)).toEqual([])
    expect([...files.contents.keys()].filter((path) => path.startsWith('material/sealed/'))).toEqual([
      'material/sealed/eu/carrier/validator1.yaml',
    ])
    expect(await run()).toMatchObject({ changed: false, files: [] })

    said.length = 0
    await keys({ network }, ports)
    expect(said.filter((line) => line.startsWith('made '))).toEqual([])
    expect(await render({ network, check: false, standIns: false }, ports)).toMatchObject({ changed: true })
    const organization = [...files.contents].filter(([path]) => /^deploy\/.*\/genesis\.json$/.test(path))
    expect(organization.map(([, content]) => toText(content ?? ''))).toEqual([genesis])
  })

  it('stays as it is once its nodes run here, wherever they are seen', async () => {
    const { run, files } = machine()
    await run()
    const text = String(files.contents.get(network))
      .replaceAll(/adopted: false, movesFrom: \{[^}]*\}/g, 'adopted: true')
      .replaceAll(/adopted: false\n +movesFrom: .*\n/g, 'adopted: true\n')
    expect(text.match(/adopted: true/g)).toHaveLength(3)
    expect(text).not.toContain('movesFrom')
    await files.change({ written: new Map([[network, text]]), removed: [] })

    const unnamed = new Map([...options.given].filter(([name]) => name !== 'node' && name !== 'key'))
    await run({ organization: [], cluster: [], given: unnamed }, 'eu.example.com')
    expect(files.contents.get(network)).toBe(text)
    await run()
    expect(files.contents.get(network)).toBe(text)
  })

  it('has the key in no file but the sealed one, and in no output', async () => {
    const { run, files, said, concealed } = machine()
    await run()
    const all = [...files.contents.values()].map((content) => toText(content ?? '')).join('\n')
    for (const text of [all, said.join('\n')]) expect(text).not.toContain(nodeOf('v1').privateKey)
    expect(concealed).not.toEqual([])
  })
})
