import type { Material } from '../../material/material.ts'
import { nodeId } from '../../network/network.ts'
import type { PlatformSection } from '../platform.ts'
import { genesisFilesOf, genesisValidators } from './genesis.ts'
import { endorserIdentity, trusteeIdentity } from './identity-file.ts'
import { aliasOf, endorsersOf, type IndyNetwork, trusteesOf } from './network.ts'

/** The pool as its genesis has it, and who may write to it, as tables. */
export function sections(network: IndyNetwork, material: Material): readonly PlatformSection[] {
  const all: readonly PlatformSection[] = [
    {
      title: 'Validators of the genesis',
      introduction:
        'What the pool began with: a NODE transaction changes it, and never the genesis. Everybody dials a validator at these addresses, also from its own cluster.',
      columns: ['alias', 'validator', 'for validators', 'for clients', 'steward'],
      rows: genesisRows(network, material),
    },
    {
      title: 'Trustees',
      introduction: 'They add stewards and endorsers, and change the configuration of the pool.',
      columns: ['trustee', 'DID'],
      rows: parties(network).flatMap((party) =>
        trusteesOf(party).map((person) => [
          `${party.name}/${person.name}`,
          quoted(trusteeIdentity(party, person, material)?.did),
        ]),
      ),
    },
    {
      title: 'Endorsers',
      introduction: 'They write schemas and credential definitions. `chancery indy endorser` makes the transaction.',
      columns: ['endorser', 'DID'],
      rows: parties(network).flatMap((party) =>
        endorsersOf(party).map((person) => [
          `${party.name}/${person.name}`,
          quoted(endorserIdentity(party, person, material)?.did),
        ]),
      ),
    },
  ]
  return all.filter(({ rows }) => rows.length > 0)
}

const parties = ({ organizations, externalParties }: IndyNetwork) => [...organizations, ...externalParties]

function genesisRows(network: IndyNetwork, material: Material): string[][] {
  const known = new Map([...network.nodes, ...network.external].map((node) => [aliasOf(node), nodeId(node)]))
  const files = genesisFilesOf(network, material)
  return genesisValidators(files?.pool ?? '').map(({ alias, nodeHost, nodePort, clientHost, clientPort, steward }) => [
    alias,
    known.get(alias) ?? '',
    quoted(`${nodeHost}:${nodePort}`),
    quoted(`${clientHost}:${clientPort}`),
    quoted(steward),
  ])
}

const quoted = (text: string | undefined): string => (text === undefined ? '' : `\`${text}\``)
