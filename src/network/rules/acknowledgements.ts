import { acknowledgeable } from '../acknowledgeable.ts'
import type { Problem } from '../finding.ts'
import type { Network } from '../network.ts'
import { nearest } from '../suggestion.ts'

/** Lines of `acknowledge:` for no risk and no warning that there is: they can never count. */
export const acknowledgementProblems = ({ acknowledge }: Network): Problem[] =>
  acknowledge.flatMap((line, index): Problem[] => {
    const [id = ''] = line.split(' ')
    if (acknowledgeable.has(id)) return []
    const match = nearest(id, [...acknowledgeable])
    return [
      {
        rule: 'acknowledge-unused',
        severity: 'warning',
        message: `"${line}" acknowledges nothing: there is no risk and no warning "${id}"`,
        hint: match === undefined ? 'copy the line that `chancery plan` prints' : `did you mean "${match}"?`,
        path: ['acknowledge', index],
      },
    ]
  })
