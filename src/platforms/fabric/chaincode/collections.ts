import type { Collection } from '../schema.ts'

/**
 * Private data as `peer lifecycle chaincode approveformyorg --collections-config` reads it (internal/peer/chaincode/common.go).
 * Undefined when there is none.
 */
export const collectionsConfig = (collections: readonly Collection[]): string | undefined =>
  collections.length === 0
    ? undefined
    : `${JSON.stringify(
        collections.map(({ endorsementPolicy, ...collection }) => ({
          ...collection,
          ...(endorsementPolicy === undefined ? {} : { endorsementPolicy: { signaturePolicy: endorsementPolicy } }),
        })),
        null,
        2,
      )}\n`
