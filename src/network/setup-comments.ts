import type { KeyHolders } from './key-holders.ts'

/** Comments of a definition that other data was made into, where only people know the value. */

/** At the domain of a cluster. */
export const domainComment = (domain: string, isKnown: boolean): string =>
  isKnown ? `*.${domain} must resolve to this cluster's Ambassador` : 'put your DNS domain here'

/** At the address of a cluster. */
export const addressComment = "the IP address of this cluster's Ambassador"

/** At the absent recipients of a cluster. */
export const recipientsComment =
  "recipients: [age1…] # who can decrypt this cluster's keys: the public half of its age key"

/** At the absent recipients of people with keys that no cluster may have. */
export const holderRecipientsComment = ({ field, comment }: KeyHolders): string =>
  `${field}: [age1…] # ${comment}: a separate age key, never a cluster's`

/** At the name of a network. */
export const namespacesComment = (name: string, organizations: readonly string[]): string =>
  `part of every namespace: ${organizations
    .slice(0, 2)
    .map((organization) => `${name}-${organization}`)
    .join(', ')}${organizations.length > 2 ? ', …' : ''}`
