import { acknowledgeable } from '../acknowledgeable.ts'
import type { Problem } from '../finding.ts'
import type { Network } from '../network.ts'
import { nearest } from '../suggestion.ts'

/** Lines of `acknowledge:` with an unknown risk or warning, which have no effect. */
export const acknowledgementProblems = ({ acknowledge }: Network): Problem[] =>
  acknowledge.flatMap((line, index): Problem[] => {
    const [id = ''] = line.split(' ')
    if (acknowledgeable.has(id)) return []
    const match = nearest(id, [...acknowledgeable])
    return [
      {
        rule: 'acknowledge-unused',
        severity: 'warning',
        message: `"${line}" acknowledges nothing: there is no risk or warning "${id}"`,
        hint: match === undefined ? 'copy the line that `chancery plan` prints' : `did you mean "${match}"?`,
        path: ['acknowledge', index],
      },
    ]
  })
