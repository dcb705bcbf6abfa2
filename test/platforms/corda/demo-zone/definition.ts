import type { FileContent } from '../../../../src/file-content.ts'
import type { CordaLedgerNode, CordaNetwork } from '../../../../src/platforms/corda/network.ts'
import { demoMapOf } from '../../../../src/platforms/corda/zone.ts'
import { cut, type Edits, edited, type Loaded, revisionOf, zone } from '../../../plan/revisions.ts'

/** zone.yaml as a demo zone: with a network map of an organization in cluster eu, and no external notary. */
export const demoZoneText = edited(cut(cut(zone, '  doorman:', 'clusters:'), 'external:'), [
  ['zone:\n', 'zone: {demo: true}\n'],
  [
    '      - {name: n1,',
    '      - {name: map1, role: network-map, legalName: "O=Test, L=London, C=GB"}\n      - {name: n1,',
  ],
])

/** With stand-ins for keys. */
export const demoZone = (edits: Edits = [], files: ReadonlyMap<string, FileContent> = new Map()): Loaded =>
  revisionOf(edited(demoZoneText, edits), files)

export function mapOf(network: unknown): CordaLedgerNode {
  const map = demoMapOf(network as CordaNetwork) // of a definition for Corda
  if (map === undefined) throw new Error('no network map')
  return map
}
