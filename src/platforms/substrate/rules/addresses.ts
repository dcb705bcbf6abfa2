import { bytesToHex } from '@noble/hashes/utils.js'
import type { Material } from '../../../material/material.ts'
import type { Path, Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { error, warning } from '../../problem.ts'
import { addressPrefixOf } from '../chain-spec/base-spec.ts'
import { decodeAddress, encodeAddress } from '../keys/ss58.ts'
import { externalOf, type SubstrateNetwork } from '../network.ts'
import { publishedKey } from '../well-known.ts'

/** An address of the definition. */
interface Written {
  /** `sudo`, `carrier/validator1`. */
  readonly owner: string
  readonly address: string
  readonly path: Path
}

const fixed = 'copy the address again from its owner'

/** Prefix of addresses that every chain takes. */
const generic = 42

/** Addresses with a mistake, of another chain, or whose keys everybody has. */
export function addressProblems(network: SubstrateNetwork, material: Material): Problem[] {
  const prefix = addressPrefixOf(network, material)
  return writtenAddresses(network).flatMap(({ owner, address, path }): Problem[] => {
    const decoded = decodeAddress(address)
    if (decoded === undefined || decoded.publicKey.length !== 32)
      return [error('checksum', `the address ${address} of ${owner} has a wrong checksum (SS58)`, fixed, path)]
    const published = publishedKey(`0x${bytesToHex(decoded.publicKey)}`)
    return [
      ...(published === undefined
        ? []
        : [
            error(
              'well-known-key',
              `the key of the address ${address} of ${owner} is public: it is ${published}`,
              'use an account whose key only its owner has',
              path,
            ),
          ]),
      ...(decoded.prefix === prefix || decoded.prefix === generic
        ? []
        : [
            warning(
              'address-prefix',
              `the address ${address} of ${owner} has the prefix ${decoded.prefix} of another chain: addresses of this one have ${prefix}`,
              `nothing, if the account is right: here it is ${encodeAddress(decoded.publicKey, prefix)}; otherwise ${fixed}`,
              path,
            ),
          ]),
    ]
  })
}

function writtenAddresses({ top: { chain }, nodes, external }: SubstrateNetwork): Written[] {
  const { sudo, balances = {} } = chain
  const accounts = [
    ...nodes.map((node) => ({ node, account: node.own.account })),
    ...external.map((node) => ({ node, account: externalOf(node).account })),
  ]
  return [
    ...(sudo === undefined ? [] : [{ owner: 'sudo', address: sudo, path: ['chain', 'sudo'] }]),
    ...Object.keys(balances).map((address) => ({
      owner: 'a balance',
      address,
      path: ['chain', 'balances', address],
    })),
    ...accounts.flatMap(({ node, account }) =>
      account === undefined ? [] : [{ owner: nodeId(node), address: account, path: [...node.path, 'account'] }],
    ),
  ]
}
