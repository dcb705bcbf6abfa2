import { groupBy } from '../../../group-by.ts'
import type { Risk } from '../../../network/risk.ts'
import { listed } from '../../../words.ts'
import { type WeakerPolicy, weakerPolicies } from '../channel/weaker-policies.ts'
import { weakeningText } from '../policy/weakening.ts'
import { definedConfig } from './defined-config.ts'
import { type KeptChannel, keptChannels } from './kept-channels.ts'
import type { FabricRevision } from './revision.ts'

/** Policies and access rules of channels that somebody can satisfy now and could not before. */
export const policyRisks = (before: FabricRevision, after: FabricRevision): Risk[] =>
  keptChannels(before, after).flatMap((kept) => {
    const weaker = weakerPolicies(definedConfig(before, kept.was), definedConfig(after, kept.is))
      // Who orders has separate risks.
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
      message: `policies of channel ${was.name} become weaker: ${byWhom(weaker)}`,
      hint: `ask every member to confirm; the change needs an update that members sign (\`chancery channel update ${was.name}\`)`,
      path,
    },
  ]
}

/** Policies that the same can satisfy are named together. */
const byWhom = (weaker: readonly WeakerPolicy[]): string =>
  [...groupBy(weaker, ({ who }) => weakeningText(who))]
    .map(([who, same]) => `${listed(same.map(({ what }) => what))}: ${who}`)
    .join('; ')
