import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ClusterPlace } from '../components.ts'
import type { Supervisor } from '../lifetime/supervisor.ts'
import { tool } from '../tools/tool.ts'
import { until } from '../until.ts'
import { dnsImage } from './dns-pod.ts'
import { type MachineIdentities, machineFiles, pauseImage } from './files.ts'
import { type Image, imageArchive, loadImage } from './image.ts'
import { type Machine, processIn } from './network.ts'
import { type MachineProgram, machineProgram, programOn } from './programs.ts'

/** Its programs run when this resolves; its node is Ready some seconds later. */
export async function startMachine(
  place: ClusterPlace,
  machine: Machine,
  identities: MachineIdentities,
  supervisor: Supervisor,
): Promise<void> {
  await prepare(machine.directory, await machineFiles(place, machine, identities))
  supervisor.start(await machineProgram(place, machine))
  const first = await processIn(join(machine.directory, 'process'), supervisor)
  const start = async (program: MachineProgram): Promise<void> =>
    supervisor.start(await programOn(program, place, machine, first))
  await start('containerd')
  const load = async (image: Image): Promise<void> => {
    const archive = await imageArchive(image)
    await until(async () => {
      await loadImage(machine.directory, archive)
      return true
    }, supervisor.failure)
  }
  await load({ name: pauseImage, command: ['/pause'], files: { '/pause': await tool('pause') } })
  if (machine.policies === 'enforced') await load(await dnsImage())
  const dns = machine.policies === 'enforced' ? [] : (['coredns'] as const)
  await Promise.all((['kubelet', 'kube-proxy', ...dns] as const).map(start))
}

/** kube-router ends when the node has no address yet: the kubelet must have registered it. */
export async function enforcePolicies(place: ClusterPlace, machine: Machine, supervisor: Supervisor): Promise<void> {
  const first = await processIn(join(machine.directory, 'process'), supervisor)
  supervisor.start(await programOn('kube-router', place, machine, first))
}

async function prepare(directory: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(directory, file)), { recursive: true })
    await writeFile(join(directory, file), content, { mode: 0o600 })
  }
}
