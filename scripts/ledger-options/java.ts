/** An option as a class of Besu declares it with picocli. */
export interface DeclaredOption {
  /** Without the leading hyphens, the canonical one first. */
  readonly names: readonly string[]
  /** `Integer`, `List<String>` */
  readonly type: string
  /** `PercentageConverter` */
  readonly converter: string | undefined
  /** What its values are in the help: `<HOST>`. */
  readonly label: string
}

const annotation = /@(?:CommandLine\.)?Option\s*\(/g

/** Options that the sources of a Java program declare. `sources` are texts by path; constants are looked up in all of them. */
export function declaredOptions(sources: ReadonlyMap<string, string>): DeclaredOption[] {
  const constants = new Map<string, string>()
  for (const text of sources.values()) for (const [name, value] of constantsIn(text)) constants.set(name, value)
  return [...sources].flatMap(([path, text]) => {
    const own = new Map([...constants, ...constantsIn(text)])
    return [...text.matchAll(annotation)].flatMap(({ index, 0: opening }) => {
      const start = index + opening.length
      const end = closing(text, start)
      const body = withoutComments(text.slice(start, end))
      const names = namesIn(body, own, path)
      return [
        {
          names,
          type: typeAfter(text, end + 1),
          converter: body.match(/converter\s*=\s*([\w.]+)\.class/)?.[1],
          label: labelIn(body, own),
        },
      ]
    })
  })
}

/** `//` in a text (a URL) does not begin a comment. */
const withoutComments = (text: string): string => text.replaceAll(/(?<!:)\/\/[^\n]*|\/\*.*?\*\//gs, '')

const constantsIn = (text: string): [string, string][] =>
  [...text.matchAll(/\bString\s+(\w+)\s*=\s*\n?\s*"([^"\n]*)"\s*;/g)].map(([, name = '', value = '']) => [name, value])

/** The index of the bracket that closes what begins at `start`; texts in quotes are passed over. */
function closing(text: string, start: number): number {
  let depth = 1
  for (let at = start; at < text.length; at++) {
    const letter = text[at]
    if (letter === '"') at = text.slice(at + 1).search(/(?<!\\)"/) + at + 1
    else if (letter === '(') depth++
    else if (letter === ')' && --depth === 0) return at
  }
  throw new Error('a bracket is not closed')
}

function namesIn(body: string, constants: ReadonlyMap<string, string>, path: string): string[] {
  const list = body.match(/names\s*=\s*(\{[^}]*\}|"[^"]*"|[\w.]+)/)?.[1]
  if (list === undefined) throw new Error(`${path}: an option without names`)
  return [...list.matchAll(/"([^"]*)"|[A-Za-z_][\w.]*/g)]
    .map(([word, literal]) => literal ?? constantOf(word, constants, path))
    .filter((name) => name.startsWith('--'))
    .map((name) => name.slice(2))
}

function constantOf(word: string, constants: ReadonlyMap<string, string>, path: string): string {
  const value = constants.get(word.split('.').at(-1) ?? '')
  if (value === undefined) throw new Error(`${path}: the constant ${word} is not known`)
  return value
}

function labelIn(body: string, constants: ReadonlyMap<string, string>): string {
  const label = body.match(/paramLabel\s*=\s*("[^"]*"|[\w.]+)/)?.[1]
  if (label === undefined) return ''
  return label.startsWith('"') ? label.slice(1, -1) : (constants.get(label.split('.').at(-1) ?? '') ?? label)
}

/** The type of the field, or of the setter's parameter, that follows an annotation. */
function typeAfter(text: string, start: number): string {
  const declaration = withoutComments(text.slice(start, start + 600)).replace(/^(\s*@\w+(\([^)]*\))?)*/, '')
  const setter = declaration.match(
    /^\s*(?:(?:public|private|protected|static|final)\s+)*void\s+\w+\(\s*(?:final\s+)?([\w.<>, ?]+)\s+\w+\s*\)/,
  )
  const field = declaration.match(
    /^\s*(?:(?:public|private|protected|static|final|volatile)\s+)*([\w.]+(?:<[\w., ?<>]+>)?)\s+\w+/,
  )
  const type = setter?.[1] ?? field?.[1]
  if (type === undefined) throw new Error(`no type after an option: ${declaration.slice(0, 80)}`)
  return type.replaceAll(/\s/g, '')
}

/** Constants of the enumeration `name`; undefined when no source declares it. */
export function enumerationOf(name: string, sources: Iterable<string>): string[] | undefined {
  for (const text of sources) {
    const body = text.match(new RegExp(`\\benum\\s+${name}\\b[^{]*\\{(.*)`, 's'))?.[1]
    if (body === undefined) continue
    return constantsOf(withoutComments(body))
  }
  return undefined
}

/** The names before the first `;` or `}` of an enumeration's body, at its own depth. */
function constantsOf(body: string): string[] {
  const names: string[] = []
  let depth = 0
  for (const [token, word] of body.matchAll(/([A-Za-z_]\w*)|[(){};,]|"[^"]*"/g)) {
    if (token === '(' || token === '{') depth++
    else if (token === ')') depth--
    else if (token === '}' && depth-- === 0) break
    else if (token === ';' && depth === 0) break
    else if (word !== undefined && depth === 0) names.push(word)
  }
  return names
}
