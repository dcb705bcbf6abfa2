import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClusterPlace } from './components.ts'
import type { Program } from './lifetime/guard.ts'
import type { Machine } from './machine/network.ts'
import { onMachine } from './machine/programs.ts'

/** A program that a bed runs beside its clusters, or on the machine of one. */
export interface FurtherProgram {
  readonly name: string
  /** Of the executable. */
  readonly path: string
  readonly arguments: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** The cluster on whose machine it runs: in its mounts, its network and its processes. */
  readonly on?: string
}

/** Its log is `<name>.log` in the folder of the bed. Throws an Error where pods of the cluster are pretended. */
export async function furtherProgram(
  { name, path, arguments: given, environment = {}, on }: FurtherProgram,
  folder: string,
  places: readonly ClusterPlace[],
): Promise<Program> {
  const log = join(folder, `${name}.log`)
  if (on === undefined)
    return { name, path, arguments: given, directory: folder, log, environment: { HOME: folder, ...environment } }
  const machine = machineIn(places, on)
  const first = (await readFile(join(machine.directory, 'process'), 'utf8')).trim()
  const program = onMachine(machine, first, path, given)
  return { ...program, name, directory: folder, log, environment: { ...program.environment, ...environment } }
}

export function machineIn(places: readonly ClusterPlace[], cluster: string): Machine {
  const machine = places.find(({ name }) => name === cluster)?.machine
  if (machine === undefined) throw new Error(`${cluster} has no machine: its pods are pretended`)
  return machine
}
