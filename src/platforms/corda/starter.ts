import type { PlatformStarter } from '../starter.ts'

/** Nodes that join a zone: one for each organization. */
export const starter: PlatformStarter = {
  roles: [{ role: 'node', total: ({ length }) => length, fields: {} }],
}
