import {
  type ImplicitRule,
  mostLevels,
  type Role,
  type Rule,
  type RuleProblem,
  roles,
  type SignatureRule,
} from './rule.ts'

/** As policyparser.go has it. */
const principal = /^([A-Za-z0-9.-]+)\.(admin|member|client|peer|orderer)$/
const implicit = /^(ANY|ALL|MAJORITY)\s+([A-Za-z]\w*)$/

/** Fabric 2.5 reads "and" and "or" too; for 3.x, which has another parser (expr-lang), they are operators. */
const gates = /^(AND|And|OR|Or|OutOf|outof|OUTOF)$/

const noGate = (name: string): string => {
  if (name === '') return 'expected AND(…), OR(…), OutOf(…) or a principal in quotes'
  if (/^(and|or)$/.test(name)) return `"${name}" has to be ${name.toUpperCase()}: Fabric 3 refuses it`
  return `"${name}" is none of AND, OR, OutOf`
}

/** A rule, or why the text is none. */
export function parseRule(text: string): Rule | RuleProblem {
  const found = implicit.exec(text.trim())
  if (found !== null) {
    const [, quantity, policy = ''] = found
    return { kind: 'implicit', quantity: quantity as ImplicitRule['quantity'], policy } // the pattern allows no other
  }
  return parseSignatureRule(text)
}

export const isProblem = (rule: Rule | RuleProblem): rule is RuleProblem => 'message' in rule

/** The same without implicit ones: for endorsement policies of chaincodes and collections. */
export function parseSignatureRule(text: string): SignatureRule | RuleProblem {
  const reader = new Reader(text)
  try {
    const rule = reader.rule()
    reader.end()
    if (rule.kind === 'principal')
      return { message: 'a principal alone is not a policy: write OR(…) around it', column: 1 }
    return rule
  } catch (error) {
    if (error instanceof Unreadable) return { message: error.message, column: error.column }
    throw error
  }
}

class Unreadable extends Error {
  readonly column: number
  constructor(message: string, at: number) {
    super(message)
    this.column = at + 1
  }
}

/** Reads one text from left to right. */
class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  rule(level = 1): SignatureRule {
    this.#space()
    const start = this.#at
    const quote = this.#text[start]
    if (quote === "'" || quote === '"') return this.#principal(quote)
    const name = /^[A-Za-z]+/.exec(this.#text.slice(start))?.[0] ?? ''
    if (!gates.test(name)) throw new Unreadable(noGate(name), start)
    if (level > mostLevels) throw new Unreadable(`it is nested more than ${mostLevels} levels deep`, start)
    this.#at += name.length
    this.#expect('(')
    const count = name.toLowerCase() === 'outof' ? this.#count() : undefined
    const rules = [this.rule(level + 1)]
    while (this.#next() === ',') {
      this.#at++
      rules.push(this.rule(level + 1))
    }
    this.#expect(')')
    return { kind: 'gate', count: count ?? (name.toLowerCase() === 'and' ? rules.length : 1), rules }
  }

  end(): void {
    if (this.#next() !== undefined) throw new Unreadable(`unexpected "${this.#text.slice(this.#at)}"`, this.#at)
  }

  #principal(quote: string): SignatureRule {
    const start = this.#at
    const end = this.#text.indexOf(quote, start + 1)
    if (end === -1) throw new Unreadable('a quote is not closed', start)
    const text = this.#text.slice(start + 1, end)
    const [, mspId = '', role = ''] = principal.exec(text) ?? []
    if (mspId === '')
      throw new Unreadable(`"${text}" is no principal: an MSP ID, a dot and one of ${roles.join(', ')}`, start)
    this.#at = end + 1
    return { kind: 'principal', mspId, role: role as Role } // the pattern allows no other
  }

  #count(): number {
    this.#space()
    const [written = '', , digits = ''] = /^(['"]?)(\d+)\1/.exec(this.#text.slice(this.#at)) ?? []
    if (digits === '') throw new Unreadable('OutOf begins with a number', this.#at)
    this.#at += written.length
    this.#expect(',')
    return Number(digits)
  }

  #expect(character: string): void {
    const found = this.#next()
    if (found !== character)
      throw new Unreadable(
        `expected "${character}"${found === undefined ? ', found the end' : `, found "${found}"`}`,
        this.#at,
      )
    this.#at++
  }

  #next(): string | undefined {
    this.#space()
    return this.#text[this.#at]
  }

  #space(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++
  }
}
