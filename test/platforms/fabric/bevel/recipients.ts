import { holder } from '../../../material/sops-tool.ts'

type Fields = Readonly<Record<string, unknown>>

/** A definition with the recipients that only people know. */
export async function recipientsFor(definition: Fields): Promise<Fields> {
  const each = async (list: unknown, key: string): Promise<Fields[]> =>
    Promise.all(
      (list as readonly Fields[]).map(async (one) => ({ ...one, [key]: [(await holder()).recipient] })), // of the import
    )
  return {
    ...definition,
    clusters: await each(definition.clusters, 'recipients'),
    organizations: await each(definition.organizations, 'issuerRecipients'),
  }
}
