import { mostLevels, type Role, type Rule, roles, type SignatureRule } from '../policy/rule.ts'
import { type Fields, MalformedMessage, readMessage } from '../protobuf/reader.ts'
import { quantities } from './policies.ts'

const tooDeep = `a policy is nested more than ${mostLevels} levels deep`

/** msp.MSPPrincipal.Classification */
const classification = { role: 0, identity: 2 } as const
const types = { signature: 1, implicitMeta: 3 } as const

/**
 * The rule of a common.Policy; undefined when it is of a kind that is not read: one of organizational units or of anonymous
 * identities, say. Throws MalformedMessage.
 */
export function decodeRule(policy: Uint8Array): Rule | undefined {
  const fields = readMessage(policy)
  const value = readMessage(fields.bytes(2) ?? Buffer.alloc(0))
  if (fields.number(1) === types.implicitMeta) {
    const quantity = quantities[value.number(2)]
    return quantity && { kind: 'implicit', quantity, policy: value.text(1) }
  }
  return fields.number(1) === types.signature ? signatureRule(value) : undefined
}

/** Of a common.SignaturePolicyEnvelope. */
function signatureRule(envelope: Fields): SignatureRule | undefined {
  const principals = envelope.all(3).map(readPrincipal)
  const rule = (encoded: Buffer, level: number): SignatureRule | undefined => {
    if (level > mostLevels) throw new MalformedMessage(tooDeep)
    const fields = readMessage(encoded)
    const gate = fields.bytes(2)
    if (gate === undefined) return principals[fields.number(1)]
    const inner = readMessage(gate)
    const rules = inner.all(2).map((each) => rule(each, level + 1))
    return rules.every((each) => each !== undefined) ? { kind: 'gate', count: inner.number(1), rules } : undefined
  }
  const encoded = envelope.bytes(2)
  return encoded && rule(encoded, 1)
}

/** Of a msp.MSPPrincipal. */
function readPrincipal(encoded: Buffer): SignatureRule | undefined {
  const fields = readMessage(encoded)
  const principal = readMessage(fields.bytes(2) ?? Buffer.alloc(0))
  if (fields.number(1) === classification.identity)
    return { kind: 'principal', mspId: principal.text(1), role: 'member', certificate: principal.text(2) }
  if (fields.number(1) !== classification.role) return undefined
  const role: Role | undefined = roles[principal.number(2)]
  return role && { kind: 'principal', mspId: principal.text(1), role }
}
