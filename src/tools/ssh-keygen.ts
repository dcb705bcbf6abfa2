import { readdir, readFile, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import { OperatorError } from '../errors.ts'
import { withoutComment } from '../network/ssh-public-key.ts'
import { NotStarted, run } from './process.ts'
import { inTemporaryFolder } from './temporary-folder.ts'

export interface SshSignRequest {
  readonly text: string
  /** The purpose of the signature: PROTOCOL.sshsig of OpenSSH. */
  readonly namespace: string
  /** File of a private key, or of a public one with the private half in an agent; searched for when absent. */
  readonly key: string | undefined
  /** Public keys that may sign. */
  readonly signers: readonly string[]
}

/** The folder with keys. */
export interface SshEnvironment {
  readonly HOME?: string | undefined
  readonly SSH_AUTH_SOCK?: string | undefined
}

/**
 * Signs with `ssh-keygen -Y sign`, so that agents, passphrases and security keys work as usual: it asks on the terminal
 * itself. Returns the armoured signature.
 */
export async function signWithSsh(
  { text, namespace, key, signers }: SshSignRequest,
  environment: SshEnvironment = process.env,
): Promise<string> {
  const sign = (...args: readonly string[]): Promise<string | undefined> =>
    sshKeygen(['-Y', 'sign', '-n', namespace, ...args], text)
  const found = key ?? (await keyFileOf(signers, join(environment.HOME ?? homedir(), '.ssh')))
  if (found !== undefined) {
    const signature = await sign('-f', found)
    if (signature !== undefined) return signature
    throw new OperatorError(`ssh-keygen did not sign with ${found}`, 'see its message above')
  }
  const signature = environment.SSH_AUTH_SOCK === undefined ? undefined : await byAgent(signers, sign)
  if (signature !== undefined) return signature
  throw new OperatorError(
    'no key of a signer was found in ~/.ssh or in an SSH agent',
    'name the file of the key: --key FILE',
  )
}

/** The key file of a signer; ssh-keygen asks an agent for the private half before it reads the file. */
async function keyFileOf(signers: readonly string[], folder: string): Promise<string | undefined> {
  const wanted = new Set(signers.map(withoutComment))
  const names = await readdir(folder).catch((): string[] => []) // no such folder, no keys
  for (const name of names.filter((one) => one.endsWith('.pub')).sort()) {
    const file = join(folder, name)
    if (!wanted.has(withoutComment(await readFile(file, 'utf8')))) continue
    return names.includes(basename(name, '.pub')) ? join(folder, basename(name, '.pub')) : file
  }
  return undefined
}

/** Asks the agent for each signer by the public half. */
async function byAgent(
  signers: readonly string[],
  sign: (...args: readonly string[]) => Promise<string | undefined>,
): Promise<string | undefined> {
  return inTemporaryFolder('chancery-sign-', async (folder) => {
    const file = join(folder, 'signer.pub')
    for (const signer of signers) {
      await writeFile(file, `${signer}\n`)
      const signature = await sign('-U', '-f', file)
      if (signature !== undefined) return signature
    }
    return undefined
  })
}

/** Its output; undefined when it fails, with its own message on the terminal. */
async function sshKeygen(args: readonly string[], input: string): Promise<string | undefined> {
  const started = run('ssh-keygen', args, { directory: '.', input, messages: 'shown' })
  const { status, stdout } = await started.catch((error: unknown) => {
    if (!(error instanceof NotStarted && error.isMissing)) throw error
    throw new OperatorError('there is no ssh-keygen on PATH', 'install OpenSSH 8.1 or newer')
  })
  return status === 0 ? stdout : undefined
}
