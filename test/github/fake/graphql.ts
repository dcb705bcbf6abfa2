import { schema as published } from '@octokit/graphql-schema'
import { buildSchema, GraphQLError, graphql } from 'graphql'
import type { Bare, FileChanges } from './bare.ts'

/** GitHub's published schema: https://github.com/octokit/graphql-schema */
const schema = buildSchema(published.idl, { assumeValid: true })

export interface GraphqlAnswer {
  readonly data?: unknown
  readonly errors?: readonly { readonly type: string | undefined; readonly message: string }[]
}

/** Undefined for what stands for a reference that is not there. */
const nameOf = (object: string): string | undefined => (object === '0'.repeat(40) ? undefined : object)

interface CommitInput {
  readonly branch: { readonly repositoryNameWithOwner: string; readonly branchName: string }
  readonly expectedHeadOid: string
  readonly message: { readonly headline: string; readonly body?: string }
  readonly fileChanges: FileChanges
}

interface RefsInput {
  readonly repositoryId: string
  readonly refUpdates: readonly { name: string; beforeOid?: string; afterOid: string; force: boolean }[]
}

/** Answers as GitHub does. What the schema does not have, in the question or the answer, is an error without a type. */
export async function answerGraphql(
  bare: Bare,
  { query, variables }: { readonly query: string; readonly variables?: Readonly<Record<string, unknown>> },
): Promise<GraphqlAnswer> {
  const rootValue = {
    repository: ({ owner, name }: { owner: string; name: string }) => {
      if (`${owner}/${name}` !== fullName)
        throw refusal('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`)
      return { id: repositoryId }
    },
    createCommitOnBranch: ({ input }: { input: CommitInput }) => createCommit(bare, input),
    updateRefs: ({ input }: { input: RefsInput }) => updateRefs(bare, input),
  }
  const result = await graphql({ schema, source: query, rootValue, variableValues: variables ?? {} })
  if (result.errors === undefined) return { data: result.data }
  const errors = result.errors.map(({ message, extensions, path }) => ({
    message,
    type: extensions.type as string | undefined, // put there by refusal()
    ...(path === undefined ? {} : { path }),
  }))
  return { data: result.data ?? null, errors }
}

export const fullName = 'octo-org/network'
const repositoryId = 'R_kgDOfake'

const refusal = (type: string, message: string): GraphQLError => new GraphQLError(message, { extensions: { type } })

async function createCommit(bare: Bare, input: CommitInput) {
  const { branchName, repositoryNameWithOwner } = input.branch
  const head = repositoryNameWithOwner === fullName ? await bare.commitOf(branchName) : undefined
  if (head === undefined) throw refusal('NOT_FOUND', `Could not resolve to a Branch with the name '${branchName}'.`)
  // https://github.com/ministryofjustice/modernisation-platform/issues/11985
  const stale = refusal(
    'STALE_DATA',
    `Expected branch to point to "${input.expectedHeadOid}" but it did not.  Pull and try again.`,
  )
  if (head !== input.expectedHeadOid) throw stale
  const { headline, body } = input.message
  const commit = await bare.commit(head, body ? `${headline}\n\n${body}` : headline, input.fileChanges)
  if (!(await bare.move(`refs/heads/${branchName}`, head, commit))) throw stale
  return { commit: { oid: commit } }
}

async function updateRefs(bare: Bare, { repositoryId: id, refUpdates }: RefsInput) {
  if (id !== repositoryId) throw refusal('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`)
  for (const { name, beforeOid, afterOid, force } of refUpdates) {
    const after = nameOf(afterOid)
    // Who names no value before takes any.
    const before = beforeOid === undefined ? await bare.commitOf(name.replace(/^refs\/heads\//, '')) : nameOf(beforeOid)
    if (!force && before !== undefined && after !== undefined && (await bare.compare(before, after)).behind > 0)
      throw refusal('UNPROCESSABLE', 'Update is not a fast forward')
    if (!(await bare.move(name, before, after)))
      throw refusal('UNPROCESSABLE', `A reference is at another commit than expected: ${name}`)
  }
  return { clientMutationId: null }
}
