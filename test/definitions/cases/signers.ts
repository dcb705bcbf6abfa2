import type { Case } from '../case.ts'

const alice = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILC+epRkyoMz9q8OyrQEOqZj/7PK5pTmRYxxYpVAu0v/ alice@carrier.example'
const bob = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOPwEQTvOnh+LaeiZN9Gjwx3RDDSSuceyWqHYlXYNyWo bob'
/** The same point as alice's, as a security key has it. */
const security =
  'sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAILC+epRkyoMz9q8OyrQEOqZj/7PK5pTmRYxxYpVAu0v/AAAABHNzaDo= key'

const signing = (...signers: readonly string[]): NonNullable<Case['change']> => [
  ['- name: carrier\n    cluster: us\n', `- name: carrier\n    cluster: us\n    signers: ${JSON.stringify(signers)}\n`],
]

const make = 'make one with `ssh-keygen -t ed25519`, and write the line of its .pub file'

const refused = (name: string, signer: string, message: string, shown: string): Case => ({
  name,
  change: signing(signer),
  findings: [
    {
      rule: 'schema',
      severity: 'error',
      at: '36:15',
      message: `organizations[carrier].signers[0] ${message}, got ${JSON.stringify(shown)}`,
    },
  ],
})

const secret = (name: string, signer: string, what: string): Case => ({
  name,
  secret: signer.slice(40, 70),
  change: signing(signer),
  findings: [
    {
      rule: 'plain-secret',
      severity: 'error',
      at: '36:15',
      message: `${what} in plain text`,
      hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
    },
  ],
})

/** The beginning of a key of OpenSSH: it opens nothing. */
const body = 'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW'

/** Who signs for organizations. */
export const signers: readonly Case[] = [
  refused(
    'a key of RSA signs',
    'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQCurtVwFLbahbkfkE92pj+K alice',
    `must be an Ed25519 key, not ssh-rsa: ${make}`,
    'ssh-rsa AAAAB3NzaC1yc2EA…',
  ),
  refused(
    'a key of ECDSA signs',
    'ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTY=',
    `must be an Ed25519 key, not ecdsa-sha2-nistp256: ${make}`,
    'ecdsa-sha2-nistp256 AAAA…',
  ),
  refused(
    'a certificate of SSH signs',
    'ssh-ed25519-cert-v01@openssh.com AAAAIHNzaC1lZDI1NTE5LWNlcnQtdjAx',
    `must be an Ed25519 key, not ssh-ed25519-cert-v01@openssh.com: ${make}`,
    'ssh-ed25519-cert-v01@ope…',
  ),
  refused(
    'a signer has a character less',
    alice.replace('KpZj', 'KpZ').replace('OqZj', 'OqZ'),
    'is not a complete ssh-ed25519 key: a character is missing or mistyped',
    'ssh-ed25519 AAAAC3NzaC1l…',
  ),
  refused(
    'a signer says that it is of another type',
    alice.replace('ssh-ed25519', 'sk-ssh-ed25519@openssh.com'),
    'is not a complete sk-ssh-ed25519@openssh.com key: a character is missing or mistyped',
    'sk-ssh-ed25519@openssh.c…',
  ),
  refused('two signers on one line', `${alice} ${bob}`, `must be one key: ${make}`, 'ssh-ed25519 AAAAC3NzaC1l…'),
  refused(
    'a name signs',
    'alice@carrier.example',
    `must be an SSH public key such as "ssh-ed25519 AAAA… name": ${make}`,
    'alice@carrier.example',
  ),
  secret(
    'a private key signs',
    `-----BEGIN OPENSSH PRIVATE KEY-----\n${body}\n-----END OPENSSH PRIVATE KEY-----`,
    'a PEM private key',
  ),
  secret('the body of a private key signs', body, 'an OpenSSH private key'),
  {
    name: 'one signer twice, with other comments',
    change: signing(alice, alice.replace('alice@carrier.example', 'me')),
    findings: [
      {
        rule: 'duplicate-signer',
        severity: 'error',
        at: '36:120',
        message: 'organization carrier has the same signer twice',
        hint: 'remove one of the two: one signature of any signer is enough',
      },
    ],
  },
  {
    name: 'one signer for two organizations',
    change: (good) =>
      good
        .replace('cluster: eu\n    nodes:', `cluster: eu\n    signers: ["${bob}"]\n    nodes:`)
        .replace('cluster: us\n    nodes:', `cluster: us\n    signers: ["${alice}", "${bob}"]\n    nodes:`),
    findings: [
      {
        rule: 'shared-signer',
        severity: 'warning',
        at: '31:15',
        message: 'organizations carrier and manufacturer have the same signer: the owner of its key agrees for both',
        hint: 'use a separate key for each organization, unless both are the same party',
      },
    ],
  },
]

export const acceptedSigners: readonly Case[] = [
  { name: 'two signers, and a security key', change: signing(alice, bob, security), findings: [] },
]
