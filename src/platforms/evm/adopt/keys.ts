import { secp256k1 } from '@noble/curves/secp256k1.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { OperatorError } from '../../../errors.ts'
import { dumpYaml } from '../../../yaml.ts'
import type { AdoptedSecret, AdoptionInput, AdoptionOrganization } from '../../adoption.ts'
import { mappingsOf } from '../../bevel-fields.ts'
import { keyEntry } from '../material.ts'
import type { OwnNode } from './known-nodes.ts'
import { type NodeOption, nodeOptions } from './options.ts'

/** Where the key of a node is, and what follows for the repository. */
export interface NodeKey {
  /** Name of the Secret that exists, or that External Secrets writes; undefined for a key that is sealed here. */
  readonly existingSecret: string | undefined
  readonly secret?: Readonly<Record<string, string>>
  /** By path in the repository. */
  readonly files: ReadonlyMap<string, string>
  /** For the line of the node: words that follow "its key". */
  readonly text: string
  readonly tasks: readonly string[]
}

/** By `carrier/validator1`, for all nodes. Throws OperatorError for a key of another node, without the key. */
export async function nodeKeys(own: readonly OwnNode[], input: AdoptionInput): Promise<ReadonlyMap<string, NodeKey>> {
  const options = nodeOptions('key', input)
  const stranger = options.find(({ id }) => !own.some((one) => one.id === id))
  if (stranger !== undefined)
    throw new OperatorError(`--key names ${stranger.id}, and no --node does`, `add --node ${stranger.id}=ENODE`)
  const keys = new Map<string, NodeKey>()
  for (const node of own)
    keys.set(
      node.id,
      await keyOf(
        node,
        options.find(({ id }) => id === node.id),
        input,
      ),
    )
  return keys
}

/** The organization of a node, as the command has it. */
function organizationOf({ organization, id }: OwnNode, { organizations }: AdoptionInput): AdoptionOrganization {
  const found = organizations.find(({ name }) => name === organization)
  if (found !== undefined) return found
  throw new OperatorError(
    `there is no organization "${organization}" for --node ${id}`,
    `name it with --organization ${organization}=CLUSTER`,
  )
}

/** The node in a definition that exists; empty otherwise. */
export function existingNode(node: OwnNode, input: AdoptionInput): Readonly<Record<string, unknown>> {
  const { nodes } = organizationOf(node, input).value
  return mappingsOf(nodes).find(({ name }) => name === node.name) ?? {}
}

function keyOf(node: OwnNode, option: NodeOption | undefined, input: AdoptionInput): NodeKey | Promise<NodeKey> {
  const place = placeOf(node, input)
  const usual = `${node.name}-keys`
  if (option === undefined) {
    const existing = existingNode(node, input).existingSecret
    return inSecret(typeof existing === 'string' ? existing : usual, place)
  }
  const [, kind, value = ''] = /^(secret|vault|fd):(.+)$/.exec(option.value) ?? []
  switch (kind) {
    case 'secret':
      return inSecret(value, place)
    case 'vault':
      return inVault(value, usual, place)
    case 'fd':
      return sealed(node, value, input)
    default:
      // The text may be the key itself.
      throw new OperatorError(
        `--key ${node.id} has another form than expected`,
        'write secret:NAME, vault:PATH or fd:NUMBER',
      )
  }
}

interface KeyPlace {
  /** `eu/carrier/validator1` */
  readonly part: string
  readonly namespace: string
  readonly cluster: string
}

function placeOf(node: OwnNode, input: AdoptionInput): KeyPlace {
  const { name, cluster: home, value } = organizationOf(node, input)
  const { cluster = home } = existingNode(node, input)
  const { namespace = `${input.name}-${name}` } = value
  return { part: `${String(cluster)}/${name}/${node.name}`, namespace: String(namespace), cluster: String(cluster) }
}

const inSecret = (name: string, { namespace, cluster }: KeyPlace): NodeKey => ({
  existingSecret: name,
  files: new Map(),
  text: `is in the Secret ${name}`,
  tasks: [
    `Create the Secret \`${name}\` with the entry \`${keyEntry}\` in the namespace \`${namespace}\` of the cluster \`${cluster}\`: 64 hexadecimal digits, no newline.`,
  ],
})

/** Name of the SecretStore, which the operators of the vault make. */
const store = 'vault'

function inVault(text: string, name: string, { part, namespace, cluster }: KeyPlace): NodeKey {
  const [path = '', property = keyEntry] = text.split('#')
  const folder = `overrides/${part}`
  const externalSecret = {
    // Served since External Secrets 0.16; since 0.17 the only version.
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name },
    spec: {
      refreshInterval: '1h',
      secretStoreRef: { kind: 'SecretStore', name: store },
      // The Secret stays when this object is removed: the node needs its key.
      target: { name, creationPolicy: 'Orphan', deletionPolicy: 'Retain' },
      data: [{ secretKey: keyEntry, remoteRef: { key: path, property } }],
    },
  }
  const component = {
    apiVersion: 'kustomize.config.k8s.io/v1alpha1',
    kind: 'Component',
    resources: ['external-secret.yaml'],
  }
  return {
    existingSecret: name,
    files: new Map([
      [`${folder}/external-secret.yaml`, dumpYaml(externalSecret)],
      [`${folder}/kustomization.yaml`, dumpYaml(component)],
    ]),
    text: `stays at ${path} in the vault: External Secrets writes the Secret ${name}`,
    tasks: [
      `Make a SecretStore \`${store}\` in the namespace \`${namespace}\` of the cluster \`${cluster}\` that can read \`${path}\`. It needs External Secrets 0.16 or newer. With accounts for organizations, the Role needs rights for ExternalSecrets (docs/tenancy.md).`,
    ],
  }
}

async function sealed(node: OwnNode, descriptor: string, input: AdoptionInput): Promise<NodeKey> {
  const bytes = await input.secret(descriptor)
  const text = new TextDecoder().decode(bytes).trim().replace(/^0x/i, '').toLowerCase()
  bytes.fill(0)
  if (!/^[0-9a-f]{64}$/.test(text) || !secp256k1.utils.isValidSecretKey(hexToBytes(text)))
    throw new OperatorError(
      `--key ${node.id}=fd:${descriptor}: not a private key of secp256k1`,
      'the descriptor must give 64 hexadecimal digits, with or without "0x", as a node key has',
    )
  const nodeId = bytesToHex(secp256k1.getPublicKey(hexToBytes(text), false).subarray(1))
  if (nodeId !== node.node.nodeId)
    throw new OperatorError(
      `--key ${node.id}=fd:${descriptor}: the key belongs to another node (${nodeId.slice(0, 16)}…) than its enode URL (${node.node.nodeId.slice(0, 16)}…)`,
      'give the key of this node: the file nodekey, or key, in its data folder',
    )
  return {
    existingSecret: undefined,
    secret: { [keyEntry]: text },
    files: new Map(),
    text: 'is sealed in this repository',
    tasks: [],
  }
}

/** The entries that AdoptedSecret has for keys that were read. */
export const secretsOf = (
  own: readonly OwnNode[],
  keys: ReadonlyMap<string, NodeKey>,
  fileOf: (node: OwnNode) => string,
): readonly AdoptedSecret[] =>
  own.flatMap((node) => {
    const entries = keys.get(node.id)?.secret
    return entries === undefined ? [] : [{ file: fileOf(node), entries }]
  })
