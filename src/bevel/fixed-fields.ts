import type { Path } from '../network/finding.ts'
import { isContainer } from '../network/mapping.ts'
import type { BevelLine, BevelOutcome } from '../platforms/bevel.ts'

/** A field that means the same for every network: its path with `*` for an index, and what becomes of it. */
type FixedField = readonly [pattern: string, outcome: BevelOutcome, text: string]

const repository =
  'Flux reads the repository that has network.yaml: `flux bootstrap` names it, with its branch and path'
const cloud = 'the cloud account belongs to the cluster: Chancery only connects to its API server'
const pipeline =
  'a pipeline gets its cloud credentials from the secret store of the pipeline, best without long-lived keys (OIDC)'
const demo = 'an application of the demo, which has its own Deployment'

/** Fields whose values make no difference. */
const fixedFields: readonly FixedField[] = [
  ['type', 'kept', 'as `platform`'],
  [
    'env.proxy_namespace',
    'dropped',
    'the Ambassador of a cluster has the namespace `<network>-ambassador`; `ambassador.existing` names one that runs already',
  ],
  [
    'env.retry_count',
    'dropped',
    'nothing is polled a fixed number of times: Flux, `apply` and Jobs wait until objects are ready',
  ],
  ['docker.username', 'dropped', 'the user of the registry is in the image pull Secret'],
  [
    'docker.password',
    'secret',
    'belongs in an image pull Secret, which you create in each namespace; `images.pullSecret` names it',
  ],
  ['frontend', 'dropped', demo],
  ['upgrade', 'dropped', 'an upgrade is a change of `platformVersion`'],
  ['organizations.*.org_status', 'dropped', 'Git shows what is new and what exists'],
  ['organizations.*.unit', 'dropped', 'no certificate or object has it'],
  ['organizations.*.aws.access_key', 'secret', pipeline],
  ['organizations.*.aws.secret_key', 'secret', pipeline],
  ['organizations.*.aws.encryption_key', 'dropped', 'the storage class names the key that encrypts volumes'],
  ['organizations.*.aws', 'dropped', cloud],
  ['organizations.*.azure', 'dropped', cloud],
  ['organizations.*.gcp', 'dropped', cloud],
  ['organizations.*.minikube', 'dropped', cloud],
  ['organizations.*.digitalocean', 'dropped', cloud],
  ['organizations.*.k8s.region', 'dropped', cloud],
  ['organizations.*.k8s.config_file', 'dropped', 'kubectl and Chancery read KUBECONFIG, or ~/.kube/config'],
  [
    'organizations.*.vault.url',
    'dropped',
    'keys are sealed for age recipients in Git. To keep them in Vault, let External Secrets write Secrets, and name those in `existingSecret`',
  ],
  [
    'organizations.*.vault.secret_path',
    'dropped',
    'External Secrets needs the path for keys that stay in Vault (`existingSecret`)',
  ],
  [
    'organizations.*.vault.root_token',
    'secret',
    'no part of Chancery uses Vault. Revoke the token if it was ever in a file; External Secrets needs a role with read access only',
  ],
  [
    'organizations.*.gitops.password',
    'secret',
    'the token belongs to `flux bootstrap`, which makes a deploy key; workflows use the token of GitHub Actions',
  ],
  ['organizations.*.gitops.private_key', 'dropped', 'Flux makes its own deploy key'],
  ['organizations.*.gitops', 'dropped', repository],
]

/** The lines of those fields that the input has. */
export const fixedLines = (network: Readonly<Record<string, unknown>>): readonly BevelLine[] =>
  fixedFields.flatMap(([pattern, outcome, text]) =>
    pathsOf(network, pattern.split('.'), []).map((path) => ({ path, outcome, text })),
  )

function pathsOf(value: unknown, [step, ...rest]: readonly string[], path: Path): readonly Path[] {
  if (step === undefined) return [path]
  if (!isContainer(value)) return []
  if (step === '*')
    return Array.isArray(value) ? value.flatMap((item: unknown, at) => pathsOf(item, rest, [...path, at])) : []
  return Object.hasOwn(value, step) ? pathsOf(value[step], rest, [...path, step]) : []
}
