import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { toText } from '../../src/file-content.ts'
import { dumpYaml } from '../../src/yaml.ts'
import { goldenCases, readInput, renderCase, renderFiles } from '../golden/cases.ts'
import { arrayAt, isJsonObject, type JsonObject, textAt } from '../kubernetes/json.ts'

/** Argo CD applies a file of SOPS as it is. */
const sealed = (tree: ReadonlyMap<string, string | Uint8Array>): readonly string[] =>
  [...tree]
    .filter(([path, content]) => path.startsWith('deploy/') && toText(content).includes('\nsops:'))
    .map(([path]) => path)

/** What Fabric seals beside keys of nodes and administrators, and a demo zone of Corda, as the guide says. */
const others: Readonly<Record<string, RegExp>> = {
  fabric: /\/(?:authorities|client-[^/]+|couchdb-keys|jobs\/chaincode-[^/]+\/keys)\.yaml$/,
  corda: /\/map1\/keys\.yaml$/,
}

describe('docs/guides/argo-cd.md: little is sealed when the keys of all nodes are elsewhere', () => {
  it.each(goldenCases)('%s', async (name) => {
    expect(sealed((await renderCase(name)).tree).length).toBeGreaterThan(0)
    const input = await readInput(name)
    const definition = withoutKeys(load(input.get('network.yaml') ?? '') as JsonObject) // a golden case has one
    const { tree } = await renderFiles(name, { ...Object.fromEntries(input), 'network.yaml': dumpYaml(definition) })
    const platform = textAt(definition, 'platform') ?? ''
    expect(sealed(tree).filter((path) => others[platform]?.test(path) !== true)).toEqual([])
  })
})

function withoutKeys(definition: JsonObject): JsonObject {
  const organizations = arrayAt(definition, 'organizations').filter(isJsonObject)
  return {
    ...definition,
    organizations: organizations.map((organization) => ({
      ...organization,
      ...(definition.platform === 'fabric' ? { administrators: { keys: 'elsewhere' } } : {}),
      nodes: arrayAt(organization, 'nodes')
        .filter(isJsonObject)
        .map((node) =>
          node.role === 'network-map' ? node : { existingSecret: `${textAt(node, 'name')}-keys`, ...node },
        ),
    })),
  }
}
