import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { exitStatus, OperatorError } from '../src/errors.ts'
import { didYouMean } from '../src/network/suggestion.ts'
import { operatorText } from '../src/report/failure.ts'
import { benchmark as apply } from './apply.ts'
import type { Benchmark, Measurement } from './benchmark.ts'
import { benchmark as bls } from './bls.ts'
import { benchmark as build } from './build.ts'
import { benchmark as render } from './render.ts'
import { reportText } from './table.ts'

// npm run bench -- NAME --json FILE

const benchmarks: Readonly<Record<string, Benchmark>> = { apply, bls, build, render }

const usage = 'usage: npm run bench -- NAME [--json FILE]'

async function main(args: readonly string[]): Promise<void> {
  const { name, json } = parse(args)
  if (name === undefined) {
    const names = Object.entries(benchmarks).map(([id, { purpose }]) => `  ${id.padEnd(10)} ${purpose}`)
    console.log(`${usage}\n\n${names.join('\n')}`)
    return
  }
  const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined
  if (benchmark === undefined)
    throw new OperatorError(`there is no benchmark "${name}"`, didYouMean(name, Object.keys(benchmarks)))
  const { measurements, notes } = await benchmark.measure((line) => console.error(line))
  console.log(reportText(measurements))
  for (const note of notes) console.log(note)
  if (json !== undefined) await writeFile(json, `${JSON.stringify(measurements.map(record), null, 2)}\n`)
}

function parse(args: readonly string[]): { readonly name: string | undefined; readonly json: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'string' } },
    })
    const [name, surplus] = positionals
    if (surplus !== undefined) throw new TypeError(`unexpected argument "${surplus}"`)
    return { name, json: values.json }
  } catch (error) {
    throw new OperatorError((error as Error).message, usage, { cause: error }) // parseArgs throws a TypeError that says what is wrong
  }
}

/** One measurement as JSON: memory is null where it was not measured. */
const record = ({ name, nodes, seconds, peakMiB, ratios }: Measurement) => ({
  name,
  nodes,
  seconds,
  peakMiB: peakMiB ?? null,
  ratios,
})

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof OperatorError)) throw error
  process.stderr.write(operatorText(error))
  process.exitCode = exitStatus.operator
}
