import type { BroughtFile } from '../../platforms/starter.ts'
import type { RepositoryFacts } from '../../starter/answers.ts'
import { listed } from '../../words.ts'
import { fileNameOf, type Holder, type Identity } from './identities.ts'

/** Where an age key belongs, in one line. It is never shown. */
export const placeOfKey = (identity: Identity): string => {
  const { name, path } = identity
  return identity.kind === 'cluster'
    ? `${path} belongs in the Secret sops-age of cluster ${name} (without Flux: the secret SOPS_AGE_KEY of the GitHub environment ${name}), and in your vault`
    : `${path} belongs to the person of ${name} who ${identity.people.does}, and in the vault of ${name}`
}

interface Progress {
  readonly identities: readonly Identity[]
  /** Who has no recipient. */
  readonly lacking: readonly Holder[]
  /** Files that the definition names, and nobody has brought yet. */
  readonly brought: readonly BroughtFile[]
}

/** The steps that follow, each with its commands. */
export function nextSteps(
  { name, clusters }: RepositoryFacts,
  { identities, lacking, brought }: Progress,
): readonly string[] {
  const keyFile = (cluster: string): string =>
    identities.find((one) => one.kind === 'cluster' && one.name === cluster)?.path ?? `${cluster}.agekey`
  const secrets = clusters.flatMap(({ name: cluster }) => [
    `kubectl --context ${cluster} create namespace flux-system`,
    `kubectl --context ${cluster} --namespace flux-system create secret generic sops-age --from-file=age.agekey=${keyFile(cluster)}`,
  ])
  const keys =
    lacking.length === 0
      ? step('put the age key of each cluster where its Flux finds it; keep a copy in your vault', secrets)
      : step(
          `make age keys for ${listed(lacking.map((one) => one.name))}, and put the public halves into network.yaml`,
          [...lacking.map((one) => `age-keygen -o ${fileNameOf(one)}.agekey`), 'chancery validate'],
        )
  const steps = [
    keys,
    ...brought.map(({ file, what, command }) =>
      step(`add ${file}: ${what}. Put your own names into network.yaml`, [command, 'chancery validate']),
    ),
    step('commit and push: the workflow deploy makes keys, renders and commits', [
      `git add . && git commit --message "Start the network ${name}"`,
      `gh repo create ${name} --private --source=. --push`,
    ]),
    step(
      'let Flux in each cluster apply it; deploy/README.md then lists DNS records and what else is to do',
      clusters.map(
        ({ name: cluster }) =>
          `flux bootstrap github --context=${cluster} --owner=OWNER --repository=${name} --branch=main --path=deploy/flux/${cluster}`,
      ),
    ),
  ]
  return [
    'next:',
    ...steps.flatMap(({ title, commands }, at) => [
      `  ${at + 1}. ${title}`,
      ...commands.map((line) => `       ${line}`),
    ]),
  ]
}

interface Step {
  readonly title: string
  readonly commands: readonly string[]
}

const step = (title: string, commands: readonly string[]): Step => ({ title, commands })
