/** The commit whose files are applied to a cluster. */
export interface DesiredCommit {
  /** Object name. */
  readonly name: string
  /** The relation of another commit to it. */
  relationTo(commit: string): Promise<CommitRelation>
}

/** `contained`: its history has that commit, or both are the same. `unknown`: the clone lacks the history. */
export type CommitRelation = 'contained' | 'newer' | 'apart' | 'unknown'

export interface OlderCommit {
  readonly message: string
  readonly hint: string
}

/** What is wrong when the desired commit does not contain `recorded`, the last applied one; undefined otherwise. */
export async function olderThan(
  recorded: string,
  { name, relationTo }: DesiredCommit,
): Promise<OlderCommit | undefined> {
  const relation = await relationTo(recorded)
  if (relation === 'contained') return undefined
  const [has, here] = [`the cluster has commit ${short(recorded)}`, short(name)]
  return {
    message: {
      newer: `${has}, which is newer than the commit here, ${here}`,
      apart: `${has}, which the commit here, ${here}, does not contain`,
      unknown: `${has}; this clone lacks the history to tell whether the commit here, ${here}, contains it`,
    }[relation],
    hint: {
      newer: 'check out the newest commit; to undo a change, revert it in a commit',
      apart: 'merge the two, so that no change of the other one is lost',
      unknown:
        'fetch the whole history: in a workflow, actions/checkout with `fetch-depth: 0`; elsewhere `git fetch --unshallow`, or pull',
    }[relation],
  }
}

const short = (commit: string): string => commit.slice(0, 12)
