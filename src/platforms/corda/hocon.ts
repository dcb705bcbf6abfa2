/** HOCON, as node.conf has it: https://github.com/lightbend/config/blob/main/HOCON.md. JSON, besides substitutions. */

/** `${NAME}`: the value of a variable of the process, put in by the node when it reads the file. */
export class Substitution {
  readonly variable: string

  constructor(variable: string) {
    this.variable = variable
  }
}

export type HoconValue = string | number | boolean | Substitution | readonly HoconValue[] | HoconObject

export interface HoconObject {
  readonly [key: string]: HoconValue
}

/** A file: a line for each value. */
export const hoconFile = (content: HoconObject): string => `${fields(content, '')}\n`

const fields = (content: HoconObject, indent: string): string =>
  Object.entries(content)
    .map(([key, value]) =>
      isObject(value)
        ? `${indent}${keyText(key)} {\n${fields(value, `${indent}  `)}\n${indent}}`
        : `${indent}${keyText(key)} = ${valueText(value, indent)}`,
    )
    .join('\n')

/** Dots of a key are paths, unless it is in quotes. */
const keyText = (key: string): string => (/^[A-Za-z_][\w-]*(\.[\w-]+)*$/.test(key) ? key : JSON.stringify(key))

function valueText(value: HoconValue, indent: string): string {
  if (value instanceof Substitution) return `\${${value.variable}}`
  if (isList(value)) {
    const inner = `${indent}  `
    if (value.every((item) => !isObject(item) && !isList(item)))
      return `[${value.map((item) => valueText(item, inner)).join(', ')}]`
    return `[\n${value.map((item) => `${inner}${valueText(item, inner)}`).join('\n')}\n${indent}]`
  }
  if (isObject(value)) return `{\n${fields(value, `${indent}  `)}\n${indent}}`
  return JSON.stringify(value)
}

const isList = (value: HoconValue): value is readonly HoconValue[] => Array.isArray(value)

const isObject = (value: HoconValue): value is HoconObject =>
  typeof value === 'object' && !isList(value) && !(value instanceof Substitution)
