import { join } from 'node:path'
import type { Cluster } from '../cluster.ts'
import { type Program, startProgram } from '../program.ts'
import { tool, tools } from '../tools/tool.ts'
import { fluxNamespace } from './namespace.ts'

await tools('kustomize-controller')

/** Starts kustomize-controller for a cluster, with its files in a folder. */
export const startController = async (cluster: Cluster, folder: string): Promise<Program> =>
  startProgram(await tool('kustomize-controller'), parameters, join(folder, 'kustomize-controller.log'), {
    KUBECONFIG: cluster.kubeconfig,
    RUNTIME_NAMESPACE: fluxNamespace,
    HOME: folder,
    TMPDIR: folder,
  })

const parameters = [
  // Port 0: one that is free.
  '--health-addr=127.0.0.1:0',
  '--metrics-addr=127.0.0.1:0',
  // Its 30 s between two looks at a dependency would be most of the time of a test.
  '--requeue-dependency=1s',
  '--log-level=debug',
]
