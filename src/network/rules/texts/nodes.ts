import type { RuleTexts } from '../../rule-text.ts'

/** Rules of nodes on every platform: volumes, resources, settings. */
export const nodeRules: RuleTexts = {
  storage: {
    title: 'The size of a volume is too small or too large.',
    cases: [
      {
        severity: 'error',
        finds: 'A volume is smaller than `1Gi`. This includes the volume of a CouchDB.',
        remedy: 'Write the size with its unit.',
      },
      {
        severity: 'warning',
        finds: 'A volume is larger than any disk of the provider.',
        remedy: 'Check the unit.',
      },
    ],
    example: 'storage: 20   # 20 bytes; write 20Gi',
  },
  resources: {
    title: 'Memory or CPU of a container is impossible, or too small for its work.',
    why: 'Kubernetes kills a container without enough memory, and slows one down without enough CPU.',
    cases: [
      {
        severity: 'error',
        finds: 'Memory or CPU that no machine has, or with which the node does not start.',
        remedy: 'Write an amount with its unit.',
      },
      {
        severity: 'error',
        finds: 'A request above its limit, defaults included. This covers CouchDB and chaincode servers too.',
        remedy: 'Raise the limit, or lower the request.',
      },
      {
        severity: 'warning',
        finds: 'Memory or CPU with which the node fails under load. Local clusters are not checked for memory.',
        remedy: 'Follow the hint.',
      },
    ],
  },
  placement: {
    title: 'Kubernetes refuses a placement, or no machine fits it.',
    why: 'Pods that Kubernetes refuses or cannot place stop their node, and with it the roll-out.',
    cases: [
      {
        severity: 'error',
        finds:
          'A toleration with `operator: Exists` and a value, without a key and with `operator: Equal`, or with `tolerationSeconds` and another effect than `NoExecute`.',
        remedy: 'Follow the hint.',
      },
      {
        severity: 'error',
        finds: 'A priority class with a name of Kubernetes, or machines with another system than Linux.',
        remedy: 'Create a PriorityClass with another name. Remove the label.',
      },
      {
        severity: 'warning',
        finds:
          "Labels of another provider's machines, a single machine by its name, a toleration of every taint or of one by which Kubernetes keeps pods off a machine, or the priority of Kubernetes' own components.",
        remedy: 'Follow the hint.',
      },
    ],
    example: 'tolerations: [{key: ledger, operator: Exists, value: validators}]   # Exists takes no value',
  },
  'drain-loses-quorum': {
    title:
      'Draining the machines of the only cluster can evict more consensus nodes at once than the network can lose.',
    why: 'A PodDisruptionBudget counts the pods of one namespace: each organization may lose one node, all of them at the same time.',
    cases: [
      {
        severity: 'warning',
        remedy:
          'Set `placement.spread: required` for the cluster, and drain one machine after the other. Or set `drains: network`: Kubernetes then evicts no consensus node, and you move each by hand.',
      },
    ],
  },
  'unknown-setting': {
    title: "`settings` contains an option that the node's release does not have.",
    why: 'The ledger refuses to start with an unknown option.',
    cases: [
      { severity: 'error', remedy: 'Correct the name, or use a release that has the option.' },
      {
        severity: 'warning',
        finds: 'The release is newer than all releases that Chancery knows.',
        remedy: 'Check that the release has the option.',
      },
    ],
  },
  'setting-value': {
    title: 'The ledger refuses the value of an option.',
    cases: [
      {
        severity: 'error',
        finds:
          'A wrong type, a number out of range, an unknown choice, an unknown log level, or a value with several lines. Also an option that is set twice, under two of its names.',
        remedy: 'Follow the hint.',
      },
    ],
  },
  'setting-file': {
    title: 'An option names a file that no volume of the pod contains.',
    why: 'The node would not find the file.',
    cases: [
      {
        severity: 'error',
        remedy:
          'Mount the file with an override of the node, or use a path below the data directory. A node with an override that mounts files is not checked.',
      },
    ],
  },
}
