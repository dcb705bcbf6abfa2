import { type Role, type Rule, roles, type SignatureRule } from '../policy/rule.ts'
import { bytes, concat, message, number, numberOf, repeated } from '../protobuf/writer.ts'
import type { ConfigPolicy } from './config-group.ts'

/** Encodings of fabric-protos, common/policies.proto and msp/msp_principal.proto. */

/** common.Policy.PolicyType */
const signature = 1
const implicitMeta = 3

/** common.ImplicitMetaPolicy.Rule, by number. */
export const quantities = ['ANY', 'ALL', 'MAJORITY'] as const

/** Who may change what is below. */
export const admins = 'Admins'

export const configPolicy = (rule: Rule): ConfigPolicy => ({ version: 0, policy: encodeRule(rule), modPolicy: admins })

/** common.Policy of a rule. */
export const encodeRule = (rule: Rule): Buffer =>
  rule.kind === 'implicit'
    ? policyOf(implicitMeta, concat(bytes(1, rule.policy), number(2, quantities.indexOf(rule.quantity))))
    : policyOf(signature, encodeSignatureRule(rule))

const policyOf = (type: number, value: Uint8Array): Buffer => concat(number(1, type), bytes(2, value))

/**
 * common.SignaturePolicyEnvelope. Principals are numbered as common/policydsl does it: those of inner gates before those that
 * stand beside them, and each again where it is named twice.
 */
export function encodeSignatureRule(rule: SignatureRule): Buffer {
  const principals: Buffer[] = []
  const encode = (inner: SignatureRule): Buffer => {
    if (inner.kind === 'principal') return signedBy(principals.push(rolePrincipal(inner.mspId, inner.role)) - 1)
    const gates = inner.rules.map((each) => (each.kind === 'gate' ? encode(each) : undefined))
    return outOf(
      inner.count,
      inner.rules.map((each, at) => gates[at] ?? encode(each)),
    )
  }
  const encoded = encode(rule)
  return concat(message(2, encoded), repeated(3, principals))
}

const signedBy = (principal: number): Buffer => numberOf(1, principal)

const outOf = (count: number, rules: readonly Buffer[]): Buffer => message(2, number(1, count), repeated(2, rules))

/** msp.MSPPrincipal with classification ROLE. */
const rolePrincipal = (mspId: string, role: Role): Buffer =>
  bytes(2, concat(bytes(1, mspId), number(2, roles.indexOf(role))))

/** msp.MSPPrincipal with classification IDENTITY: this very certificate. */
const identityPrincipal = (mspId: string, certificate: string): Buffer =>
  concat(number(1, 2), bytes(2, concat(bytes(1, mspId), bytes(2, certificate))))

/** So many of these certificates: who signs the blocks of a BFT channel. */
export const identitiesPolicy = (
  count: number,
  signers: readonly { readonly mspId: string; readonly identity: string }[],
): ConfigPolicy => ({
  version: 0,
  modPolicy: admins,
  policy: policyOf(
    signature,
    concat(
      message(
        2,
        outOf(
          count,
          signers.map((_, at) => signedBy(at)),
        ),
      ),
      repeated(
        3,
        signers.map(({ mspId, identity }) => identityPrincipal(mspId, identity)),
      ),
    ),
  ),
})

/** One of these roles of one MSP. */
export const anyOf = (mspId: string, ...wanted: readonly Role[]): Rule => ({
  kind: 'gate',
  count: 1,
  rules: wanted.map((role) => ({ kind: 'principal', mspId, role })),
})

export const implicit = (quantity: (typeof quantities)[number], policy: string): Rule => ({
  kind: 'implicit',
  quantity,
  policy,
})
