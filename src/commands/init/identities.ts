import { OperatorError } from '../../errors.ts'
import { type IdentityFile, newIdentity, recipientOfFile } from '../../material/identity-file.ts'
import type { KeyHolders } from '../../network/key-holders.ts'
import type { ReadableFiles } from '../../repository/files.ts'
import type { Answers, ClusterAnswer, OrganizationAnswer, RepositoryFacts } from '../../starter/answers.ts'
import type { InitPorts } from '../ports.ts'

/** Git ignores the folder, whatever the repository's own .gitignore has. */
const identityFolder = '.age'

/** Who an age key is for. */
export type Holder =
  | { readonly kind: 'cluster'; readonly name: string }
  /** The people of an organization. */
  | { readonly kind: 'organization'; readonly name: string; readonly people: KeyHolders }

/** An age key of a new network. */
export type Identity = Holder & {
  readonly path: string
  readonly recipient: string
  /** Undefined when the file is there already. */
  readonly made?: IdentityFile
}

/** Who has no recipient yet. */
export function lackingRecipients({ platform, clusters, organizations }: RepositoryFacts): readonly Holder[] {
  const { keyHolders } = platform.definition
  return [
    ...clusters
      .filter(({ recipients }) => recipients.length === 0)
      .map(({ name }) => ({ kind: 'cluster' as const, name })),
    ...organizations.flatMap(({ name, holderRecipients }) =>
      keyHolders === undefined || holderRecipients.length > 0
        ? []
        : [{ kind: 'organization' as const, name, people: keyHolders }],
    ),
  ]
}

/** A name for files. No cluster can have a name that begins with that of these people. */
export const fileNameOf = (holder: Holder): string =>
  holder.kind === 'cluster' ? holder.name : `${holder.people.people}-${holder.name}`

const pathOf = (holder: Holder): string => `${identityFolder}/${fileNameOf(holder)}.txt`

/** The age keys of holders: those of an earlier run, and new ones, of which nothing is written yet. */
export async function identitiesFor(
  holders: readonly Holder[],
  { files, random, now }: Pick<InitPorts, 'random' | 'now'> & { readonly files: ReadableFiles },
): Promise<readonly Identity[]> {
  return Promise.all(
    holders.map(async (holder): Promise<Identity> => {
      const path = pathOf(holder)
      const text = await files.read(path)
      if (text === undefined) {
        const made = await newIdentity(path, random, now())
        return { ...holder, path, recipient: made.recipient, made }
      }
      const recipient = await recipientOfFile(text)
      if (recipient === undefined)
        throw new OperatorError(`${path} has no age identity`, `move it away, or put the output of age-keygen there`)
      return { ...holder, path, recipient }
    }),
  )
}

type RecipientsOf = (kind: Holder['kind'], name: string) => readonly string[]

/** Answers with these in the place of recipients that are missing. */
function filledIn(answers: Answers, recipientsOf: RecipientsOf): Answers {
  const [cluster, ...clusters] = answers.clusters
  const [organization, ...organizations] = answers.organizations
  const ofCluster = (one: ClusterAnswer): ClusterAnswer => ({
    ...one,
    recipients: one.recipients.length > 0 ? one.recipients : recipientsOf('cluster', one.name),
  })
  const ofOrganization = (one: OrganizationAnswer): OrganizationAnswer => ({
    ...one,
    holderRecipients: one.holderRecipients.length > 0 ? one.holderRecipients : recipientsOf('organization', one.name),
  })
  return {
    ...answers,
    clusters: [ofCluster(cluster), ...clusters.map(ofCluster)],
    organizations: [ofOrganization(organization), ...organizations.map(ofOrganization)],
  }
}

/** Answers with the public halves of identities. */
export const withRecipients = (answers: Answers, identities: readonly Identity[]): Answers =>
  filledIn(answers, (kind, name) =>
    identities.filter((one) => one.kind === kind && one.name === name).map(({ recipient }) => recipient),
  )

/** Answers with the recipients of a definition that exists. */
export const withKnownRecipients = (answers: Answers, { clusters, organizations }: RepositoryFacts): Answers =>
  filledIn(answers, (kind, name) =>
    kind === 'cluster'
      ? (clusters.find((one) => one.name === name)?.recipients ?? [])
      : (organizations.find((one) => one.name === name)?.holderRecipients ?? []),
  )

/** Writes those that are new. */
export async function writeIdentities(identities: readonly Identity[], { writeSecret }: InitPorts): Promise<void> {
  const made = identities.flatMap(({ path, made }) => (made === undefined ? [] : [{ path, text: made.text }]))
  if (made.length > 0) await writeSecret(`${identityFolder}/.gitignore`, '*\n')
  for (const { path, text } of made) await writeSecret(path, text)
}
