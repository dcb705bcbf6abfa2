import { groupBy } from '../../../group-by.ts'
import { countryProblem } from '../../../network/countries.ts'
import type { Path, Problem } from '../../../network/finding.ts'
import { type AnyNode, nodeId } from '../../../network/network.ts'
import { error, warning } from '../../problem.ts'
import { type Attribute, attributes, isLegalNameProblem, readLegalName } from '../legal-name.ts'
import { type CordaNetwork, legalNameOf, serviceNameOf } from '../network.ts'
import type { CordaNode } from '../schema.ts'

/** A legal name, of a node or of the service of a notary. */
interface WrittenName {
  /** `bank/node1`, `the service of bank/notary1` */
  readonly owner: string
  readonly name: string
  readonly path: Path
}

/** What no Corda node accepts as its name (CordaX500Name.kt, LegalNameValidator.kt of 4.12), and what doormen refuse. */
export function legalNameProblems(network: CordaNetwork): Problem[] {
  const names = [...network.nodes, ...network.external].flatMap(namesOf)
  return [...names.flatMap(attributeProblems), ...duplicates(names)]
}

function namesOf(node: AnyNode<CordaNode>): WrittenName[] {
  const service = serviceNameOf(node)
  return [
    { owner: nodeId(node), name: legalNameOf(node), path: [...node.path, 'legalName'] },
    ...(service === undefined
      ? []
      : [{ owner: `the service of ${nodeId(node)}`, name: service, path: [...node.path, 'notary', 'serviceName'] }]),
  ]
}

/** `MAX_LENGTH_…`, which are compared with `<`. */
const longest: Readonly<Record<Attribute, number>> = { CN: 63, OU: 63, O: 127, L: 63, ST: 63, C: 2 }

const attributeProblems = ({ owner, name, path }: WrittenName): Problem[] => {
  const read = readLegalName(name)
  if (isLegalNameProblem(read)) return []
  return attributes.flatMap((attribute): Problem[] => {
    const value = read[attribute]
    if (value === undefined) return []
    const refused = refusal(attribute, value)
    if (refused !== undefined)
      return [error('legal-name', `${attribute} of ${owner} ${refused.message}`, refused.hint, path)]
    const strict = attribute === 'C' ? undefined : doormanRefusal(value)
    if (strict === undefined) return []
    return [warning('legal-name', `${attribute} of ${owner} ${strict.message}: doormen refuse it`, strict.hint, path)]
  })
}

interface Refusal {
  readonly message: string
  readonly hint: string
}

function refusal(attribute: Attribute, value: string): Refusal | undefined {
  // The node takes ZZ, too: `unspecifiedCountry` of InternalUtils.kt.
  const country = attribute === 'C' && value !== 'ZZ' ? countryProblem(value) : undefined
  if (country !== undefined)
    return { message: `is "${value}": ${country}`, hint: 'write the code of its country, such as GB' }
  if (value.length > longest[attribute])
    return { message: `has ${value.length} characters`, hint: `write at most ${longest[attribute]}` }
  if (attribute !== 'O') return undefined
  const normal = value.trim().replace(/\s+/g, ' ').normalize('NFKC')
  if (value !== normal)
    return { message: 'is not normalized (NFKC, single spaces): the node refuses it', hint: `write ${normal}` }
  if ((value.match(/\p{L}/gu) ?? []).length < 2)
    return { message: 'has fewer than two letters: the node refuses it', hint: 'write the name of the organization' }
  return undefined
}

/** `attributeFullRules`, by which doormen judge. */
function doormanRefusal(value: string): Refusal | undefined {
  const [special] = /[$']/.exec(value) ?? []
  if (special !== undefined) return { message: `contains ${special}`, hint: 'write it without' }
  if (/[^\p{ASCII}]/u.test(value)) return { message: 'has other letters than Basic Latin', hint: 'write it in A to Z' }
  if (/^\p{Ll}/u.test(value))
    return { message: 'begins with a small letter', hint: `write ${value.charAt(0).toUpperCase()}${value.slice(1)}` }
  return undefined
}

const duplicates = (names: readonly WrittenName[]): Problem[] =>
  [...groupBy(names, ({ name }) => name).values()].flatMap(([first, ...others]) =>
    others.map(({ owner, name, path }) =>
      error(
        'legal-name',
        `${first?.owner} and ${owner} have the legal name ${name}: the network map takes one`,
        'give each node its own, for example by OU; a notary service has another name than its node',
        path,
      ),
    ),
  )
