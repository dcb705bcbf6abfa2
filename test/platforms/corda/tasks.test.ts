import { describe, expect, it } from 'vitest'
import { earlyTasks, handTasks } from '../../../src/plan/by-hand/index.ts'
import { type RiskCase, revisionsOf } from '../../plan/case.ts'
import { revisionOf, zone } from '../../plan/revisions.ts'

const none: ReadonlySet<string> = new Set()

function tasksOf(edits: RiskCase['edits'], given: RiskCase['given'] = []) {
  const { before, after } = revisionsOf({ name: '', risks: [], platform: 'corda', edits, given })
  return {
    before: earlyTasks(before, after).map(({ text }) => text),
    after: handTasks({ before, after, prefix: '', bootstrapped: none })
      .map(({ text }) => text)
      .filter((text) => !text.startsWith('Create ')),
  }
}

const s1 =
  '      - {name: s1, role: node, legalName: "O=Shop, L=Tokyo, C=JP", existingSecret: s1, cordapps: [{image: registry.example.com/loans:1.2}]}\n'
const n1 =
  '      - {name: n1, role: notary, legalName: "O=Trust, L=London, C=GB", existingSecret: n1, notary: {validating: false, serviceName: "O=Notary, L=London, C=GB"}}\n'

describe('before the merge', () => {
  it('flows end, where a CorDapp or the platform version changes', () => {
    const drained = (nodes: string): string =>
      `Let flows of ${nodes} that take longer than 60 s end, and start none until the merge is deployed (flows draining mode by RPC): a stop waits no longer`
    expect(tasksOf([[s1, s1.replace(':1.2', ':1.3')]])).toEqual({ before: [drained('`shop/s1`')], after: [] })
    expect(tasksOf([[s1, s1.replace(/, cordapps.*]/, '')]]).before).toEqual([drained('`shop/s1`')])
    expect(tasksOf([['platformVersion: "4.10"', 'platformVersion: "4.11"']]).before).toEqual([
      drained('`bank/b1`, `shop/s1`, `shop/s2`, `trust/n1` and `trust/t1`'),
    ])
  })

  it('longer ones end, where a stop waits longer, and all where it does not wait', () => {
    const waiting = (seconds: number): string => s1.replace('}]}', `}], drainSeconds: ${seconds}}`)
    const tasksWith = (seconds: number): readonly string[] =>
      tasksOf([[waiting(seconds), waiting(seconds).replace(':1.2', ':1.3')]], [[s1, waiting(seconds)]]).before
    expect(tasksWith(300)).toEqual([
      'Let flows of `shop/s1` that take longer than 300 s end, and start none until the merge is deployed (flows draining mode by RPC): a stop waits no longer',
    ])
    expect(tasksWith(0)).toEqual([
      'Drain `shop/s1`: let flows in progress end, and start none until the merge is deployed (flows draining mode by RPC)',
    ])
  })

  it('nothing, for a patch release, another order of CorDapps, or a new one', () => {
    expect(tasksOf([['platformVersion: "4.10"', 'platformVersion: "4.10.1"']]).before).toEqual([])
    const more = s1.replace(']}', ', {image: "registry.example.com/tokens:1.0"}]}')
    expect(tasksOf([[s1, more]]).before).toEqual([])
  })

  it('states of a node or a notary that leaves are moved', () => {
    expect(tasksOf([[s1, '']]).before).toEqual([
      'Drain `shop/s1`, and move the states of `O=Shop, L=Tokyo, C=JP` to another party while it still runs',
    ])
    expect(tasksOf([[n1, '']]).before).toEqual([
      'Have the owners of states of `O=Notary, L=London, C=GB` move them to another notary while `trust/n1` still runs, and the operator of the zone take it out of the network parameters',
    ])
  })
})

describe('after the merge', () => {
  it('people have the key store of RPC made, with its password', () => {
    const tls = ', rpcTls: {keyStoreSecret: {name: s1-rpc-tls}, passwordSecret: {name: s1-rpc-tls-password}}'
    expect(tasksOf([[s1, s1.replace('}\n', `${tls}}\n`)]]).after).toEqual([
      'Before nodes start, have the Secrets that they name, with these entries, in `trade-shop` of `asia`: `s1-rpc-tls` (`keystore.jks`) and `s1-rpc-tls-password` (`password`)',
    ])
  })

  it('people create the Secrets that nodes name, where no node named them before', () => {
    const database =
      ', database: {url: "jdbc:postgresql://pg.example.com/s1", user: s1, passwordSecret: {name: s1, key: db}, driver: {image: "registry.example.com/postgresql:42.7"}}'
    const users =
      ', rpcUsers: [{username: app, passwordSecret: {name: s1}, permissions: [ALL]}, {username: operator, passwordSecret: {name: operators}, permissions: [ALL]}]'
    expect(tasksOf([[s1, s1.replace('}\n', `${database}${users}}\n`)]]).after).toEqual([
      'Before nodes start, have the Secrets that they name, with these entries, in `trade-shop` of `asia`: `s1` (`db` and `password`) and `operators` (`password`)',
    ])
    expect(tasksOf([[s1, s1.replace('role: node', 'role: node, cluster: eu')]]).after).toEqual([
      'Before nodes start, have the Secrets that they name, with these entries, in `trade-shop` of `eu`: `zone` (`password`)',
    ])
  })

  it('the doorman signs the request of a new node', () => {
    const added = s1.replaceAll('s1', 's3').replace('O=Shop,', 'O=Shop Kobe,')
    expect(tasksOf([[s1, s1 + added]])).toEqual({
      before: [],
      after: [
        'Have the doorman (`https://doorman.example.com`) sign the request for `O=Shop Kobe, L=Tokyo, C=JP` (`shop/s3`): a node waits for it when it starts first',
      ],
    })
  })

  it('the operator of the zone adds a new notary', () => {
    const added = n1.replaceAll('n1', 'n3').replace('O=Trust,', 'O=Trust Two,').replace('O=Notary,', 'O=Notary Two,')
    expect(tasksOf([[n1, n1 + added]]).after).toEqual([
      'Have the doorman (`https://doorman.example.com`) sign the request for `O=Trust Two, L=London, C=GB` (`trust/n3`): a node waits for it when it starts first',
      'Give the operator of the zone the node info of `trust/n3` (`nodeInfo-…` in `/var/lib/corda` of its pod), and have `O=Notary Two, L=London, C=GB` added to the notaries of the network parameters. Nodes take up the new parameters on the day that the operator names',
    ])
  })

  it('of a new definition all nodes are new', () => {
    const after = revisionOf(zone, new Map())
    const texts = handTasks({ before: undefined, after, prefix: '', bootstrapped: none }).map(({ text }) => text)
    expect(texts.slice(-5).map((text) => text.slice(0, 22))).toEqual([
      'Before nodes start, ha',
      'Before nodes start, ha',
      'Before nodes start, ha',
      'Have the doorman (`htt',
      'Give the operator of t',
    ])
  })
})
