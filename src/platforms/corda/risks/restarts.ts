import { isOurs, nodeId } from '../../../network/network.ts'
import type { Risk } from '../../../network/risk.ts'
import { agreeing, several } from '../../../words.ts'
import { notariesOf } from '../network.ts'
import type { CordaRevision } from './revision.ts'

/** Notaries whose pods a commit replaces. Other nodes stop only their own transactions, and flows continue from where they were. */
export function restartRisks(before: CordaRevision, after: CordaRevision): Risk[] {
  const known = new Set(
    notariesOf(before.network).flatMap((node) => (isOurs(node) && !node.elsewhere ? [nodeId(node)] : [])),
  )
  const restarted = notariesOf(after.network).filter((node) => {
    const id = nodeId(node)
    return isOurs(node) && !node.elsewhere && known.has(id) && before.pods.get(id) !== after.pods.get(id)
  })
  const [first] = restarted
  if (first === undefined) return []
  const ids = restarted.map(nodeId)
  return [
    {
      id: 'notaries-restart',
      severity: 'caution',
      subject: 'notaries',
      message: `${several(ids)} ${agreeing(ids.length, 'restarts', 'restart')}: ${agreeing(ids.length, 'its', 'their')} states cannot be spent until it has started again, which takes minutes. Transactions wait meanwhile`,
      content: ids.join(' '),
      hint: 'merge this while nobody needs them, or tell those who do',
      path: before.network.platformVersion === after.network.platformVersion ? first.path : ['platformVersion'],
    },
  ]
}
