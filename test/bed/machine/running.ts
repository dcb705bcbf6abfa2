import { existsSync } from 'node:fs'
import { blockOf } from '../lifetime/folder.ts'
import type { BedRecord } from '../lifetime/record.ts'
import { machineAddress, machineDirectory } from './network.ts'

/** The machine of a cluster that runs already. */
export interface RunningMachine {
  readonly cluster: string
  /** Other clusters of the bed reach it there. */
  readonly address: string
  readonly directory: string
}

/** Of a bed, in the order of its clusters; none where pods are pretended. */
export function machinesIn(folder: string, { names }: BedRecord): readonly RunningMachine[] {
  return names
    .map((cluster, index) => {
      return {
        cluster,
        address: machineAddress(blockOf(folder), index),
        directory: machineDirectory(folder, cluster),
      }
    })
    .filter(({ directory }) => existsSync(directory))
}
