/** Writes what golden cases are expected to give. Sealed material is kept where it is: sealing it again gives other bytes. */
import { changesTo, writeChanges } from '../../src/repository/changes.ts'
import { workTree } from '../../src/repository/work-tree.ts'
import { caseFolder, goldenCases, isExpected, renderCase } from './cases.ts'

for (const name of goldenCases) {
  const { tree, made } = await renderCase(name)
  const expected = new Map([...tree, ...made].filter(([path]) => isExpected(path)))
  const target = workTree(`${caseFolder(name)}/expected`)
  const changes = await changesTo(target, expected, ['deploy'])
  await writeChanges(target, changes)
  console.log(`${name}: ${changes.written.size} written, ${changes.removed.length} removed`)
}
