import { stewards } from '../../network/key-holders.ts'
import type { NamedFile, PlatformDefinition } from '../../network/platform-definition.ts'
import type { IndyNetwork } from './network.ts'
import { indyProblems } from './rules/index.ts'
import {
  externalNodeFields,
  externalOrganizationFields,
  type IndyNode,
  type IndyTop,
  nodeFields,
  organizationFields,
  topFields,
} from './schema.ts'
import { indySizes } from './sizes.ts'

/** The fields of a definition for Indy, and the endpoints of its nodes. */
export const indyDefinition: PlatformDefinition<IndyTop, IndyNode> = {
  id: 'indy',
  title: 'Hyperledger Indy',
  // indy-node, the system in its image, and the release of indy-node-container: build-all.yml there.
  release: { pattern: /^\d+\.\d+\.\d+-(?:debian|ubuntu)\d+-\d+\.\d+\.\d+$/, example: '1.13.2-debian12-1.2.10' },
  roles: ['validator'],
  rolesDescription: 'A `validator` keeps the ledger, and agrees with the others on transactions.',
  consensusRoles: ['validator'],
  keyHolders: stewards,
  fields: {
    organization: organizationFields,
    externalOrganization: externalOrganizationFields,
    node: nodeFields,
    externalNode: externalNodeFields,
    top: topFields,
  },
  // Both may have trustees or endorsers only.
  organizationsWithoutNodes: true,
  externalWithoutNodes: true,
  withoutMetrics: true,
  defaultStorage: '10Gi',
  sizes: () => indySizes,
  // CurveZMQ, which encrypts itself: the pool knows one address for each endpoint, and nothing may look into it.
  endpoints: ({ name }) => [
    { name: 'node', port: 9701, protocol: 'tcp', service: name, reached: 'by-port' },
    { name: 'client', port: 9702, protocol: 'tcp', service: name, reached: 'by-port' },
  ],
  // https://github.com/hyperledger/indy-plenum/blob/main/stp_zmq/zstack.py and remote.py: tcp://{ip}:{port}, without zmq.IPV6.
  ipv6: {
    addresses: 'puts addresses and ports together without brackets (stp_zmq/zstack.py)',
    nodes: 'opens sockets of ZeroMQ without IPv6 (stp_zmq/zstack.py)',
  },
  addressesOnLedger: true,
  rules: indyProblems,
  files: namedFiles,
}

/** The genesis of a pool to join, and the text that authors agree to. */
function namedFiles({ top: { genesis, transactionAuthorAgreement: agreement } }: IndyNetwork): NamedFile[] {
  return [
    ...(genesis === undefined
      ? []
      : [
          { file: genesis.pool, path: ['genesis', 'pool'] },
          { file: genesis.domain, path: ['genesis', 'domain'] },
        ]),
    ...(agreement === undefined ? [] : [{ file: agreement.file, path: ['transactionAuthorAgreement', 'file'] }]),
  ]
}
