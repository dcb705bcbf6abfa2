import { ambassadorReplaced, type RiskCase } from '../case.ts'

const unmanaged: readonly [string, string][] = [
  ['provider: aks', 'provider: kubernetes'],
  ['    ambassador: {sourceRanges: [192.0.2.0/24]}\n', ''],
]

const families = (was: string, is: string, given: Pick<RiskCase, 'errors' | 'risks'>): RiskCase => ({
  name: `${was} that becomes ${is}`,
  given: [...unmanaged, ['asia.example.com\n', `asia.example.com\n    ipFamilies: ${was}\n`]],
  edits: [[`ipFamilies: ${was}\n`, `ipFamilies: ${is}\n`]],
  ...given,
})

const refused = ', and nothing of its Ambassador and nodes is applied any more'
const kept = 'those that exist keep IPv6, where the Ambassador no longer listens'

const risk = (severity: 'danger' | 'caution', message: string, hint: string): RiskCase['risks'][number] => ({
  risk: `${severity} ip-families-changed asia 10:17`,
  message: `Services of cluster asia have ${message}`,
  hint,
})

const another = (message: string) =>
  risk(
    'danger',
    message,
    'if it is another cluster, add it under another name and move node by node; else keep the families',
  )

const replaced = ambassadorReplaced('asia 7:5', 'env')

/** Services of a cluster with other address families. */
export const ipFamilies: readonly RiskCase[] = [
  families('[IPv4]', '[IPv4, IPv6]', {
    risks: [
      risk(
        'caution',
        `IPv4 and IPv6 instead of IPv4: Kubernetes refuses that where the cluster itself is not dual-stack${refused}`,
        'make the cluster, its machines and its load balancer dual-stack first; then add AAAA records, when the Ambassador has an IPv6 address',
      ),
    ],
  }),
  families('[IPv4, IPv6]', '[IPv4]', {
    risks: [
      risk(
        'caution',
        `IPv4 instead of IPv4 and IPv6: ${kept}`,
        'remove the AAAA records first: clients with IPv6 only cannot connect any more; `kubectl patch service NAME --patch \'{"spec": {"ipFamilyPolicy": "SingleStack"}}\'` releases the addresses',
      ),
    ],
  }),
  families('[IPv4]', '[IPv6]', {
    errors: ['ip-family', 'ip-family'],
    risks: [another(`IPv6 instead of IPv4: Kubernetes refuses another first family${refused}`), replaced],
  }),
  families('[IPv4, IPv6]', '[IPv6]', {
    errors: ['ip-family', 'ip-family'],
    risks: [another(`IPv6 instead of IPv4 and IPv6: Kubernetes refuses another first family${refused}`), replaced],
  }),
  families('[IPv6]', '[IPv4]', { risks: [another(`IPv4 instead of IPv6: ${kept}`), replaced] }),
  families('[IPv6]', '[IPv6, IPv4]', {
    risks: [another(`IPv4 and IPv6 instead of IPv6: Kubernetes refuses another first family${refused}`), replaced],
  }),
  families('[IPv4, IPv6]', '[IPv6, IPv4]', { risks: [] }),
]
