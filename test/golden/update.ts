/** Writes what golden cases are expected to give: all of them, or those that are named. Sealed material is kept where it is: sealing it again gives other bytes. */
import { changesTo } from '../../src/repository/changes.ts'
import { workTree } from '../../src/repository/work-tree.ts'
import { caseFolder, goldenCases, isExpected, renderCase } from './cases.ts'

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !goldenCases.includes(name))
if (unknown !== undefined) throw new Error(`There is no golden case ${unknown}; there are: ${goldenCases.join(', ')}`)

for (const name of wanted.length === 0 ? goldenCases : wanted) {
  const { tree, made } = await renderCase(name)
  const expected = new Map([...tree, ...made].filter(([path]) => isExpected(path)))
  const target = workTree(`${caseFolder(name)}/expected`)
  const changes = await changesTo(target, expected, ['deploy'])
  await target.change(changes)
  console.log(`${name}: ${changes.written.size} written, ${changes.removed.length} removed`)
}
