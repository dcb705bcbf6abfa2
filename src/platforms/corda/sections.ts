import { nodeId } from '../../network/network.ts'
import type { PlatformSection } from '../platform.ts'
import { serverNameOf } from './legal-name.ts'
import { type CordaNetwork, legalNameOf, partiesOf, serviceNameOf } from './network.ts'

/** Who a node is for others. */
export const sections = (network: CordaNetwork): readonly PlatformSection[] => [
  {
    title: 'Legal names',
    introduction:
      'Others know nodes by these names, which their certificates have. They ask for the server name (SNI) when they dial one. For a notary with a service they ask for none.',
    columns: ['node', 'legal name', 'notary service', 'server name'],
    rows: partiesOf(network).map((node) => {
      const [name, service] = [legalNameOf(node), serviceNameOf(node)]
      return [nodeId(node), name, service ?? '', service === undefined ? `\`${serverNameOf(name)}\`` : '']
    }),
  },
]
