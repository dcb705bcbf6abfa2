import type { Material } from '../../material/material.ts'
import type { Organization } from '../../network/network.ts'
import { dumpYaml } from '../../yaml.ts'
import { agentCertificate, recordedBlockOf } from './certificates.ts'
import { certificateKey, certificateTexts, mspConfigsOf, mspFields } from './channel/msp.ts'
import { administratorFile, files, nodeUnits } from './msp.ts'
import { type FabricNetwork, mspIdOf } from './network.ts'
import { type Fields, readMessage } from './protobuf/reader.ts'
import { agentsOf } from './requests/agents.ts'
import type { Channel } from './schema.ts'
import { BrokenRecord, recordOf } from './updates/record.ts'

/**
 * Files of a node's MSP that say which certificates have which role. An adopted channel may have an MSP that names administrators by
 * certificate, with node OUs off: a node that reads roles from units would refuse those administrators, and the organization's
 * other peers in gossip. So it reads roles as the channel does.
 */
export function roleFiles(
  organization: Organization,
  network: FabricNetwork,
  material: Material,
): Readonly<Record<string, string>> {
  const found = network.top.channels
    .filter(({ adopted }) => adopted)
    .flatMap((channel) => mspsIn(channel, mspIdOf(organization), material))
  const config = found.find((each) => !areOn(unitsOf(each))) ?? found.find((each) => !areUsual(unitsOf(each)))
  if (config === undefined) return { [files.units]: nodeUnits }
  const units = unitsOf(config)
  const own = areOn(units) ? [] : ownAdministrators(organization, network, material)
  const administrators = new Map(
    [...certificateTexts(config, mspFields.administrators), ...own].map((text) => [certificateKey(text), text]),
  )
  return {
    [files.units]: dumpYaml({ NodeOUs: areOn(units) ? { Enable: true, ...identifiersOf(units) } : { Enable: false } }),
    ...Object.fromEntries([...administrators.values()].map((text, at) => [administratorFile(at + 1), text])),
  }
}

/** msp.FabricMSPConfig of an organization in a channel, as its record ends. */
function mspsIn(channel: Channel, mspId: string, material: Material): readonly Buffer[] {
  const block = recordedBlockOf(channel, material)
  try {
    return block === undefined ? [] : mspConfigsOf(recordOf(channel.name, block, material).state.channel, mspId)
  } catch (error) {
    if (error instanceof BrokenRecord) return [] // an error of its own rule
    throw error
  }
}

/** msp.FabricNodeOUs */
const unitsOf = (config: Buffer): Fields =>
  readMessage(readMessage(config).bytes(mspFields.nodeUnits) ?? Buffer.alloc(0))

const areOn = (units: Fields): boolean => units.number(1) === 1

const roles = [
  ['Client', 2],
  ['Peer', 3],
  ['Admin', 4],
  ['Orderer', 5],
] as const

const unitOf = (units: Fields, field: number): string => readMessage(units.bytes(field) ?? Buffer.alloc(0)).text(2)

const areUsual = (units: Fields): boolean => roles.every(([role, field]) => unitOf(units, field) === role.toLowerCase())

/** As in `nodeUnits`, without the authority that a unit may name. */
const identifiersOf = (units: Fields): object =>
  Object.fromEntries(
    roles.flatMap(([role, field]) => {
      const unit = unitOf(units, field)
      return unit === '' ? [] : [[`${role}OUIdentifier`, { OrganizationalUnitIdentifier: unit }]]
    }),
  )

/** Those that Jobs act with: the channel does not know them, and the node knows nobody by a unit. */
const ownAdministrators = (organization: Organization, network: FabricNetwork, material: Material): readonly string[] =>
  agentsOf(network, organization)
    .filter(({ unit }) => unit === 'admin')
    .map(({ agent }) => agentCertificate(organization.name, agent, 'sign', material))
    .filter((text) => text !== '')
