import { describe, expect, test } from 'vitest'
import { toText } from '../../../src/file-content.ts'
import { risksOf } from '../../../src/plan/risks/index.ts'
import { ibftProblems } from '../../../src/platforms/besu/rules/consensus.ts'
import { validatorsIn } from '../../../src/platforms/evm/read-genesis.ts'
import type { ClusterView } from '../../../src/platforms/platform.ts'
import { edited, type Loaded, madeFor, revisionOf, running } from '../../plan/revisions.ts'

const genesisPath = 'material/public/genesis.json'
const made = madeFor(running)
const first = JSON.parse(made.get(genesisPath) ?? '')
const { qbft, ...others } = first.config

const fileWith = (config: object): string => JSON.stringify({ ...first, config: { ...others, ...config } })
const chain = 'genesis: {chainId: 20261123}'
const named = 'genesis: {chainId: 20261123, consensus: ibft2}'

/** The network that runs, on a chain of IBFT 2.0. */
const loaded = (file: string, definition = edited(running, [[chain, named]])): Loaded =>
  revisionOf(definition, new Map([...made, [genesisPath, file]]))

const viewOf = ({ network, material }: Loaded): ClusterView => ({
  network,
  cluster: 'eu',
  material,
  outside: () => ({ host: 'outside', port: 1 }),
  addressOf: () => ({ host: 'somewhere', port: 1 }),
})

describe('a chain of IBFT 2.0', () => {
  const revision = loaded(fileWith({ ibft2: qbft }))
  const node = (name: string) => revision.network.nodes.find((one) => one.name === name) ?? expect.unreachable()

  test('has no problem but advice', () => {
    expect(revision.problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
  })

  test('gives validators the API of its consensus, and other nodes none', () => {
    const toml = (name: string) =>
      toText(revision.platform.rendering.node(node(name), viewOf(revision)).files['besu.toml'] ?? '')
    expect(toml('v3')).toContain('rpc-http-api = [ "ETH", "NET", "WEB3", "IBFT", "ADMIN" ]')
    expect(toml('desk')).not.toContain('IBFT')
  })

  test('is asked by its methods', () => {
    const questions = revision.platform.operation.health?.questions(node('v3'), revision.network)
    expect(JSON.stringify(questions)).toContain('ibft_getValidatorsByBlockNumber')
  })

  test('votes by its methods', () => {
    const leaving = loaded(
      fileWith({ ibft2: qbft }),
      edited(running, [
        [chain, named],
        ['{name: v6, role: validator}', '{name: v6, role: validator, validator: false}'],
      ]),
    )
    const nodes = leaving.network.nodes.filter(
      ({ cluster, organization }) => cluster.name === 'eu' && organization.name === 'maker',
    )
    const [job] = leaving.platform.rendering.jobs?.(nodes, { ...viewOf(leaving), ledger: {} }) ?? []
    const text = JSON.stringify(job)
    for (const method of [
      'getValidatorsByBlockNumber',
      'proposeValidatorVote',
      'discardValidatorVote',
      'getPendingVotes',
    ])
      expect(text).toContain(`ibft_${method}`)
    expect(text).not.toContain('qbft_')
  })

  test('gets transitions of its consensus', () => {
    const transitions = `${named}\ntransitions: [{block: 200, blockPeriodSeconds: 3}]`
    const file = fileWith({ ibft2: qbft, transitions: { ibft2: [{ block: 100, blockperiodseconds: 1 }] } })
    const later = loaded(file, edited(running, [[chain, transitions]]))
    const nodes = later.network.nodes.filter(
      ({ cluster, organization }) => cluster.name === 'eu' && organization.name === 'maker',
    )
    const rendered = later.platform.rendering.organization(nodes, viewOf(later)).files['genesis.json'] ?? ''
    expect(JSON.parse(toText(rendered)).config.transitions).toEqual({
      ibft2: [
        { block: 100, blockperiodseconds: 1 },
        { block: 200, blockperiodseconds: 3 },
      ],
    })
  })

  test('becomes one of QBFT without danger, when its genesis file has both', () => {
    const file = fileWith({ ibft2: qbft, qbft: { ...qbft, startBlock: 500000 } })
    const [before, after] = [loaded(file), loaded(file, running)]
    const risks = risksOf(before, after)
    expect(risks.map(({ id, severity }) => `${severity} ${id}`)).toContain('caution consensus-followed')
    expect(risks.map(({ id }) => id)).not.toContain('genesis-field-changed')
  })
})

describe('extra data', () => {
  const [a, b] = [`0x${'1'.repeat(40)}`, `0x${'2'.repeat(40)}`]
  const list = `ea94${'1'.repeat(40)}94${'2'.repeat(40)}`

  test.each([
    ['IBFT 2.0, made by Besu', `0xf853a0${'0'.repeat(64)}${list}808400000000c0`],
    ['IBFT of GoQuorum', `0x${'0'.repeat(64)}f86f${list}b841${'0'.repeat(130)}c0`],
  ])('of %s names its validators', (_name, extraData) => expect(validatorsIn(extraData)).toEqual([a, b]))
})

describe('a release of Besu', () => {
  const used = { node: '', path: ['platformVersion'] }
  const releases = { last: '26.8.0', removed: '27.3.0' }

  test.each([
    ['24.10.0', 'notice'],
    ['26.8.0', 'notice'],
    ['26.8.1', 'warning'],
    ['27.2.9', 'warning'],
    ['27.3.0', 'error'],
    ['28.1.0', 'error'],
  ])('%s: %s', (release, severity) => {
    expect(ibftProblems({ ...used, release }, releases).map((one) => one.severity)).toEqual([severity])
  })
})
