import type { Path } from '../../../network/finding.ts'
import type { Risk } from '../../../network/risk.ts'
import { agreeing, listed } from '../../../words.ts'
import { isProblem, parseRule } from '../policy/parse.ts'
import { principalsOf } from '../policy/rule.ts'
import type { Collection } from '../schema.ts'
import type { KeptChaincode } from './kept-chaincodes.ts'

/** Private data: who gets to see it, who may write it, how long and how often it is kept. */
export function collectionRisks({ was, is, path }: KeptChaincode): Risk[] {
  const now = new Map(is.collections.map((collection, at) => [collection.name, { collection, at }]))
  const known = new Set(was.collections.map(({ name }) => name))
  return [
    ...was.collections.flatMap((old): Risk[] => {
      const found = now.get(old.name)
      const place = { id: `${is.channel}/${is.name}/${old.name}`, path: [...path, 'collections'] }
      if (found === undefined)
        return [
          risk(
            'collection-changed',
            'danger',
            place,
            `collection ${old.name} of chaincode ${is.name} leaves the definition: Fabric refuses a definition without an existing collection`,
            'restore it',
          ),
        ]
      const own = { ...place, path: [...place.path, found.at] }
      return [...widened(is.name, old, found.collection, own), ...changed(is.name, old, found.collection, own)]
    }),
    ...is.collections.flatMap(({ name, policy }, at): Risk[] =>
      known.has(name)
        ? []
        : [
            risk(
              'collection-changed',
              'caution',
              { id: `${is.channel}/${is.name}/${name}`, path: [...path, 'collections', at] },
              `chaincode ${is.name} gets the collection ${name}: its data is for ${policy}`,
              'nothing, when its members agree',
            ),
          ],
    ),
  ]
}

interface RiskPlace {
  readonly id: string
  readonly path: Path
}

const risk = (
  id: string,
  severity: Risk['severity'],
  { id: subject, path }: RiskPlace,
  message: string,
  hint: string,
): Risk => ({ id, severity, subject, message, hint, path })

function widened(chaincode: string, was: Collection, is: Collection, place: RiskPlace): Risk[] {
  const [old, now] = [membersOf(was.policy), membersOf(is.policy)]
  const added = now.filter((member) => !old.includes(member) && !old.includes(member.replace(/\.\w+$/, '.member')))
  const off = (['memberOnlyRead', 'memberOnlyWrite'] as const).filter((field) => was[field] && !is[field])
  const words = [
    ...(added.length === 0
      ? []
      : [`${listed(added)} ${agreeing(added.length, 'gets', 'get')} the private data (${was.policy} → ${is.policy})`]),
    ...off.map((field) =>
      field === 'memberOnlyRead'
        ? 'clients of other organizations can read private data from members (memberOnlyRead: true → false)'
        : 'clients of other organizations can write private data (memberOnlyWrite: true → false)',
    ),
  ]
  return words.length === 0
    ? []
    : [
        risk(
          'collection-widened',
          'danger',
          place,
          `collection ${is.name} of chaincode ${chaincode}: ${words.join('; ')}`,
          'ask all owners of its data to confirm, as shared data cannot be withdrawn; or make another collection',
        ),
      ]
}

/** An invalid rule is a separate error. */
const membersOf = (policy: string): readonly string[] => {
  const rule = parseRule(policy)
  return isProblem(rule) ? [] : [...new Set(principalsOf(rule).map(({ mspId, role }) => `${mspId}.${role}`))]
}

function changed(chaincode: string, was: Collection, is: Collection, place: RiskPlace): Risk[] {
  const numbers = (['blockToLive', 'requiredPeerCount', 'maxPeerCount'] as const).filter(
    (field) => was[field] !== is[field],
  )
  const gone = membersOf(was.policy).filter((member) => !membersOf(is.policy).includes(member))
  const words = [
    ...numbers.map((field) => `${field} ${was[field]} → ${is[field]}`),
    ...(gone.length === 0 ? [] : [`${listed(gone)} ${agreeing(gone.length, 'gets', 'get')} no new data`]),
    ...(['memberOnlyRead', 'memberOnlyWrite'] as const)
      .filter((field) => !was[field] && is[field])
      .map((field) => `${field} false → true`),
  ]
  if (words.length === 0) return []
  const isPurged = was.blockToLive !== is.blockToLive
  const isLost = is.requiredPeerCount < was.requiredPeerCount || is.maxPeerCount < was.maxPeerCount
  return [
    risk(
      'collection-changed',
      isPurged || isLost ? 'danger' : 'caution',
      place,
      `collection ${is.name} of chaincode ${chaincode}: ${words.join('; ')}${isPurged ? '. Fabric refuses another blockToLive for an existing collection' : ''}${isLost ? '. Fewer peers hold the data of a valid transaction: the loss of one peer loses more data' : ''}`,
      isPurged ? 'restore the old blockToLive; another value needs another collection' : 'ask its members to confirm',
    ),
  ]
}
