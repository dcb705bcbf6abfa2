import { type Material, publicPath } from '../../../material/material.ts'
import { type Approval, approvalsFor, missingApprovals } from '../channel/approval.ts'
import { type ConfigBlock, readConfigBlock } from '../channel/block.ts'
import { type ConfigChange, changesOf } from '../channel/config-changes.ts'
import type { ConfigGroup, ConfigState } from '../channel/config-group.ts'
import { applyUpdate, decodeUpdate, encodeUpdate, updateSets } from '../channel/update.ts'
import { describeConfigChange } from '../channel/update-text.ts'
import { MalformedMessage } from '../protobuf/reader.ts'
import type { Channel } from '../schema.ts'
import type { TrustedChannel } from './trust.ts'

/** An update of a channel's configuration, as Git has it. */
export interface RecordedUpdate {
  /** From 1 on, in the order in which they are applied. */
  readonly number: number
  /** common.ConfigUpdate */
  readonly update: Buffer
  /** common.ConfigSignature by MSP ID, in the order of the MSP IDs. */
  readonly signatures: ReadonlyMap<string, Buffer>
  readonly before: ConfigState
  readonly after: ConfigState
  /** What its bytes change, in words. */
  readonly words: readonly string[]
  readonly approvals: readonly Approval[]
  readonly changes: readonly ConfigChange[]
  /** Whose signatures are still missing; none when it can be submitted. */
  readonly missing: readonly Approval[]
}

/** A configuration of a channel that came about elsewhere, as Git has it. */
export interface RecordedImport {
  readonly number: number
  readonly block: ConfigBlock
  readonly before: ConfigState
  /** In what its configuration differs from the one before it. */
  readonly words: readonly string[]
  readonly trusted: TrustedChannel
}

/** A channel's configuration: a function of its first block and of what Git has after it. */
export interface ChannelRecord {
  /** After all updates. */
  readonly state: ConfigState
  /** Those since the configuration that was imported last, if any was. */
  readonly updates: readonly RecordedUpdate[]
  /** All that Git has, in order. */
  readonly entries: readonly (RecordedUpdate | RecordedImport)[]
  readonly trusted: TrustedChannel
  /** Number of the next update. */
  readonly next: number
}

/** A file that is not what it should be. */
export class BrokenRecord extends Error {
  readonly file: string
  constructor(file: string, message: string) {
    super(message)
    this.file = file
  }
}

const file = (channel: string, number: number, name: string): string =>
  publicPath('channels', channel, 'updates', String(number).padStart(4, '0'), name)

export const updatePath = (channel: string, number: number): string => file(channel, number, 'update.yaml')

export const signaturePath = (channel: string, number: number, mspId: string): string =>
  file(channel, number, `signatures/${mspId}.yaml`)

/** Whether a file is a signature of this organization, of whichever update. */
export function isSignatureOf(mspId: string, path: string): boolean {
  const [channel = '', number = ''] =
    /^material\/public\/channels\/([^/]+)\/updates\/(\d+)\//.exec(path)?.slice(1) ?? []
  return path === signaturePath(channel, Number(number), mspId)
}

/** A configuration that was made elsewhere: it takes the place of what there was before. */
export const importPath = (channel: string, number: number): string => file(channel, number, 'imported.yaml')

/** What is carried along of a channel that began without Chancery: its configuration as it was adopted, or imported last. */
export const baselineOf = (
  { adopted }: Pick<Channel, 'adopted'>,
  { trusted }: Pick<ChannelRecord, 'trusted'>,
): ConfigGroup | undefined => (adopted ? trusted.block.state.channel : undefined)

export const isImport = (entry: RecordedUpdate | RecordedImport): entry is RecordedImport => 'block' in entry

/** Reads the record of a channel that begins with this block. Throws BrokenRecord. */
export function recordOf(channel: string, first: Uint8Array, material: Material): ChannelRecord {
  let block = blockOf(channel, first, publicPath('channels', channel))
  let { state } = block
  let updates: RecordedUpdate[] = []
  const entries: (RecordedUpdate | RecordedImport)[] = []
  const trusted = (): TrustedChannel => {
    const open = updates.findIndex(({ missing }) => missing.length > 0)
    const signed = open === -1 ? updates : updates.slice(0, open)
    return { block, states: [block.state, ...signed.map(({ after }) => after)] }
  }
  for (let number = 1; ; number++) {
    const imported = bytesOf(material, importPath(channel, number), 'block')
    const update = bytesOf(material, updatePath(channel, number), 'update')
    if (imported !== undefined && update !== undefined)
      throw new BrokenRecord(importPath(channel, number), 'there is an update with the same number beside it')
    if (imported !== undefined) {
      const read = blockOf(channel, imported, importPath(channel, number))
      const words = wellFormed(importPath(channel, number), () => wordsBetween(state, read.state))
      entries.push({ number, block: read, before: state, words, trusted: trusted() })
      block = read
      state = read.state
      updates = []
    } else if (update !== undefined) {
      const recorded = readUpdate(channel, number, update, state, material)
      updates.push(recorded)
      entries.push(recorded)
      state = recorded.after
    } else return { state, updates, entries, trusted: trusted(), next: number }
  }
}

function blockOf(channel: string, block: Uint8Array, path: string): ConfigBlock {
  const read = wellFormed(path, () => readConfigBlock(block))
  if (read.channel !== channel)
    throw new BrokenRecord(path, `it is of the channel "${read.channel}", not of "${channel}"`)
  return read
}

const wordsBetween = (before: ConfigState, after: ConfigState): readonly string[] =>
  describeConfigChange(before.channel, after.channel)

function readUpdate(
  channel: string,
  number: number,
  update: Buffer,
  before: ConfigState,
  material: Material,
): RecordedUpdate {
  const path = updatePath(channel, number)
  const sets = wellFormed(path, () => decodeUpdate(update))
  if (sets.channel !== channel)
    throw new BrokenRecord(path, `it is of the channel "${sets.channel}", not of "${channel}"`)
  const after = applyUpdate(before, sets)
  const least = updateSets(before.channel, after.channel)
  // All else would be read in two ways, or refused by the channel: no words are computed of it.
  if (least === undefined || !encodeUpdate(channel, least).equals(update))
    throw new BrokenRecord(path, 'its bytes are not those of an update of the configuration before it')
  const changes = changesOf(before.channel, sets)
  const approvals = approvalsFor(before.channel, changes)
  const mspIds = [...new Set(approvals.flatMap((approval) => approval.mspIds))].sort()
  const signatures = new Map(
    mspIds.flatMap((mspId): [string, Buffer][] => {
      const signature = bytesOf(material, signaturePath(channel, number, mspId), 'signature')
      return signature === undefined ? [] : [[mspId, signature]]
    }),
  )
  return {
    number,
    update,
    signatures,
    before,
    after,
    words: wellFormed(path, () => wordsBetween(before, after)),
    approvals,
    changes,
    missing: missingApprovals(approvals, new Set(signatures.keys())),
  }
}

/** Bytes that a file has as base64; undefined when there is no such file. */
function bytesOf(material: Material, path: string, field: string): Buffer | undefined {
  if (material.text(path) === undefined) return undefined
  const value = material.value(path)
  const text = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined // a YAML mapping
  if (typeof text !== 'string' || !/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text))
    throw new BrokenRecord(path, `it has no field "${field}" with base64 in it`)
  return Buffer.from(text, 'base64')
}

function wellFormed<Value>(path: string, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (error instanceof MalformedMessage) throw new BrokenRecord(path, error.message)
    throw error
  }
}
