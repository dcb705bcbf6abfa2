import { bytesToHex } from '@noble/hashes/utils.js'
import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { error } from '../../problem.ts'
import { announcementOf, transactionIn } from '../announcements.ts'
import { decodeAddress } from '../keys/ss58.ts'
import { isValidator, type SubstrateLedgerNode, type SubstrateNetwork } from '../network.ts'
import { sessionKeyPlace } from '../places.ts'

/** A signed transaction is one of the account of its validator, with the keys that the validator has now. */
export const announcementProblems = (network: SubstrateNetwork, material: Material): Problem[] =>
  network.nodes.flatMap((node) => {
    const file = node.own.announcement
    return file === undefined ? [] : problemsOf(node, file, network, material)
  })

function problemsOf(node: SubstrateLedgerNode, file: string, network: SubstrateNetwork, material: Material): Problem[] {
  const path = [...node.path, 'announcement']
  const id = nodeId(node)
  const problem = (message: string, hint: string): Problem[] => [error('announcement', message, hint, path)]
  if (!isValidator(node) || node.own.account === undefined)
    return problem(
      `${id} has an announcement, and ${isValidator(node) ? 'no account that signs it' : `is no validator, but has the role ${node.role}`}`,
      isValidator(node) ? 'set the account' : 'remove it',
    )
  const text = material.text(file)
  if (text === undefined) return [] // a file that is not there is an error already
  const transaction = transactionIn(text)
  if (transaction === undefined)
    return problem(`${file} is no transaction`, 'write the signed transaction as "0x" and hexadecimal digits')
  const account = decodeAddress(node.own.account)?.publicKey
  if (account === undefined) return [] // so is an address with a wrong checksum
  const signed = bytesToHex(transaction)
  const begin = signed.indexOf(bytesToHex(account))
  if (begin < 0)
    return problem(
      `${file} is not a transaction of ${node.own.account}, the account of ${id}`,
      `sign session.setKeys with that account (\`chancery substrate session-keys ${id}\` prints its arguments)`,
    )
  const isMade = !material.standIns.has(sessionKeyPlace(node, node.own.keyRotation).file)
  const announced = isMade ? announcementOf(node, network, material) : undefined
  if (announced !== undefined && signed.indexOf(bytesToHex(announced.keys), begin) > 0) return []
  return problem(
    `${file} announces other session keys than ${id} has${node.own.keyRotation === 0 ? '' : ` after keyRotation ${node.own.keyRotation}`}`,
    `sign session.setKeys again (\`chancery substrate session-keys ${id}\` prints its arguments), or remove the announcement until then`,
  )
}
