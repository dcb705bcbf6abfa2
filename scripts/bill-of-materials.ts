/** CycloneDX, as far as it is changed here: https://cyclonedx.org/docs/1.5/json/ */
export interface BillOfMaterials {
  readonly metadata: { readonly component: { readonly name: string; readonly 'bom-ref': string } }
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

interface Component {
  readonly 'bom-ref': string
  readonly name: string
  readonly version: string
  readonly scope: string
  readonly properties: readonly { readonly name: string }[]
}

export interface Package {
  readonly name: string
  readonly version: string
}

/**
 * The bill of materials of a bundle, made from the one of all installed packages. For npm, each package is one for development:
 * users install none of them. In the bundle they are required. Throws an Error for a bundled package that is not installed.
 */
export function ofBundle<Bill extends BillOfMaterials>(all: Bill, name: string, bundled: readonly Package[]): Bill {
  const wanted = new Set(bundled.map((one) => `${one.name}@${one.version}`))
  const components = all.components
    .filter((component) => wanted.delete(`${component.name}@${component.version}`))
    .map((component) => ({
      ...component,
      scope: 'required',
      properties: component.properties.filter((property) => property.name !== 'cdx:npm:package:development'),
    }))
  if (wanted.size > 0) throw new Error(`bundled, but not in package-lock.json: ${[...wanted].join(', ')}`)
  const product = { ...all.metadata.component, name }
  const references = new Set([product, ...components].map((component) => component['bom-ref']))
  return {
    ...all,
    metadata: { ...all.metadata, component: product },
    components,
    dependencies: all.dependencies
      .filter(({ ref }) => references.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => references.has(one)) })),
  }
}
