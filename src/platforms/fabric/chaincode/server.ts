import type { Material } from '../../../material/material.ts'
import type { Organization } from '../../../network/network.ts'
import { authorityCertificate } from '../certificates.ts'
import { labelOf } from '../network.ts'
import type { Chaincode } from '../schema.ts'
import { type ChaincodePackage, packageOf } from './package.ts'

/** What a name of a Job's kind may have: the render tree has a folder of this name beside those of Jobs. */
const longest = 52

/**
 * Name of the objects that run a chaincode, and its host for peers, which are in the same namespace. Each release has its own:
 * the channel uses the one before until it has agreed on the next.
 */
export const serverName = (chaincode: Chaincode): string =>
  `chaincode-${labelOf(chaincode)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')}`
    .slice(0, longest)
    .replace(/-+$/, '')

/** What an organization's peers install. All organizations have the same, but with TLS, where each has a separate root. */
export const packageFor = (chaincode: Chaincode, organization: Organization, material: Material): ChaincodePackage =>
  packageOf(
    labelOf(chaincode),
    {
      address: `${serverName(chaincode)}:${chaincode.port}`,
      ...(chaincode.tls ? { rootCertificate: authorityCertificate(organization.name, 'tlsca', material) } : {}),
    },
    chaincode.indexes,
  )
