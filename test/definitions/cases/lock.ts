import type { Case } from '../case.ts'

/** network.lock.yaml after somebody edited it. */
export const lock: readonly Case[] = [
  { name: 'an empty lock', lock: '', findings: [] },
  { name: 'a lock that is no YAML', lock: 'version: 1\nports: {\n', findings: [] },
  { name: 'a merge conflict in the lock', lock: 'version: 1\nports:\n  eu:\n<<<<<<< HEAD\n    carrier/validator4/p2p: 15000\n=======\n    carrier/validator4/p2p: 15001\n>>>>>>> feature\nmaterial: {}\n', findings: [] },
  { name: 'a lock of a later version', lock: 'version: 2\nports: {}\nmaterial: {}\n', findings: [] },
  { name: 'a lock without ports', lock: 'version: 1\nmaterial: {}\n', findings: [] },
  { name: 'a lock with more than ports and material', lock: 'version: 1\nports: {}\nmaterial: {}\nclusters: {}\n', findings: [] },
  { name: 'ports in quotes', lock: 'version: 1\nports:\n  eu:\n    carrier/validator4/p2p: "15000"\nmaterial: {}\n', findings: [] },
  { name: 'a port of zero', lock: 'version: 1\nports:\n  eu:\n    carrier/validator4/p2p: 0\nmaterial: {}\n', findings: [] },
  { name: 'an endpoint twice', lock: 'version: 1\nports:\n  eu:\n    carrier/validator4/p2p: 15000\n    carrier/validator4/p2p: 15001\nmaterial: {}\n', findings: [] },
  { name: 'a digest that is none', lock: 'version: 1\nports: {}\nmaterial:\n  material/public/genesis.json: md5:1\n', findings: [] },
  { name: 'a list', lock: '- 1\n', findings: [] },
]
