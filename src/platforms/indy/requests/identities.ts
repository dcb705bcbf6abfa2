import type { KeyRequest } from '../../../material/material.ts'
import type { Path } from '../../../network/finding.ts'
import type { Organization } from '../../../network/network.ts'
import { dumpYaml } from '../../../yaml.ts'
import { isMade } from '../identity-file.ts'
import { identityOf, newSeed } from '../keys/keys.ts'
import { endorsersOf, type IndyNetwork, trusteesOf } from '../network.ts'
import { identityPath, type Office, sealedIdentityPath, seedEntry } from '../places.ts'

const titles: Readonly<Record<Office, string>> = { stewards: 'steward', trustees: 'trustee', endorsers: 'endorser' }

/** Those who hold the keys of an organization that no cluster may have. */
export const holdersOf = ({ stewardRecipients, recoveryRecipients }: Organization): readonly string[] =>
  [...new Set([...stewardRecipients, ...recoveryRecipients])].sort()

/** Stewards, trustees and endorsers whose keys are not in the definition. */
export function identityRequests({ nodes }: IndyNetwork, organization: Organization): KeyRequest[] {
  const own = nodes.filter((node) => node.organization.name === organization.name)
  const request = (office: Office, name: string, path: Path): KeyRequest =>
    identityRequest(organization, office, name, path)
  return [
    ...own.filter((node) => node.own.steward === undefined).map(({ name, path }) => request('stewards', name, path)),
    ...trusteesOf(organization).flatMap((person, at) =>
      isMade(person) ? [request('trustees', person.name, [...organization.path, 'trustees', at])] : [],
    ),
    ...endorsersOf(organization).flatMap((person, at) =>
      isMade(person) ? [request('endorsers', person.name, [...organization.path, 'endorsers', at])] : [],
    ),
  ]
}

function identityRequest(organization: Organization, office: Office, name: string, path: Path): KeyRequest {
  const file = identityPath(organization, office, name)
  const title = titles[office]
  return {
    kind: 'key',
    organization: organization.name,
    label: `${organization.name} ${title}${office === 'stewards' ? ' of' : ''} ${name}`,
    file,
    path,
    sealed: {
      path: sealedIdentityPath(organization, office, name),
      holder: `the stewards of ${organization.name}`,
      namespace: organization.namespace,
      secret: `${name}-${title}`,
      recipients: holdersOf(organization),
    },
    mayBeKept: true,
    make: ({ random }) => {
      const seed = newSeed(random, `${organization.name}/${title} ${name}`)
      return { public: { [file]: dumpYaml(identityOf(seed)) }, private: { [seedEntry]: seed } }
    },
  }
}
