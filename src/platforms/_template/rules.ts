import type { Problem } from '../../network/finding.ts'
import type { Network } from '../../network/network.ts'
import type { TemplateNode, TemplateTop } from './schema.ts'

/** A rule gives a problem for each mistake, with the path of the field and what to do. */
export const templateProblems = ({ top, nodes }: Network<TemplateTop, TemplateNode>): Problem[] =>
  top.blockSeconds > 60 && nodes.length > 1
    ? [
        {
          rule: 'template-slow-blocks',
          severity: 'warning',
          message: `blockSeconds is ${top.blockSeconds}: a transaction waits more than a minute`,
          hint: 'choose 60 or less',
          path: ['blockSeconds'],
        },
      ]
    : []
