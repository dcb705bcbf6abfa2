/** JSON with exact whole numbers, which files of other tools have in any size. */

/** V8 passes the text of a number to the reviver; TypeScript's types do not have it yet. */
type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown
type ExactJson = Omit<JSON, 'parse'> & {
  parse(text: string, reviver: Reviver): unknown
  rawJSON(text: string): unknown
}
const exact = JSON as unknown as ExactJson // ECMAScript, JSON.parse source text access

/** A number of so many digits may be too large for a JavaScript number. */
const long = /[:[,]\s*-?\d{16}/

const tooDeep = 'it is nested too deeply'

/** The value of a JSON text. Whole numbers beyond 2^53 are of type bigint. Throws a SyntaxError. */
export function parseJson(text: string): unknown {
  const json = text.replace(/^\uFEFF/, '')
  if (!long.test(json)) return JSON.parse(json)
  try {
    return exact.parse(json, (_key, value, { source }) =>
      typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(source ?? '')
        ? BigInt(source ?? '')
        : value,
    )
  } catch (error) {
    // V8 visits values by recursion.
    if (error instanceof RangeError) throw new SyntaxError(tooDeep, { cause: error })
    throw error
  }
}

/** A value as JSON, with numbers of type bigint too. */
export const formatJson = (value: unknown, space?: number): string =>
  JSON.stringify(value, (_key, one) => (typeof one === 'bigint' ? exact.rawJSON(one.toString()) : one), space)

/** Where and why a text is not JSON, in words that follow "is not valid JSON"; undefined when it is. */
export function jsonProblem(text: string): string | undefined {
  try {
    parseJson(text)
    return undefined
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    if (error.message === tooDeep) return tooDeep
    const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(error.message) ?? []
    return line === undefined ? 'it ends too early' : `line ${line}, column ${column}`
  }
}
