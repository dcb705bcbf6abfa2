import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { type ExternalNode, isOurs, nodeId } from '../../../network/network.ts'
import { error } from '../../problem.ts'
import { isMade, nodeKeysOf, readBlsKey, readIdentity, readNodeKeys } from '../identity-file.ts'
import { isBlsKey, isBlsProof, provesPossession } from '../keys/bls.ts'
import { didOf, isVerkey } from '../keys/keys.ts'
import { endorsersOf, type IndyLedgerNode, type IndyNetwork, trusteesOf } from '../network.ts'
import { blsPath, identityPath, nodePath } from '../places.ts'
import { holdersOf, writtenKey } from './holders.ts'
import { report } from './place.ts'

/** What to do about a key of others, or about one in a file: of Chancery, or of the person who has its Secret. */
function again(node: IndyLedgerNode | ExternalNode | undefined, isFile: boolean): string {
  if (!isFile) return 'ask its owner for the public half again, and copy each key as a whole'
  return node !== undefined && isOurs(node) && node.existingSecret !== undefined
    ? 'commit the public half of the key in its Secret again'
    : 'restore the file from Git'
}

/** DIDs and keys that others could not use, ours and external ones. */
export const keyProblems = (network: IndyNetwork, material: Material): Problem[] => [
  ...files(network, material),
  ...halves(network),
  ...identities(network, material),
  ...validatorKeys(network, material),
]

/** Files of `material/public` that are something else. */
function files({ nodes, organizations }: IndyNetwork, material: Material): Problem[] {
  const wrong = (file: string, read: (value: unknown) => unknown, needs: string, rule: string): Problem[] =>
    material.text(file) === undefined || read(material.value(file)) !== undefined
      ? []
      : [
          report(rule, 'not the public half of a key', `restore the file from Git: it needs ${needs}`, {
            path: [],
            file,
          }),
        ]
  const identity = (file: string): Problem[] => wrong(file, readIdentity, 'did and verkey', 'identity')
  return [
    ...nodes.flatMap((node) => [
      ...wrong(nodePath(node), readNodeKeys, 'verkey, blsKey and blsProof', 'validator-keys'),
      ...[blsPath(node)].flatMap((file) =>
        file === undefined ? [] : wrong(file, readBlsKey, 'blsKey and blsProof', 'validator-keys'),
      ),
      ...(node.own.steward === undefined ? identity(identityPath(node.organization, 'stewards', node.name)) : []),
    ]),
    ...organizations.flatMap((organization) => [
      ...trusteesOf(organization)
        .filter(isMade)
        .flatMap(({ name }) => identity(identityPath(organization, 'trustees', name))),
      ...endorsersOf(organization)
        .filter(isMade)
        .flatMap(({ name }) => identity(identityPath(organization, 'endorsers', name))),
    ]),
  ]
}

/** Somebody of ours with a DID and no verkey, or the other way round. */
const halves = ({ organizations }: IndyNetwork): Problem[] =>
  organizations.flatMap((organization) =>
    (['trustees', 'endorsers'] as const).flatMap((office) =>
      (office === 'trustees' ? trusteesOf(organization) : endorsersOf(organization)).flatMap(
        ({ name, did, verkey }, at): Problem[] => {
          if ((did === undefined) === (verkey === undefined)) return []
          const [has, lacks] = did === undefined ? ['verkey', 'did'] : ['did', 'verkey']
          return [
            error(
              'identity',
              `${office.slice(0, -1)} ${organization.name}/${name} has a ${has}, and no ${lacks}`,
              'set both, of the key that its owner has, or neither: Chancery makes a key then',
              // Of the person: a half that is there and not valid is a separate finding.
              [...organization.path, office, at],
            ),
          ]
        },
      ),
    ),
  )

/** A DID that is not the beginning of its verkey could be taken by anybody. */
const identities = (network: IndyNetwork, material: Material): Problem[] =>
  holdersOf(network, material).flatMap(({ who, identity: { did, verkey }, at }): Problem[] => {
    const isFile = at('verkey').file !== undefined
    if (!isVerkey(verkey))
      return [
        report('identity', `the verkey of ${who} is not an Ed25519 public key`, again(undefined, isFile), at('verkey')),
      ]
    const right = didOf(verkey)
    if (did === right) return []
    return [
      report(
        'identity',
        `the DID ${did} of ${who} does not belong to its verkey, whose DID is ${right}`,
        again(undefined, isFile),
        at('did'),
      ),
    ]
  })

function validatorKeys(network: IndyNetwork, material: Material): Problem[] {
  return [...network.nodes, ...network.external].flatMap((node): Problem[] => {
    const keys = nodeKeysOf(node, material)
    if (keys === undefined) return []
    const problem = (field: 'verkey' | 'blsKey' | 'blsProof', message: string): Problem =>
      report('validator-keys', message, again(node, isOurs(node)), writtenKey(node, field))
    const { verkey, blsKey, blsProof } = keys
    const id = nodeId(node)
    const found = [
      ...(isVerkey(verkey) ? [] : [problem('verkey', `the verkey of ${id} is not an Ed25519 public key`)]),
      ...(isBlsKey(blsKey) ? [] : [problem('blsKey', `the BLS key of ${id} is not a point of its curve`)]),
      ...(isBlsProof(blsProof) ? [] : [problem('blsProof', `the BLS proof of ${id} is not a point of its curve`)]),
    ]
    if (found.length > 0 || proves(blsKey, blsProof)) return found
    return [
      problem(
        'blsProof',
        `the BLS proof of ${id} does not prove that its owner has the BLS key: with such a key, signatures of others can be forged`,
      ),
    ]
  })
}

/** Cached: a pairing takes more time than all other rules together, and the same keys are checked again and again. */
const proofs = new Map<string, boolean>()

function proves(blsKey: string, blsProof: string): boolean {
  const both = `${blsKey} ${blsProof}`
  const known = proofs.get(both) ?? provesPossession(blsKey, blsProof)
  proofs.set(both, known)
  return known
}
