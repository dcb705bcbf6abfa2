import { platforms } from '../../../src/platforms/index.ts'
import type { Case } from '../case.ts'

const known = platforms.map(({ definition }) => definition.id).join(', ')

/** Keys that are missing or unknown, and values of the wrong kind. */
export const schema: readonly Case[] = [
  {
    name: 'no version',
    change: [['version: 1\n', '']],
    findings: [
      {
        rule: 'missing-key',
        severity: 'error',
        at: '2:1',
        message: 'network.yaml has no "version"',
        hint: 'add it: 1 (Version of this format)',
      },
    ],
  },
  {
    name: 'another version',
    change: [['version: 1\n', 'version: 2\n']],
    findings: [{ rule: 'schema', severity: 'error', at: '2:10', message: 'version must be 1, got 2' }],
  },
  {
    name: 'a version in quotes',
    change: [['version: 1\n', 'version: "1"\n']],
    findings: [
      { rule: 'schema', severity: 'error', at: '2:10', message: 'version must be the number 1, without quotes' },
    ],
  },
  {
    name: 'no platform',
    change: [['platform: besu\n', '']],
    findings: [
      {
        rule: 'platform',
        severity: 'error',
        at: '2:1',
        message: 'network.yaml has no "platform"',
        hint: `add one of: ${known}`,
      },
    ],
  },
  {
    name: 'an empty platform',
    change: [['platform: besu\n', 'platform:\n']],
    findings: [
      {
        rule: 'platform',
        severity: 'error',
        at: '4:1',
        message: 'platform is empty',
        hint: `add one of: ${known}`,
      },
    ],
  },
  {
    name: 'a mistyped platform',
    change: [['platform: besu\n', 'platform: bseu\n']],
    findings: [
      {
        rule: 'platform',
        severity: 'error',
        at: '4:11',
        message: 'unknown platform "bseu"',
        hint: 'did you mean "besu"?',
      },
    ],
  },
  {
    name: 'a platform that is not here',
    change: [['platform: besu\n', 'platform: ripple\n']],
    findings: [
      {
        rule: 'platform',
        severity: 'error',
        at: '4:11',
        message: 'unknown platform "ripple"',
        hint: `known: ${known}`,
      },
    ],
  },
  {
    name: 'a platform as a mapping',
    change: [['platform: besu\n', 'platform: {name: besu}\n']],
    findings: [
      { rule: 'platform', severity: 'error', at: '4:11', message: 'platform must be text', hint: `one of: ${known}` },
    ],
  },
  {
    name: 'no name',
    change: [['name: supplychain\n', '']],
    findings: [
      {
        rule: 'missing-key',
        severity: 'error',
        at: '2:1',
        message: 'network.yaml has no "name"',
        hint: 'add it: text (Name of the network)',
      },
    ],
  },
  {
    name: 'an empty name',
    change: [['name: supplychain', 'name:']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '3:1',
        message: 'name must be text, got an empty value',
        hint: 'Name of the network',
      },
    ],
  },
  {
    name: 'a name that YAML reads as a number',
    change: [['name: supplychain', 'name: 1e3']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '3:7',
        message: 'name must be text, got 1e3',
        hint: 'write a DNS-1123 label: lower-case letters, digits and "-", beginning with a letter, at most 63',
      },
    ],
  },
  {
    name: 'a name that YAML reads as true',
    change: [['name: supplychain', 'name: true']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '3:7',
        message: 'name must be text, got true',
        hint: 'put it in quotes: Name of the network',
      },
    ],
  },
  {
    name: 'a name with capitals',
    change: [['name: supplychain', 'name: SupplyChain']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '3:7',
        message:
          'name must be a DNS-1123 label: lower-case letters, digits and "-", beginning with a letter, at most 63, got "SupplyChain"',
      },
    ],
  },
  {
    name: 'a name with an underscore',
    change: [['name: supplychain', 'name: supply_chain']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '3:7',
        message:
          'name must be a DNS-1123 label: lower-case letters, digits and "-", beginning with a letter, at most 63, got "supply_chain"',
      },
    ],
  },
  {
    name: 'a name that ends with a hyphen',
    change: [['name: supplychain', 'name: supplychain-']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '3:7',
        message:
          'name must be a DNS-1123 label: lower-case letters, digits and "-", beginning with a letter, at most 63, got "supplychain-"',
      },
    ],
  },
  {
    name: 'a name of several lines',
    change: [['name: supplychain', 'name: |\n  supplychain']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '4:1',
        message:
          'name must be a DNS-1123 label: lower-case letters, digits and "-", beginning with a letter, at most 63, got "supplychain\\n"',
      },
    ],
  },
  {
    name: 'a name in another script',
    change: [['name: supplychain', 'name: lieferkette-zürich']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '3:7',
        message:
          'name must be a DNS-1123 label: lower-case letters, digits and "-", beginning with a letter, at most 63, got "lieferkette-zürich"',
      },
    ],
  },
  {
    name: 'a release with two parts',
    change: [['platformVersion: 26.8.0', 'platformVersion: 26.10']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '5:18',
        message: 'platformVersion must be text, got 26.10',
        hint: 'write an exact release such as 26.8.0',
      },
    ],
  },
  {
    name: 'the latest release',
    change: [['platformVersion: 26.8.0', 'platformVersion: latest']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '5:18',
        message: 'platformVersion must be an exact release such as 26.8.0, got "latest"',
      },
    ],
  },
  {
    name: 'a release with a v',
    change: [['platformVersion: 26.8.0', 'platformVersion: v26.8.0']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '5:18',
        message: 'platformVersion must be an exact release such as 26.8.0, got "v26.8.0"',
      },
    ],
  },
  {
    name: 'a release that is too old',
    change: [['platformVersion: 26.8.0', 'platformVersion: 23.10.2']],
    findings: [
      {
        rule: 'release',
        severity: 'error',
        at: '5:18',
        message: 'Besu 23.10.2 is older than 24.5.0, the oldest release that is supported',
        hint: 'use a release of this year: older ones lack options that are rendered here, and security fixes',
      },
    ],
  },
  {
    name: 'clusters as a mapping',
    change: () =>
      'version: 1\nname: n\nplatform: besu\nplatformVersion: 26.8.0\ngenesis: {chainId: 5}\nclusters: {eu: {provider: eks}}\norganizations: []\n',
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '6:11',
        message: 'clusters must be a list, got a mapping',
        hint: 'begin each item with "- "',
      },
      {
        rule: 'schema',
        severity: 'error',
        at: '7:16',
        message: 'organizations must be a list with at least 1 item, got an empty list',
      },
    ],
  },
  {
    name: 'only a version and a platform',
    change: () => 'version: 1\nplatform: besu\n',
    findings: [
      {
        rule: 'missing-key',
        severity: 'error',
        at: '1:1',
        message: 'network.yaml has no "clusters"',
        hint: 'add it: a list (Kubernetes clusters of the network)',
      },
      {
        rule: 'missing-key',
        severity: 'error',
        at: '1:1',
        message: 'network.yaml has no "genesis"',
        hint: 'add it: a mapping (The first block, in `material/public/genesis.json`)',
      },
      {
        rule: 'missing-key',
        severity: 'error',
        at: '1:1',
        message: 'network.yaml has no "name"',
        hint: 'add it: text (Name of the network)',
      },
      {
        rule: 'missing-key',
        severity: 'error',
        at: '1:1',
        message: 'network.yaml has no "organizations"',
        hint: 'add it: a list (Organizations whose nodes this repository runs)',
      },
      {
        rule: 'missing-key',
        severity: 'error',
        at: '1:1',
        message: 'network.yaml has no "platformVersion"',
        hint: 'add it: text (Exact release of the ledger software, which is the tag of its image)',
      },
    ],
  },
  {
    name: 'empty top-level keys',
    change: () =>
      'version: 1\nname:\nplatform: besu\nplatformVersion:\ngenesis:\nclusters:\norganizations:\nimages:\nlabels:\nexternal:\n',
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '2:1',
        message: 'name must be text, got an empty value',
        hint: 'Name of the network',
      },
      {
        rule: 'schema',
        severity: 'error',
        at: '4:1',
        message: 'platformVersion must be text, got an empty value',
        hint: 'Exact release of the ledger software, which is the tag of its image',
      },
      {
        rule: 'schema',
        severity: 'error',
        at: '5:1',
        message: 'genesis must be a mapping, got an empty value',
        hint: 'The first block, in `material/public/genesis.json`',
      },
      {
        rule: 'schema',
        severity: 'error',
        at: '6:1',
        message: 'clusters must be a list, got an empty value',
        hint: 'Kubernetes clusters of the network',
      },
      {
        rule: 'schema',
        severity: 'error',
        at: '7:1',
        message: 'organizations must be a list, got an empty value',
        hint: 'Organizations whose nodes this repository runs',
      },
      { rule: 'schema', severity: 'error', at: '8:1', message: 'images must be a mapping, got an empty value' },
      {
        rule: 'schema',
        severity: 'error',
        at: '9:1',
        message: 'labels must be a mapping, got an empty value',
        hint: 'Labels of every object',
      },
      {
        rule: 'schema',
        severity: 'error',
        at: '10:1',
        message: 'external must be a list, got an empty value',
        hint: 'Parties that run their nodes themselves, anywhere',
      },
    ],
  },
  {
    name: 'an empty list of nodes',
    change: [
      [
        'nodes:\n      - {name: validator1, role: validator}\n      - {name: validator2, role: validator, cluster: us}',
        'nodes: []',
      ],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '31:12',
        message: 'organizations[manufacturer].nodes must be a list with at least 1 item, got an empty list',
      },
    ],
  },
  {
    name: 'nodes that are only names',
    change: [['{name: rpc1, role: rpc}', 'rpc1']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:9',
        message: 'organizations[carrier].nodes[2] must be a mapping, got the text "rpc1"',
        hint: 'write it as a mapping: {name: rpc1}',
      },
    ],
  },
  {
    name: 'a node without role',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1}']],
    findings: [
      {
        rule: 'missing-key',
        severity: 'error',
        at: '39:9',
        message: 'organizations[carrier].nodes[rpc1] has no "role"',
        hint: 'add it: one of validator, rpc, archive (Role of the node)',
      },
    ],
  },
  {
    name: 'a mistyped role',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: validater}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:28',
        message: 'organizations[carrier].nodes[rpc1].role: "validater" is not one of validator, rpc, archive',
        hint: 'did you mean "validator"?',
      },
    ],
  },
  {
    name: 'a role with a capital',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: Validator}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:28',
        message: 'organizations[carrier].nodes[rpc1].role: "Validator" is not one of validator, rpc, archive',
        hint: 'did you mean "validator"?',
      },
    ],
  },
  {
    name: "another ledger's role",
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: orderer}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:28',
        message: 'organizations[carrier].nodes[rpc1].role: "orderer" is not one of validator, rpc, archive',
      },
    ],
  },
  {
    name: 'an empty item in a list',
    change: [['      - {name: rpc1, role: rpc}', '      - {name: rpc1, role: rpc}\n      -']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '37:7',
        message: 'organizations[carrier].nodes[3] must be a mapping, got an empty value',
      },
    ],
  },
  {
    name: 'a provider that is not known',
    change: [['provider: eks', 'provider: aws']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '12:15',
        message: 'clusters[eu].provider: "aws" is not one of eks, aks, gke, kubernetes, kind, minikube, k3s',
        hint: 'did you mean "eks"?',
      },
    ],
  },
  {
    name: 'no provider',
    change: [['    provider: eks\n', '']],
    findings: [
      {
        rule: 'missing-key',
        severity: 'error',
        at: '11:5',
        message: 'clusters[eu] has no "provider"',
        hint: 'add it: one of eks, aks, gke, kubernetes, kind, minikube, k3s (Kind of cluster)',
      },
    ],
  },
  {
    name: 'an unknown key of a cluster',
    change: [['domain: eu.example.com', 'domian: eu.example.com']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '13:5',
        message: 'unknown key "domian" in clusters[eu]',
        hint: 'did you mean "domain"?',
      },
    ],
  },
  {
    name: 'an unknown key of a node',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storge: 5Gi}']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '39:33',
        message: 'unknown key "storge" in organizations[carrier].nodes[rpc1]',
        hint: 'did you mean "storage"?',
      },
    ],
  },
  {
    name: 'an unknown key of genesis',
    change: [['chainId: 20261123', 'chainID: 20261123']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '8:3',
        message: 'unknown key "chainID" in genesis',
        hint: 'did you mean "chainId"?',
      },
    ],
  },
  {
    name: 'an unknown key that is like none',
    change: [['platform: besu', 'platform: besu\nchannels: []']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '5:1',
        message: 'unknown key "channels"',
        hint: `"channels" is a field of fabric, and the platform of this network is besu`,
      },
    ],
  },
  {
    name: 'unknown keys of an Ambassador',
    change: [['ports: 15000-15009', 'port: 15000-15009\n      replica: 3']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '15:7',
        message: 'unknown key "port" in clusters[eu].ambassador',
        hint: 'did you mean "ports"?',
      },
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '16:7',
        message: 'unknown key "replica" in clusters[eu].ambassador',
        hint: 'did you mean "replicas"?',
      },
    ],
  },
  {
    name: 'a key named __proto__',
    change: [['platform: besu', 'platform: besu\n__proto__: {name: other}']],
    findings: [
      {
        rule: 'yaml-key',
        severity: 'error',
        at: '5:1',
        message: 'no key can be called __proto__',
        hint: 'rename it',
      },
    ],
  },
  {
    name: 'a key named constructor',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, constructor: 1}']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '39:33',
        message: 'unknown key "constructor" in organizations[carrier].nodes[rpc1]',
        hint: 'known: name, cluster, platformVersion, storage, size, resources, placement, startupTimeout, port, existingSecret, role, expose, validator, adopted, movesFrom, settings, authentication, cors, allowedAccounts',
      },
    ],
  },
  {
    name: 'a port in quotes',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, port: "16009"}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:39',
        message: 'organizations[carrier].nodes[rpc1].port must be a number, got the text "16009"',
        hint: "Fixed port of the node at its cluster's Ambassador",
      },
    ],
  },
  {
    name: 'a negative port',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, port: -1}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:39',
        message: 'organizations[carrier].nodes[rpc1].port must be at least 1024, got -1',
      },
    ],
  },
  {
    name: 'a privileged port',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, port: 443}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:39',
        message: 'organizations[carrier].nodes[rpc1].port must be at least 1024, got 443',
      },
    ],
  },
  {
    name: 'a port that does not exist',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, port: 70000}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:39',
        message: 'organizations[carrier].nodes[rpc1].port must be at most 65535, got 70000',
      },
    ],
  },
  {
    name: 'half a port',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, port: 16000.5}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:39',
        message: 'organizations[carrier].nodes[rpc1].port must be a whole number, got 16000.5',
        hint: "Fixed port of the node at its cluster's Ambassador",
      },
    ],
  },
  {
    name: 'a port that is not a number',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, port: .nan}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:39',
        message: 'organizations[carrier].nodes[rpc1].port must be a number, got .nan',
        hint: "Fixed port of the node at its cluster's Ambassador",
      },
    ],
  },
  {
    name: 'an endless port',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, port: .inf}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:39',
        message: 'organizations[carrier].nodes[rpc1].port must be a number, got .inf',
        hint: "Fixed port of the node at its cluster's Ambassador",
      },
    ],
  },
  {
    name: 'a port of YAML 1.1',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, port: 16_001}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:39',
        message: 'organizations[carrier].nodes[rpc1].port must be a number, got the text "16_001"',
        hint: "Fixed port of the node at its cluster's Ambassador",
      },
    ],
  },
  {
    name: 'no replicas',
    change: [['ports: 15000-15009', 'replicas: 0']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '15:17',
        message: 'clusters[eu].ambassador.replicas must be at least 1, got 0',
      },
    ],
  },
  {
    name: 'too many replicas',
    change: [['ports: 15000-15009', 'replicas: 21']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '15:17',
        message: 'clusters[eu].ambassador.replicas must be at most 20, got 21',
      },
    ],
  },
  {
    name: 'yes for true',
    change: [['ports: 15000-15009', 'cleartext: yes']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '15:18',
        message: 'clusters[eu].ambassador.cleartext must be true or false, got the text "yes"',
        hint: 'Serve exposed HTTP endpoints on port 80, without TLS',
      },
    ],
  },
  {
    name: 'expose as text',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, expose: rpc}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:41',
        message: 'organizations[carrier].nodes[rpc1].expose must be a list, got the text "rpc"',
        hint: 'write it as a list: [rpc]',
      },
    ],
  },
  {
    name: 'expose as a text that is no endpoint',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, expose: everything}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:41',
        message: 'organizations[carrier].nodes[rpc1].expose must be a list, got the text "everything"',
        hint: 'Endpoints that the Ambassador serves to clients outside of the cluster',
      },
    ],
  },
  {
    name: 'an unknown endpoint',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, expose: [rcp]}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:42',
        message: 'organizations[carrier].nodes[rpc1].expose[0]: "rcp" is not one of rpc, ws',
        hint: 'did you mean "rpc"?',
      },
    ],
  },
  {
    name: 'expose as true',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, expose: true}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:41',
        message: 'organizations[carrier].nodes[rpc1].expose must be a list, got true',
        hint: 'Endpoints that the Ambassador serves to clients outside of the cluster',
      },
    ],
  },
  {
    name: 'an existing Secret with a path',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, existingSecret: vault/rpc1}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:49',
        message:
          'organizations[carrier].nodes[rpc1].existingSecret must be the name of a Kubernetes object: lower-case letters, digits, "-" and ".", got "vault/rpc1"',
      },
    ],
  },
  {
    name: 'an empty context',
    change: [['provider: eks', 'provider: eks\n    context: ""']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '13:14',
        message: 'clusters[eu].context must be the name of a context, without spaces around it, got ""',
      },
    ],
  },
  {
    name: 'a country by its name',
    change: [['- name: carrier', '- name: carrier\n    subject: {country: Germany, locality: "", city: Hamburg}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '35:24',
        message:
          'organizations[carrier].subject.country must be a country code of two capital letters (ISO 3166), got "Germany"',
      },
      {
        rule: 'schema',
        severity: 'error',
        at: '35:43',
        message: 'organizations[carrier].subject.locality must be at least 1 character, got 0 characters',
      },
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '35:47',
        message: 'unknown key "city" in organizations[carrier].subject',
        hint: 'known: country, locality, organization',
      },
    ],
  },
  {
    name: 'a locality without end',
    change: [['- name: carrier', `- name: carrier\n    subject: {locality: ${'x'.repeat(65)}}`]],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '35:25',
        message: 'organizations[carrier].subject.locality must be at most 64 characters, got 65 characters',
      },
    ],
  },
  {
    name: 'settings as a list',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, settings: [--logging=INFO]}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:43',
        message: 'organizations[carrier].nodes[rpc1].settings must be a mapping, got a list',
        hint: 'Options of the ledger software itself',
      },
    ],
  },
  {
    name: 'an external party without nodes',
    change: [['external:', 'external:\n  - organization: mill\n    nodes: []']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '43:12',
        message: 'external[mill].nodes must be a list with at least 1 item, got an empty list',
      },
    ],
  },
  {
    name: 'an external host with scheme',
    change: [['host: validator5.bank.example.net', 'host: https://validator5.bank.example.net']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '46:15',
        message:
          'external[bank].nodes[validator5].host must be a DNS name such as eu.example.com or an IP address: no scheme, no port, got "https://validator5.bank.example.net"',
        hint: 'did you mean "validator5.bank.example.net"?',
      },
    ],
  },
  {
    name: 'an external host with port',
    change: [['host: 192.0.2.7', 'host: 192.0.2.7:30303']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '58:15',
        message:
          'external[harbour].nodes[validator7].host must be a DNS name such as eu.example.com or an IP address: no scheme, no port, got "192.0.2.7:30303"',
        hint: 'did you mean "192.0.2.7"?',
      },
    ],
  },
  {
    name: 'an external IPv6 address with a port',
    change: [['host: 192.0.2.7', 'host: "[2001:DB8::7]:30303"']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '58:15',
        message:
          'external[harbour].nodes[validator7].host must be a DNS name such as eu.example.com or an IP address: no scheme, no port, got "[2001:DB8::7]:30303"',
        hint: 'write 2001:db8::7',
      },
    ],
  },
  {
    name: 'an external port of zero',
    change: [['host: 192.0.2.7\n        port: 30303', 'host: 192.0.2.7\n        port: 0']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '59:15',
        message: 'external[harbour].nodes[validator7].port must be at least 1, got 0',
      },
    ],
  },
  {
    name: 'an external node with an enode URL',
    change: [['nodeId: dc38', 'nodeId: enode://dc38']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '60:17',
        message:
          'external[harbour].nodes[validator7].nodeId must be the public key of the node: 128 hexadecimal digits in lower case, as in its enode URL, got "enode://dc3803127b6e0ec5…"',
      },
    ],
  },
  {
    name: 'an external node without role and nodeId',
    change: [
      ['external:', 'external:\n  - organization: mill\n    nodes: [{name: a, host: a.example.net, port: 30303}]'],
    ],
    findings: [
      {
        rule: 'missing-key',
        severity: 'error',
        at: '43:13',
        message: 'external[mill].nodes[a] has no "nodeId"',
        hint: 'add it: text (Public key of the node, as in its enode URL)',
      },
      {
        rule: 'missing-key',
        severity: 'error',
        at: '43:13',
        message: 'external[mill].nodes[a] has no "role"',
        hint: 'add it: one of validator, rpc, archive (Role of the node)',
      },
    ],
  },
]
