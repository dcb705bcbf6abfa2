import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { type Finished, run } from '../../src/tools/process.ts'
import { tool } from '../bed/tools/tool.ts'

/** An age key: the half that decrypts, and the half that a definition names. */
export interface Holder {
  readonly identity: string
  readonly recipient: string
}

export async function holder(): Promise<Holder> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

export interface SopsOptions {
  readonly directory: string
  /** Age key in the environment; none when absent. */
  readonly identity?: string
  readonly input?: string
}

/** Runs the real sops, without the configuration of whoever runs the tests. */
export async function sops(args: readonly string[], { directory, identity, input }: SopsOptions): Promise<Finished> {
  const environment = {
    SOPS_AGE_KEY: identity ?? '',
    SOPS_AGE_KEY_FILE: '',
    SOPS_DISABLE_VERSION_CHECK: 'true',
    HOME: directory,
    XDG_CONFIG_HOME: directory,
  }
  return run(await tool('sops'), args, { directory, environment, ...(input === undefined ? {} : { input }) })
}

/** What sops makes of a document for the holder of a key. */
export const decrypt = (document: string, options: Omit<SopsOptions, 'input'>): Promise<Finished> =>
  sops(['decrypt', '--filename-override', 'secret.yaml'], { ...options, input: document })
