import { OperatorError } from '../../../errors.ts'
import { didYouMean } from '../../../network/suggestion.ts'
import { listed } from '../../../words.ts'
import { dumpYaml } from '../../../yaml.ts'
import type { CommandInput, CommandOutcome, PlatformCommand } from '../../command.ts'
import { definitionChanges, definitionFor, digestOf } from '../approvals/definition.ts'
import { approvalProgress, approvalText } from '../approvals/progress.ts'
import { approvalsOf, approvalsPath, isExplicit } from '../approvals/record.ts'
import { administersItself, membersOf } from '../network.ts'
import type { Chaincode, FabricNode, FabricTop } from '../schema.ts'

type Input = CommandInput<FabricTop, FabricNode>

/** Records that an organization agrees to a chaincode as it is defined. */
export const chaincodeApprove: PlatformCommand<FabricTop, FabricNode> = {
  name: 'chaincode approve',
  purpose: 'Show what a definition of a chaincode changes, ask, and record that an organization approves it',
  examples: [['chancery chaincode approve assets --organization carrier', 'show, ask and approve for carrier']],
  parameters: ['CHAINCODE'],
  forOrganization: true,
  extras: ['channel', 'yes'],
  run: approve,
}

async function approve(input: Input): Promise<CommandOutcome> {
  const { network, material, organization: name } = input
  const organization = network.organizations.find((candidate) => candidate.name === name)
  if (organization === undefined) throw new Error(`${name} was checked before`)
  if (!isExplicit(organization))
    throw new OperatorError(
      `the Jobs of ${name} approve every chaincode of its channels`,
      `set \`approvals: explicit\` for ${name} in the definition: its Jobs then approve only chaincodes that ${name} approved here`,
    )
  const chaincode = chaincodeFor(input)
  const known = approvalsOf(name, material)
  if (known === undefined) throw new OperatorError(`${approvalsPath(name)} cannot be read`, 'restore it from Git')
  const definition = definitionFor(chaincode, organization, network, material)
  const digest = digestOf(definition)
  if (known.some((one) => one.digest === digest))
    return { files: new Map(), lines: [`${name} has approved this already: nothing was written`] }
  const of = (one: { readonly channel: string; readonly name: string }): boolean =>
    one.channel === chaincode.channel && one.name === chaincode.name
  const last = known.filter(of).at(-1)
  const title = `chaincode ${chaincode.name} of channel ${chaincode.channel}, ${last === undefined ? 'for the first time' : `since ${name} approved sequence ${last.sequence}`}:`
  const { digest: _, ...before } = last ?? { digest: '' }
  const changes = definitionChanges(last === undefined ? undefined : before, definition).map((line) => `  ${line}`)
  if (!(await input.agree([title, ...changes], `Approve this for ${name}?`)))
    return { files: new Map(), lines: ['nothing was approved'], declined: true }
  const path = approvalsPath(name)
  const approvals = { approvals: [...known, { ...definition, digest }] }
  return {
    files: new Map([[path, dumpYaml(approvals)]]),
    lines: [
      `wrote ${path}: ${administersItself(organization) ? `its servers run after the merge, and ${name} approves it on its peers` : `Jobs approve it for ${name} after the merge`}`,
      ...network.top.channels
        .filter((channel) => channel.name === chaincode.channel)
        .map((channel) => approvalText(approvalProgress(chaincode, channel, network, material, name))),
    ],
  }
}

function chaincodeFor({ network, given, channel, organization }: Input): Chaincode {
  const [name = ''] = given
  const isMember = ({ channel: of }: Chaincode): boolean =>
    network.top.channels.some(
      (one) => one.name === of && membersOf(network, one).some((member) => member.name === organization),
    )
  const own = network.top.chaincodes.filter(isMember)
  const found = own.filter((one) => one.name === name && (channel === undefined || one.channel === channel))
  const [chaincode, ...more] = found
  if (chaincode === undefined)
    throw new OperatorError(
      `no channel of ${organization} has a chaincode "${name}"${channel === undefined ? '' : ` in "${channel}"`}`,
      didYouMean(name, [...new Set(own.map((one) => one.name))]),
    )
  if (more.length > 0)
    throw new OperatorError(
      `chaincode ${name} is in ${listed(found.map((one) => one.channel))}`,
      'select the channel: --channel NAME',
    )
  return chaincode
}
