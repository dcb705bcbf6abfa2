import { bytesToHex } from '@noble/hashes/utils.js'
import { decodeAddress } from '../../../../src/platforms/substrate/keys/ss58.ts'
import type { Case } from '../../case.ts'
import { withAccounts } from './accounts.ts'
import { accounts } from './changes.ts'

const [first, second] = accounts
const file = 'chain/announcements/mill.hex'

/** A validator of mill with a file that its account signed; all validators have accounts. */
const announcing = (text: string): string =>
  withAccounts(accounts)(text).replace(`account: ${second}}`, `account: ${second}, announcement: ${file}}`)

const digitsOf = (account: string): string => bytesToHex(decodeAddress(account)?.publicKey ?? new Uint8Array())

/** As a wallet writes it: version, account, signature, nonce and tip, call, keys, and a proof of no bytes. */
const transaction = (account: string, keys: string): string =>
  `0x41028400${digitsOf(account)}01${'55'.repeat(64)}00040000${'0700'}${keys}00\n`

type Files = Readonly<Record<string, string>>
const keysIn = (files: Files, node: string): string =>
  [...(files[`material/public/${node}.yaml`] ?? '').matchAll(/0x([0-9a-f]{64})/g)].map(([, key]) => key).join('')

const wrong = (message: string, hint: string, at = '43:118'): Case['findings'] => [
  { rule: 'announcement', severity: 'error', at, message, hint },
]

const signAgain =
  'sign session.setKeys again (`chancery substrate session-keys mill/validator1` prints its arguments), or remove the announcement until then'

/** Signed transactions that a Job submits. */
export const announcements: readonly Case[] = [
  {
    name: 'an announcement without an account',
    change: (text) => text.replace(/(mill[\s\S]*?)role: validator\}/, `$1role: validator, announcement: ${file}}`),
    files: () => ({ [file]: '0x84' }),
    findings: wrong('mill/validator1 has an announcement, and no account that signs it', 'set the account', '43:59'),
  },
  {
    name: 'an announcement of a bootnode',
    change: (text) => text.replace('role: bootnode}', `role: bootnode, announcement: ${file}}`),
    files: () => ({ [file]: '0x84' }),
    findings: wrong(
      'farmer/boot1 has an announcement, and is no validator, but has the role bootnode',
      'remove it',
      '38:53',
    ),
  },
  {
    name: 'an announcement that is not there',
    change: announcing,
    findings: [
      {
        rule: 'named-file',
        severity: 'error',
        at: '43:118',
        message: `there is no file ${file}`,
        hint: 'add the file to the repository: the path is relative to the definition',
      },
    ],
  },
  {
    name: 'an announcement that is a phrase',
    change: announcing,
    files: () => ({ [file]: 'bottom drive obey lake' }),
    findings: wrong(`${file} is no transaction`, 'write the signed transaction as "0x" and hexadecimal digits'),
  },
  {
    name: 'an announcement of another account',
    change: announcing,
    keysMade: true,
    files: (files) => ({ [file]: transaction(first, keysIn(files, 'mill/validator1')) }),
    findings: wrong(
      `${file} is not a transaction of ${second}, the account of mill/validator1`,
      'sign session.setKeys with that account (`chancery substrate session-keys mill/validator1` prints its arguments)',
    ),
  },
  {
    name: 'an announcement of keys of another validator',
    change: announcing,
    keysMade: true,
    files: (files) => ({ [file]: transaction(second, keysIn(files, 'shop/validator1')) }),
    findings: wrong(`${file} announces other session keys than mill/validator1 has`, signAgain),
  },
  {
    name: 'an announcement before the keys are made',
    change: (text) => announcing(text).replace('announcement:', 'keyRotation: 1, announcement:'),
    keysMade: true,
    files: (files) => ({ [file]: transaction(second, keysIn(files, 'mill/validator1')) }),
    findings: wrong(
      `${file} announces other session keys than mill/validator1 has after keyRotation 1`,
      signAgain,
      '43:134',
    ),
  },
]

export const acceptedAnnouncements: readonly Case[] = [
  {
    name: 'a transaction of the account with the keys of its validator',
    change: announcing,
    keysMade: true,
    files: (files) => ({ [file]: transaction(second, keysIn(files, 'mill/validator1')) }),
    findings: [],
  },
]
