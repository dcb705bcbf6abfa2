import type { Case } from '../case.ts'

/** Volumes and resources. */
export const sizes: readonly Case[] = [
  { name: 'a volume without unit', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 100}']], findings: [] },
  { name: 'a volume of no size', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 0Gi}']], findings: [] },
  { name: 'a volume that is too small', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 512Mi}']], findings: [] },
  { name: 'a volume in millibytes', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 500m}']], findings: [] },
  { name: 'a volume in GB', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 20GB}']], findings: [] },
  { name: 'a volume in gi', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 20gi}']], findings: [] },
  { name: 'a volume with a space', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 20 Gi}']], findings: [] },
  { name: 'a negative volume', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: -20Gi}']], findings: [] },
  { name: 'an endless volume', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: .inf}']], findings: [] },
  { name: 'a volume as a mapping', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: {size: 20Gi}}']], findings: [] },
  { name: 'a volume that is huge', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 1e30}']], findings: [] },
  { name: 'requests above limits', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, resources: {requests: {cpu: 2, memory: 8Gi}, limits: {cpu: 1500m, memory: 8G}}}']], findings: [] },
  { name: 'memory in MB', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, resources: {limits: {memory: 4096MB}}}']], findings: [] },
  { name: 'resources without requests and limits', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, resources: {cpu: 1, memory: 4Gi}}']], findings: [] },
]
