import { nodeProblem, platformProblem } from './product.ts'

const problem = nodeProblem(process.versions.node) ?? platformProblem(process.platform)
if (problem === undefined) {
  // Imported only now: parsing these modules may need a newer Node.
  const [{ runAction }, { systemPorts }, { watchOutput }] = await Promise.all([
    import('./github/action.ts'),
    import('./system.ts'),
    import('./report/output.ts'),
  ])
  const output = watchOutput(process.stdout, process.stderr)
  process.exitCode = await output.statusAfter(await runAction(process.env, systemPorts))
} else {
  process.stdout.write(`::error::${problem.replaceAll('\n', '%0A')}\n`)
  process.exitCode = 2
}
