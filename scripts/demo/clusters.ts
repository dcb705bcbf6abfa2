import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from '../../src/tools/process.ts'
import { identities } from './repository.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Starts a cluster of the test bed for each name, and returns the path of their kubeconfig. They run until `npm run bed -- down`. */
export async function startClusters(names: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await run(process.execPath, [join(root, 'test/bed/bed.ts'), 'up', ...names], {
    directory: root,
  })
  const kubeconfig = /^export KUBECONFIG=(.+)$/m.exec(stdout)?.[1]
  if (status !== 0 || kubeconfig === undefined) throw new Error(stderr)
  return kubeconfig
}

/** Runs the committed command line in a folder, as a person would, and returns its exit status. */
export async function chancery(
  directory: string,
  args: readonly string[],
  { kubeconfig, kustomize }: { readonly kubeconfig: string | undefined; readonly kustomize: string },
): Promise<number> {
  const child = spawn(process.execPath, [join(root, 'dist/cli.js'), ...args, '--directory', directory], {
    env: {
      ...process.env,
      ...(kubeconfig === undefined ? {} : { KUBECONFIG: kubeconfig }),
      PATH: `${dirname(kustomize)}${delimiter}${process.env.PATH}`,
      SOPS_AGE_KEY_FILE: join(directory, identities),
    },
    stdio: 'inherit',
  })
  const [status] = await once(child, 'exit')
  return status ?? 1
}
