import { secp256k1 } from '@noble/curves/secp256k1.js'
import { generateX25519Identity } from 'age-encryption'
import { beforeAll, describe, expect, it } from 'vitest'
import { definition, type Holders, makeHolders } from '../commands/definition.ts'
import { temporaryFolder, writeFiles } from '../repository/git-folder.ts'
import { runAction } from './runner.ts'

let good: string
beforeAll(async () => {
  const holders: Holders = await makeHolders()
  good = definition(holders)
})

// Put together here, so that nothing that searches for secrets finds one in this file.
const token = `ghp_${'aB3dE5gH7j'.repeat(4)}`
const pem = `-----BEGIN EC ${'PRIVATE'} KEY-----\nMHcCAQEEIBkg4LVWM9nuwNSk3yByxZpYRTBnVJk5oGgCNjqPzZ9xoAoGCCqGSM49\n-----END EC ${'PRIVATE'} KEY-----`
const privateKey = Buffer.from(secp256k1.utils.randomSecretKey()).toString('hex')
const ageKey = await generateX25519Identity()
const password = 'correct-horse-battery-staple'

/** The definition with one text in the place of another, which has to be there. */
function replaced(text: string, replacement: string): string {
  if (!good.includes(text)) throw new Error(`"${text}" is not in the definition`)
  return good.replace(text, () => replacement)
}

const block = pem
  .split('\n')
  .map((line) => `  ${line}`)
  .join('\n')

/** Where people leave secrets, and the text that nobody may see. */
const cases: readonly [where: string, text: () => string, secret: string][] = [
  ['a field of its own', () => `${good}password: ${password}\n`, password],
  [
    'a field below another',
    () => replaced('  chainId: 20261123', `  chainId: 20261123\n  privateKey: "0x${privateKey}"`),
    privateKey,
  ],
  ['the name', () => replaced('name: trade', `name: ${token}`), token],
  ['the platform', () => replaced('platform: besu', `platform: ${token}`), token],
  ['the version', () => replaced('26.8.0', token), token],
  ['a provider', () => replaced('provider: eks', `provider: ${token}`), token],
  ['a key', () => `${good}${token}: true\n`, token],
  ['a comment', () => `${good}# token ${token}\n`, token],
  ['a comment behind a value', () => replaced('name: trade', `name: trade # ${token}`), token],
  [
    'a comment of several lines',
    () => `${good}${pem.replaceAll(/^/gm, '# ')}\n`,
    'MHcCAQEEIBkg4LVWM9nuwNSk3yByxZpYRTBnVJk5oGgCNjqPzZ9xoAoGCCqGSM49',
  ],
  [
    'a block of text',
    () => `${good}labels:\n  a: |\n  ${block.replaceAll('\n', '\n  ')}\n`,
    'MHcCAQEEIBkg4LVWM9nuwNSk3yByxZpYRTBnVJk5oGgCNjqPzZ9xoAoGCCqGSM49',
  ],
  ['the recipients', () => replaced('recipients:\n  - age1', `recipients:\n  - ${ageKey}\n  - age1`), ageKey],
  [
    'an account',
    () => replaced('  chainId: 20261123', `  chainId: 20261123\n  accounts:\n  - address: "0x${privateKey}"`),
    privateKey,
  ],
  [
    'an amount',
    () =>
      replaced(
        '  chainId: 20261123',
        `  chainId: 20261123\n  accounts:\n  - address: "0x${'0'.repeat(40)}"\n    balance: ${token}`,
      ),
    token,
  ],
  ['a setting', () => replaced('role: rpc', `role: rpc\n    settings: {api-token: ${token}}`), token],
  ['a reference to a cluster', () => replaced('cluster: eu\n', `cluster: ${token}\n`), token],
  ['a line that is no YAML', () => `${good}token: "${token}\n`, token],
  ['a line with a tab', () => `${good}\ttoken: ${token}\n`, token],
  ['a key that stands twice', () => `${good}${token}: 1\n${token}: 2\n`, token],
  ['an anchor that is not there', () => `${good}x: *${token}\n`, token],
  ['a tag', () => `${good}x: !${token} 1\n`, token],
]

describe('a secret in network.yaml is not repeated', () => {
  it.each(cases)('%s', async (_where, text, secret) => {
    const workspace = await temporaryFolder()
    await writeFiles(workspace, { 'network.yaml': text() })
    expect(text()).toContain(secret)
    const { status, stdout, stderr, summary, findingsFile, outputs } = await runAction(workspace, {})
    expect({ stdout, stderr, summary, findingsFile, outputs: JSON.stringify(outputs) }).toEqual({
      stdout: expect.not.stringContaining(secret),
      stderr: expect.not.stringContaining(secret),
      summary: expect.not.stringContaining(secret),
      findingsFile: expect.not.stringContaining(secret),
      outputs: expect.not.stringContaining(secret),
    })
    expect(status).toBe(1)
  })
})
