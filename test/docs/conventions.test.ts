import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { platforms } from '../../src/platforms/index.ts'
import { filesOf, read } from './pages.ts'

/** As far as it is looked at: https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema */
interface Form {
  readonly name: string
  readonly description: string
  readonly body: readonly {
    readonly type: string
    readonly id?: string
    readonly attributes: { readonly label?: string; readonly value?: string; readonly options?: readonly string[] }
  }[]
}

const forms = (await filesOf('.github/ISSUE_TEMPLATE/*.yml')).filter((path) => !path.endsWith('/config.yml'))
const formIn = async (path: string): Promise<Form> => load(await read(path)) as Form // GitHub reads it so

describe.each(forms)('%s', (path) => {
  test('is a form that GitHub accepts', async () => {
    const { name, description, body } = await formIn(path)
    expect([name, description].filter(Boolean)).toHaveLength(2)
    expect(body.map(({ type }) => type)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:markdown|textarea|input|dropdown|checkboxes)$/)]),
    )
    const fields = body.filter(({ type }) => type !== 'markdown')
    expect(fields.filter(({ attributes }) => attributes.label === undefined)).toEqual([])
    const ids = fields.map(({ id }) => id)
    expect(new Set(ids).size).toBe(fields.length)
    expect(ids).not.toContain(undefined)
  })
})

test('the form for bugs names every ledger', async () => {
  const { body } = await formIn('.github/ISSUE_TEMPLATE/bug.yml')
  expect(body.find(({ id }) => id === 'platform')?.attributes.options).toHaveLength(platforms.length)
})

describe('README', async () => {
  const badges = [...(await read('README.md')).matchAll(/\[!\[([^\]]+)\]\(([^)]+)\)\]\(([^)]+)\)/g)]

  test('has badges, at its top', async () => {
    const [, , third = ''] = (await read('README.md')).split('\n')
    expect(badges.map(([, title]) => title)).toEqual(['ci', 'npm', 'licence'])
    for (const [badge] of badges) expect(third).toContain(badge)
  })

  test('has badges of what there is', async () => {
    const about: { readonly name: string; readonly license: string } = JSON.parse(await read('package.json'))
    const [ci, npm, licence] = badges.map(([, , image, target]) => ({ image, target }))
    const repository = 'https://github.com/chancery-dev/chancery'
    expect(ci?.image).toBe(`${repository}/actions/workflows/ci.yml/badge.svg?branch=main`)
    expect(await filesOf('.github/workflows/ci.yml')).toHaveLength(1)
    expect(npm?.target).toBe(`https://www.npmjs.com/package/${about.name}`)
    expect(licence?.image).toContain(`-${about.license.replaceAll('-', '--')}-`)
    expect(licence?.target).toBe('LICENSE')
  })
})
