import type { RuleTexts } from '../../network/rule-text.ts'

/** Rules of routes as kustomize built them. */
export const routeRules: RuleTexts = {
  'route-collision': {
    title: 'Two routes have the same port, prefix, host or name.',
    why: 'Emissary would split the connections between them.',
    cases: [
      {
        severity: 'error',
        finds:
          'Two TCPMappings with one port, two Mappings with one prefix, two Hosts with one host name, or a Host, a TLSContext and a TCPMapping with one name.',
        remedy: 'Change one of the two.',
      },
    ],
  },
  'route-freeze': {
    title: 'A route makes Emissary stop loading its configuration.',
    cases: [
      {
        severity: 'error',
        finds:
          'A TCPMapping on the port of an HTTP Listener or of Emissary itself, a Listener for UDP or HTTPSPROXY, or a second Module.',
        remedy: 'Use another port, or follow the hint.',
      },
    ],
  },
  'route-dead': {
    title: 'Emissary ignores a route, or part of it.',
    cases: [
      {
        severity: 'error',
        finds:
          'A wrong identifier or namespace, a port that no Service exposes, a Service port without listener, a Mapping without Host, a Host without Listener, a missing Service, or PROXY on some ports only.',
        remedy: 'Add what is missing, or remove the route.',
      },
      { severity: 'warning', finds: 'A field that Emissary ignores.', remedy: 'Remove the field.' },
    ],
  },
  'route-terminates': {
    title: 'A TCPMapping has a `host`.',
    why: 'TLS then ends at the Ambassador instead of at the node.',
    cases: [
      {
        severity: 'error',
        finds: 'The `host` has no certificate, or its TLSContext has no Secret: Emissary drops the route.',
        remedy: 'Remove `host`.',
      },
      {
        severity: 'warning',
        finds: 'TLS ends at the Ambassador.',
        remedy: 'Remove `host`, unless this is intended.',
      },
    ],
  },
  'route-text': {
    title: 'A text of a route contains `$NAME`, or the name of a port is too long.',
    why: 'Emissary replaces `$NAME` from its environment. Names of ports have at most 15 characters.',
    cases: [{ severity: 'error', remedy: 'Write the value, or shorten the name.' }],
  },
}
