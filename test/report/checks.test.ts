import { describe, expect, it } from 'vitest'
import type { Step } from '../../src/cluster/rehearsal.ts'
import { nothingElsewhere } from '../../src/cluster/running-twice.ts'
import type { Verified } from '../../src/cluster/verify.ts'
import { OperatorError } from '../../src/errors.ts'
import type { ProbeOutcome } from '../../src/probe/outcome.ts'
import { type CheckInput, checksOf, verdict } from '../../src/report/checks.ts'

const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'b' } }
const step = (action: Step['action']): Step => ({ object, action, checked: true, fields: [] }) as unknown as Step // what no check reads is left out
const verified = (more: Partial<Verified> = {}, steps: readonly Step[] = [step('keep'), step('keep')]): Verified => ({
  plan: {
    serverVersion: 'v1.37.2',
    steps,
    refused: [],
    orphans: [],
    elsewhere: nothingElsewhere,
  } as unknown as Verified['plan'], // the same
  awaited: 2,
  unready: [],
  states: [],
  addresses: ['203.0.113.7'],
  balanced: true,
  addressless: false,
  applied: '',
  ...more,
})
const reached = { node: 'carrier/peer1', endpoint: 'p2p', host: 'peer1.example.com', port: 15003 }
const name = 'peer1.carrier.eu.example.com'

const checked = (more: Partial<CheckInput>) =>
  checksOf({ cluster: 'eu', verified: verified(), names: { found: [], advice: [], matter: true }, ...more })
const shown = (more: Partial<CheckInput>) =>
  Object.fromEntries(checked(more).map((check) => [check.name, [check.good, check.message, ...check.lines]]))
const probed = (more: Partial<ProbeOutcome>): Partial<CheckInput> => ({
  probed: { outcomes: [], problems: [], ...more },
})

const drift = [true, '2 of 2 objects match the definition']
const readiness = [true, '2 of 2 are ready']
const address = [true, '203.0.113.7']
const good = { drift, readiness, address }

describe('the checks of a cluster', () => {
  it.each<[string, Partial<CheckInput>, object]>([
    ['all is well', {}, good],
    [
      'an object differs',
      { verified: verified({}, [step('keep'), step('change')]) },
      { ...good, drift: [false, '1 of 2 objects match the definition'] },
    ],
    [
      'one is not ready',
      { verified: verified({ unready: ['Job b/a: no'] }) },
      { ...good, readiness: [false, '1 of 2 are ready'] },
    ],
    [
      'the Ambassador has no address',
      { verified: verified({ addresses: [] }) },
      { ...good, address: [false, 'the Ambassador has no external address'] },
    ],
    [
      'it needs none',
      { verified: verified({ addresses: [], addressless: true }) },
      { ...good, address: [true, 'the Ambassador has no external address'] },
    ],
    [
      'none is asked for',
      { verified: verified({ addresses: [], balanced: false, addressless: true }) },
      { drift, readiness },
    ],
    [
      'a name leads nowhere',
      {
        names: {
          found: [{ name, addresses: [], failure: 'does not resolve' }],
          advice: ['create the record'],
          matter: true,
        },
      },
      {
        ...good,
        names: [
          false,
          '0 of 1 names resolve to the Ambassador',
          `${name} does not resolve`,
          '    create the record',
          '0 of 1 names resolve to the Ambassador',
        ],
      },
    ],
    [
      'it is a name for others',
      { names: { found: [{ name, addresses: [], failure: 'does not resolve' }], advice: [], matter: false } },
      {
        ...good,
        names: [
          true,
          '0 of 1 names resolve to the Ambassador',
          `! ${name} does not resolve`,
          '0 of 1 names resolve to the Ambassador',
        ],
      },
    ],
    [
      'nobody can tell from here',
      { names: { found: [{ name, addresses: ['203.0.113.9'], note: 'leads elsewhere' }], advice: [], matter: true } },
      {
        ...good,
        names: [
          true,
          '1 of 1 names resolve to the Ambassador',
          `! ${name} leads elsewhere`,
          '1 of 1 names resolve to the Ambassador',
        ],
      },
    ],
    [
      'all is reached',
      probed({ outcomes: [reached] }),
      {
        ...good,
        reachability: [
          true,
          'all 1 endpoints that its nodes dial answer',
          'all 1 endpoints that its nodes dial answer',
        ],
      },
    ],
    [
      'something is not reached',
      probed({ outcomes: [{ ...reached, failure: 'refused' }] }),
      {
        ...good,
        reachability: [
          false,
          '0 of 1 endpoints that its nodes dial answer',
          'from cluster eu: carrier/peer1 p2p at peer1.example.com:15003 refused',
          '0 of 1 endpoints that its nodes dial answer',
        ],
      },
    ],
    [
      'a probe cannot run',
      probed({ problems: [new OperatorError('the probe was refused', 'ask for rights')] }),
      { ...good, reachability: [false, 'the probe was refused', 'the probe was refused', '    ask for rights'] },
    ],
    ['no node dials anybody', probed({}), good],
  ])('when %s', (_what, input, expected) => {
    expect(shown(input)).toEqual(expected)
  })

  it('end in a verdict that names what is wrong', () => {
    expect(verdict(checked({}))).toBe('verified: the cluster matches the definition')
    expect(verdict(checked({ verified: verified({ unready: ['a'], addresses: [] }) }))).toBe(
      'differs: the cluster does not match the definition: readiness, address',
    )
  })
})
