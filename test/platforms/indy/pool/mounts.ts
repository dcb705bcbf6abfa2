import { posix } from 'node:path'
import type { BuiltNetwork, StatefulSet } from '../../built-network.ts'

/** Files that the container of a validator gets, by path, and the path of the script that it runs. */
export async function mountsOf(
  { mounted }: BuiltNetwork,
  cluster: string,
  workload: StatefulSet,
): Promise<{ readonly files: Readonly<Record<string, string>>; readonly script: string }> {
  const [container] = workload.spec.template.spec.containers
  const volumes = (container?.volumeMounts ?? []).map(async ({ name, mountPath }) =>
    Object.entries(await mounted(cluster, workload, name)).map(
      ([path, text]) => [posix.join(mountPath, path), text] as const,
    ),
  )
  return {
    files: Object.fromEntries((await Promise.all(volumes)).flat()),
    script: container?.command?.at(-1) ?? '',
  }
}
