import { OperatorError } from '../../errors.ts'
import type { PageData } from './data.ts'

/** Where the data goes in the page that the build makes. */
const dataPlace = '"__CHANCERY_DATA__"'
const titlePlace = '__CHANCERY_TITLE__'

/** The page of a network: one file that asks nobody for anything. `shell` is what the build makes: program, style and policy. */
export function reportPage(shell: string, data: PageData): string {
  const [before, after] = shell.split(dataPlace)
  if (before === undefined || after === undefined)
    throw new OperatorError('the page of this release is incomplete', 'install Chancery again')
  return `${before.replace(titlePlace, () => escaped(data.network.name))}${inert(data)}${after}`
}

/** JSON that ends no element: what people wrote stays data, whatever it says. */
const inert = (data: PageData): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const escaped = (text: string): string => text.replace(/[^\w .-]/g, (character) => `&#${character.codePointAt(0)};`)
