import { expect } from 'vitest'
import type { KubernetesObject } from '../../src/cluster/objects.ts'
import { OperatorError } from '../../src/errors.ts'
import { type Keyring, parseIdentities } from '../../src/material/identities.ts'
import { unseal } from '../../src/material/unseal.ts'
import type { Holder } from './sops-tool.ts'

export const keyringOf = (...holders: readonly Holder[]): Promise<Keyring> =>
  parseIdentities(holders.map(({ identity }) => identity).join('\n'), 'SOPS_AGE_KEY')

export interface Refusal {
  readonly message: string
  readonly hint: string
}

/** What is said when the document is not unsealed; none of it may have one of these texts in it. */
export async function refusalOf(
  document: KubernetesObject,
  keyring: Keyring,
  secrets: readonly string[],
): Promise<Refusal | undefined> {
  try {
    await unseal(document, keyring)
    return undefined
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error
    const shown = [error.message, error.hint, error.stack, String(error.cause)].join('\n')
    for (const text of secrets.filter((text) => text !== '')) expect(shown).not.toContain(text)
    return { message: error.message, hint: error.hint }
  }
}
