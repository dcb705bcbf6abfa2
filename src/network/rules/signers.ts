import type { Problem } from '../finding.ts'
import type { Network } from '../network.ts'
import { withoutComment } from '../ssh-public-key.ts'

/** Signers of organizations: each key once, and for one organization. */
export function signerProblems(network: Network): Problem[] {
  const owners = new Map<string, string>()
  return network.organizations.flatMap(({ name, signers, path }) => {
    const own = new Set<string>()
    return signers.flatMap((signer, at): Problem[] => {
      const key = withoutComment(signer)
      const place = [...path, 'signers', at]
      if (own.has(key))
        return [
          {
            rule: 'duplicate-signer',
            severity: 'error',
            message: `organization ${name} has the same signer twice`,
            hint: 'remove one of the two: one signature of any signer is enough',
            path: place,
          },
        ]
      own.add(key)
      const other = owners.get(key)
      owners.set(key, name)
      return other === undefined
        ? []
        : [
            {
              rule: 'shared-signer',
              severity: 'warning',
              message: `organizations ${other} and ${name} have the same signer: the owner of its key agrees for both`,
              hint: 'use a separate key for each organization, unless both are the same party',
              path: place,
            },
          ]
    })
  })
}
