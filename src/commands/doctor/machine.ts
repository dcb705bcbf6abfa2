import type { CheckedNetwork, Inspection } from '../../check/checked-network.ts'
import { expiryFindings } from '../../check/renewal-findings.ts'
import { OperatorError } from '../../errors.ts'
import type { Keyring } from '../../material/identities.ts'
import type { Cluster, Network } from '../../network/network.ts'
import { holderOf, ownRecipients, readersOf } from '../../network/readers.ts'
import { type DoctorCheck, failed, type Judgement, ok, unknown, warning } from '../../report/doctor/doctor-check.ts'
import { counted, listed } from '../../words.ts'
import type { ClusterDelivery } from '../clusters/delivery.ts'
import type { DoctorPorts } from '../ports.ts'

export interface MachineInput {
  /** An OperatorError where there is no definition. */
  readonly inspection: Inspection | OperatorError
  /** What would be applied; an OperatorError where it could not be built, undefined without a definition. */
  readonly delivery: ClusterDelivery | OperatorError | undefined
}

/** Programs of this machine, the repository, the definition, keys and what is rendered. */
export async function machineChecks(input: MachineInput, ports: DoctorPorts): Promise<readonly DoctorCheck[]> {
  const { inspection, delivery } = input
  const checked = inspection instanceof OperatorError ? undefined : inspection.checked
  const programs = (await ports.programs()).map(({ name, seen, hint }) => {
    return { name, ...(hint === undefined ? ok(seen) : failed(seen, hint)) }
  })
  return [
    ...programs,
    { name: 'repository', ...(await repositoryCheck(ports)) },
    { name: 'definition', ...definitionCheck(inspection) },
    ...(checked === undefined
      ? []
      : [
          { name: 'keys', ...keysCheck(checked) },
          { name: 'deploy/', ...renderedCheck(delivery) },
          { name: 'certificates', ...certificatesCheck(checked, ports.now()) },
        ]),
  ]
}

async function repositoryCheck({ repository }: DoctorPorts): Promise<Judgement> {
  try {
    const head = await repository.checkedOut()
    return head === undefined
      ? warning('no git repository with a commit', 'run `git init` and commit: what is applied must be found in Git')
      : ok(`commit ${head.commit.slice(0, 12)}`)
  } catch (error) {
    return judgementOf(error)
  }
}

/** What a person can set right is a result of the check; anything else is a bug. */
export function judgementOf(error: unknown): Judgement {
  if (error instanceof OperatorError) return unknown(error.message, error.hint)
  throw error
}

function definitionCheck(inspection: Inspection | OperatorError): Judgement {
  if (inspection instanceof OperatorError) return failed(inspection.message, inspection.hint)
  const { findings, checked } = inspection
  const errors = findings.filter(({ severity }) => severity === 'error')
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  const [first] = errors
  if (first !== undefined)
    return failed(`${counted(errors.length, 'error')}: ${first.message}`, '`chancery validate` shows all of them')
  if (checked === undefined) return failed('it cannot be read', '`chancery validate` shows why')
  if (warnings.length > 0) return warning(counted(warnings.length, 'warning'), '`chancery validate` shows them')
  const { clusters, organizations, nodes } = checked.network
  return ok(
    `valid: ${counted(clusters.length, 'cluster')}, ${counted(organizations.length, 'organization')}, ${counted(nodes.length, 'node')}`,
  )
}

const keysCheck = ({ missing }: CheckedNetwork): Judgement =>
  missing.length === 0
    ? ok('keys and certificates of the definition exist')
    : warning(
        `${counted(missing.length, 'key or certificate does', 'keys and certificates do')} not exist yet`,
        'run `chancery keys`, or merge: the workflow makes them',
      )

function renderedCheck(delivery: MachineInput['delivery']): Judgement {
  if (delivery instanceof OperatorError) return unknown(delivery.message, delivery.hint)
  if (delivery === undefined) return unknown('the definition has errors')
  const rules = ['lock-outdated', 'deploy-outdated', 'not-committed', 'kustomize']
  const [first] = delivery.findings.filter(({ rule }) => rules.includes(rule))
  if (first !== undefined) return warning(first.message, first.hint ?? 'run `chancery render` and commit the result')
  return delivery.checked === undefined
    ? unknown('it cannot be rendered before all keys exist')
    : ok('is what the definition renders')
}

function certificatesCheck(checked: CheckedNetwork, now: Date): Judgement {
  const [first, ...others] = expiryFindings(checked, now)
  if (first === undefined) return ok('none expires soon')
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  const hint = first.hint ?? 'renew it'
  return first.severity === 'error' ? failed(`${first.message}${more}`, hint) : warning(`${first.message}${more}`, hint)
}

/** Who decrypts what in a cluster: the cluster itself, and organizations with recipients of their own there. */
function holdersIn({ organizations, nodes }: Network, cluster: Cluster): ReadonlyMap<string, readonly string[]> {
  const present = organizations.filter(({ name }) =>
    nodes.some((node) => node.cluster.name === cluster.name && node.organization.name === name),
  )
  return new Map([
    [`cluster ${cluster.name}`, cluster.recipients],
    ...present
      .filter((organization) => ownRecipients(organization, cluster.name).length > 0)
      .map((organization) => [holderOf(organization, cluster), readersOf(organization, cluster)] as const),
  ])
}

/** `apply` needs an age key of each holder. Recipients are public; identities are never shown. */
export function ageKeyCheck(network: Network, cluster: Cluster, keyring: Keyring | OperatorError): Judgement {
  if (keyring instanceof OperatorError) return failed(keyring.message, keyring.hint)
  const own = keyring.identities.map(({ recipient }) => recipient)
  const holders = [...holdersIn(network, cluster)]
  const lacking = holders.filter(([, recipients]) => !recipients.some((recipient) => own.includes(recipient)))
  if (lacking.length === 0) return ok(`this machine has the key of ${listed(holders.map(([holder]) => holder))}`)
  const passedOver = keyring.passedOver.length === 0 ? '' : `; not usable: ${keyring.passedOver.join(', ')}`
  const seen = own.length === 0 ? 'no age key is given' : `no key of ${listed(lacking.map(([holder]) => holder))}`
  const [, recipients = []] = lacking[0] ?? []
  return warning(
    `${seen}${passedOver}`,
    `\`chancery apply\` needs the key of ${recipients.join(' or ')} in SOPS_AGE_KEY or SOPS_AGE_KEY_FILE; with Flux only the cluster needs it`,
  )
}
