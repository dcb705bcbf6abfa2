import { describe, expect, test } from 'vitest'
import { risksOf } from '../../src/plan/risks/index.ts'
import { revisionsOf } from './case.ts'
import { groups } from './cases/index.ts'
import { edited, madeFor, revisionOf, running } from './revisions.ts'

describe.each(Object.entries(groups))('risks of %s', (_group, cases) => {
  test.each(cases)('$name', (given) => {
    const { before, after } = revisionsOf(given)
    const errors = after.problems.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)
    expect(errors).toEqual(given.errors ?? [])
    const risks = risksOf(before, after).map(({ severity, id, subject, path, message, hint }) => {
      const { line, column } = after.source.at(path)
      return { risk: `${severity} ${id} ${subject} ${line}:${column}`, message, hint }
    })
    expect(risks).toEqual(given.risks)
  })
})

describe('a change that no definition of today can make', () => {
  const before = revisionOf(running, madeFor(running))

  test('another platform: risks of the old one are not asked for', () => {
    const platform = { ...before.platform, id: 'other' }
    const after = { ...before, platform, network: { ...before.network, platform: 'other' } }
    expect(risksOf(before, after)).toEqual([
      {
        id: 'platform-changed',
        severity: 'danger',
        subject: 'other',
        message: `the platform is other instead of ${before.platform.definition.id}: another ledger, with nothing of what is in this one`,
        hint: 'give the new ledger its own definition and name, and move over when it runs',
        path: ['platform'],
      },
    ])
  })

  test('GoQuorum to Besu: the guide is named, and the definition still must not change', () => {
    const quorum = revisionOf(
      edited(running, [['platform: besu\nplatformVersion: 26.8.0', 'platform: quorum\nplatformVersion: 24.4.1']]),
      madeFor(running),
    )
    const changed = risksOf(quorum, before).filter(({ id }) => id === 'platform-changed')
    expect(changed).toEqual([
      {
        id: 'platform-changed',
        severity: 'danger',
        subject: 'besu',
        message:
          'the platform is besu instead of quorum: nodes cannot read the data of GoQuorum: all of them would stop, and start with empty volumes at once',
        hint: 'write a definition of the new platform with another name beside this one, and change one node after the other: see docs/guides/from-goquorum.md',
        path: ['platform'],
      },
    ])
    const [back] = risksOf(before, quorum).filter(({ id }) => id === 'platform-changed')
    expect(back?.hint).toBe('give the new ledger its own definition and name, and move over when it runs')
  })

  test('the lock is lost, and a port is allocated anew', () => {
    const [node] = before.network.nodes
    const key = `${node?.organization.name}/${node?.name}/p2p`
    const ports = { ...before.ports, us: { ...before.ports.us, [key]: 15044 } }
    const [risk, ...others] = risksOf({ ...before, ports }, before)
    expect(others).toEqual([])
    expect(risk).toMatchObject({ id: 'port-changed', severity: 'danger', subject: key, path: node?.path })
    expect(risk?.hint).toBe('restore network.lock.yaml from Git: it says 15044')
  })
})
