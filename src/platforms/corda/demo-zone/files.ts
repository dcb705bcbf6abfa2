import type { Material } from '../../../material/material.ts'
import { fromPem } from '../../../material/x509/key.ts'
import { type CordaLedgerNode, type CordaNetwork, isValidating, notariesOf, notaryIdentityOf } from '../network.ts'
import { certificatePath, zoneCertificates } from './places.ts'
import { truststoreOf, truststorePassword } from './truststore.ts'

/** Platform version of the network parameters where the definition has none: reference states and signature constraints need it. */
const minimumPlatformVersion = 4

/** Alias by which Corda finds the root: `CORDA_ROOT_CA` in X509Utilities.kt of Corda 4.12. */
const rootAlias = 'cordarootca'

/** The root truststore of a demo zone; undefined before its keys are made. */
export function rootTruststoreOf(map: CordaLedgerNode, material: Material): Buffer | undefined {
  const der = fromPem('CERTIFICATE', material.text(certificatePath(map, 'root')) ?? '')
  return der === undefined ? undefined : truststoreOf({ [rootAlias]: der }, truststorePassword)
}

/** What base/network-map/zone.js reads: certificates, and what the network parameters are to have. */
export const networkMapFiles = (map: CordaLedgerNode, network: CordaNetwork, material: Material) => ({
  ...Object.fromEntries(
    zoneCertificates.flatMap((certificate) => {
      const text = material.text(certificatePath(map, certificate))
      return text === undefined ? [] : [[`${certificate}.pem`, text]]
    }),
  ),
  'zone.json': `${JSON.stringify(parametersOf(network), undefined, 2)}\n`,
})

function parametersOf(network: CordaNetwork): object {
  const [notary] = notariesOf(network)
  return {
    minimumPlatformVersion: network.top.zone.minimumPlatformVersion ?? minimumPlatformVersion,
    ...(notary === undefined
      ? {}
      : { notary: { serviceName: notaryIdentityOf(notary), validating: isValidating(notary) } }),
  }
}
