import { type Holder, holder } from '../material/sops-tool.ts'

/** A definition after the first step of the template's README: each cluster has an age key of its own. */
export interface FilledIn {
  readonly definition: string
  /** Who can decrypt what is for a cluster, in the order of the clusters. */
  readonly holders: readonly Holder[]
}

/** Makes an age key for each `age1…` of a definition, also where the line is commented out, as in the template. */
export async function filledIn(definition: string): Promise<FilledIn> {
  const wanted = definition.replace(/^( +)# ((?:issuerR|r)ecipients: \[age1…\])/gm, '$1$2')
  const holders = await Promise.all(Array.from(wanted.matchAll(/age1…/g), holder))
  const [first, ...others] = wanted.split('age1…')
  return {
    holders,
    definition: others.reduce((text, rest, at) => `${text}${holders[at]?.recipient}${rest}`, first ?? ''),
  }
}
