/** What the test bed needs of a go.mod (https://go.dev/ref/mod#go-mod-file). */
export interface GoModule {
  readonly path: string
  /** Lowest Go version that builds it: `1.26.0`. */
  readonly go: string
  /** Import paths of its `tool` lines. */
  readonly tools: readonly string[]
  /** Version by module path. */
  readonly requires: ReadonlyMap<string, string>
}

/** Reads the text of a go.mod. Directives it does not know are left out; it never fails. */
export function parseGoModule(text: string): GoModule {
  const directives = [...directivesOf(text)]
  const first = (name: string): string | undefined => directives.find((directive) => directive[0] === name)?.[1]
  return {
    path: first('module') ?? '',
    go: first('go') ?? '0',
    tools: directives.flatMap(([name, path = '']) => (name === 'tool' ? [path] : [])),
    requires: new Map(
      directives.flatMap(([name, path = '', version = '']) => (name === 'require' ? [[path, version] as const] : [])),
    ),
  }
}

/** Name of the executable that `go install` makes of an import path: its last element that is not a major version. */
export function commandName(importPath: string): string {
  return importPath.split('/').findLast((element) => !/^v\d+$/.test(element)) ?? importPath
}

/** Version of the module that holds the package, `devel` when that is the main module. */
export function versionOf(module: GoModule, importPath: string): string {
  const holders = [...module.requires].filter(([path]) => importPath === path || importPath.startsWith(`${path}/`))
  const longest = holders.sort(([left], [right]) => right.length - left.length)[0]
  return longest?.[1] ?? 'devel'
}

function* directivesOf(text: string): Generator<readonly string[]> {
  let block: string | undefined
  for (const line of text.split('\n')) {
    const words = line
      .replace(/\/\/.*$/, '')
      .split(/\s+/)
      .filter((word) => word !== '')
    if (words.length === 0) continue
    if (block !== undefined) {
      if (words[0] === ')') block = undefined
      else yield [block, ...words]
    } else if (words[1] === '(') block = words[0]
    else yield words
  }
}
