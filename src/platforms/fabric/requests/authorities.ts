import type { KeyRequest, SealedPlace } from '../../../material/material.ts'
import { newKeyPair, privateKeyPem } from '../../../material/x509/key.ts'
import type { Organization } from '../../../network/network.ts'
import { authorityCertificate } from '../issuing.ts'
import { type FabricNetwork, isOrderer } from '../network.ts'
import { type Authority, authorityKeyEntry, authorityPath, sealedAuthorityPath } from '../places.ts'

const titles: Readonly<Record<Authority, string>> = {
  ca: 'identity authority',
  tlsca: 'TLS authority',
  adminca: 'orderer administration authority',
}

/** Those who may issue certificates of an organization. */
export const issuersOf = ({ issuerRecipients, recoveryRecipients }: Organization): readonly string[] =>
  [...new Set([...issuerRecipients, ...recoveryRecipients])].sort()

export function authorityRequests({ nodes }: FabricNetwork, organization: Organization): KeyRequest[] {
  const hasOrderers = nodes.some((node) => isOrderer(node) && node.organization.name === organization.name)
  const wanted: readonly Authority[] = hasOrderers ? ['ca', 'tlsca', 'adminca'] : ['ca', 'tlsca']
  return wanted.map((authority) => authorityRequest(organization, authority))
}

function authorityRequest(organization: Organization, authority: Authority): KeyRequest {
  const label = `${organization.name} ${titles[authority]}`
  const file = authorityPath(organization.name, authority)
  return {
    kind: 'key',
    organization: organization.name,
    label,
    file,
    path: organization.path,
    sealed: place(organization, authority),
    mayBeKept: true,
    make: (maker) => {
      const key = newKeyPair(maker.random, `key ${label}`)
      return {
        public: { [file]: authorityCertificate(organization, authority, key, maker) },
        private: { [authorityKeyEntry]: privateKeyPem(key) },
      }
    },
  }
}

/** For issuers only: one cluster that is broken into must not be able to issue certificates for all others. */
const place = (organization: Organization, authority: Authority): SealedPlace => ({
  path: sealedAuthorityPath(organization, authority),
  holder: `the issuers of ${organization.name}`,
  namespace: organization.namespace,
  secret: `${organization.name}-${authority}`,
  recipients: issuersOf(organization),
})
