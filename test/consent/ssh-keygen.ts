import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { run } from '../../src/tools/process.ts'
import { temporaryFolder } from '../repository/git-folder.ts'

/** The real one, which has to be there: https://www.openssh.com, on every runner of GitHub. */
export async function sshKeygen(args: readonly string[], directory: string, input = '') {
  return run('ssh-keygen', args, { directory, input })
}

/** A new key in a folder of its own: the file of its private half, and the line of its public one. */
export async function newKey(comment: string, type = 'ed25519'): Promise<{ file: string; line: string }> {
  const directory = await temporaryFolder()
  const file = join(directory, 'key')
  const { status, stderr } = await sshKeygen(['-q', '-t', type, '-N', '', '-C', comment, '-f', file], directory)
  if (status !== 0) throw new Error(stderr)
  const { stdout } = await sshKeygen(['-y', '-f', file], directory)
  return { file, line: stdout.trim() }
}

export async function signedByKeygen(
  text: string,
  key: string,
  namespace = 'chancery',
  hash = 'sha512',
): Promise<string> {
  const { status, stdout, stderr } = await sshKeygen(
    ['-q', '-Y', 'sign', '-O', `hashalg=${hash}`, '-n', namespace, '-f', key],
    await temporaryFolder(),
    text,
  )
  if (status !== 0) throw new Error(stderr)
  return stdout
}

/** Whether `ssh-keygen -Y verify` takes a signature. */
export async function keygenTakes(text: string, signature: string, line: string): Promise<boolean> {
  const directory = await temporaryFolder()
  const [type, key] = line.split(' ')
  await writeFile(join(directory, 'signers'), `carrier ${type} ${key}\n`)
  await writeFile(join(directory, 'signature'), signature)
  const { status } = await sshKeygen(
    ['-Y', 'verify', '-f', 'signers', '-I', 'carrier', '-n', 'chancery', '-s', 'signature'],
    directory,
    text,
  )
  return status === 0
}

/** A real agent with this key, until the end of the test: its socket, which is in the environment too. */
export async function sshAgent(key: string): Promise<string> {
  const socket = join(await mkdtemp(join(tmpdir(), 'agent-')), 's') // paths of sockets have to be short
  const directory = dirname(socket)
  const { stdout } = await run('ssh-agent', ['-a', socket], { directory })
  const pid = Number(/SSH_AGENT_PID=(\d+)/.exec(stdout)?.[1])
  onTestFinished(async () => {
    process.kill(pid)
    await rm(directory, { recursive: true, force: true })
  })
  vi.stubEnv('SSH_AUTH_SOCK', socket)
  onTestFinished(() => void vi.unstubAllEnvs())
  const { status, stderr } = await run('ssh-add', ['-q', key], { directory, environment: { SSH_AUTH_SOCK: socket } })
  if (status !== 0) throw new Error(stderr)
  return socket
}
