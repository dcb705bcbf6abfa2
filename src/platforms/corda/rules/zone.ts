import { createHash } from 'node:crypto'
import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { error, warning } from '../../problem.ts'
import { readKeyStore } from '../key-store.ts'
import type { CordaNetwork } from '../network.ts'
import { truststoresOf } from '../zone-files.ts'

/** The network services of a zone without TLS: anyone on the way could answer for them. */
export const zoneProblems = ({ top: { zone } }: CordaNetwork): Problem[] =>
  (['doorman', 'networkMap'] as const)
    .filter((field) => !zone.demo && zone[field].startsWith('http:'))
    .map((field) =>
      warning(
        'zone',
        `${field} is reached without TLS: others on the way see requests, and can hold back answers`,
        'use its https URL, with servicesTruststore for a certificate of a private authority',
        ['zone', field],
      ),
    )

/** Aliases by which Corda finds root certificates: `CORDA_ROOT_CA` in X509Utilities.kt. */
const rootAlias = 'cordarootca'

/** Truststores are what the definition says, and what Corda reads. Files that are missing, or have a private key, are reported for every ledger. */
export const truststoreProblems = (network: CordaNetwork, material: Material): Problem[] =>
  truststoresOf(network).flatMap(({ field, file, sha256 }) => {
    const bytes = material.bytes(file)
    if (bytes === undefined) return []
    const path = ['zone', field]
    const digest = createHash('sha256').update(bytes).digest('hex')
    if (digest !== sha256)
      return [
        error(
          'truststore',
          `${file} has the SHA-256 ${digest}, not that of the definition`,
          'ask the operator of the zone which is right: the file decides whom nodes trust',
          [...path, 'sha256'],
        ),
      ]
    return contentProblems(file, bytes, field === 'rootTruststore').map(({ message, hint }) =>
      error('truststore', message, hint, [...path, 'file']),
    )
  })

function contentProblems(
  file: string,
  bytes: Uint8Array,
  isRoot: boolean,
): readonly { readonly message: string; readonly hint: string }[] {
  const store = readKeyStore(bytes)
  if (store === undefined)
    return [
      {
        message: `${file} is no Java key store (JKS): ${isRoot ? 'Corda reads no other' : 'Java reads no other without its password'}`,
        hint: 'convert it: keytool -importkeystore -srckeystore FILE -destkeystore NEW -deststoretype JKS',
      },
    ]
  return isRoot && ![...store.certificates.keys()].some((alias) => alias.startsWith(rootAlias))
    ? [
        {
          message: `${file} has no certificate with an alias that begins with "${rootAlias}": Corda finds no root in it`,
          hint: 'import the root certificate again: keytool -importcert -alias cordarootca -storetype JKS',
        },
      ]
    : []
}
