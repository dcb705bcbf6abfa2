import type { PlatformTexts } from '../../platform.ts'

/** Rules and risks of Corda, for people. */
export const texts: PlatformTexts = {
  rules: [{ title: 'Nodes', rules: {} }],
  risks: {},
}
