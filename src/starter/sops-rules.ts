import { dumpYaml } from '../yaml.ts'
import type { RepositoryFacts } from './answers.ts'

const header = `# For people who use sops by hand: whom it encrypts for, by path. These are public halves of age keys, never secret ones.
# Chancery does not read this file: it takes recipients from network.yaml.
`

/** .sops.yaml (https://getsops.io/docs/#using-sopsyaml-conf-to-select-kms-pgp-and-age-for-new-files): undefined where nobody can decrypt anything yet. */
export function sopsRules({ platform, clusters, organizations }: RepositoryFacts): string | undefined {
  const rules = [
    ...clusters.map(({ name, recipients }) => rule(`^material/sealed/${name}/`, recipients)),
    ...organizations.map(({ name, holderRecipients }) =>
      rule(`^material/sealed/${platform.definition.keyHolders?.people}/${name}/`, holderRecipients),
    ),
  ].flat()
  return rules.length === 0 ? undefined : `${header}${dumpYaml({ creation_rules: rules })}`
}

const rule = (path: string, recipients: readonly string[]): object[] =>
  recipients.length === 0
    ? []
    : [
        {
          path_regex: path,
          encrypted_regex: '^(data|stringData)$',
          mac_only_encrypted: true,
          age: recipients.join(','),
        },
      ]
