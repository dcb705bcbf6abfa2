import type { Provider } from './provider.ts'

/** Azure Kubernetes Service, https://cloud-provider-azure.sigs.k8s.io/topics/loadbalancer/ */
export const aks: Provider = {
  id: 'aks',
  title: 'Azure Kubernetes Service',
  local: false,
  service: {
    annotations: {
      // Minutes; the default of 4 is below the keep-alives of several ledgers.
      'service.beta.kubernetes.io/azure-load-balancer-tcp-idle-timeout': '30',
    },
    externalTrafficPolicy: 'Local',
  },
  // https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits: rules per network interface
  portLimit: 300,
  fixedAddress: true,
  addressHint: 'the external IP of the Service',
}
