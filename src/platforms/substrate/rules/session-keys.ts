import type { Problem } from '../../../network/finding.ts'
import { error, warning } from '../../problem.ts'
import type { Scheme } from '../chain-schema.ts'
import { knownKeyType, type SessionKeyKind, type SubstrateNetwork, sessionKeyKinds } from '../network.ts'

/** Schemes of keys that the SDK itself defines: sp-consensus-aura, -babe, -grandpa and -beefy, sp-authority-discovery, pallet-im-online (app_crypto!). */
const knownSchemes: Readonly<Record<string, Scheme>> = {
  aura: 'sr25519',
  authority_discovery: 'sr25519',
  babe: 'sr25519',
  beefy: 'ecdsa',
  grandpa: 'ed25519',
  im_online: 'sr25519',
}

/** Keys that make blocks: a runtime may call one of these types otherwise. */
const authoring = ['aura', 'babe']

/** Which session keys validators have. */
export function sessionKeyProblems(network: SubstrateNetwork): Problem[] {
  const { sessionKeys } = network.top.chain
  return [
    ...Object.entries(sessionKeys).flatMap(([name, value]) => {
      const path = ['chain', 'sessionKeys', name]
      const scheme = typeof value === 'string' ? value : value.scheme
      return [...typeProblems(name, typeof value === 'string', path), ...schemeProblems(name, scheme, path)]
    }),
    ...sameTypes(network),
    ...consensus(sessionKeyKinds(network)),
  ]
}

const typeProblems = (name: string, isPlain: boolean, path: readonly string[]): Problem[] =>
  isPlain && knownKeyType(name) === undefined
    ? [
        error(
          'session-keys',
          `${name} is no session key of the Polkadot SDK: the type of the key is unknown`,
          `set both: \`${name}: {scheme: sr25519, keyType: abcd}\`, with the KeyTypeId of the runtime`,
          path,
        ),
      ]
    : []

function schemeProblems(name: string, scheme: Scheme, path: readonly string[]): Problem[] {
  const right = Object.hasOwn(knownSchemes, name) ? knownSchemes[name] : undefined
  return right === undefined || right === scheme
    ? []
    : [
        error(
          'session-keys',
          `${name} is a key of ${scheme}: runtimes take ${right}`,
          `set \`${name}: ${right}\``,
          path,
        ),
      ]
}

/** Files of the keystore have the type and the public key, so two of a type are one kind for the node. */
function sameTypes(network: SubstrateNetwork): Problem[] {
  const owners = new Map<string, string>()
  return sessionKeyKinds(network).flatMap(({ name, keyType }): Problem[] => {
    const other = owners.get(keyType)
    owners.set(keyType, other ?? name)
    if (other === undefined) return []
    return [
      error(
        'session-keys',
        `${other} and ${name} have the same key type ${keyType}`,
        'set the KeyTypeId that each has in the runtime',
        ['chain', 'sessionKeys', name],
      ),
    ]
  })
}

function consensus(kinds: readonly SessionKeyKind[]): Problem[] {
  const path = ['chain', 'sessionKeys']
  return [
    ...(kinds.some(({ name, keyType }) => authoring.includes(name) || authoring.includes(keyType))
      ? []
      : [
          warning(
            'session-keys',
            `validators have no key that makes blocks: there is neither ${authoring.join(' nor ')}`,
            'nothing, if the runtime has its own consensus; otherwise add the key',
            path,
          ),
        ]),
    ...(kinds.some(({ name, keyType }) => name === 'grandpa' || keyType === knownKeyType('grandpa'))
      ? []
      : [
          warning(
            'session-keys',
            'validators have no grandpa key: Chancery counts votes as GRANDPA does',
            'nothing, if the runtime has its own finality; otherwise add the key',
            path,
          ),
        ]),
  ]
}
