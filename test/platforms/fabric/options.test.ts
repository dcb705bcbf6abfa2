import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { optionProblems } from '../../../src/network/options/rules.ts'
import { optionOf, presenceOf } from '../../../src/network/options/table.ts'
import { tables } from '../../../src/platforms/fabric/options.ts'
import { ownedBecause, prefixes } from '../../../src/platforms/fabric/settings.ts'
import { fitting } from '../fitting.ts'

const base = (folder: string): string =>
  readFileSync(join(import.meta.dirname, `../../../src/platforms/fabric/base/${folder}/statefulset.yaml`), 'utf8')

/** Variables with a value in the base manifests. */
const setIn = (folder: string, prefix: string): string[] =>
  [...base(folder).matchAll(/name: (\w+)/g)].map(([, name = '']) => name).filter((name) => name.startsWith(prefix))

const folders: Readonly<Record<string, string>> = { peer: 'peer', orderer: 'orderer', ca: 'certificate-authority' }

describe.each(Object.entries(tables))('the table of %s', (role, table) => {
  const names = Object.keys(table.options)
  const prefix = prefixes[role] ?? ''

  it('takes every variable of every release with a value that fits', () => {
    const found = table.releases.flatMap((release) =>
      names
        .filter((name) => presenceOf(name, release, table) === 'known')
        .flatMap((name) => {
          const option = optionOf(name, table)
          return option === undefined
            ? [name]
            : optionProblems(
                {
                  id: 'maker/node',
                  path: [],
                  settings: { [name]: fitting(option) },
                  title: 'Fabric',
                  release,
                  syntax: 'words',
                  consequence: 'it has no effect',
                  folders: ['/data/'],
                  override: 'overrides/eu/maker/node',
                },
                table,
              ).map(({ message }) => message)
        }),
    )
    expect(found).toEqual([])
    expect(names.length).toBeGreaterThan(90)
    expect(names.filter((name) => !name.startsWith(prefix))).toEqual([])
  })

  it('has what the base manifests set, and settings may not', () => {
    const set = setIn(folders[role] ?? '', prefix)
    expect(set.length).toBeGreaterThan(0)
    expect(set.filter((name) => presenceOf(name, table.releases.at(-1) ?? '', table) === 'unknown')).toEqual([])
    expect(set.filter((name) => ownedBecause(role, name) === undefined)).toEqual([])
  })

  it('leaves no certificate, key or address of its own to settings', () => {
    const free = names.filter((name) => ownedBecause(role, name) === undefined && !name.includes('KAFKA'))
    expect(
      free.filter((name) => /LISTENADDRESS|LISTENPORT|MSP|_TLS_(ENABLED|CERT|KEY|PRIVATEKEY)|ENDPOINT/.test(name)),
    ).toEqual(
      {
        peer: ['CORE_PEER_LOCALMSPTYPE', 'CORE_PEER_PROFILE_LISTENADDRESS'],
        orderer: [],
        ca: ['FABRIC_CA_SERVER_LDAP_TLS_CERTFILES'],
      }[role],
    )
  })
})

it('reads the CA that the base has', () => {
  expect(base('certificate-authority')).toContain(`hyperledger/fabric-ca:${tables.ca?.releases.join()}`)
})
