import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Material } from '../../material/material.ts'
import type { JobOverlay, JobView } from '../platform.ts'
import { ports } from './command-line.ts'
import { twox } from './genesis/xx-hash.ts'
import { sessionKeysOf } from './identity-file.ts'
import { decodeAddress } from './keys/ss58.ts'
import { isValidator, type SubstrateLedgerNode, type SubstrateNetwork, sessionKeyKinds } from './network.ts'
import type { SubstrateNode, SubstrateTop } from './schema.ts'

type View = JobView<SubstrateTop, SubstrateNode>

/** What an account announces, and where the chain has it then. */
export interface Announcement {
  /** Public key of the account. */
  readonly account: Uint8Array
  /** `SessionKeys` of the runtime: all public keys, one after the other. */
  readonly keys: Uint8Array
}

/** Undefined for a validator without an account, and while its keys are not made. */
export function announcementOf(
  node: SubstrateLedgerNode,
  network: SubstrateNetwork,
  material: Material,
): Announcement | undefined {
  const account = node.own.account === undefined ? undefined : decodeAddress(node.own.account)?.publicKey
  const keys = sessionKeysOf(node, material)
  const encoded = sessionKeyKinds(network).map(({ name }) => keys?.[name])
  if (account === undefined || encoded.some((key) => key === undefined)) return undefined
  return { account, keys: concatBytes(...encoded.map((key = '') => hexToBytes(key.slice('0x'.length)))) }
}

/** The bytes of a file with a transaction; undefined for anything else. */
export function transactionIn(text: string): Uint8Array | undefined {
  const [, digits] = /^\s*0x((?:[0-9a-fA-F]{2})+)\s*$/.exec(text) ?? []
  return digits === undefined ? undefined : hexToBytes(digits)
}

/** Where the state has the session keys of an account: pallet-session 40.0.0, lib.rs, NextKeys (Twox64Concat of the ValidatorId). */
export const nextKeysKey = (account: Uint8Array): Uint8Array =>
  concatBytes(twox(utf8ToBytes('Session'), 16), twox(utf8ToBytes('NextKeys'), 16), twox(account, 8), account)

/** The Job that submits what accounts of this organization signed, each at the validator that it is for. */
export function announceJobs(nodes: readonly SubstrateLedgerNode[], { network, material }: View): JobOverlay[] {
  const announcements = nodes.flatMap((node) => {
    const { announcement: file } = node.own
    const announced = isValidator(node) ? announcementOf(node, network, material) : undefined
    const transaction = file === undefined ? undefined : transactionIn(material.text(file) ?? '')
    if (announced === undefined || transaction === undefined) return []
    const [key, keys, signed] = [nextKeysKey(announced.account), announced.keys, transaction].map(bytesToHex)
    return [`${node.name}-rpc:${ports.rpc}/${node.name}/0x${key}/0x${keys}/0x${signed}`]
  })
  if (announcements.length === 0) return []
  return [
    {
      name: 'announce',
      // Keys that an account announced are in the state of the chain: no volume of a node matters.
      volumes: [],
      generation: 1,
      bases: ['announce'],
      configMaps: [],
      files: {},
      patches: { 'job.yaml': [job(announcements)] },
      objects: {},
      sealed: {},
      renames: {},
    },
  ]
}

const job = (announcements: readonly string[]): object => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'job' },
  spec: {
    template: {
      spec: {
        containers: [{ name: 'announce', env: [{ name: 'ANNOUNCEMENTS', value: announcements.join(' ') }] }],
      },
    },
  },
})
