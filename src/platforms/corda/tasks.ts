import { groupBy } from '../../group-by.ts'
import { nodeId } from '../../network/network.ts'
import { agreeing, several } from '../../words.ts'
import { cordappName } from './cordapp-name.ts'
import { type CordaLedgerNode, isNotary, legalNameOf, notaryIdentityOf, ownPartiesOf } from './network.ts'
import { changesForFlows } from './risks/data.ts'
import { type CordaState, type KeptNode, keepsVolume, keptNodes } from './risks/revision.ts'
import { secretTasks } from './secret-tasks.ts'
import type { ExternalZone } from './zone-schema.ts'

/** Flows that have to end before a merge: afterwards the node has other code, or is gone. */
export function tasksBefore(before: CordaState, after: CordaState): string[] {
  const known = new Set(after.network.nodes.map(nodeId))
  const changed = keptNodes(before, after).filter(
    (kept) => keepsVolume(kept) && (changesForFlows(kept).length > 0 || losesCordapp(kept)),
  )
  return [
    ...[...groupBy(changed, ({ was }) => was.own.drainSeconds)].map(([seconds, nodes]) => {
      const names = several(nodes.map(({ is }) => `\`${nodeId(is)}\``))
      return seconds === 0
        ? `Drain ${names}: let flows in progress end, and start none until the merge is deployed (flows draining mode by RPC)`
        : `Let flows of ${names} that take longer than ${seconds} s end, and start none until the merge is deployed (flows draining mode by RPC): a stop waits no longer`
    }),
    ...ownPartiesOf(before.network)
      .filter((node) => !known.has(nodeId(node)))
      .map((node) =>
        isNotary(node)
          ? `Have the owners of states of \`${notaryIdentityOf(node)}\` move them to another notary while \`${nodeId(node)}\` still runs, and the operator of the zone take it out of the network parameters`
          : `Drain \`${nodeId(node)}\`, and move the states of \`${legalNameOf(node)}\` to another party while it still runs`,
      ),
  ]
}

/** Its name is what is kept of it in all versions. */
const losesCordapp = ({ was, is }: KeptNode): boolean => {
  const left = new Set(is.own.cordapps.map(cordappName))
  return was.own.cordapps.some((jars) => !left.has(cordappName(jars)))
}

/** Secrets that nodes name, and what is outside of the definition: doorman and operator of the zone. A demo zone has them inside. */
export function tasks(before: CordaState | undefined, after: CordaState): string[] {
  const known = new Set(before?.network.nodes.map(nodeId))
  const joining = ownPartiesOf(after.network).filter((node) => !known.has(nodeId(node)) && !node.elsewhere)
  const { zone } = after.network.top
  return [...secretTasks(before?.network, after.network), ...(zone.demo ? [] : withOperator(zone, joining))]
}

/** What people do with the doorman and the operator of the zone. */
function withOperator(zone: ExternalZone, joining: readonly CordaLedgerNode[]): string[] {
  const names = joining.map((node) => `\`${legalNameOf(node)}\` (\`${nodeId(node)}\`)`)
  return [
    ...(joining.length === 0
      ? []
      : [
          `Have the doorman (\`${zone.doorman}\`) sign the ${agreeing(joining.length, 'request', 'requests')} for ${several(names)}: a node waits for it when it starts first`,
        ]),
    ...joining
      .filter(isNotary)
      .map(
        (node) =>
          `Give the operator of the zone the node info of \`${nodeId(node)}\` (\`nodeInfo-…\` in \`/var/lib/corda\` of its pod), and have \`${notaryIdentityOf(node)}\` added to the notaries of the network parameters. Nodes take up the new parameters on the day that the operator names`,
      ),
  ]
}
