import type { Path } from '../../../network/finding.ts'
import type { Risk } from '../../../network/risk.ts'
import { conditionAt } from '../channel/conditions.ts'
import type { ConfigGroup } from '../channel/config-group.ts'
import type { Condition } from '../policy/condition.ts'
import { isProblem, parseSignatureRule } from '../policy/parse.ts'
import { weakening, weakeningText } from '../policy/weakening.ts'
import type { Chaincode, Collection } from '../schema.ts'
import { definedConfig } from './defined-config.ts'
import type { KeptChaincode } from './kept-chaincodes.ts'
import type { FabricRevision } from './revision.ts'

const inherited = '/Channel/Application/Endorsement'

/** Endorsement that some can give alone now and could not before: of a chaincode, and of each of its collections. */
export function endorsementRisks(
  before: FabricRevision,
  after: FabricRevision,
  { was, is, channels, path }: KeptChaincode,
): Risk[] {
  const [old, now] = [definedConfig(before, channels.was), definedConfig(after, channels.is)]
  const id = `${is.channel}/${is.name}`
  const known = new Map(was.collections.map((collection) => [collection.name, collection]))
  return [
    ...weakened({ what: `chaincode ${is.name}`, subject: id, path }, [policyOf(was), old], [policyOf(is), now]),
    ...is.collections.flatMap((collection, at): Risk[] => {
      const before = known.get(collection.name)
      const place = {
        what: `collection ${collection.name} of chaincode ${is.name}`,
        subject: `${id}/${collection.name}`,
      }
      // One without a policy of its own goes with its chaincode.
      return before === undefined || (before.endorsementPolicy ?? collection.endorsementPolicy) === undefined
        ? []
        : weakened(
            { ...place, path: [...path, 'collections', at] },
            [policyOf(was, before), old],
            [policyOf(is, collection), now],
          )
    }),
  ]
}

/** Text of a policy: of a collection, or else of its chaincode, or else of the channel. */
const policyOf = (chaincode: Chaincode, collection?: Collection): string =>
  collection?.endorsementPolicy ?? chaincode.endorsementPolicy ?? inherited

type Policy = readonly [text: string, channel: ConfigGroup]

function weakened(
  { what, subject, path }: { readonly what: string; readonly subject: string; readonly path: Path },
  before: Policy,
  after: Policy,
): Risk[] {
  const weaker = weakening(conditionFor(before), conditionFor(after))
  if (weaker === undefined) return []
  const change = before[0] === after[0] ? `${after[0]}, of fewer or other members` : `${before[0]} → ${after[0]}`
  return [
    {
      id: 'endorsement-weakened',
      severity: 'danger',
      subject,
      message: `others can now endorse ${what}: ${weakeningText(weaker)} (${change}). Their endorsements are valid for all`,
      hint: 'ask every member of the channel to confirm',
      path,
    },
  ]
}

/** What cannot be read is a separate error. */
function conditionFor([text, channel]: Policy): Condition {
  if (text.startsWith('/')) return conditionAt(channel, text)
  const rule = parseSignatureRule(text)
  return isProblem(rule) ? conditionAt(channel, inherited) : rule
}
