import { join } from 'node:path'
import { OperatorError } from '../errors.ts'
import { type AgeIdentity, ageIdentity } from './sops.ts'

/** The age keys of the caller. */
export interface Keyring {
  readonly identities: readonly AgeIdentity[]
  /** Sources of sops that Chancery does not support, with the reason: reported when no identity matches. */
  readonly passedOver: readonly string[]
}

/** An empty keyring, for work without sealed material. */
export const noKeys: Keyring = { identities: [], passedOver: [] }

/** The sources of age keys. */
export interface KeySources {
  readonly environment: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
  /** The text of a file; undefined when it does not exist. */
  readonly readFile: (path: string) => Promise<string | undefined>
}

const hint =
  'write lines that begin with AGE-SECRET-KEY-, as age-keygen prints them; lines that begin with # are ignored. ' +
  'Set SOPS_AGE_KEY to such lines, or SOPS_AGE_KEY_FILE to the path of a file with them'

/** Sources of sops that are not supported: Chancery starts no command, and age-encryption has no SSH keys. */
const unused: Readonly<Record<string, string>> = {
  SOPS_AGE_KEY_CMD: 'Chancery starts no command',
  SOPS_AGE_SSH_PRIVATE_KEY_FILE: 'SSH keys are not supported',
  SOPS_AGE_SSH_PRIVATE_KEY_CMD: 'SSH keys are not supported',
}

/**
 * All age keys from the sources of sops: SOPS_AGE_KEY, the file of SOPS_AGE_KEY_FILE, and sops' own file,
 * together (https://github.com/getsops/sops, age/keysource.go, loadIdentities). An empty variable counts as none, as an
 * absent secret of a workflow is one. Throws an OperatorError, which never repeats what it read, for what is no age key.
 */
export async function readIdentities({ environment, platform, readFile }: KeySources): Promise<Keyring> {
  const { SOPS_AGE_KEY: text = '', SOPS_AGE_KEY_FILE: file = '' } = environment
  const ownFile = defaultFile(environment, platform)
  const keyrings = [
    await parseIdentities(text, 'SOPS_AGE_KEY'),
    // The path is not repeated either: some people put the key itself there.
    ...(file === '' ? [] : [await parseIdentities(await namedFile(file, readFile), 'the file of SOPS_AGE_KEY_FILE')]),
    ...(ownFile === undefined ? [] : [await parseIdentities((await read(ownFile, ownFile, readFile)) ?? '', ownFile)]),
  ]
  const set = Object.entries(unused).filter(([variable]) => (environment[variable] ?? '') !== '')
  return {
    identities: keyrings.flatMap(({ identities }) => identities),
    passedOver: [
      ...keyrings.flatMap(({ passedOver }) => passedOver),
      ...set.map(([variable, reason]) => `${variable} (${reason})`),
    ],
  }
}

/** The default folder of sops: os.UserConfigDir of Go, with XDG_CONFIG_HOME on macOS too. */
function defaultFile(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined {
  const { XDG_CONFIG_HOME: configuration = '', HOME: home = '', AppData: roaming = '' } = environment
  const below = (folder: string, ...names: readonly string[]): string | undefined =>
    folder === '' ? undefined : join(folder, ...names, 'sops', 'age', 'keys.txt')
  if (platform === 'win32') return below(roaming)
  if (configuration !== '') return below(configuration)
  return platform === 'darwin' ? below(home, 'Library', 'Application Support') : below(home, '.config')
}

async function namedFile(path: string, readFile: KeySources['readFile']): Promise<string> {
  const text = await read(path, 'the file of SOPS_AGE_KEY_FILE', readFile)
  if (text === undefined) throw new OperatorError('SOPS_AGE_KEY_FILE names a file that does not exist', hint)
  return text
}

async function read(path: string, place: string, readFile: KeySources['readFile']): Promise<string | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    // Not as cause: its message has the path.
    throw new OperatorError(
      `${place} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`,
      hint,
    )
  }
}

/** Reads identities, one or more on each line. `place` names the source in messages. */
export async function parseIdentities(text: string, place: string): Promise<Keyring> {
  if (/^\s*(age-encryption\.org\/|-----BEGIN AGE ENCRYPTED FILE)/.test(text))
    throw new OperatorError(
      `${place} is encrypted with a passphrase, which Chancery cannot ask for`,
      'decrypt it with `age --decrypt` first',
    )
  const words = text.split('\n').flatMap((line, index) =>
    /^\s*#/.test(line)
      ? []
      : line
          .split(/\s+/)
          .filter((word) => word !== '')
          .map((word) => ({ word, where: `line ${index + 1} of ${place}` })),
  )
  const found = await Promise.all(words.map(({ word, where }) => identityOf(word, where)))
  return {
    identities: found.filter((one) => typeof one !== 'string'),
    passedOver: found.filter((one) => typeof one === 'string'),
  }
}

/** The identity, or the reason why it is skipped. */
async function identityOf(word: string, where: string): Promise<AgeIdentity | string> {
  const plugin = /^AGE-PLUGIN-([A-Z0-9-]{1,32}?)-1/.exec(word)?.[1]
  if (plugin !== undefined) return `${where} (age-plugin-${plugin.toLowerCase()} is not supported)`
  const identity = await ageIdentity(word)
  if (identity !== undefined) return identity
  if (/^AGE-SECRET-KEY-/i.test(word))
    throw new OperatorError(`${where} is a damaged age key: a character is wrong or missing`, hint)
  if (word.startsWith('age1')) throw new OperatorError(`${where} is the public half of an age key`, hint)
  throw new OperatorError(`${where} is not an age key`, hint)
}
