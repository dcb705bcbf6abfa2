import { familyOf } from '../ip-address.ts'
import { aksConflicts } from './annotations/aks.ts'
import type { Provider } from './provider.ts'

const annotation = (name: string): string => `service.beta.kubernetes.io/azure-load-balancer-${name}`

/** Minutes; the default of 4 is below the keep-alives of several ledgers. 4 to 100 are possible: https://learn.microsoft.com/azure/load-balancer/load-balancer-tcp-reset */
const idleMinutes = 60

/** Azure Kubernetes Service, https://cloud-provider-azure.sigs.k8s.io/topics/loadbalancer/ */
export const aks: Provider = {
  id: 'aks',
  title: 'Azure Kubernetes Service',
  local: false,
  service: ({ visibility, className, addresses }) => ({
    annotations: {
      [annotation('tcp-idle-timeout')]: String(idleMinutes),
      ...(visibility === 'internal' ? { [annotation('internal')]: 'true' } : {}),
      ...Object.fromEntries(
        addresses.flatMap((address) => {
          const family = familyOf(address)
          return family === undefined ? [] : [[annotation(family.toLowerCase()), address]]
        }),
      ),
    },
    ...(className === undefined ? {} : { loadBalancerClass: className }),
    // The health check is then kube-proxy's, for all ports: no port without a listener is probed.
    externalTrafficPolicy: 'Local',
  }),
  addressProblem: ({ addresses }) =>
    new Set(addresses.map(familyOf)).size === addresses.length && addresses.every((one) => familyOf(one) !== undefined)
      ? undefined
      : 'must be one IP address of each family, which exist in the resource group of the machines',
  // https://learn.microsoft.com/azure/aks/configure-dual-stack: limitations
  familyProblem: ([first]) => (first === 'IPv6' ? 'has no clusters with IPv6 alone' : undefined),
  takesAddress: true,
  internal: true,
  pools: false,
  // Network security group of the subnet: https://cloud-provider-azure.sigs.k8s.io/topics/loadbalancer/
  sourceRanges: true,
  podsAreClients: true,
  proxyProtocol: false,
  // https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits: rules per network interface
  portLimit: 300,
  annotations: /^service\.(?:beta\.)?kubernetes\.io\/(?:azure-|port_\d)/,
  controllers: ['cloud-provider-azure'],
  annotationConflicts: aksConflicts,
  // https://learn.microsoft.com/azure/aks/use-labels#reserved-system-labels
  machineLabels: /^(?:kubernetes\.azure\.com\/|agentpool$)/,
  idleTimeout: idleMinutes * 60,
  hairpin: 'kube-proxy handles the connection inside the cluster; source ranges must include the range of the pods',
  // https://learn.microsoft.com/azure/aks/concepts-storage#storage-classes. Managed disks are always encrypted at rest.
  storage: {
    recommended: 'managed-csi-premium',
    defaultServes: true,
    // https://learn.microsoft.com/azure/virtual-machines/disks-types#premium-ssds
    largest: '32Ti',
    names: /^(?:managed-csi|managed-premium|azurefile)/,
    existing: ['default', 'managed', 'managed-csi', 'managed-csi-premium', 'managed-premium'],
    unsuitable: {
      'azurefile-csi': 'is a file share: ledger databases need a disk',
      'azurefile-csi-premium': 'is a file share: ledger databases need a disk',
      azurefile: 'is a file share: ledger databases need a disk',
      'azurefile-premium': 'is a file share: ledger databases need a disk',
    },
    created: { provisioner: 'disk.csi.azure.com', parameters: { skuName: 'Premium_LRS' } },
  },
  // --dns-service-ip of https://learn.microsoft.com/cli/azure/aks#az-aks-create
  dnsAddresses: ['10.0.0.10'],
  apiServerPort: 443,
  login: (context) => `az aks get-credentials --resource-group GROUP --name CLUSTER --context ${context}`,
  addressHint: 'the external IP of the Service',
}
