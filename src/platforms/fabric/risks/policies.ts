import type { Risk } from '../../../network/risk.ts'
import { agreeing } from '../../../words.ts'
import { type WeakerPolicy, weakerPolicies, weakerPolicyText } from '../channel/weaker-policies.ts'
import { definedConfig } from './defined-config.ts'
import { type KeptChannel, keptChannels } from './kept-channels.ts'
import type { FabricRevision } from './revision.ts'

/** Policies and access rules of channels that somebody can satisfy now and could not before. */
export const policyRisks = (before: FabricRevision, after: FabricRevision): Risk[] =>
  keptChannels(before, after).flatMap((kept) => {
    const weaker = weakerPolicies(definedConfig(before, kept.was), definedConfig(after, kept.is))
      // Who orders has risks of its own.
      .filter(({ what }) => what !== 'policy Orderer/BlockValidation')
    const isAccess = ({ what }: WeakerPolicy): boolean => what.startsWith('access to ')
    return [
      ...risk(
        'channel-policy-weakened',
        kept,
        weaker.filter((one) => !isAccess(one)),
      ),
      ...risk('acl-weakened', kept, weaker.filter(isAccess)),
    ]
  })

function risk(id: string, { was, path }: KeptChannel, weaker: readonly WeakerPolicy[]): Risk[] {
  if (weaker.length === 0) return []
  return [
    {
      id,
      severity: 'danger',
      subject: was.name,
      message: `channel ${was.name} is to ask less: ${agreeing(weaker.length, 'this', 'each of these')} can be satisfied by some who cannot today: ${weaker.map(weakerPolicyText).join('; ')}`,
      hint: `be sure that every member wants it; the channel takes it up by an update that they sign (\`chancery channel update ${was.name}\`)`,
      path,
    },
  ]
}
