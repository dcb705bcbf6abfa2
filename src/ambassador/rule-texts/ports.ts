import type { RuleTexts } from '../../network/rule-text.ts'

/** Rules of the ports of an Ambassador. */
export const portRules: RuleTexts = {
  'port-pool': {
    title: 'A port is outside of the pool, or the pool is invalid or full.',
    cases: [
      {
        severity: 'error',
        finds:
          'The first port is higher than the last or below 1024, the pool is full, or a port in the definition or the lock is outside of the pool. With `NodePort`, the pool is outside of the node ports. With `hostPort`, it has more than 250 ports.',
        remedy: 'Widen `ambassador.ports`, or correct `port`.',
      },
      {
        severity: 'warning',
        finds: 'More than nine tenths of the pool are in use.',
        remedy: 'Widen the pool, or let endpoints with TLS share one port (`passthrough: sni`).',
      },
    ],
  },
  'port-collision': {
    title: 'Two endpoints of a cluster have the same port.',
    why: 'Emissary would split the connections between them.',
    cases: [{ severity: 'error', remedy: 'Set another `port` for one of them.' }],
  },
  'port-reserved': {
    title: 'A port is reserved.',
    cases: [
      {
        severity: 'error',
        finds: 'Emissary needs the port itself. It would stop loading any configuration.',
        remedy: 'Choose another `port`, or leave it out.',
      },
      {
        severity: 'error',
        finds: 'With `hostPort`: each machine already uses the port (10250, 10256).',
        remedy: 'Choose another `port`.',
      },
      {
        severity: 'warning',
        finds: 'On K3s: Traefik uses the ports 80 and 443.',
        remedy: 'Start K3s with `--disable=traefik`, or publish with `NodePort`.',
      },
    ],
  },
  'port-limit': {
    title: "A cluster needs more ports or rules than the provider's load balancer supports.",
    cases: [
      {
        severity: 'error',
        finds: 'More ports than the load balancer opens.',
        remedy: 'Let endpoints with TLS share one port (`passthrough: sni`), or spread the nodes over more clusters.',
      },
      {
        severity: 'warning',
        finds:
          'More rules than a security group holds: ports times `sourceRanges`. EKS allows 60, unless the quota was raised.',
        remedy: 'List fewer, wider ranges, or use your own security group or prefix list.',
      },
      {
        severity: 'warning',
        finds: 'More than nine tenths of the limit.',
        remedy: 'Act before the limit is reached.',
      },
    ],
  },
}
