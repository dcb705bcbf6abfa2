import { isProblem, parseSignatureRule } from '../policy/parse.ts'
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
          ...(endorsementPolicy === undefined ? {} : { endorsementPolicy: endorsement(endorsementPolicy) }),
        })),
        null,
        2,
      )}\n`

/** A separate rule, or a policy of the channel by its path: /Channel/Application/Endorsement. */
const endorsement = (policy: string): object =>
  isProblem(parseSignatureRule(policy)) ? { channelConfigPolicy: policy } : { signaturePolicy: policy }
