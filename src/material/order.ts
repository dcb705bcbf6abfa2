import { filesOfKey, type MaterialRequest } from './material.ts'

/** Every file that a request makes. */
const filesMadeBy = (request: MaterialRequest): readonly string[] =>
  request.kind === 'shared'
    ? [request.file]
    : [...filesOfKey(request), ...(request.sealed === undefined ? [] : [request.sealed.path])]

/**
 * Requests that others need come first, to any depth: root, intermediate, node. Otherwise the order is kept. Files that no request
 * makes are checked later, when the request is made. Throws an Error for requests that need each other, which is a bug of the platform.
 */
export function inOrderOfNeeds(requests: readonly MaterialRequest[]): readonly MaterialRequest[] {
  const makers = new Map(requests.flatMap((request) => filesMadeBy(request).map((path) => [path, request] as const)))
  const ordered = new Set<MaterialRequest>()
  const place = (request: MaterialRequest, waiting: readonly MaterialRequest[]): void => {
    if (ordered.has(request)) return
    if (waiting.includes(request))
      throw new Error(`requests need each other: ${[...waiting, request].map(({ label }) => label).join(', ')}`)
    for (const path of request.needs ?? []) {
      const maker = makers.get(path)
      if (maker !== undefined) place(maker, [...waiting, request])
    }
    ordered.add(request)
  }
  for (const request of requests) place(request, [])
  return [...ordered]
}
