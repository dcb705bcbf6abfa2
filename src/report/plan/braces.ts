import { groupBy } from '../../group-by.ts'

/** Names with what they share written once, as shells do: `supplychain-{bank,carrier}`. Every name can be read from it. */
export function braced(names: readonly string[]): string {
  const prefix = sharedPrefix(names)
  const suffix = sharedPrefix(names.map((name) => reversed(name.slice(prefix.length))))
  if ((prefix.length + suffix.length) * (names.length - 1) < worthwhile) return names.join(', ')
  const parts = names.map((name) => name.slice(prefix.length, name.length - suffix.length))
  return `${prefix}{${parts.join(',')}}${reversed(suffix)}`
}

/** Nodes by organization: `carrier/{rpc1,validator1}, retailer/rpc1`. */
export function bracedPaths(paths: readonly string[]): string {
  const groups = groupBy(paths, (path) => path.slice(0, path.lastIndexOf('/') + 1))
  return [...groups]
    .flatMap(([folder, own]) => {
      if (folder === '' || own.length === 1) return own
      return [`${folder}{${own.map((path) => path.slice(folder.length)).join(',')}}`]
    })
    .join(', ')
}

/** Characters that braces have to save. */
const worthwhile = 16

const reversed = (text: string): string => [...text].reverse().join('')

/** What all begin with, up to a separator. */
function sharedPrefix(names: readonly string[]): string {
  const [first = ''] = names
  let length = 0
  for (let at = 0; at < first.length && names.every((name) => name[at] === first[at]); at += 1)
    if ('-./'.includes(first.charAt(at))) length = at + 1
  return first.slice(0, length)
}
