import type { Path, Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { isValidator } from '../../evm/network.ts'
import type { BesuLedgerNode, BesuNetwork } from '../accounts.ts'

/** Origins of web pages, as browsers send them: https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin */
export const originProblems = ({ nodes }: BesuNetwork): Problem[] =>
  nodes.filter((node) => !isValidator(node)).flatMap((node) => ofNode(node))

function ofNode(node: BesuLedgerNode): Problem[] {
  const { cors } = node.own
  return cors.flatMap((origin, at): Problem[] => {
    const path: Path = [...node.path, 'cors', at]
    const id = nodeId(node)
    if (cors.indexOf(origin) < at) return [idle(`cors of ${id} has ${origin} twice`, 'remove one of the two', path)]
    if (origin === '*') return []
    const wrong = faultOf(origin)
    if (wrong !== undefined)
      return [
        {
          rule: 'cors-origin',
          severity: 'error',
          message: `cors of ${id} lets no page in by "${origin}": ${wrong.what}`,
          hint: wrong.hint,
          path,
        },
      ]
    return cors.includes('*')
      ? [idle(`"${origin}" in cors of ${id} has no effect: "*" lets every page in`, 'remove it, or "*"', path)]
      : []
  })
}

const idle = (message: string, hint: string, path: Path): Problem => ({
  rule: 'no-effect',
  severity: 'warning',
  message,
  hint,
  path,
})

interface Fault {
  readonly what: string
  readonly hint: string
}

/** Besu makes a regular expression of the list (JsonRpcHttpService.buildCorsRegexFromConfig): what is written as one is not judged. */
const isExpression = (origin: string): boolean => /[\\[\](){}|^$+]|[.]\*/.test(origin)

function faultOf(origin: string): Fault | undefined {
  if (isExpression(origin)) return undefined
  if (origin.includes('*'))
    return { what: 'Besu takes "*" for all pages only, not for a part of a name', hint: 'name each origin' }
  const sent = URL.canParse(origin) ? new URL(origin).origin : undefined
  if (sent === origin) return undefined
  return sent === undefined
    ? { what: 'it is no origin', hint: 'write scheme, host and port, as in https://app.example.com:8443' }
    : { what: `browsers send "${sent}" for its pages`, hint: `write "${sent}"` }
}
