import { generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { beforeAll, describe, expect, it } from 'vitest'
import { OperatorError } from '../../src/errors.ts'
import { type KeySources, parseIdentities, readIdentities } from '../../src/material/identities.ts'
import { type Holder, holder } from './sops-tool.ts'

let first: Holder
let second: Holder
let third: Holder
beforeAll(async () => {
  ;[first, second, third] = [await holder(), await holder(), await holder()]
})

/** Surroundings with these variables and these files. */
const surroundings = (
  environment: NodeJS.ProcessEnv,
  files: Readonly<Record<string, string>> = {},
  platform: NodeJS.Platform = 'linux',
): KeySources => ({ environment, platform, readFile: async (path) => files[path] })

const recipientsIn = async (...given: Parameters<typeof surroundings>): Promise<string[]> =>
  (await readIdentities(surroundings(...given))).identities.map(({ recipient }) => recipient)

/** What is shown of the error that is thrown. */
async function refusal(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof OperatorError)) throw new Error('not refused with an OperatorError')
  for (const { identity } of [first, second, third]) {
    expect(`${error.message}${error.hint}${error.stack}`).not.toContain(identity)
    expect(`${error.message}${error.hint}${error.stack}`).not.toContain(identity.slice(-20))
  }
  expect(error.cause).toBeUndefined()
  return error.message
}

describe('identities come from', () => {
  it('nowhere when nothing is there', async () => expect(await recipientsIn({ HOME: '/home/me' })).toEqual([]))

  it('SOPS_AGE_KEY, with comments, blank lines and Windows line ends, one or more a line', async () => {
    const key = `# public key: ${first.recipient}\r\n${first.identity}\r\n\r\n  ${second.identity} ${third.identity}  \n`
    expect(await recipientsIn({ SOPS_AGE_KEY: key })).toEqual([first.recipient, second.recipient, third.recipient])
  })

  it('the file of SOPS_AGE_KEY_FILE', async () => {
    const text = `# created: 2026-11-23T12:00:00Z\n# public key: ${first.recipient}\n${first.identity}\n`
    expect(await recipientsIn({ SOPS_AGE_KEY_FILE: 'keys/age.txt' }, { 'keys/age.txt': text })).toEqual([
      first.recipient,
    ])
  })

  it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
    ['linux', { HOME: '/home/me' }, '/home/me/.config/sops/age/keys.txt'],
    ['linux', { HOME: '/home/me', XDG_CONFIG_HOME: '/etc/me' }, '/etc/me/sops/age/keys.txt'],
    ['darwin', { HOME: '/Users/me' }, '/Users/me/Library/Application Support/sops/age/keys.txt'],
    ['darwin', { HOME: '/Users/me', XDG_CONFIG_HOME: '/etc/me' }, '/etc/me/sops/age/keys.txt'],
  ])("sops' own file on %s with %o: %s", async (platform, environment, path) => {
    expect(await recipientsIn(environment, { [path]: first.identity }, platform)).toEqual([first.recipient])
  })

  it('all of these together, as in sops', async () => {
    const environment = { SOPS_AGE_KEY: first.identity, SOPS_AGE_KEY_FILE: '/k', HOME: '/h' }
    const files = { '/k': second.identity, '/h/.config/sops/age/keys.txt': third.identity }
    expect(await recipientsIn(environment, files)).toEqual([first.recipient, second.recipient, third.recipient])
  })

  it('no variable that is empty', async () =>
    expect(await recipientsIn({ SOPS_AGE_KEY: '', SOPS_AGE_KEY_FILE: '', SOPS_AGE_KEY_CMD: '' })).toEqual([]))

  it('post-quantum keys too', async () => {
    const identity = await generateHybridIdentity()
    expect(await recipientsIn({ SOPS_AGE_KEY: identity })).toEqual([await identityToRecipient(identity)])
  })
})

it('an identity shows nothing of its secret half', async () => {
  const { identities } = await parseIdentities(first.identity, 'SOPS_AGE_KEY')
  expect(JSON.stringify(identities)).toBe(JSON.stringify([{ recipient: first.recipient }]))
})

it('what cannot be used is passed over, and said', async () => {
  const environment = {
    SOPS_AGE_KEY: `${first.identity}\nAGE-PLUGIN-YUBIKEY-1QQPSYQCRQVZSQWVLZ6T`,
    SOPS_AGE_KEY_CMD: 'pass show age',
    SOPS_AGE_SSH_PRIVATE_KEY_FILE: '/home/me/.ssh/id_ed25519',
    SOPS_AGE_SSH_PRIVATE_KEY_CMD: 'pass show ssh',
  }
  const { identities, passedOver } = await readIdentities(surroundings(environment))
  expect(identities).toHaveLength(1)
  expect(passedOver).toEqual([
    'line 2 of SOPS_AGE_KEY (age-plugin-yubikey is not supported)',
    'SOPS_AGE_KEY_CMD (Chancery starts no command)',
    'SOPS_AGE_SSH_PRIVATE_KEY_FILE (SSH keys are not supported)',
    'SOPS_AGE_SSH_PRIVATE_KEY_CMD (SSH keys are not supported)',
  ])
})

describe('an error says where, and never what', () => {
  it.each<[string, () => string, string]>([
    ['a public half', () => first.recipient, 'line 1 of SOPS_AGE_KEY is the public half of an age key'],
    [
      'a wrong character',
      () => `# a\n${first.identity.slice(0, -1)}${first.identity.endsWith('Q') ? 'P' : 'Q'}`,
      'line 2 of SOPS_AGE_KEY is a damaged age key: a character is wrong or missing',
    ],
    [
      'a key without its end',
      () => first.identity.slice(0, 40),
      'line 1 of SOPS_AGE_KEY is a damaged age key: a character is wrong or missing',
    ],
    [
      'small letters',
      () => first.identity.toLowerCase(),
      'line 1 of SOPS_AGE_KEY is a damaged age key: a character is wrong or missing',
    ],
    ['a path', () => '/home/me/keys.txt', 'line 1 of SOPS_AGE_KEY is not an age key'],
    ['a variable with it', () => `SOPS_AGE_KEY=${first.identity}`, 'line 1 of SOPS_AGE_KEY is not an age key'],
    ['an SSH key', () => '-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blb', 'line 1 of SOPS_AGE_KEY is not an age key'],
    [
      'a file with a passphrase',
      () => '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n',
      'SOPS_AGE_KEY is encrypted with a passphrase, which Chancery cannot ask for',
    ],
  ])('%s', async (_name, text, message) => {
    expect(await refusal(readIdentities(surroundings({ SOPS_AGE_KEY: text() })))).toBe(message)
  })

  it('a file that does not exist', async () => {
    const message = await refusal(readIdentities(surroundings({ SOPS_AGE_KEY_FILE: '/nowhere' })))
    expect(message).toBe('SOPS_AGE_KEY_FILE names a file that does not exist')
  })

  it('a key in place of a path', async () => {
    const message = await refusal(readIdentities(surroundings({ SOPS_AGE_KEY_FILE: first.identity })))
    expect(message).toBe('SOPS_AGE_KEY_FILE names a file that does not exist')
  })

  it('a file that cannot be read', async () => {
    const readFile = async (path: string): Promise<undefined> => {
      throw Object.assign(new Error(`EACCES: permission denied, open '${path}'`), { code: 'EACCES' })
    }
    const given = { ...surroundings({ SOPS_AGE_KEY_FILE: first.identity }), readFile }
    expect(await refusal(readIdentities(given))).toBe('the file of SOPS_AGE_KEY_FILE cannot be read: EACCES')
  })

  it("what is wrong in sops' own file", async () => {
    const files = { '/h/.config/sops/age/keys.txt': '\nage' }
    expect(await refusal(readIdentities(surroundings({ HOME: '/h' }, files)))).toBe(
      'line 2 of /h/.config/sops/age/keys.txt is not an age key',
    )
  })

  it('what to do is the hint', async () => {
    await expect(readIdentities(surroundings({ SOPS_AGE_KEY: 'x' }))).rejects.toMatchObject({
      hint: 'write lines that begin with AGE-SECRET-KEY-, as age-keygen prints them; lines that begin with # are ignored. Set SOPS_AGE_KEY to such lines, or SOPS_AGE_KEY_FILE to the path of a file with them',
    })
  })
})
