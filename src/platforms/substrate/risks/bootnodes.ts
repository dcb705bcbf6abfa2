import type { Path } from '../../../network/finding.ts'
import type { Risk } from '../../../network/risk.ts'
import { several } from '../../../words.ts'
import type { SubstrateNetwork } from '../network.ts'
import type { Participant, Participants } from './participants.ts'

/** Bootnodes that go: nodes of this definition dial validators as well, but others may know nothing else. With another role, one still answers. */
export function bootnodeRisks(network: SubstrateNetwork, before: Participants, after: Participants): Risk[] {
  const left = [...after.values()].filter(isBootnode).map(({ id }) => id)
  return [...before.values()]
    .filter((was) => was.ours && isBootnode(was) && !after.has(was.id))
    .map(({ id, peerId }) => ({
      id: 'bootnode-removed',
      severity: 'caution',
      subject: id,
      message: `the bootnode ${id} leaves the definition: a node outside of this definition that begins with it (peer ID ${peerId}) finds nobody`,
      hint:
        left.length === 0
          ? 'give others the address of a validator first: it is in deploy/README.md, with its peer ID'
          : `give others the address of ${several(left)} first: it is in deploy/README.md, with its peer ID`,
      path: listOf(network, id),
    }))
}

const isBootnode = ({ role, peerId }: Participant): boolean => role === 'bootnode' && peerId !== undefined

/** The list that it was in, or the nearest one that is still there. */
function listOf({ organizations }: SubstrateNetwork, id: string): Path {
  const [name] = id.split('/')
  const organization = organizations.find((one) => one.name === name)
  return organization === undefined ? ['organizations'] : [...organization.path, 'nodes']
}
