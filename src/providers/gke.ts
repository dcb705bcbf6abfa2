import type { Provider } from './provider.ts'

/** Google Kubernetes Engine, https://cloud.google.com/kubernetes-engine/docs/concepts/service-load-balancer-parameters */
export const gke: Provider = {
  id: 'gke',
  title: 'Google Kubernetes Engine',
  local: false,
  service: {
    // A backend-service-based load balancer: more than five ports need it.
    annotations: { 'cloud.google.com/l4-rbs': 'enabled' },
    externalTrafficPolicy: 'Local',
  },
  fixedAddress: true,
  addressHint: 'the external IP of the Service',
}
