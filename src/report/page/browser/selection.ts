/** Something of the network that a person looks at. */
export interface Subject {
  readonly kind: 'node' | 'organization' | 'cluster' | 'ambassador'
  /** Name of an organization or cluster; `organization/node` of a node, ours or not; the cluster of an Ambassador. */
  readonly name: string
}

export const sameSubject = (a: Subject | undefined, b: Subject | undefined): boolean =>
  a?.kind === b?.kind && a?.name === b?.name

/** What is selected and what is taken as failed, and who wants to know of changes. */
export class State {
  #selected: Subject | undefined
  #failed: Subject | undefined
  readonly #listeners: ((state: State) => void)[] = []

  get selected(): Subject | undefined {
    return this.#selected
  }

  get failed(): Subject | undefined {
    return this.#failed
  }

  select(subject: Subject | undefined): void {
    this.#selected = subject
    this.#tell()
  }

  fail(subject: Subject | undefined): void {
    this.#failed = subject
    this.#tell()
  }

  onChange(listener: (state: State) => void): void {
    this.#listeners.push(listener)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener(this)
  }
}
