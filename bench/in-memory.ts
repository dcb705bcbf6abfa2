import { readBases } from '../src/bases.ts'
import { inspect } from '../src/commands/inspect.ts'
import { renderTree } from '../src/commands/render.ts'
import { noRepository } from '../test/no-repository.ts'
import { definitionFile, readWorkspace } from './workspace.ts'

// A process of its own for each run: `node in-memory.ts FOLDER` reads the folder, then prints what it took from text to tree.

const [directory = '.'] = process.argv.slice(2)
const files = await readWorkspace(directory)

const [start, processor] = [performance.now(), process.cpuUsage()]
const { findings, checked } = await inspect({ network: definitionFile }, files)
if (checked === undefined || checked.missing.length > 0) throw new Error(JSON.stringify(findings))
const tree = await renderTree(checked, { bases: readBases, repository: noRepository })
const seconds = (performance.now() - start) / 1000
const userSeconds = process.cpuUsage(processor).user / 1e6

if (!tree.has('deploy/README.md')) throw new Error('the tree has no deploy/README.md')
console.log(JSON.stringify({ seconds, userSeconds }))
