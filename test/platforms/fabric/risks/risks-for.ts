import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { outsideOf } from '../../../../src/ambassador/outside.ts'
import { nodeId } from '../../../../src/network/network.ts'
import type { FabricNetwork } from '../../../../src/platforms/fabric/network.ts'
import { fabricRisks } from '../../../../src/platforms/fabric/risks/index.ts'
import { edited, type Loaded, madeFor, revisionOf } from '../../../plan/revisions.ts'
import type { FabricRiskCase } from './cases.ts'

export const running = readFileSync(join(import.meta.dirname, '../../../definitions/fabric.yaml'), 'utf8')

/** Fabric's view of a revision. A pod here is what restarts it in the cases: its release. */
export const viewOf = ({ network, platform, ports, material }: Loaded) => ({
  network: network as FabricNetwork, // the definition says so
  material,
  outside: outsideOf(platform, ports),
  pods: new Map(network.nodes.map((node) => [nodeId(node), node.platformVersion])),
})

function revisions({ given = [], running: add, edits, files: change }: FabricRiskCase) {
  const text = edited(running, given)
  const files = new Map(madeFor(text))
  add?.(files)
  const before = revisionOf(text, files)
  const kept = new Map(files)
  change?.(kept)
  return { before, after: revisionOf(edited(text, edits), kept, before.ports) }
}

/** What is found for a case, in the form of its expectations. */
export function risksFor(given: FabricRiskCase) {
  const { before, after } = revisions(given)
  return fabricRisks(viewOf(before), viewOf(after)).map(({ severity, id, subject, path, message, hint }) => {
    const { line, column } = after.source.at(path)
    return { risk: `${severity} ${id} ${subject} ${line}:${column}`, message, hint }
  })
}
