import { demoZone } from './demo-zone.ts'
import { acceptedNames, names } from './names.ts'
import { acceptedNodes, nodes } from './nodes.ts'
import { acceptedNotaries, notaries } from './notaries.ts'
import { acceptedRpc, rpc } from './rpc.ts'
import { settings } from './settings.ts'
import { zone } from './zone.ts'

/** How definitions differ from corda.yaml. */
export const corda = { demoZone, names, nodes, notaries, rpc, settings, zone }

export const acceptedCorda = [...acceptedNames, ...acceptedNodes, ...acceptedNotaries, ...acceptedRpc]
