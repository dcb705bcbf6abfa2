import { OperatorError } from '../../../errors.ts'
import type { AdoptionInput, AdoptionOption } from '../../adoption.ts'

export const substrateAdoptionOptions: readonly AdoptionOption[] = [
  { name: 'spec', placeholder: 'FILE', text: 'chain spec that the nodes of the chain run with, best the raw one' },
  { name: 'image', placeholder: 'IMAGE', text: 'image of your node, without tag' },
  { name: 'command', placeholder: 'PROGRAM', text: 'program of your node in its image' },
  {
    name: 'from-rpc',
    placeholder: 'URL',
    text: 'JSON-RPC of a node of the chain, which answers about first block, validators, peers and release',
    repeatable: true,
  },
  {
    name: 'chain-folder',
    placeholder: 'ORGANIZATION/NAME=FOLDER',
    text: 'node that moves here, and its folder chains/ID, with network/ and keystore/: its keys are read once, and sealed',
    repeatable: true,
  },
]

/** The only text of an option that may be given once. */
export const single = (option: string, { given }: Pick<AdoptionInput, 'given'>): string | undefined =>
  given.get(option)?.at(-1)

/** A node that comes into the definition, and the folder that it has now. */
export interface MovingNode {
  readonly organization: string
  readonly name: string
  /** `carrier/validator1` */
  readonly id: string
  readonly folder: string
}

/** Throws OperatorError for a text of another form, a node that is named twice, or one of an unknown organization. */
export function movingNodes({
  given,
  organizations,
}: Pick<AdoptionInput, 'given' | 'organizations'>): readonly MovingNode[] {
  const list = (given.get('chain-folder') ?? []).map((text): MovingNode => {
    const [, organization = '', name = '', folder = ''] = /^([^/=]+)\/([^/=]+)=(.+)$/.exec(text.trim()) ?? []
    if (folder === '')
      throw new OperatorError(
        '--chain-folder needs the form ORGANIZATION/NAME=FOLDER',
        'write --chain-folder carrier/validator1=/data/chains/foodtrace',
      )
    return { organization, name, id: `${organization}/${name}`, folder: folder.replace(/\/+$/, '') }
  })
  const twice = list.find(({ id }, at) => list.findIndex((one) => one.id === id) < at)
  if (twice !== undefined) throw new OperatorError(`--chain-folder names ${twice.id} twice`, 'keep one of the two')
  const stranger = list.find(({ organization }) => !organizations.some(({ name }) => name === organization))
  if (stranger !== undefined)
    throw new OperatorError(
      `there is no organization "${stranger.organization}" for --chain-folder ${stranger.id}`,
      `name it with --organization ${stranger.organization}=CLUSTER`,
    )
  return list
}
