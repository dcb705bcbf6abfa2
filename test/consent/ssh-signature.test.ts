import { describe, expect, it } from 'vitest'
import { refusalOf } from '../../src/consent/signature.ts'
import { newStatement } from '../../src/consent/statement-file.ts'
import { keygenTakes, newKey, signedByKeygen, sshKeygen } from './ssh-keygen.ts'
import { securityKey, sshSigner } from './ssh-signer.ts'

const statement = newStatement({ organization: 'carrier', signers: [] }, undefined)
const { text } = statement

/** What we say, and what ssh-keygen says. */
const both = async (signature: string, line: string, signed = statement): Promise<[boolean, boolean]> => [
  refusalOf(signature, signed, [line]) === undefined,
  await keygenTakes(signed.text, signature, line),
]

describe('signatures of ssh-keygen', () => {
  it.each(['sha256', 'sha512'])('are taken with %s', async (hash) => {
    const key = await newKey('alice@carrier.example')
    expect(await both(await signedByKeygen(text, key.file, 'chancery', hash), key.line)).toEqual([true, true])
  })

  it('are refused by both for another text, another purpose, another key', async () => {
    const [key, other] = [await newKey('alice'), await newKey('mallory')]
    const signature = await signedByKeygen(text, key.file)
    const changed = newStatement({ organization: 'carrier', signers: ['x'] }, undefined)
    expect(await both(signature, key.line, changed)).toEqual([false, false])
    expect(await both(await signedByKeygen(text, key.file, 'git'), key.line)).toEqual([false, false])
    expect(await both(signature, other.line)).toEqual([false, false])
    expect(refusalOf(signature, changed, [key.line])).toBe('it does not match the statement')
    expect(refusalOf(await signedByKeygen(text, key.file, 'git'), statement, [key.line])).toMatch(/namespace "git"/)
    expect(refusalOf(signature, statement, [other.line])).toMatch(
      /^it was made with the key SHA256:.*not a signer.*mallory/,
    )
  })

  it.each(['rsa', 'ecdsa'])('are refused for keys of the type %s', async (type) => {
    const key = await newKey('alice', type)
    expect(refusalOf(await signedByKeygen(text, key.file), statement, [key.line])).toMatch(/key of the type/)
  })
})

describe('signatures', () => {
  it.each([
    ['an Ed25519 key', sshSigner],
    ['a security key', securityKey],
  ])('of %s are taken by both', async (_what, make) => {
    const signer = make('alice')
    expect(await both(signer.sign(text), signer.line)).toEqual([true, true])
    expect(await both(signer.sign(text, { hash: 'sha256' }), signer.line)).toEqual([true, true])
  })

  it('are refused by both with any byte changed', async () => {
    for (const make of [sshSigner, securityKey]) {
      const signer = make('alice')
      const signature = signer.sign(text)
      const body = signature.split('\n').slice(1, -2).join('')
      const bytes = Buffer.from(body, 'base64')
      const tampered = [...bytes.keys()].map((at) => {
        const copy = Buffer.from(bytes)
        copy[at] = (copy[at] ?? 0) ^ 0x10
        return `-----BEGIN SSH SIGNATURE-----\n${copy.toString('base64')}\n-----END SSH SIGNATURE-----\n`
      })
      expect(tampered.filter((one) => refusalOf(one, statement, [signer.line]) === undefined)).toEqual([])
      for (const one of tampered.filter((_, at) => at % 40 === 0))
        expect(await keygenTakes(text, one, signer.line)).toBe(false)
    }
  })

  it('of a security key that nobody touched do not count', () => {
    const signer = securityKey('alice')
    expect(refusalOf(signer.sign(text, { flags: 0 }), statement, [signer.line])).toBe('it does not match the statement')
  })

  const signer = sshSigner('alice')
  const whole = signer.sign(text)
  it.each<[string, string]>([
    ['nothing', ''],
    ['words', 'approved by alice\n'],
    ['a signature of PGP', whole.replaceAll('SSH SIGNATURE', 'PGP SIGNATURE')],
    ['half of one', whole.slice(0, 120)],
    ['one that ends too early', whole.replace(/\n[^\n]+\n-----END/, '\n-----END')],
    ['two after each other', `${whole}${whole}`],
    ['one with more bytes', whole.replace(/=*\n-----END/, 'AAAA\n-----END')],
  ])('%s is refused, and never thrown', (_what, given) => {
    expect(refusalOf(given, statement, [signer.line])).toMatch(/^it cannot be read/)
  })

  it('may come with the line ends of Windows', () => {
    expect(refusalOf(whole.replaceAll('\n', '\r\n'), statement, [signer.line])).toBeUndefined()
  })
})

it('has the ssh-keygen that all of this is checked against', async () => {
  expect((await sshKeygen(['-?'], '.')).stderr).toMatch(/-Y verify/)
})
