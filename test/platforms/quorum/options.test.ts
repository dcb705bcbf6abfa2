import { expect, it } from 'vitest'
import { optionProblems } from '../../../src/network/options/rules.ts'
import { optionOf } from '../../../src/network/options/table.ts'
import { ownedOptions } from '../../../src/platforms/quorum/arguments.ts'
import { table } from '../../../src/platforms/quorum/options.ts'
import { fitting } from '../fitting.ts'

const names = Object.keys(table.options)

it('takes every option of every release with a value that fits', () => {
  const found = table.releases.flatMap((release) =>
    names.flatMap((name) => {
      const option = optionOf(name, table)
      if (option === undefined) return [name]
      const given = {
        id: 'carrier/rpc1',
        path: [],
        settings: { [name]: fitting(option) },
        title: 'GoQuorum',
        release,
        syntax: 'words',
        consequence: 'it would not start',
        folders: ['/data/'],
        override: 'overrides/us/carrier/rpc1',
      } as const
      return optionProblems(given, table).map(({ message }) => message)
    }),
  )
  expect(found).toEqual([])
  expect(names.length).toBeGreaterThan(200)
})

it('has every option that Chancery owns', () => {
  expect([...ownedOptions.keys()].filter((name) => optionOf(name, table) === undefined)).toEqual([])
})
