import type { PlatformTexts } from '../platform.ts'
import { indyRisks } from './texts/risks.ts'

/** Rules and risks that only this ledger has, for people. */
export const texts: PlatformTexts = {
  rules: [{ title: 'Nodes', rules: {} }],
  risks: indyRisks,
}
