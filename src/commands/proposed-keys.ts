import type { CheckedNetwork, Inspection } from '../check/checked-network.ts'
import { toBytes } from '../file-content.ts'
import { filesOfKey, isKey } from '../material/material.ts'
import type { ReadableFiles } from '../repository/files.ts'
import { type InspectOptions, inspect } from './inspect.ts'
import type { CommandPorts } from './ports.ts'

/** An inspection that counts keys of an unmerged proposal as made, so that a node never gets a second key. */
export async function withProposedKeys(
  inspected: Inspection,
  options: InspectOptions,
  { repository, files }: Pick<CommandPorts, 'repository' | 'files'>,
): Promise<Inspection & { readonly proposed: ReadonlyMap<string, string> }> {
  const none = { ...inspected, proposed: new Map<string, string>() }
  if (inspected.checked === undefined || inspected.checked.missing.length === 0) return none
  const proposal = await repository.proposed(inspected.checked.network.name)
  if (proposal === undefined) return none
  const proposed = await keysIn(proposal, inspected.checked)
  if (proposed.size === 0) return none
  const again = await inspect(options, {
    read: async (path) => proposed.get(path) ?? files.read(path),
    readBytes: async (path) => {
      const text = proposed.get(path)
      return text === undefined ? files.readBytes(path) : toBytes(text)
    },
    list: async (folder) => {
      const paths = [...proposed.keys()].filter((path) => path.startsWith(`${folder}/`))
      return [...new Set([...(await files.list(folder)), ...paths])].sort()
    },
  })
  // Keys for other recipients, for instance: nobody relies on unmerged keys, so they are made again.
  return again.checked === undefined ? none : { ...again, proposed }
}

/** The files of missing keys, if the proposal has all of them. */
async function keysIn(
  proposal: Pick<ReadableFiles, 'read'>,
  { missing }: CheckedNetwork,
): Promise<Map<string, string>> {
  const found = await Promise.all(
    missing.filter(isKey).map(async (request) => {
      const sealed = request.sealed === undefined ? [] : [request.sealed.path]
      const paths =
        sealed.length === 0 && request.signedOnly !== true ? [] : [...new Set([...sealed, ...filesOfKey(request)])]
      const texts = await Promise.all(paths.map((path) => proposal.read(path)))
      const pairs = paths.flatMap((path, at): [string, string][] =>
        texts[at] === undefined ? [] : [[path, texts[at]]],
      )
      return pairs.length === paths.length ? pairs : []
    }),
  )
  return new Map(found.flat())
}
