import { acceptable, acknowledgement } from '../network/acknowledgement.ts'
import type { Finding } from '../network/finding.ts'
import { pageOfRule } from '../product.ts'
import type { FindingFile } from './plan/schema.ts'

/** A finding for programs: with the page of its rule; a warning has the line of `acknowledge:` that accepts it. */
export function findingJson(finding: Finding): FindingFile {
  const { place, subject: _, ...fields } = finding
  const isAcceptable = fields.severity === 'warning' || fields.accepted === true
  return {
    ...fields,
    ...place,
    page: pageOfRule(finding.rule),
    ...(isAcceptable ? { acknowledge: acknowledgement(acceptable(finding)) } : {}),
  }
}
