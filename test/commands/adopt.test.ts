import { beforeAll, describe, expect, it } from 'vitest'
import type { AdoptOptions } from '../../src/commands/adopt.ts'
import { clusterFlag } from '../../src/commands/init/flags.ts'
import { inspect } from '../../src/commands/inspect.ts'
import { keys } from '../../src/commands/keys.ts'
import { openSealed } from '../../src/material/open.ts'
import { readLock } from '../../src/network/lock.ts'
import { resultJson } from '../../src/report/json.ts'
import { chainGenesis } from '../adopt/chain.ts'
import { errorsIn, place, ruleOf, secret } from '../adopt/place.ts'
import { type Holder, holder } from '../material/sops-tool.ts'
import { keyringOf } from '../material/unsealing.ts'

const cluster = (text: string) => {
  const reading = clusterFlag(text)
  if (!('value' in reading)) throw new Error(reading.allowed)
  return reading.value
}

const first = {
  name: 'trade',
  cluster: [cluster('one=eks:one.example.com')],
  organization: [{ name: 'member', cluster: undefined }],
}

let cluster1: Holder
beforeAll(async () => {
  cluster1 = await holder()
})

/** A definition that a person wrote, with comments, and without most of the chain. */
const written = (recipients = ''): string => `# ours
version: 1
name: trade
platform: besu
platformVersion: 26.8.1 # as the others

clusters:
  - name: one # the only one
    provider: eks
    domain: one.example.com
    storageClass: gp3
    ambassador: {sourceRanges: [203.0.113.0/24]}
${recipients}
organizations:
  - name: member
    cluster: one
    # our nodes
    nodes:
      - {name: rpc2, role: rpc} # for applications
`

describe('chancery adopt', () => {
  it('writes a definition that lacks only recipients, with public material, lock and report', async () => {
    const { run, files, found } = place()
    const result = await run(first)
    expect(result).toMatchObject({
      changed: true,
      files: [
        'network.yaml',
        'material/public/genesis.json',
        'material/public/member/rpc1.yaml',
        'network.lock.yaml',
        'ADOPTION.md',
      ],
      adopted: { platform: 'besu', organizations: [{ name: 'member', cluster: 'one', nodes: ['rpc1'] }] },
    })
    const text = String(files.contents.get('network.yaml'))
    expect(text).toContain('    # recipients: [age1…]')
    expect(text).toContain('domain: one.example.com # *.one.example.com must resolve')
    expect(files.contents.get('material/public/genesis.json')).toBe(chainGenesis)
    expect(readLock(String(files.contents.get('network.lock.yaml')))).toMatchObject({
      material: { 'material/public/genesis.json': expect.stringMatching(/^sha256:/) },
    })
    expect(String(files.contents.get('ADOPTION.md'))).toMatch(/^# Adoption\n/)
    // The private half waits for recipients, and no key is made in its place.
    expect(errorsIn(found)).toEqual(['material-half', 'setup'])
    expect(JSON.parse(resultJson('adopt', result)).adopted.lines).toHaveLength(2)
  })

  it('writes nothing the second time', async () => {
    const { run, files, said } = place()
    await run(first)
    const before = new Map(files.contents)
    for (const options of [first, {}]) expect(await run(options)).toMatchObject({ changed: false, files: [] })
    expect(files.contents).toEqual(before)
    expect(said).toContain('every file has this content already: nothing was written')
  })

  it('adds what a definition lacks, and keeps comments and values of people', async () => {
    const text = written()
    const { run, files } = place({ 'network.yaml': text })
    expect(await run({ platformVersion: '26.8.0' })).toMatchObject({
      changed: true,
      adopted: {
        organizations: [{ name: 'member', nodes: ['rpc2', 'rpc1'] }],
        lines: expect.arrayContaining([
          {
            subject: 'platformVersion',
            outcome: 'lost',
            text: 'network.yaml has 26.8.1, and keeps it: the ledger has 26.8.0',
          },
        ]),
      },
    })
    const after = String(files.contents.get('network.yaml'))
    const added = after.split('\n').filter((line) => !text.split('\n').includes(line))
    expect(added.slice(0, 5)).toEqual([
      '      - {name: rpc1, role: rpc}',
      'genesis:',
      '  chainId: 20261123',
      'external:',
      '  - organization: consortium',
    ])
    expect(text.split('\n').every((line) => after.split('\n').includes(line))).toBe(true)
    expect(await run({ platformVersion: '26.8.0' })).toMatchObject({ changed: false })
  })

  it('seals a key once the definition has recipients, and never writes or prints it otherwise', async () => {
    const waiting = place({ 'network.yaml': written() })
    const result = await waiting.run()
    expect(result.status).toBe(1)
    expect(waiting.said).toContain(
      'the private half of material/public/member/rpc1.yaml was not written: cluster one has no recipients',
    )
    expect(waiting.said.join('\n')).toContain('run the same `chancery adopt` again when the definition has recipients')

    const text = written(`    recipients: [${cluster1.recipient}]`)
    const { run, files, said, found, ports, concealed } = place({
      ...Object.fromEntries(waiting.files.contents),
      'network.yaml': text,
    })
    const sealed = 'material/sealed/one/member/rpc1.yaml'
    const second = await run()
    expect(second).toMatchObject({ status: 0, files: expect.arrayContaining([sealed]) })
    const path = String(files.contents.get(sealed))
    expect(await openSealed(sealed, path, await keyringOf(cluster1))).toEqual({ nodekey: secret })
    expect(concealed).toContain(secret)
    expect(await run()).toMatchObject({ changed: false, status: 0 })
    const everything = [waiting, { files, said, found }].flatMap((one) => [
      ...one.files.contents.values(),
      ...one.said,
      JSON.stringify(one.found),
    ])
    expect([...everything, resultJson('adopt', result), resultJson('adopt', second)].join('\n')).not.toContain(secret)
    // `keys` makes that of the other node only.
    expect((await keys({ network: 'network.yaml' }, ports)).files).toEqual(
      expect.arrayContaining(['material/public/member/rpc2.yaml', 'material/sealed/one/member/rpc2.yaml']),
    )
    expect(String(files.contents.get(sealed))).toBe(path)
    expect(errorsIn((await inspect({ network: 'network.yaml' }, files)).findings)).toEqual([])
  })

  it('leaves files with other content alone, and writes nothing beside them', async () => {
    const { run, files, said } = place({ 'material/public/genesis.json': '{}' })
    expect(await run(first)).toMatchObject({ status: 1, changed: false, kept: ['material/public/genesis.json'] })
    expect([...files.contents.keys()]).toEqual(['material/public/genesis.json'])
    expect(said.at(-1)).toBe('nothing was written: move these files away, or name another folder with --into')
  })

  it('keeps the tasks of a former report, as people ticked them', async () => {
    const { run, files } = place({
      'ADOPTION.md': '# Adoption\n\n## To do\n\n- [x] Tell the others the address of `rpc1`.\n- [ ] Another one.\n',
    })
    await run(first)
    const report = String(files.contents.get('ADOPTION.md'))
    expect(report).toContain(
      '## To do\n\n- [x] Tell the others the address of `rpc1`.\n- [ ] Another one.\n\n## Network',
    )
  })

  it('keeps a report of somebody else', async () => {
    const { run, files, reports } = place({ 'ADOPTION.md': 'mine' })
    await run({ ...first, report: 'elsewhere.md' })
    expect(files.contents.get('ADOPTION.md')).toBe('mine')
    expect(reports.get('elsewhere.md')).toMatch(/^# Adoption\n/)
  })

  it.each<[string, Partial<AdoptOptions>, string | undefined, string]>([
    ['no name', { ...first, name: undefined }, undefined, 'the network has no name'],
    ['no cluster', { ...first, cluster: [] }, undefined, 'there is no cluster'],
    ['no organization', { ...first, organization: [] }, undefined, 'there is no organization'],
    [
      'an unknown cluster',
      { ...first, organization: [{ name: 'member', cluster: 'two' }] },
      undefined,
      'there is no cluster "two"',
    ],
    [
      'an organization twice',
      { ...first, organization: [...first.organization, ...first.organization] },
      undefined,
      'organization member is given twice',
    ],
    [
      'an unknown organization',
      { ...first, given: new Map([['key', ['other/rpc1=fd:3']]]) },
      undefined,
      'there is no organization "other"',
    ],
    [
      'two nodes with one name',
      { ...first, given: new Map([['key', ['member/a=fd:3', 'member/a=fd:4']]]) },
      undefined,
      'organization member has two nodes a',
    ],
    [
      'a descriptor twice',
      { ...first, given: new Map([['key', ['member/a=fd:3', 'member/b=fd:3']]]) },
      undefined,
      'file descriptor 3 is named twice',
    ],
    [
      'a missing file',
      { ...first, given: new Map([['genesis', ['other.json']]]) },
      undefined,
      'there is no file other.json',
    ],
    ['a missing folder', { ...first, given: new Map([['folder', ['msp']]]) }, undefined, 'there is no folder msp'],
    [
      'an option of another platform',
      { ...first, given: new Map([['channel', ['a.block']]]) },
      undefined,
      'adopt besu has no option --channel',
    ],
    ['another name', { name: 'other' }, written(), 'network.yaml has name: trade, not other'],
    ['another ledger', {}, 'platform: fabric\n', 'network.yaml has platform: fabric, not besu'],
    ['no definition', {}, 'a: 1\n', 'network.yaml is not a definition'],
    ['a file of Bevel', {}, 'network:\n  type: besu\n', 'network.yaml describes a network of Hyperledger Bevel'],
    [
      'another home',
      {
        cluster: [cluster('two=eks:two.example.com')],
        organization: [{ name: 'member', cluster: 'two' }],
      },
      written(),
      'organization member has its home in cluster one in the definition, not in two',
    ],
    [
      'another place of a cluster',
      { cluster: [cluster('one=gke:one.example.com')] },
      written(),
      'cluster one has another provider or place in the definition than in --cluster',
    ],
    [
      'a place within an alias',
      {},
      written()
        .replace('    # our nodes\n', '')
        .replace(/nodes:\n.*\n/, 'nodes: &n []\n  - {name: other, cluster: one, nodes: *n}\n')
        .replace('name: member', 'name: x')
        .replace('name: other', 'name: member'),
      'network.yaml cannot be completed',
    ],
  ])('refuses %s, and writes nothing', async (_, options, definition, message) => {
    const { run, files } = place(definition === undefined ? {} : { 'network.yaml': definition })
    const before = new Map(files.contents)
    await expect(run(options)).rejects.toThrow(message)
    expect(files.contents).toEqual(before)
  })

  it('a definition that is not YAML has a finding, and stays', async () => {
    const { run, found, files } = place({ 'network.yaml': 'a: [1\n' })
    expect(await run(first)).toMatchObject({ status: 1, changed: false })
    expect(found.map(ruleOf)).toEqual(['yaml-syntax'])
    expect([...files.contents.keys()]).toEqual(['network.yaml'])
  })
})
