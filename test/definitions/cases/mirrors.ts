import type { Case } from '../case.ts'

/** Where images come from, and ranges that let everybody or nobody in. */
export const mirrors: readonly Case[] = [
  {
    name: 'a mirror that is an account of Docker Hub',
    change: [['version: 1', 'version: 1\nimages: {registry: mirror}']],
    findings: [
      {
        rule: 'image',
        severity: 'error',
        at: '3:20',
        message: 'mirror is not a registry but an account of Docker Hub: a registry has a dot or a port',
        hint: 'write its whole name, or docker.io/mirror if that is intended',
      },
    ],
  },
  ...(
    [
      ['', 'it is empty', 'write a registry and path such as registry.example.com/mirror, or remove `images.registry`'],
      ['https://registry.example.com/a/', 'it begins with https://', 'write registry.example.com/a'],
      ['registry.example.com/', 'it ends with "/"', 'write registry.example.com'],
      [
        'robot:word@registry.example.com/a',
        'it has a login',
        'write registry.example.com/a, and put the login into the Secret of `images.pullSecret`',
      ],
      [
        'registry.example.com/a:1',
        'it has a tag or a digest',
        'write registry.example.com/a: each image has its own tag there',
      ],
      ['Registry.example.com:5000/A', 'it has capitals', 'write registry.example.com:5000/a'],
      ['registry.example.com:99999/mirror', 'the registry port 99999 is out of range', 'use a port from 1 to 65535'],
      ['registry.example.com:0', 'the registry port 0 is out of range', 'use a port from 1 to 65535'],
      [
        'registry.example.com:',
        '"registry.example.com:" is not the name of a registry',
        'write a registry and path such as registry.example.com/mirror',
      ],
      [
        'registry.example.com//a',
        'a part of its name is empty',
        'write a registry and path such as registry.example.com/mirror: one "/" between two parts',
      ],
      [
        'registry.example.com/a..b',
        '"a..b" is not valid in an image name',
        'use lower-case letters and digits, with ".", "_", "__" or "-" between them',
      ],
      ['registry.example.com/a b', 'it has a space', 'remove the space'],
      [
        `registry.example.com/${'a'.repeat(240)}`,
        'its name has 266 characters, more than 255',
        'write a registry and path such as registry.example.com/mirror',
      ],
    ] as const
  ).map(
    ([text, message, hint]): Case => ({
      name: `the mirror ${text.slice(0, 40)}`,
      change: [['version: 1', `version: 1\nimages: {registry: "${text}"}`]],
      findings: [
        { rule: 'image', severity: 'error', at: '3:20', message: `images.registry is not a mirror: ${message}`, hint },
      ],
    }),
  ),
  {
    name: 'a mirror that is a Service',
    change: [['version: 1', 'version: 1\nimages: {registry: "registry.tools.svc.cluster.local:5000"}']],
    findings: [
      {
        rule: 'image',
        severity: 'warning',
        at: '3:20',
        message:
          'the registry registry.tools.svc.cluster.local is a name inside Kubernetes: each cluster resolves it to its own Services, and it is the machines that pull images',
        hint: 'write a name that the DNS of the machines resolves, or have their runtime know this mirror',
      },
    ],
  },
  {
    name: 'a mirror on the machine, for clusters in clouds',
    change: [['version: 1', 'version: 1\nimages: {registry: "localhost:5000"}']],
    findings: [
      {
        rule: 'image',
        severity: 'warning',
        at: '3:20',
        message:
          'the registry localhost resolves to the connecting machine itself (RFC 6761), and it is the machines that pull images',
        hint: 'write a name that the DNS of the machines resolves, or have their runtime know this mirror',
      },
    ],
  },
  {
    name: 'digests of one image under both of its names',
    change: [
      [
        'version: 1',
        'version: 1\nimages: {digests: {docker.io/hyperledger/besu: "sha256:0000000000000000000000000000000000000000000000000000000000000000", hyperledger/besu: "sha256:1111111111111111111111111111111111111111111111111111111111111111"}}',
      ],
    ],
    findings: [
      {
        rule: 'image',
        severity: 'error',
        at: '3:123',
        message: 'hyperledger/besu and docker.io/hyperledger/besu are the same image',
        hint: 'remove one of the two',
      },
    ],
  },
  {
    name: 'a digest of an image with its registry and tag',
    change: [
      [
        'version: 1',
        'version: 1\nimages: {digests: {"docker.io/hyperledger/besu:26.8.0": "sha256:0000000000000000000000000000000000000000000000000000000000000000"}}',
      ],
    ],
    findings: [
      {
        rule: 'image',
        severity: 'error',
        at: '3:20',
        message: 'no image is called docker.io/hyperledger/besu:26.8.0',
        hint: 'did you mean "hyperledger/besu"?',
      },
    ],
  },
  {
    name: 'half of all addresses',
    change: [['sourceRanges: [203.0.113.0/24]', 'sourceRanges: [0.0.0.0/1]']],
    findings: [
      {
        rule: 'open-to-all',
        severity: 'warning',
        at: '16:21',
        message: 'the ports of cluster eu are open to the whole internet: anyone who reaches one can read the ledger',
        hint: 'list the addresses of the other clusters in ambassador.sourceRanges',
      },
    ],
  },
  {
    name: 'all addresses, in two halves',
    change: [['sourceRanges: [203.0.113.0/24]', 'sourceRanges: [0.0.0.0/1, 128.0.0.0/1]']],
    findings: [
      {
        rule: 'open-to-all',
        severity: 'warning',
        at: '16:21',
        message: 'the ports of cluster eu are open to the whole internet: anyone who reaches one can read the ledger',
        hint: 'list the addresses of the other clusters in ambassador.sourceRanges',
      },
    ],
  },
  {
    name: 'the range 127.0.0.0/8',
    change: [['sourceRanges: [203.0.113.0/24]', 'sourceRanges: [127.0.0.0/8]']],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '16:22',
        message:
          'the range 127.0.0.0/8 of cluster eu admits nobody: 127.0.0.0 resolves to the connecting machine itself (loopback, RFC 1122)',
        hint: 'list the source addresses of clients and of the other clusters',
      },
    ],
  },
  {
    name: 'the range 0.0.0.0/32',
    change: [['sourceRanges: [203.0.113.0/24]', 'sourceRanges: [0.0.0.0/32]']],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '16:22',
        message:
          'the range 0.0.0.0/32 of cluster eu admits nobody: 0.0.0.0 is not the address of a machine: it means "this network" (RFC 791)',
        hint: 'list the source addresses of clients and of the other clusters',
      },
    ],
  },
  {
    name: 'the range 224.0.0.0/8',
    change: [['sourceRanges: [203.0.113.0/24]', 'sourceRanges: [224.0.0.0/8]']],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '16:22',
        message:
          'the range 224.0.0.0/8 of cluster eu admits nobody: 224.0.0.0 is a multicast address (RFC 5771): nobody can connect to it',
        hint: 'list the source addresses of clients and of the other clusters',
      },
    ],
  },
  {
    name: 'the range 169.254.0.0/16',
    change: [['sourceRanges: [203.0.113.0/24]', 'sourceRanges: [169.254.0.0/16]']],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '16:22',
        message:
          'the range 169.254.0.0/16 of cluster eu admits nobody: 169.254.0.0 is valid on one link only (link-local, RFC 3927); clouds serve metadata there',
        hint: 'list the source addresses of clients and of the other clusters',
      },
    ],
  },
]
