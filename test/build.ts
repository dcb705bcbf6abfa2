/** What `npm test` does first: builds the programs of the tests that are not in the cache yet, and says before how long that takes. */
import { missingForMachines } from './bed/machine/requirements.ts'
import { definitionSeconds, machineToolSeconds, toolSeconds } from './bed/tools/measured.ts'
import { exists } from './bed/tools/once.ts'
import { tool, toolFolder } from './bed/tools/tool.ts'
import {
  areDefinitionsGenerated,
  certificateDefinitions,
  fluxDefinitions,
  monitoringDefinitions,
  snapshotDefinitions,
} from './kubernetes/generated-crds.ts'

interface Part {
  readonly name: string
  /** That building it took when last measured. */
  readonly seconds: number
  readonly isThere: () => Promise<boolean>
  readonly build: () => Promise<unknown>
}

const runsPods = process.env.CHANCERY_REAL_PODS !== undefined && missingForMachines().length === 0
const seconds = { ...toolSeconds, ...(runsPods ? machineToolSeconds : {}) }

const tools = Object.entries(seconds).map(
  ([name, seconds]): Part => ({
    name,
    seconds,
    isThere: async () => exists(await toolFolder(name)),
    build: () => tool(name),
  }),
)

const definitions: Part = {
  name: 'CustomResourceDefinitions of Flux, cert-manager, the Prometheus operator and volume snapshots',
  seconds: definitionSeconds,
  isThere: areDefinitionsGenerated,
  build: () =>
    Promise.all([fluxDefinitions(), certificateDefinitions(), snapshotDefinitions(), monitoringDefinitions()]),
}

try {
  const parts = [...tools, definitions]
  const isThere = await Promise.all(parts.map((part) => part.isThere()))
  const missing = parts.filter((_, index) => isThere[index] !== true)
  if (missing.length > 0) console.log(announcement(missing))
  for (const { build } of missing) await build()
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  console.error(`${message}\nMany tests run no such program, and need none of that: npx vitest run test/network`)
  process.exitCode = 1
}

function announcement(missing: readonly Part[]): string {
  const minutes = Math.ceil(missing.reduce((sum, { seconds }) => sum + seconds, 0) / 60)
  return [
    'The tests run programs that are not built yet. Each is built once; the last time that was measured, it took:',
    ...missing.map(({ name, seconds }) => `  ${name}: ${seconds} s`),
    `together about ${minutes} min. To build only what a file of tests needs, run it alone: npx vitest run FILE\n`,
  ].join('\n')
}
