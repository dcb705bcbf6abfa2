import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { materialOf } from '../../../../src/material/files.ts'
import { resolve } from '../../../../src/network/resolve.ts'
import { definitionSchema } from '../../../../src/network/schema.ts'
import type { ConfigGroup } from '../../../../src/platforms/fabric/channel/config-group.ts'
import { desiredConfig } from '../../../../src/platforms/fabric/channel/desired-config.ts'
import { fabric } from '../../../../src/platforms/fabric/index.ts'
import { mspVolume, nodeUnits } from '../../../../src/platforms/fabric/msp.ts'
import type { FabricNetwork } from '../../../../src/platforms/fabric/network.ts'
import { roleFiles } from '../../../../src/platforms/fabric/node-roles.ts'
import { administrator, adoptedPath, agentCertificatePath } from '../../../../src/platforms/fabric/places.ts'
import { withFields } from '../../../../src/platforms/fabric/protobuf/fields.ts'
import { bytes, concat, message, number } from '../../../../src/platforms/fabric/protobuf/writer.ts'
import { blockFile } from '../../../../src/platforms/fabric/requests/channels.ts'
import { blockOf } from '../adopt/adopting.ts'
import { consenter } from '../adopt/organizations.ts'
import { alpha, input } from '../adopt/shapes.ts'
import { changed, withMsp } from '../channel/carried/foreign.ts'

const [old, own] = ['admin', 'administrator-eu'].map((name) => consenter(alpha, `${name}.alpha.example.com`).identity)

const usual = desiredConfig(input('etcdraft'))

/** A channel whose MSP of Alpha has these msp.FabricNodeOUs, and an administrator by certificate. */
const withUnits = (...units: readonly Buffer[]): ConfigGroup =>
  changed(
    usual,
    ['Application', 'AlphaMSP'],
    withMsp((config) =>
      concat(withFields(config, new Map([[11, Buffer.alloc(0)]])), message(11, ...units), bytes(4, old ?? '')),
    ),
  )

const unit = (field: number, name: string): Buffer => message(field, bytes(2, name))

interface Channels {
  readonly channels: Readonly<Record<string, ConfigGroup>>
  readonly adopted?: boolean
  readonly administrators?: 'elsewhere'
}

function rolesOf({ channels, adopted = true, administrators }: Channels): Readonly<Record<string, string>> {
  const definition = definitionSchema(fabric.definition).parse({
    version: 1,
    name: 'trade',
    platform: 'fabric',
    platformVersion: '2.5.16',
    clusters: [{ name: 'eu', provider: 'eks', domain: 'eu.example.com' }],
    organizations: [
      {
        name: 'alpha',
        cluster: 'eu',
        nodes: [{ name: 'peer1', role: 'peer' }],
        ...(administrators === undefined ? {} : { administrators: { keys: administrators } }),
      },
    ],
    channels: Object.keys(channels).map((name) => ({ name, members: ['alpha'], adopted })),
  })
  const network = resolve(definition, fabric.definition).network as FabricNetwork // the schema has its fields
  const [organization] = network.organizations
  if (organization === undefined) throw new Error('there is no organization')
  const material = materialOf(
    new Map([
      [agentCertificatePath('alpha', administrator('eu'), 'sign'), own ?? ''],
      ...Object.entries(channels).map(([name, config]): [string, string] => [
        adoptedPath(name),
        blockFile(7, blockOf(config, name)),
      ]),
    ]),
  )
  return roleFiles(organization, network, material)
}

const off = { 'config.yaml': 'NodeOUs:\n  Enable: false\n' }

describe('a node of an adopted channel', () => {
  it('knows administrators by certificate where the channel does, and those that Jobs act with', () => {
    expect(rolesOf({ channels: { trade: withUnits() } })).toEqual({ ...off, 'admin-1.crt': old, 'admin-2.crt': own })
  })

  it('has no certificate of administrators of its own while their keys are elsewhere', () => {
    const files = rolesOf({ channels: { trade: withUnits() }, administrators: 'elsewhere' })
    expect(files).toEqual({ ...off, 'admin-1.crt': old })
  })

  it('reads roles from units where the channel does', () => {
    expect(rolesOf({ channels: { trade: usual } })).toEqual({ 'config.yaml': nodeUnits })
  })

  it('reads no unit while one of its channels reads none: others of its organization may have none', () => {
    expect(rolesOf({ channels: { first: usual, second: withUnits() } })).toMatchObject(off)
  })

  it('reads the units that the channel has, without roles that it does not have', () => {
    const files = rolesOf({ channels: { trade: withUnits(number(1, 1), unit(2, 'user'), unit(3, 'peer')) } })
    expect(load(files['config.yaml'] ?? '')).toEqual({
      NodeOUs: {
        Enable: true,
        ClientOUIdentifier: { OrganizationalUnitIdentifier: 'user' },
        PeerOUIdentifier: { OrganizationalUnitIdentifier: 'peer' },
      },
    })
    expect(Object.keys(files)).toEqual(['config.yaml', 'admin-1.crt'])
  })

  it('reads roles from units of a channel that Chancery began', () => {
    expect(rolesOf({ channels: { trade: withUnits() }, adopted: false })).toEqual({ 'config.yaml': nodeUnits })
  })
})

it('each administrator is a file of the folder admincerts', () => {
  const volume = mspVolume({ configMap: 'certificates', names: ['admin-1.crt', 'adminca.crt'], secret: 'keys' })
  const paths = JSON.stringify(volume).match(/admincerts[^"]*/g)
  expect(paths).toEqual(['admincerts/admin-1.pem'])
})
