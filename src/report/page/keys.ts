import { filesOf, type MaterialRequest } from '../../material/material.ts'
import { nodeId } from '../../network/network.ts'
import type { PageKey } from './data.ts'
import type { PageInput } from './input.ts'

/** All keys and certificates: where their public halves are, who can decrypt the private ones, and when they expire. */
export function pageKeys(input: PageInput): PageKey[] {
  const nodes = new Set(input.network.nodes.map(nodeId))
  const renewals = new Map(
    (input.platform.material.renewals?.(input.network) ?? []).flatMap(({ name, certificates }) =>
      certificates.map(({ file }) => [file, name] as const),
    ),
  )
  return input.requests.map((request) => pageKey(request, input, nodes, renewals))
}

function pageKey(
  request: MaterialRequest,
  { certificates, material }: PageInput,
  nodes: ReadonlySet<string>,
  renewals: ReadonlyMap<string, string>,
): PageKey {
  const [first = ''] = request.label.split(' ')
  return {
    label: request.label,
    organization: request.kind === 'key' ? request.organization : '',
    ...(nodes.has(first) ? { node: first } : {}),
    ...(request.kind === 'key' && request.sealed !== undefined ? { holder: request.sealed.holder } : {}),
    files: filesOf(request).map((path) => {
      const expires = certificates[path]
      const renewal = renewals.get(path)
      return {
        path,
        ...(expires === undefined ? {} : { expires }),
        ...(material.standIns.has(path) ? { missing: true as const } : {}),
        ...(renewal === undefined ? {} : { renewal }),
      }
    }),
  }
}
