import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type NodeSettings, optionProblems } from '../../../src/network/options/rules.ts'
import { type OptionKind, optionOf, presenceOf } from '../../../src/network/options/table.ts'
import type { SettingValue } from '../../../src/network/options/value.ts'
import { byCanonicalName, keyOf, table, written } from '../../../src/platforms/besu/options.ts'
import { isFixed, ownerOf } from '../../../src/platforms/besu/owned.ts'
import { fitting } from '../fitting.ts'

const kinds: readonly OptionKind[] = ['boolean', 'integer', 'number', 'text', 'path', 'choice']
const names = Object.keys(table.options)
const newest = table.releases.at(-1) ?? ''

const given = (settings: Readonly<Record<string, SettingValue>>, release: string): NodeSettings => ({
  id: 'carrier/rpc1',
  path: [],
  settings,
  title: 'Besu',
  release,
  syntax: 'typed',
  consequence: 'it would not start',
  folders: ['/data/'],
  override: 'overrides/us/carrier/rpc1',
})

describe('the table of Besu', () => {
  it('has the kinds that rules know, and names for every alias', () => {
    const options = names.map((name) => optionOf(name, table))
    expect(options.filter((option) => option === undefined)).toEqual([])
    expect(options.filter((option) => option !== undefined && !kinds.includes(option.kind))).toEqual([])
  })

  it('takes every option of every release with a value that fits', () => {
    const found = table.releases.flatMap((release) =>
      names
        .filter((name) => presenceOf(name, release, table) === 'known')
        .flatMap((name) => {
          const option = optionOf(name, table)
          if (option === undefined) return [`${name} is unknown`]
          const settings = { [name]: fitting(option) }
          return optionProblems(given(settings, release), table).map(({ message }) => `${release}: ${message}`)
        }),
    )
    expect(found).toEqual([])
  })

  it('knows each option in the releases between its first and its last one only', () => {
    const counts = table.releases.map(
      (release) => names.filter((name) => presenceOf(name, release, table) === 'known').length,
    )
    expect(Math.min(...counts)).toBeGreaterThan(200)
    expect(presenceOf('logging-format', '26.7.1', table)).toBe('not-yet')
    expect(presenceOf('logging-format', '26.8.0', table)).toBe('known')
    expect(presenceOf('privacy-enabled', '25.5.0', table)).toBe('known')
    expect(presenceOf('privacy-enabled', '25.6.0', table)).toBe('no-longer')
    expect(presenceOf('constructor', newest, table)).toBe('unknown')
  })
})

describe('options of Besu that settings may not have', () => {
  const node = { role: 'rpc' } as const
  const present = names.filter((name) => presenceOf(name, newest, table) === 'known')

  it('are all that name a place where others come in, or a file of the definition', () => {
    const sensitive = present.filter((name) =>
      /^(rpc-(http|ws)-(host|port|enabled|authentication-.*|cors.*)|p2p-(host|port|interface).*|.*allowlist|genesis-file|network|bootnodes|discovery-.*|permissions-accounts.*|data-path|node-private-key-file|static-nodes-file|metrics-(host|port|enabled)|graphql-.*|config-file)$/.test(
        name,
      ),
    )
    expect(sensitive.length).toBeGreaterThan(40)
    expect(sensitive.filter((name) => ownerOf(node, name) === undefined)).toEqual(['engine-host-allowlist'])
  })

  it('leave guards their place where a field sets them', () => {
    expect(['rpc-http-authentication-enabled', 'rpc-http-cors-origins'].map(isFixed)).toEqual([false, false])
    expect(['rpc-http-port', 'Xdns-enabled', 'graphql-http-enabled'].map(isFixed)).toEqual([true, true, true])
  })
})

it('writes lists as lists, and options by the name that Besu has first', () => {
  expect(byCanonicalName({ 'rpc-http-apis': 'ETH', logging: 'INFO' })).toEqual({
    'rpc-http-api': 'ETH',
    logging: 'INFO',
  })
  expect(written('host-allowlist', 'a.example.com, b.example.com')).toEqual(['a.example.com', 'b.example.com'])
  expect(written('logging', 'INFO')).toBe('INFO')
  expect(keyOf({ 'p2p-peer-upper-bound': 5 }, 'max-peers')).toBe('p2p-peer-upper-bound')
  expect(keyOf({}, 'max-peers')).toBe('max-peers')
})

it('mounts what can be written to where the rules say', () => {
  const base = readFileSync(join(import.meta.dirname, '../../../src/platforms/besu/base/node/statefulset.yaml'), 'utf8')
  expect([...base.matchAll(/mountPath: (\/\w+)\}/g)].map(([, path]) => path).sort()).toEqual(['/data', '/tmp'])
})
