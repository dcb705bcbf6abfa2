import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeFiles } from '../../repository/git-folder.ts'
import { chancery, type Ended } from '../apply/chancery.ts'
import { filledIn } from '../fork.ts'

/** The folder of a network whose pods really run, with its keys and ports. */
export interface NetworkFolder extends AsyncDisposable {
  readonly directory: string
  /** Changes the definition, makes missing keys and records ports. Throws an Error with what a command said when it fails. */
  change(edit: (definition: string) => string): Promise<void>
  /** Runs a command to its end, with the age keys of all clusters. */
  run(...args: readonly string[]): Promise<Ended>
}

/** `definition` has `age1…` for each recipient; `files` are others of the folder. */
export async function networkFolder(
  definition: string,
  kubeconfig: string,
  files: Readonly<Record<string, string>> = {},
): Promise<NetworkFolder> {
  const directory = await mkdtemp(join(tmpdir(), 'network-'))
  const { definition: filled, holders } = await filledIn(definition)
  await writeFiles(directory, { ...files, 'network.yaml': filled })
  const SOPS_AGE_KEY = holders.map(({ identity }) => identity).join('\n')
  const run = async (...args: readonly string[]): Promise<Ended> =>
    (await chancery(directory, args, { KUBECONFIG: kubeconfig, SOPS_AGE_KEY })).ended
  const make = async (): Promise<void> => {
    for (const command of ['keys', 'render']) {
      const { status, stdout, stderr } = await run(command)
      if (status !== 0) throw new Error(`${command}: ${stdout}${stderr}`)
    }
  }
  await make()
  return {
    directory,
    run,
    change: async (edit) => {
      const text = await readFile(join(directory, 'network.yaml'), 'utf8')
      await writeFiles(directory, { 'network.yaml': edit(text) })
      await make()
    },
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  }
}

/** Files of an override with which a pod of the Ambassador counts as soon as it is ready, and not after a minute. */
export const withoutMinute = (cluster: string): Readonly<Record<string, string>> => ({
  [`overrides/${cluster}/ambassador/kustomization.yaml`]: `apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
patches:
- target: {kind: Deployment}
  patch: |-
    - {op: replace, path: /spec/minReadySeconds, value: 0}
`,
})
