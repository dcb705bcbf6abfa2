/**
 * References of images as kubelet and container runtimes read them: reference.ParseNormalizedNamed of
 * github.com/distribution/reference (regexp.go, normalize.go). An invalid reference never starts: InvalidImageName.
 */
export interface ImageReference {
  /** `registry.example.com:5000`; undefined for an image of Docker Hub. */
  readonly registry?: string
  /** `team/assets` */
  readonly path: string
  readonly tag?: string
  /** `sha256:…` */
  readonly digest?: string
}

/** Why a text is not a reference, and how to fix it. */
export interface ImageReferenceProblem {
  readonly message: string
  readonly hint: string
}

const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:\/\//
const hostLabel = '(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])'
const registryForm = new RegExp(`^(?:${hostLabel}(?:\\.${hostLabel})*|\\[[a-fA-F0-9:]+\\])(?::([0-9]+))?$`)
const component = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/
const tagForm = /^\w[\w.-]{0,127}$/
const hexadecimalDigits: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 }
const longestPath = 255

const reference = 'write a reference such as registry.example.com/team/assets:1.0.2'

/** The parts of a reference, or why it is invalid. `example` is a hint for one that has the wrong form. */
export function readImageReference(text: string, example = reference): ImageReference | ImageReferenceProblem {
  const written = shapeProblem(text, example)
  if (written !== undefined) return written
  const [named = '', digest] = cut(text, text.indexOf('@'))
  const slash = named.lastIndexOf('/')
  const [name = '', tag] = cut(named, named.indexOf(':', slash + 1))
  const [registry, path] = registryAndPath(name)
  const problem =
    registryProblem(registry, path, example) ??
    pathProblem(path, example) ??
    lengthProblem(registry, path, example) ??
    tagProblem(tag) ??
    digestProblem(digest)
  if (problem !== undefined) return problem
  return {
    path,
    ...(registry === undefined ? {} : { registry }),
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  }
}

export const isImageReferenceProblem = (read: ImageReference | ImageReferenceProblem): read is ImageReferenceProblem =>
  'message' in read

/** Whether a reference always names the same content: by its digest, or by a tag that is usually not moved. */
export const isPinned = ({ tag, digest }: ImageReference): boolean =>
  digest !== undefined || (tag !== undefined && tag !== 'latest')

/**
 * The short name of an image, without tag and digest: `docker.io/library/couchdb` and `couchdb` are one image, as
 * `docker.io/team/assets` and `team/assets` are (reference.FamiliarName).
 */
export const familiarName = (name: string): string =>
  name.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\/(?=[^/]+$)/, '')

/** The text before and after the character at an index; all of it without one. */
const cut = (text: string, at: number): readonly [string, string?] =>
  at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)]

function shapeProblem(text: string, example: string): ImageReferenceProblem | undefined {
  if (text === '') return { message: 'it is empty', hint: example }
  const [prefix] = scheme.exec(text) ?? []
  if (prefix !== undefined)
    return { message: `it begins with ${prefix}`, hint: `remove ${prefix}: runtimes use https anyway` }
  if (/\s/.test(text)) return { message: 'it has a space', hint: 'remove the space' }
  if (/^[a-f0-9]{64}$/.test(text))
    return {
      message: 'it is the ID of an image, which registries do not know',
      hint: 'name the image: NAME@sha256:DIGEST',
    }
  return undefined
}

/** The first part is a registry if it has a dot, a port or a capital, or is localhost: splitDockerDomain. */
function registryAndPath(name: string): readonly [string | undefined, string] {
  const [first = '', rest] = cut(name, name.indexOf('/'))
  const isRegistry = rest !== undefined && (/[.:A-Z]/.test(first) || first === 'localhost')
  return isRegistry ? [first, rest] : [undefined, name]
}

function registryProblem(
  registry: string | undefined,
  path: string,
  example: string,
): ImageReferenceProblem | undefined {
  if (registry === undefined) return undefined
  const found = registryForm.exec(registry)
  // Docker Hub has no such account, and a host without a dot or port is not intended.
  if (/[A-Z]/.test(registry) && !/[.:]/.test(registry))
    return { message: `"${registry}" has capitals`, hint: `write ${registry.toLowerCase()}/${path}` }
  if (found === null) return { message: `"${registry}" is not the name of a registry`, hint: example }
  const port = Number(found[1] ?? 443)
  if (port < 1 || port > 65_535)
    return { message: `the registry port ${found[1]} is out of range`, hint: 'use a port from 1 to 65535' }
  return undefined
}

function pathProblem(path: string, example: string): ImageReferenceProblem | undefined {
  if (/[A-Z]/.test(path)) return { message: `"${path}" has capitals`, hint: `write ${path.toLowerCase()}` }
  const wrong = path.split('/').find((part) => !component.test(part))
  if (wrong === '') return { message: 'a part of its name is empty', hint: `${example}: one "/" between two parts` }
  if (wrong !== undefined)
    return {
      message: `"${wrong}" is not valid in an image name`,
      hint: 'use lower-case letters and digits, with ".", "_", "__" or "-" between them',
    }
  return undefined
}

/** An image of Docker Hub without an account belongs to `library`. */
function lengthProblem(registry: string | undefined, path: string, example: string): ImageReferenceProblem | undefined {
  const longest = registry === undefined && !path.includes('/') ? longestPath - 'library/'.length : longestPath
  if (path.length <= longest) return undefined
  return { message: `its name has ${path.length} characters, more than ${longest}`, hint: example }
}

function tagProblem(tag: string | undefined): ImageReferenceProblem | undefined {
  if (tag === undefined || tagForm.test(tag)) return undefined
  if (tag === '') return { message: 'its tag is empty', hint: 'write the tag after ":", or remove ":"' }
  if (tag.length > 128)
    return { message: `its tag has ${tag.length} characters, more than 128`, hint: 'use a shorter tag' }
  return {
    message: `"${tag}" is not a tag`,
    hint: 'use letters, digits, "_", "." and "-", beginning with a letter, a digit or "_"',
  }
}

function digestProblem(digest: string | undefined): ImageReferenceProblem | undefined {
  if (digest === undefined) return undefined
  const [algorithm = '', digits] = cut(digest, digest.indexOf(':'))
  const length = Object.hasOwn(hexadecimalDigits, algorithm) ? hexadecimalDigits[algorithm] : undefined
  const hint = 'write sha256: and the 64 hexadecimal digits that the registry shows'
  if (digits === undefined || length === undefined) return { message: `"${digest}" is not a digest`, hint }
  if (!/^[0-9a-f]*$/.test(digits)) {
    const hasCapitals = /^[0-9a-fA-F]*$/.test(digits)
    return {
      message: `its digest has ${hasCapitals ? 'capitals' : 'characters other than hexadecimal digits'}`,
      hint,
    }
  }
  if (digits.length !== length)
    return { message: `its digest has ${digits.length} hexadecimal digits instead of ${length} (${algorithm})`, hint }
  return undefined
}
