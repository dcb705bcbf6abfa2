import { describe, expect, it } from 'vitest'
import { jobReasons, tasks } from '../../../src/platforms/fabric/after-merge.ts'
import { type Edits, edited, madeFor, revisionOf } from '../../plan/revisions.ts'
import { running, viewOf } from './risks/risks-for.ts'

const image = '    image: registry.example.com/assets:1.0.2\n'

function states(given: Edits, edits: Edits) {
  const text = edited(running, given)
  const files = new Map(madeFor(text))
  const before = revisionOf(text, files)
  return [viewOf(before), viewOf(revisionOf(edited(text, edits), files, before.ports))] as const
}

describe('by hand is', () => {
  it('each Secret of a chaincode server, in each namespace that runs it', () => {
    const [before, after] = states(
      [[image, `${image}    organizations: [carrier, retailer]\n    environmentFrom: [database]\n`]],
      [['environmentFrom: [database]\n', 'environmentFrom: [database]\n    secrets: [{name: rates, path: /rates}]\n']],
    )
    expect(tasks(before, after)).toEqual([
      'Create Secret `rates` of chaincode `assets` in namespace `supplychain-carrier` of `us`',
      'Create Secret `rates` of chaincode `assets` in namespace `supplychain-retailer` of `asia`',
    ])
    expect(tasks(undefined, before).filter((task) => task.startsWith('Create'))).toEqual([
      'Create Secret `database` of chaincode `assets` in namespace `supplychain-carrier` of `us`',
      'Create Secret `database` of chaincode `assets` in namespace `supplychain-retailer` of `asia`',
    ])
  })
})

describe('Jobs come', () => {
  it.each<[string, Edits, readonly string[]]>([
    ['not for what only a server has', [[image, `${image}    environment: {LEVEL: debug}\n    replicas: 2\n`]], []],
    [
      'for another definition',
      [['version: "1.0"', 'version: "1.1"']],
      ['Jobs approve and commit chaincode `assets` of channel `trade` because its definition changes'],
    ],
  ])('%s', (_what, edits, reasons) => {
    expect(jobReasons(...states([], edits))).toEqual(reasons)
  })
})
