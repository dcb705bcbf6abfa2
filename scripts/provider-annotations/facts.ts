import { table } from '../../src/render/markdown.ts'
import type { GeneratedPart } from '../generated-part.ts'
import { linesWith } from './go-source.ts'
import type { ControllerReading } from './table.ts'

/** What docs/providers.md says of a controller, and the line of its sources that says it. */
interface Fact {
  readonly provider: string
  readonly controller: string
  readonly says: string
  readonly file: string
  readonly text: string
}

const of =
  (provider: string, controller: string) =>
  (says: string, file: string, text: string): Fact => ({
    provider,
    controller,
    says,
    file,
    text,
  })
const eks = of('eks', 'aws-load-balancer-controller')
const aks = of('aks', 'cloud-provider-azure')
const gke = of('gke', 'ingress-gce')
const metalLb = of('kubernetes', 'metallb')

const facts: readonly Fact[] = [
  eks('a listener for each port of the Service', 'pkg/service/model_build_listener.go', 'range t.service.Spec.Ports {'),
  eks(
    'a rule of the security group for each port and range',
    'pkg/service/model_build_managed_sg.go',
    'for _, cidr := range cidrs {',
  ),
  eks(
    'an own security group opens no machines, unless asked to',
    'pkg/service/model_build_load_balancer.go',
    'if manageBackendSGRules {',
  ),
  eks(
    'with a certificate and no list of ports, every port terminates TLS',
    'pkg/service/model_build_listener.go',
    'cfg.tlsPortsSet.Len() == 0',
  ),
  eks('health checks every 10 seconds', 'pkg/service/model_builder.go', 'defaultHealthCheckInterval: '),
  eks(
    'a target is unhealthy after 3 failures',
    'pkg/service/model_builder.go',
    'defaultHealthCheckUnhealthyThreshold: ',
  ),
  eks('one Elastic IP for each subnet', 'pkg/service/model_build_load_balancer.go', 'count of EIP allocations'),
  aks(
    'connections are forgotten after at most 100 minutes',
    'pkg/provider/azure_loadbalancer.go',
    'idleTimeoutMax = 100',
  ),
  aks('health checks every 5 seconds', 'pkg/consts/consts.go', 'HealthProbeDefaultProbeInterval int32'),
  aks('a machine is unhealthy after 2 failures', 'pkg/consts/consts.go', 'HealthProbeDefaultNumOfProbe int32'),
  aks(
    'a network security group has at most 1000 rules',
    'pkg/provider/securitygroup/securitygroup.go',
    'MaxSecurityRulesPerGroup  ',
  ),
  aks(
    'source ranges and the annotation of Azure exclude each other',
    'pkg/provider/loadbalancer/accesscontrol.go',
    'return nil, ErrSetBoth',
  ),
  gke(
    'a forwarding rule names up to five ports, then a range or all',
    'pkg/l4/resources/forwarding_rules.go',
    'maxForwardedPorts = 5',
  ),
  gke(
    'with the traffic policy Local, health checks every 3 seconds',
    'pkg/l4/healthchecks/healthchecksl4.go',
    'gceLocalHcCheckIntervalSeconds ',
  ),
  gke(
    'a machine is unhealthy after 2 failures',
    'pkg/l4/healthchecks/healthchecksl4.go',
    'gceLocalHcUnhealthyThreshold ',
  ),
  gke(
    'at most two names of addresses, one of each family',
    'pkg/l4/annotations/l4_static_address.go',
    'maxNumberOfAddresses ',
  ),
  metalLb('one address of each family', 'internal/ipfamily/ipfamily.go', 'same address family'),
  metalLb(
    'an annotation with addresses and `loadBalancerIP` exclude each other',
    'controller/service.go',
    'can not have both',
  ),
]

/** The table of facts in docs/providers.md. Throws when the sources of a release do not have a line. */
export function factsPart(readings: readonly ControllerReading[]): GeneratedPart {
  const rows = facts.map(({ provider, controller, says, file, text }) => {
    const reading = readings.find(({ id }) => id === controller)
    const [line] = linesWith(
      text,
      (reading?.files ?? []).filter(({ path }) => path === file),
    )
    if (reading === undefined || line === undefined) throw new Error(`${controller}: ${file} has no line with ${text}`)
    return [`\`${provider}\``, says, `${reading.controller.title} ${reading.controller.release}: \`${line.at}\``]
  })
  return {
    file: 'docs/providers.md',
    name: 'facts of controllers',
    text: table(['provider', 'what its controller does', 'source'], rows),
  }
}
