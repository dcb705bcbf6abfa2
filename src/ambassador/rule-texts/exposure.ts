import type { RuleTexts } from '../../network/rule-text.ts'

/** Rules of what an Ambassador exposes, and to whom. */
export const exposureRules: RuleTexts = {
  'open-to-all': {
    title: 'The ports of a cluster are open to the whole internet.',
    why: 'Anyone who reaches a port of a ledger node may be able to read the ledger. Local clusters are not checked.',
    cases: [{ severity: 'warning', remedy: 'List the other clusters and the clients in `ambassador.sourceRanges`.' }],
    example: 'sourceRanges: [203.0.113.0/24]',
  },
  'expose-needs-domain': {
    title: 'A node is exposed in a cluster without a domain.',
    why: 'Clients select an exposed HTTP endpoint by its host name.',
    cases: [{ severity: 'error', remedy: 'Set `domain` of the cluster, or remove `expose`.' }],
  },
  'ambassador-setting': {
    title: 'A setting of the Ambassador does not fit its provider or its other settings.',
    cases: [
      {
        severity: 'error',
        finds: 'Settings that exclude each other, or that the provider does not support.',
        remedy: 'Follow the message. See docs/providers.md.',
      },
      {
        severity: 'warning',
        finds:
          '`cleartext` in a cloud, with nodes exposed to the internet, and no annotation that terminates TLS at the load balancer.',
        remedy: 'Set `issuer` or `tlsSecret`.',
      },
      {
        severity: 'warning',
        finds: '`selfSigned` in a cluster that is not local: clients cannot verify the server.',
        remedy: 'Name an `issuer`.',
      },
      {
        severity: 'warning',
        finds: 'One pod (`replicas: 1`) in a cluster that is not local: a restart closes all connections.',
        remedy: 'Set `replicas` to 2 or more.',
      },
    ],
  },
  'shared-endpoint': {
    title: 'A name for several nodes (`endpoints` of an organization) cannot be served as written.',
    why: 'Any of the nodes answers a request to the name. So all of them must be in one cluster, and serve the same.',
    cases: [
      {
        severity: 'error',
        finds: 'The name is that of a node or of its Service, or occurs twice.',
        remedy: 'Choose another name.',
      },
      {
        severity: 'error',
        finds:
          'The nodes run in several clusters, expose nothing in common, or belong to a ledger whose endpoints differ from node to node.',
        remedy: 'Follow the hint.',
      },
      {
        severity: 'warning',
        finds: 'One node alone, or nodes of which only some authenticate clients.',
        remedy: 'Name at least two nodes, with the same `authentication`.',
      },
    ],
    example: 'endpoints: [{name: api, nodes: [rpc1, rpc2]}]',
  },
  'issuer-limit': {
    title: 'The certificate of an issuer (`ambassador.issuer`) would have more names than public authorities accept.',
    why: "One certificate has the names of all exposed nodes of a cluster. Let's Encrypt refuses more than 100, and then HTTPS works for no node.",
    cases: [
      {
        severity: 'warning',
        remedy:
          'Expose fewer nodes, or create a certificate with a wildcard for each organization yourself, and name its Secret in `tlsSecret`. Acknowledge the warning if the authority is your own.',
      },
    ],
  },
  'load-balancer-annotation': {
    title: 'A controller does not do with an annotation of `ambassador.annotations` what its author expects.',
    why: 'Controllers ignore unknown annotations, and stop updating a load balancer because of an invalid value. Neither is visible in Git.',
    cases: [
      {
        severity: 'error',
        finds: 'A misspelt annotation, or one that no controller and no external-dns reads.',
        remedy: 'Correct it. Write annotations of newer controllers in an override.',
      },
      {
        severity: 'error',
        finds: 'A value that its controller or its cloud refuses or ignores.',
        remedy: 'Use a value that the message lists.',
      },
      {
        severity: 'error',
        finds:
          'An annotation that contradicts a field, that its controller refuses beside a field, or that breaks connections: TLS terminated at every port, or the PROXY protocol without `proxyProtocol`.',
        remedy: 'Set the field, or follow the hint.',
      },
      {
        severity: 'warning',
        finds:
          'An annotation that is deprecated, that only another controller or an Ingress reads, that is for a port which is not open, that hides the addresses of clients, or that leaves pods out of reach.',
        remedy: 'Follow the hint.',
      },
    ],
    example:
      'annotations: {service.beta.kubernetes.io/aws-load-balancer-security-groups: sg-0123, service.beta.kubernetes.io/aws-load-balancer-manage-backend-security-group-rules: "true"}',
  },
  'no-effect': {
    title: 'A field has no effect.',
    why: 'Its author expects something that does not happen.',
    cases: [
      {
        severity: 'warning',
        finds:
          'An Ambassador field that its other settings disable: `size` with complete `resources`; `replicas` with `existing`, `NodePort` or `hostPort`; `passthrough: sni` without endpoints with TLS; `tlsSecret` with `cleartext`; a class or annotation of another cloud. `spread` of an Ambassador with a pod on every machine, `apiServer` with `existing`, or `images.qualified` with a mirror.',
        remedy: 'Remove the field.',
      },
      {
        severity: 'warning',
        finds:
          'An entry that is listed twice, a range without addresses or of a family that the cluster does not have, an origin beside `"*"`, `port` of a node without a port, `issuerRecipients` without certificates, or `stewardRecipients` without stewards.',
        remedy: 'Remove the entry.',
      },
      {
        severity: 'notice',
        finds: 'A setting for exposed HTTP endpoints in a cluster without such endpoints.',
        remedy: 'Expose a node, or remove the setting.',
      },
    ],
  },
  'source-ranges': {
    title: '`sourceRanges` are not enforced.',
    why: 'The address of the client does not arrive there.',
    cases: [{ severity: 'warning', remedy: 'Enforce the ranges in a firewall, or publish in another way.' }],
  },
  'emissary-version': {
    title: '`ambassador.version` is a release of Emissary that is not supported.',
    cases: [
      {
        severity: 'error',
        remedy: 'Leave the field out. With `existing`, ask the owner to upgrade Emissary.',
      },
    ],
  },
  'body-limit': {
    title: 'A WebSocket or gRPC endpoint is exposed together with `bodyLimit`.',
    why: 'Envoy waits for the end of each request, so the endpoint would never answer.',
    cases: [{ severity: 'error', remedy: 'Remove `bodyLimit`, or do not expose the endpoint.' }],
  },
  'unguarded-endpoint': {
    title: 'An exposed endpoint answers the whole internet without authentication.',
    why: 'Anyone can call the ledger.',
    cases: [
      {
        severity: 'warning',
        remedy:
          "Use the ledger's authentication, set `ambassador.authentication`, or narrow `ambassador.sourceRanges`.",
      },
    ],
    example: 'authentication: { service: "checker.security:8080" }',
  },
}
