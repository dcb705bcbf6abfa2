import { describe, expect, it } from 'vitest'
import { type BillOfMaterials, ofBundle } from '../scripts/bill-of-materials.ts'

const component = (name: string, version: string) => ({
  'bom-ref': `${name}@${version}`,
  name,
  version,
  scope: 'optional',
  properties: [{ name: 'cdx:npm:package:development' }, { name: 'cdx:npm:package:path' }],
})

const all: BillOfMaterials = {
  metadata: { component: { name: 'folder', 'bom-ref': 'chancery@1.0.0' } },
  components: [component('zod', '4.0.0'), component('vitest', '5.0.0'), component('@noble/curves', '2.0.0')],
  dependencies: [
    { ref: 'chancery@1.0.0', dependsOn: ['zod@4.0.0', 'vitest@5.0.0'] },
    { ref: 'vitest@5.0.0', dependsOn: ['zod@4.0.0'] },
    { ref: 'zod@4.0.0', dependsOn: [] },
  ],
}

describe('the bill of materials of the bundle', () => {
  it('has the bundled packages, as required ones, and no other', () => {
    const { metadata, components, dependencies } = ofBundle(all, 'chancery', [
      { name: 'zod', version: '4.0.0' },
      { name: '@noble/curves', version: '2.0.0' },
    ])
    expect(metadata.component.name).toBe('chancery')
    expect(components.map(({ name, scope, properties }) => ({ name, scope, properties }))).toEqual([
      { name: 'zod', scope: 'required', properties: [{ name: 'cdx:npm:package:path' }] },
      { name: '@noble/curves', scope: 'required', properties: [{ name: 'cdx:npm:package:path' }] },
    ])
    expect(dependencies).toEqual([
      { ref: 'chancery@1.0.0', dependsOn: ['zod@4.0.0'] },
      { ref: 'zod@4.0.0', dependsOn: [] },
    ])
  })

  it('is refused when a bundled package is not in the lock', () => {
    expect(() => ofBundle(all, 'chancery', [{ name: 'zod', version: '4.0.1' }])).toThrow(
      'bundled, but not in package-lock.json: zod@4.0.1',
    )
  })
})
