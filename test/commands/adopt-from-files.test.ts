import { describe, expect, it } from 'vitest'
import { adoptingPlatform } from '../../src/commands/adopt/options.ts'
import { inspect } from '../../src/commands/inspect.ts'
import { keys } from '../../src/commands/keys.ts'
import { render } from '../../src/commands/render.ts'
import { openSealed } from '../../src/material/open.ts'
import { readLock } from '../../src/network/lock.ts'
import { errorsIn, place } from '../adopt/place.ts'
import { holder } from '../material/sops-tool.ts'
import { keyringOf } from '../material/unsealing.ts'
import { besuGenesis, nodeOf, nodes, quorumGenesis } from '../platforms/evm/adopt/chain.ts'

const network = 'network.yaml'
const sealed = 'material/sealed/eu/carrier/v2.yaml'

describe.each([
  ['besu', besuGenesis],
  ['quorum', quorumGenesis],
])('chancery adopt %s, from files', (id, genesis) => {
  const options = {
    platform: adoptingPlatform(id),
    name: 'trade',
    cluster: [{ name: 'eu', provider: 'eks', place: 'eu.example.com' }] as const,
    organization: [{ name: 'carrier', cluster: 'eu' }],
    given: new Map([
      ['genesis', ['genesis.json']],
      ['enodes', ['static-nodes.json']],
      ['node', [`carrier/v1=${nodeOf('v1').host}`, `carrier/v2=${nodeOf('v2').host}`]],
      ['key', ['carrier/v1=secret:bevel-v1', 'carrier/v2=fd:3']],
    ]),
  }

  it('becomes a definition; with recipients its keys are sealed, and it renders', async () => {
    const { run, files, ports, inputs, keysAt, said, found } = place()
    const text = `${JSON.stringify(genesis, null, 3)}\n`
    inputs.set('genesis.json', text)
    inputs.set('static-nodes.json', JSON.stringify(nodes.map(({ enode }) => enode)))
    const { privateKey } = nodeOf('v2')
    keysAt.set('3', privateKey)

    // The private half of v2 waits for recipients; nothing else is wrong.
    expect(await run(options)).toMatchObject({ status: 1, changed: true })
    expect(errorsIn(found)).toEqual(['material-half', 'setup'])
    expect(files.contents.get('material/public/genesis.json')).toBe(text)
    const former = new Map(files.contents)
    expect(await run(options)).toMatchObject({ changed: false })
    expect(files.contents).toEqual(former)

    const cluster = await holder()
    const whole = String(files.contents.get(network)).replace(
      '# recipients: [age1…]',
      `recipients: [${cluster.recipient}]`,
    )
    await files.change({ written: new Map([[network, whole]]), removed: [] })
    expect(await run(options)).toMatchObject({ status: 0, files: expect.arrayContaining([sealed]) })
    expect(files.contents.get(network)).toBe(whole)
    expect(await openSealed(sealed, String(files.contents.get(sealed)), await keyringOf(cluster))).toEqual({
      nodekey: privateKey,
    })
    expect(errorsIn((await inspect({ network }, files)).findings)).toEqual([])
    expect(await run(options)).toMatchObject({ status: 0, changed: false })

    // A node that an earlier run adopted is ours, also when a later one does not name it.
    const others = new Map([
      ...options.given,
      ['node', options.given.get('node')?.slice(0, 1) ?? []],
      ['key', []],
    ] as const)
    expect(await run({ ...options, given: others })).toMatchObject({ status: 0, changed: false })

    // Every key is there: none is made in the place of one that runs.
    const present = [...files.contents.keys()].filter((path) => path.startsWith('material/'))
    expect(await keys({ network }, ports)).toMatchObject({ status: 0 })
    expect([...files.contents.keys()].filter((path) => path.startsWith('material/'))).toEqual(present)
    expect(await render({ network, check: false, standIns: false }, ports)).toMatchObject({ status: 0, changed: true })
    expect(await run(options)).toMatchObject({ status: 0, changed: false })
    expect(readLock(String(files.contents.get('network.lock.yaml')))).toMatchObject({
      material: { 'material/public/genesis.json': expect.any(String), [sealed]: expect.any(String) },
    })
    expect([...files.contents.values(), ...said, JSON.stringify(found)].join('\n')).not.toContain(privateKey)
  })
})
