import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { isValidator } from '../../evm/network.ts'
import type { BesuLedgerNode, BesuNetwork } from '../accounts.ts'

/** Who may call JSON-RPC: tokens and origins are for nodes that have clients. */
export const clientProblems = (network: BesuNetwork): Problem[] => network.nodes.flatMap((node) => [...fields(node)])

function fields(node: BesuLedgerNode): Problem[] {
  const { authentication, cors } = node.own
  const given = [...(authentication === undefined ? [] : ['authentication']), ...(cors.length === 0 ? [] : ['cors'])]
  if (isValidator(node)) {
    return given.map((field) => ({
      rule: 'validator-clients',
      severity: 'error',
      message: `${nodeId(node)} is a validator, which has no clients: ${field} is for others`,
      hint: 'give it to a node with the role rpc or archive',
      path: [...node.path, field],
      atKey: true,
    }))
  }
  const isOpen = cors.includes('*')
  if (!isOpen || authentication !== undefined || node.expose.length === 0) return []
  return [
    {
      rule: 'cors-open',
      severity: 'warning',
      message: `any web page may call ${nodeId(node)} from the browsers of its visitors`,
      hint: 'name the origins of your pages in cors, or ask for a token (authentication)',
      path: [...node.path, 'cors'],
    },
  ]
}

const begin = '-----BEGIN PUBLIC KEY-----'

/** Files that tokens are checked with: a public key as SubjectPublicKeyInfo in PEM, of the kind that the algorithm takes. */
export function tokenProblems(network: BesuNetwork, material: Material): Problem[] {
  return network.nodes.flatMap((node): Problem[] => {
    const { authentication } = node.own
    if (authentication === undefined) return []
    const text = material.text(authentication.publicKey)
    if (text === undefined) return []
    const problem = (message: string, hint: string): Problem => ({
      rule: 'token-key',
      severity: 'error',
      message: `${authentication.publicKey}: ${message}`,
      hint,
      path: [...node.path, 'authentication', 'publicKey'],
    })
    if (!text.trimStart().startsWith(begin) || !text.trimEnd().endsWith('-----END PUBLIC KEY-----'))
      return [problem('no public key in PEM', 'make it with: openssl pkey -in tokens.key -pubout')]
    const kind = kindOf(text)
    const needs = authentication.algorithm.startsWith('RS') ? 'RSA' : curves[authentication.algorithm]
    if (kind === needs) return []
    return [
      problem(
        `${authentication.algorithm} needs a key of ${needs}, not of ${kind ?? 'another kind'}`,
        'take the algorithm that belongs to the key',
      ),
    ]
  })
}

const curves: Readonly<Record<string, string>> = { ES256: 'P-256', ES384: 'P-384' }

/** Object identifiers as they stand in SubjectPublicKeyInfo, in DER: RFC 3279 and RFC 5480. */
const identifiers = [
  ['RSA', '06092a864886f70d010101'],
  ['P-256', '06082a8648ce3d030107'],
  ['P-384', '06052b81040022'],
] as const

function kindOf(pem: string): string | undefined {
  const base64 = pem.replaceAll(/-----[^-]*-----|\s/g, '')
  const hex = Buffer.from(base64, 'base64').toString('hex')
  return identifiers.find(([, identifier]) => hex.slice(0, 80).includes(identifier))?.[0]
}
