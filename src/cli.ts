#!/usr/bin/env node
import { nodeProblem, platformProblem } from './product.ts'

const problem = nodeProblem(process.versions.node) ?? platformProblem(process.platform)
if (problem === undefined) {
  // Imported only now: parsing these modules may need a newer Node.
  const [{ runCommandLine }, { systemPorts }, { watchOutput }] = await Promise.all([
    import('./command-line/run.ts'),
    import('./system.ts'),
    import('./report/output.ts'),
  ])
  const output = watchOutput(process.stdout, process.stderr)
  process.exitCode = await output.statusAfter(await runCommandLine(process.argv.slice(2), systemPorts))
} else {
  process.stderr.write(`${problem}\n`)
  process.exitCode = 2
}
