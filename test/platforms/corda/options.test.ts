import { describe, expect, it } from 'vitest'
import { cordaOptions } from '../../../scripts/ledger-options/corda.ts'
import { type NodeSettings, optionProblems } from '../../../src/network/options/rules.ts'
import { type OptionKind, optionOf, presenceOf } from '../../../src/network/options/table.ts'
import { keyInside, leavesOf, openMapping, table, tableFor } from '../../../src/platforms/corda/options.ts'
import { ownerOf } from '../../../src/platforms/corda/owned.ts'
import { refusalOf } from '../../../src/platforms/corda/rules/refused.ts'
import { fitting } from '../fitting.ts'

const kinds: readonly OptionKind[] = ['boolean', 'integer', 'number', 'text', 'path', 'choice', 'nested']
const names = Object.keys(table.options)

const given = (settings: NodeSettings['settings'], release: string): NodeSettings => ({
  id: 'bank/node1',
  path: [],
  settings,
  title: 'Corda',
  release,
  syntax: 'typed',
  consequence: 'it would not start',
  folders: ['/data/'],
  override: 'overrides/eu/bank/node1',
})

const problems = (settings: NodeSettings['settings'], release = '4.10'): readonly string[] =>
  optionProblems(given(settings, release), tableFor(Object.keys(settings), release)).map(({ message }) => message)

describe('the table of node.conf', () => {
  it('has the kinds that rules know', () => {
    expect(names.filter((name) => !kinds.includes(optionOf(name, table)?.kind ?? 'size'))).toEqual([])
    expect(names.length).toBeGreaterThan(90)
  })

  it('takes every key of every release with a value that fits', () => {
    const found = table.releases.flatMap((release) =>
      names
        .filter((name) => presenceOf(name, release, table) === 'known')
        .flatMap((name) => {
          const option = optionOf(name, table)
          if (option === undefined || option.kind === 'nested') return []
          return problems({ [name]: fitting(option) }, release).map((message) => `${release}: ${message}`)
        }),
    )
    expect(found).toEqual([])
  })

  it.each([
    ['telemetry.openTelemetryEnabled', '4.9.2', 'not-yet'],
    ['telemetry.openTelemetryEnabled', '4.10', 'known'],
    ['attachmentCacheBound', '4.7.3', 'known'],
    ['attachmentCacheBound', '4.8.5', 'no-longer'],
    ['rotatedCordappSignerKeys.0.rotatedKeys', '4.12.1', 'not-yet'],
    ['rotatedCordappSignerKeys.0.rotatedKeys', '4.12.2', 'known'],
    ['flowTimeout.timeout', '4.6', 'known'],
    ['flowTimeout.timeOut', '4.10', 'unknown'],
  ])('%s in %s: %s', (key, release, presence) => {
    expect(presenceOf(key, release, table)).toBe(presence)
  })

  it('has nothing that is set and refused at once', () => {
    expect(names.filter((name) => ownerOf(name) !== undefined && refusalOf(name) !== undefined)).toEqual([])
  })

  it('takes any item of a list of mappings, and no list as a whole', () => {
    expect(
      problems({ 'flowOverrides.overrides.0.initiator': 'a.A', 'flowOverrides.overrides.12.responder': 'b.B' }),
    ).toEqual([])
    expect(problems({ 'flowOverrides.overrides.12.respondent': 'b.B' })).toEqual([
      'bank/node1 sets flowOverrides.overrides.12.respondent, which Corda 4.10 does not have: it would not start',
    ])
  })

  it.each<[string, NodeSettings['settings'], string]>([
    [
      'a duration without unit',
      { 'flowTimeout.timeout': 30 },
      'flowTimeout.timeout of bank/node1 must be a duration with its unit, such as 30 seconds, got 30',
    ],
    [
      'a quoted switch',
      { crlCheckSoftFail: 'true' },
      'crlCheckSoftFail of bank/node1 must be true or false, got "true"',
    ],
    [
      'a choice in another case',
      { jmxReporterType: 'jolokia' },
      'jmxReporterType of bank/node1 must be one of its values, got "jolokia"',
    ],
    [
      'a name without parts',
      { tlsCertCrlIssuer: 'Issuer' },
      'tlsCertCrlIssuer of bank/node1 must be a name such as CN=Issuer, O=Bank, L=London, C=GB, got "Issuer"',
    ],
    [
      'no threads',
      { flowExternalOperationThreadPoolSize: 0 },
      'flowExternalOperationThreadPoolSize of bank/node1 must be a whole number, at least 1, got 0',
    ],
  ])('refuses %s', (_, settings, message) => {
    expect(problems(settings)).toEqual([message])
  })

  it.each([
    ['4.9.10', 1],
    ['4.9.11', 0],
    ['4.10', 1],
    ['4.10.6', 0],
    ['4.11.4', 1],
    ['4.11.5', 0],
    ['4.12.1', 1],
    ['4.12.2', 0],
  ])('knows that patches brought keys of CorDapps that were rotated: %s', (release, count) => {
    expect(problems({ 'rotatedCordappSignerKeys.3.rotatedKeys': ['AB'] }, release)).toHaveLength(count)
  })

  it('takes durations as HOCON has them', () => {
    expect(
      ['30 seconds', '500ms', '2 minutes', '1.5 h', '1 day'].flatMap((value) =>
        problems({ 'flowTimeout.timeout': value }),
      ),
    ).toEqual([])
  })

  it('knows in which mappings people choose the keys', () => {
    expect(openMapping('dataSourceProperties.maximumPoolSize')).toBe('dataSourceProperties')
    expect(openMapping('systemProperties.com.example.flag')).toBe('systemProperties')
    expect(openMapping('flowTimeout.timeout')).toBeUndefined()
    expect(openMapping('custom')).toBeUndefined()
  })
})

describe('values of settings', () => {
  it('have keys with dots, and places', () => {
    const settings = {
      crlCheckSoftFail: true,
      flowTimeout: { maxRestartCount: 6 },
      flowOverrides: { overrides: [{ initiator: 'a.A', responder: 'b.B' }] },
      extraNetworkMapKeys: ['0ad1ee33-1000-4e6f-8b3a-9ae7f1a5cf44'],
      systemProperties: { 'com.example.flag': 'on' },
      custom: {},
    }
    expect(leavesOf(settings)).toEqual([
      { key: 'crlCheckSoftFail', path: ['crlCheckSoftFail'], value: true },
      { key: 'flowTimeout.maxRestartCount', path: ['flowTimeout', 'maxRestartCount'], value: 6 },
      {
        key: 'flowOverrides.overrides.0.initiator',
        path: ['flowOverrides', 'overrides', 0, 'initiator'],
        value: 'a.A',
      },
      {
        key: 'flowOverrides.overrides.0.responder',
        path: ['flowOverrides', 'overrides', 0, 'responder'],
        value: 'b.B',
      },
      {
        key: 'extraNetworkMapKeys',
        path: ['extraNetworkMapKeys'],
        value: ['0ad1ee33-1000-4e6f-8b3a-9ae7f1a5cf44'],
      },
      { key: 'systemProperties.com.example.flag', path: ['systemProperties', 'com.example.flag'], value: 'on' },
      { key: 'custom', path: ['custom'], value: [] },
    ])
    expect(leavesOf({})).toEqual([])
  })

  it('are not mappings', () => {
    expect(['flowTimeout', 'custom', 'notary.raft', 'crlCheckSoftFail'].map(keyInside)).toEqual([
      'flowTimeout.backoffBase',
      'custom.name',
      'notary.raft.clusterAddresses',
      undefined,
    ])
  })
})

/** Declarations as Corda has them, in few lines. */
const source = `
internal object V1NodeConfigurationSpec : Configuration.Specification<NodeConfiguration>("NodeConfiguration") {
    private val flowTimeout by nested(FlowTimeoutConfigurationSpec)
    private val mode by enum(Mode::class).optional()
    private val custom by nestedObject().optional()
    private val users by nested(UserSpec).listOrEmpty()
    private val keys by string().mapValid(::toUUID).list().optional()
    private val directory by string().mapValid(::toPath)

    override fun parseValid(configuration: Config, options: Configuration.Options): Validated<NodeConfiguration, Error> {
        val config = configuration.withOptions(options)
    }
}
internal object FlowTimeoutConfigurationSpec : Configuration.Specification<FlowTimeoutConfiguration>("FlowTimeoutConfiguration") {
    private object InnerSpec : Configuration.Specification<Inner>("Inner") {
        private val entries by long().mapValid { value -> if (value >= 0) validValue(value) else badValue("no") }
    }
    private val timeout by duration()
    private val inner by nested(InnerSpec).optional()
}
internal object UserSpec : Configuration.Specification<User>("User") {
    private val permissions by string().listOrEmpty()
}
`

const enumeration = `
enum class Mode {
    // The usual one.
    FIRST,
    SECOND("2")
}
`

describe('the reader of the specification', () => {
  const read = (text: string) =>
    cordaOptions({
      read: () => new Map([['V1NodeConfigurationSpec.kt', text]]),
      containing: () => new Map([['Mode.kt', enumeration]]),
    })

  it('finds the path and the kind of each key', () => {
    expect(Object.fromEntries(read(source))).toMatchObject({
      'flowTimeout.timeout': { kind: 'text', form: 'a duration with its unit, such as 30 seconds' },
      'flowTimeout.inner.entries': { kind: 'integer', min: 0 },
      mode: { kind: 'choice', values: ['FIRST', 'SECOND'], sameCase: true },
      custom: { kind: 'nested' },
      'users.0.permissions': { kind: 'text', list: true },
      keys: { kind: 'text', form: 'a UUID', list: true },
      directory: { kind: 'path' },
    })
    expect(read(source).size).toBe(7)
  })

  it('stops at a parser that it does not know', () => {
    expect(() => read(source.replace('::toUUID', '::toMystery'))).toThrow('the sources lack the form of toMystery')
  })
})
