import { createPrivateKey } from 'node:crypto'
import { p256 } from '@noble/curves/nist.js'
import { OperatorError } from '../../../errors.ts'
import { issueCertificate } from '../../../material/x509/certificate.ts'
import { newKeyPair, readPrivateKeyPem } from '../../../material/x509/key.ts'
import { certificatesIn, readCertificate } from '../../../material/x509/read.ts'
import type { Organization } from '../../../network/network.ts'
import type { CommandInput } from '../../command.ts'
import { agentCertificate, authorityCertificate } from '../certificates.ts'
import { leafName } from '../issuing.ts'
import { administersItself } from '../network.ts'
import { administrator, authorityKeyEntry, keyEntries, sealedAgentPath, sealedAuthorityPath } from '../places.ts'
import type { FabricNode, FabricTop } from '../schema.ts'

/** Who signs for an organization, and where the key comes from, for people. */
export interface AdministratorKey {
  readonly certificate: string
  readonly privateKey: Uint8Array
  readonly source: string
}

type Input = CommandInput<FabricTop, FabricNode>

/**
 * A key that signs as an administrator of an organization: the one of `--key`; or that of one of its administrators in clusters, which
 * the age keys of those clusters and of its recovery open, the home cluster's first; or a new one, certified by its authority for an hour,
 * whose key its issuers open. Throws an OperatorError that says what was tried.
 */
export async function administratorKey(organization: Organization, input: Input): Promise<AdministratorKey> {
  const { key, certificate } = input
  if (key !== undefined && certificate !== undefined) return givenKey(key, certificate, input)
  if (key !== undefined || certificate !== undefined)
    throw new OperatorError(
      key === undefined ? '--certificate needs --key' : '--key needs --certificate',
      'set both: the files with the private key and the certificate of an administrator, as PEM',
    )
  const tried: string[] = []
  for (const { path, take } of [...clusterAttempts(organization, input), issuerAttempt(organization, input)]) {
    const found = await take().catch((error: unknown) => {
      if (!(error instanceof OperatorError)) throw error
      return error.message
    })
    if (typeof found !== 'string') return found
    tried.push(`${path} (${found})`)
  }
  throw new OperatorError(
    `no available key can sign for ${organization.name}: ${tried.join('; ')}`,
    "pass the private key and certificate of an administrator (--key, --certificate), or set SOPS_AGE_KEY or SOPS_AGE_KEY_FILE to the age key of the organization's recovery, of its issuers or of one of its clusters",
  )
}

async function givenKey(keyFile: string, certificateFile: string, { read }: Input): Promise<AdministratorKey> {
  const privateKey = privateKeyOf(keyFile, Buffer.from(await read(keyFile)).toString())
  // Alone, as it becomes part of the signature: some have the key in the same file.
  const [certificate = ''] = certificatesIn(Buffer.from(await read(certificateFile)).toString())
  const content = readCertificate(certificate)
  if (content === undefined)
    throw new OperatorError(`${certificateFile} is not a certificate`, 'give one as PEM: -----BEGIN CERTIFICATE-----')
  const publicKey = Buffer.from(p256.getPublicKey(privateKey, false))
  if (!publicKey.equals(content.publicKey))
    throw new OperatorError(
      `${certificateFile} is not the certificate of ${keyFile}`,
      'pass a matching key and certificate',
    )
  return { certificate, privateKey, source: keyFile }
}

/** As OpenSSL and fabric-ca write keys of P-256: PKCS #8 or SEC 1. What was read is never repeated. */
function privateKeyOf(file: string, pem: string): Uint8Array {
  const hint = 'pass an unencrypted P-256 key as PEM: `openssl ec -in FILE` decrypts one'
  try {
    const { crv, d } = createPrivateKey(pem).export({ format: 'jwk' })
    if (crv === 'P-256' && d !== undefined) return Buffer.from(d, 'base64url')
  } catch {
    throw new OperatorError(`${file} is not a readable private key`, hint)
  }
  throw new OperatorError(`${file} is not a P-256 key`, hint)
}

/** A sealed file, and how a key comes from it. Rejects with an OperatorError. */
interface Attempt {
  readonly path: string
  take(): Promise<AdministratorKey>
}

function clusterAttempts(organization: Organization, { network, material, open }: Input): Attempt[] {
  if (administersItself(organization)) return []
  const { name, cluster: home } = organization
  const clusters = new Set(
    network.nodes.filter((node) => node.organization.name === name).map(({ cluster }) => cluster.name),
  )
  return [...clusters]
    .sort((a, b) => Number(b === home) - Number(a === home))
    .map((cluster): Attempt => {
      const agent = administrator(cluster)
      const path = sealedAgentPath(cluster, name, agent)
      const take = async (): Promise<AdministratorKey> => {
        const key = readPrivateKeyPem((await open(path))[keyEntries.sign] ?? '')
        if (key === undefined)
          throw new OperatorError('it has no private key of an administrator', 'restore it from Git')
        const certificate = agentCertificate(name, agent, 'sign', material)
        return { certificate, privateKey: key.privateKey, source: path }
      }
      return { path, take }
    })
}

const hour = 60 * 60 * 1000

const issuerAttempt = (organization: Organization, input: Input): Attempt => {
  const path = sealedAuthorityPath(organization, 'ca')
  return { path, take: () => issuedKey(path, organization, input) }
}

async function issuedKey(
  path: string,
  organization: Organization,
  { material, open, random, now }: Input,
): Promise<AdministratorKey> {
  const key = readPrivateKeyPem((await open(path))[authorityKeyEntry] ?? '')
  const authority = readCertificate(authorityCertificate(organization.name, 'ca', material))
  if (key === undefined || authority === undefined)
    throw new OperatorError('it has no key of an authority', 'restore it from Git')
  const own = newKeyPair(random, `signing key of ${organization.name}`)
  const certificate = issueCertificate(
    {
      subject: leafName(organization, 'administrator-signing', 'admin'),
      purpose: { kind: 'identity' },
      publicKey: own.publicKey,
      serialNumber: random(`serial number of the signing key of ${organization.name}`, 16),
      notBefore: new Date(now.getTime() - hour),
      notAfter: new Date(now.getTime() + hour),
    },
    { key, certificate: authority },
  )
  return { certificate, privateKey: own.privateKey, source: `a certificate for an hour, issued with ${path}` }
}
