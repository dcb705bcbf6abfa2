import { expect, it } from 'vitest'
import { hoconFile, Substitution } from '../../../src/platforms/corda/hocon.ts'

it('writes mappings, lists, substitutions, and keys that are paths or need quotes', () => {
  const text = hoconFile({
    name: `a "quoted" \${text}`,
    password: new Substitution('PASSWORD'),
    empty: [],
    numbers: [1, 2.5],
    users: [{ name: 'x', password: new Substitution('P_1'), permissions: ['ALL'] }],
    nested: { deep: { isOn: true } },
    'dataSource.url': 'jdbc:x',
    'overrides.0.initiator': 'Issue',
    'a key': 1,
  })
  expect(text).toBe(`name = "a \\"quoted\\" \${text}"
password = \${PASSWORD}
empty = []
numbers = [1, 2.5]
users = [
  {
    name = "x"
    password = \${P_1}
    permissions = ["ALL"]
  }
]
nested {
  deep {
    isOn = true
  }
}
dataSource.url = "jdbc:x"
overrides.0.initiator = "Issue"
"a key" = 1
`)
})
