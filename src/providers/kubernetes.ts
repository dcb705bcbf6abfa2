import type { Provider } from './provider.ts'

/** Any cluster that nobody manages for you; something such as MetalLB gives the Service its address. */
export const kubernetes: Provider = {
  id: 'kubernetes',
  title: 'Kubernetes',
  local: false,
  service: { annotations: {}, externalTrafficPolicy: 'Local' },
  fixedAddress: true,
  addressHint: 'the external IP of the Service, as MetalLB or your own load balancer gives it',
}
