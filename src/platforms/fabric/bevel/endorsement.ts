import { mspIdsIn } from '../policy/condition.ts'
import { isProblem, parseSignatureRule } from '../policy/parse.ts'

export interface Endorsement {
  /** Undefined for the policy of the channel. */
  readonly policy: string | undefined
  /** Why the text of the input is not used. */
  readonly problem?: string
}

/** The endorsement policy of a chaincode of Bevel: a rule, with or without the option of `peer` that it is for. */
export function endorsementOf(given: string, mspIds: ReadonlySet<string>): Endorsement {
  const [, option = '', rest = ''] = /^(--?[A-Za-z-]+)?[\s=]*([\s\S]*)$/.exec(unquoted(given)) ?? []
  const text = unquoted(rest)
  if (text === '') return { policy: undefined }
  if (option === '--channel-config-policy' || text.startsWith('/Channel/'))
    return { policy: text.startsWith('/') ? text : `/Channel/Application/${text}` }
  const rule = parseSignatureRule(text)
  if (isProblem(rule)) return { policy: undefined, problem: `not an endorsement policy (${rule.message})` }
  const unknown = mspIdsIn(rule).filter((mspId) => !mspIds.has(mspId))
  return unknown.length === 0
    ? { policy: text }
    : { policy: undefined, problem: `no member of the channel has the MSP ID ${unknown.join(', ')}` }
}

/** Without the quotes of a shell around it, and backslashes before quotes in it. */
const unquoted = (text: string): string => {
  const plain = text.trim().replaceAll(/\\(["'])/g, '$1')
  const [, inner] = /^"([^"]*)"$/.exec(plain) ?? /^'([^']*)'$/.exec(plain) ?? []
  return (inner ?? plain).trim()
}
