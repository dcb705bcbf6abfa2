import type { Provider } from './provider.ts'

/** Amazon EKS with the AWS Load Balancer Controller, https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/ */
export const eks: Provider = {
  id: 'eks',
  title: 'Amazon EKS',
  local: false,
  service: {
    loadBalancerClass: 'service.k8s.aws/nlb',
    annotations: {
      // The controller's default is an internal load balancer, which no other cluster could dial.
      'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internet-facing',
      'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type': 'ip',
      'service.beta.kubernetes.io/aws-load-balancer-attributes': 'load_balancing.cross_zone.enabled=true',
      // Without it source ranges would see the load balancer's own address.
      'service.beta.kubernetes.io/aws-load-balancer-target-group-attributes': 'preserve_client_ip.enabled=true',
    },
    externalTrafficPolicy: 'Cluster',
  },
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-limits.html: listeners of an NLB
  portLimit: 50,
  fixedAddress: false,
  addressHint: 'the host name of the load balancer (a CNAME record), or its Elastic IPs',
}
