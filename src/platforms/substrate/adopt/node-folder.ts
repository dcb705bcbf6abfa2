import { bytesToHex } from '@noble/hashes/utils.js'
import { OperatorError } from '../../../errors.ts'
import { toText } from '../../../file-content.ts'
import type { AdoptionInput } from '../../adoption.ts'
import type { Scheme } from '../chain-schema.ts'
import { peerIdOf } from '../keys/peer-id.ts'
import { keystoreContent } from '../keys/session-keys.ts'
import { nameOfKeyType } from '../network.ts'
import { nodeKeyEntry } from '../places.ts'
import type { MovingNode } from './options.ts'
import { type FoundKey, keyIn, nodeKeyIn } from './seeds.ts'

/** What the folder of a node has: `chains/ID` below its base path. */
export interface NodeFolder extends MovingNode {
  readonly peerId: string
  /** Public session keys by name; empty for a node that signs nothing. */
  readonly sessionKeys: Readonly<Record<string, { readonly scheme: Scheme; readonly publicKey: string }>>
  /** Entries of its Secret. */
  readonly entries: Readonly<Record<string, string>>
}

/** sc-cli 0.51.0, src/params/node_key_params.rs (NODE_KEY_ED25519_FILE), and sc-keystore 35.0.0, local.rs (key_file_path). */
const nodeKeyFile = 'network/secret_ed25519'
const keystoreFile = /^keystore\/([0-9a-f]{8})([0-9a-f]{64}|[0-9a-f]{66})$/

/** Reads the keys of a node. Throws OperatorError for anything else, and never repeats it. */
export async function nodeFolder(node: MovingNode, input: Pick<AdoptionInput, 'read' | 'list'>): Promise<NodeFolder> {
  const files = await input.list(node.folder)
  const problem = (message: string, hint: string): OperatorError => new OperatorError(`${node.id}: ${message}`, hint)
  if (!files.includes(nodeKeyFile))
    throw problem(
      `${node.folder} has no ${nodeKeyFile}`,
      'name the folder chains/ID below the base path of the node, or copy the file of --node-key-file there',
    )
  const nodeKey = nodeKeyIn(await input.read(`${node.folder}/${nodeKeyFile}`))
  if (nodeKey === undefined)
    throw problem(`${nodeKeyFile} is no node key`, 'it has 32 bytes, or their 64 hexadecimal digits')
  const keys: (FoundKey & { readonly name: string; readonly publicKey: string })[] = []
  for (const file of files) {
    const [, type = '', publicKey = ''] = keystoreFile.exec(file) ?? []
    if (publicKey === '') continue
    const keyType = Buffer.from(type, 'hex').toString('latin1')
    const name = nameOfKeyType(keyType)
    if (name === undefined)
      throw problem(
        `${file} is a key of the type "${keyType}", which Chancery does not know`,
        'write the node by hand, with an existingSecret: sessionKeys of the chain needs the type of this key',
      )
    const found = keyIn(toText(await input.read(`${node.folder}/${file}`)), publicKey)
    if (found === undefined)
      throw problem(
        `the ${name} key in ${file} is no seed and no phrase of that public key`,
        'a phrase with a path or a password has no seed in the file: insert a seed, or rotate the keys of the validator',
      )
    keys.push({ name, publicKey: `0x${publicKey}`, ...found })
  }
  const twice = keys.find(({ name }, at) => keys.findIndex((one) => one.name === name) < at)
  if (twice !== undefined)
    throw problem(
      `its keystore has several ${twice.name} keys`,
      'keep only the file of the key that the chain has for this validator',
    )
  return {
    ...node,
    peerId: peerIdOf(nodeKey),
    sessionKeys: Object.fromEntries(keys.map(({ name, scheme, publicKey }) => [name, { scheme, publicKey }])),
    entries: {
      [nodeKeyEntry]: bytesToHex(nodeKey),
      ...Object.fromEntries(keys.map(({ name, seed }) => [name, keystoreContent(seed)])),
    },
  }
}
