import { OperatorError } from '../../../errors.ts'
import type { AdoptionInput, AdoptionOption } from '../../adoption.ts'

export const evmAdoptionOptions: readonly AdoptionOption[] = [
  { name: 'genesis', placeholder: 'FILE', text: 'genesis file that the nodes of the chain run with' },
  {
    name: 'enodes',
    placeholder: 'FILE',
    text: 'enode URLs of the nodes of the chain: an array as in static-nodes.json, or one URL a line',
  },
  {
    name: 'from-rpc',
    placeholder: 'URL',
    text: 'JSON-RPC of a node of the chain, which answers about first block, validators, peers and release',
    repeatable: true,
  },
  {
    name: 'node',
    placeholder: 'ORGANIZATION/NAME=ENODE',
    text: 'node that comes into the definition, with its enode URL or the host of one that is known; all others become external',
    repeatable: true,
  },
  {
    name: 'key',
    placeholder: 'ORGANIZATION/NAME=SOURCE',
    text: 'where the key of a node is: secret:NAME, vault:PATH (External Secrets reads it) or fd:NUMBER (read once and sealed)',
    repeatable: true,
  },
]

/** An option that names a node: `carrier/validator1=…`. */
export interface NodeOption {
  readonly organization: string
  readonly name: string
  /** `carrier/validator1` */
  readonly id: string
  readonly value: string
}

/** Throws OperatorError for a text of another form, and for a node that is named twice. */
export function nodeOptions(option: 'node' | 'key', { given }: Pick<AdoptionInput, 'given'>): readonly NodeOption[] {
  const placeholder = evmAdoptionOptions.find(({ name }) => name === option)?.placeholder
  const list = (given.get(option) ?? []).map((text): NodeOption => {
    const [, organization = '', name = '', value = ''] = /^([^/=]+)\/([^/=]+)=(.+)$/s.exec(text.trim()) ?? []
    // A text of another form may have a secret in it.
    if (value === '')
      throw new OperatorError(`--${option} needs the form ${placeholder}`, `write --${option} carrier/validator1=…`)
    return { organization, name, id: `${organization}/${name}`, value: value.trim() }
  })
  const twice = list.find(({ id }, at) => list.findIndex((one) => one.id === id) < at)
  if (twice !== undefined) throw new OperatorError(`--${option} names ${twice.id} twice`, 'keep one of the two')
  return list
}

/** The only text of an option that may be given once. */
export const single = (option: string, { given }: Pick<AdoptionInput, 'given'>): string | undefined =>
  given.get(option)?.at(-1)
