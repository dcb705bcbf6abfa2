import { addressText } from '../../../network/address.ts'
import type { AdoptionLine } from '../../adoption.ts'
import type { NodeAddress } from '../multiaddress.ts'
import type { NodeFolder } from './node-folder.ts'

/** Nodes that others run: bootnodes of the chain spec that do not move here. */
export interface AdoptedOthers {
  readonly external: readonly Readonly<Record<string, unknown>>[]
  readonly lines: readonly AdoptionLine[]
  readonly tasks: readonly string[]
}

export function othersOf(bootnodes: readonly NodeAddress[], moving: readonly NodeFolder[]): AdoptedOthers {
  const others = bootnodes.filter(({ peerId }) => !moving.some((node) => node.peerId === peerId))
  const nodes = others.map((one, at) => ({ name: `bootnode${at + 1}`, role: 'bootnode', ...one }))
  return {
    external: nodes.length === 0 ? [] : [{ organization: 'others', nodes }],
    lines: nodes.map(({ name, host, port, peerId }) => ({
      subject: `others/${name}`,
      outcome: 'derived',
      text: `external, bootnode of the chain spec at ${addressText({ host, port })}, peer ID ${peerId}`,
    })),
    tasks: [
      nodes.length === 0
        ? 'Write nodes of the chain in `external`, with host, port and peer ID: the chain spec names none, and yours would find nobody.'
        : 'Name the parties in `external`, and the roles of their nodes: a chain spec has neither.',
    ],
  }
}
