import { holderRecipients } from '../network/key-holders.ts'
import type { Network } from '../network/network.ts'
import type { Platform } from '../platforms/platform.ts'
import type { Answers, RepositoryFacts } from './answers.ts'

/** By name, as in a network that was read: files do not depend on an order. */
const sorted = <Named extends { readonly name: string }>(items: readonly Named[]): readonly Named[] =>
  items.toSorted((a, b) => (a.name < b.name ? -1 : 1))

/** What files depend on, of a definition that exists. */
export const factsOf = ({ name, clusters, organizations }: Network, platform: Platform): RepositoryFacts => ({
  name,
  platform,
  clusters: sorted(clusters),
  organizations: sorted(
    organizations.map((organization) => ({
      name: organization.name,
      holderRecipients: holderRecipients(organization, platform.definition),
    })),
  ),
})

/** The same, of a new one. */
export const factsOfAnswers = ({ name, platform, clusters, organizations }: Answers): RepositoryFacts => ({
  name,
  platform,
  clusters: sorted(clusters),
  organizations: sorted(organizations),
})
