import { flag, optionalText, textWithDefault } from './options.ts'

/** Options that several commands have: each is one object, so that it means the same everywhere. */

export const build = flag('Build every Kustomize root too, overrides included')
export const sarif = optionalText('FILE', 'Write findings and risks to this file as SARIF')
export const organization = optionalText('NAME', 'Make only the keys of this organization')
export const cluster = optionalText('NAME', 'Only this cluster; all when empty')
export const context = optionalText('NAME', 'kubeconfig context of that cluster, in place of the one in the definition')
export const dnsServer = textWithDefault(
  'ADDRESS',
  "IP address of a DNS server to ask for names, in place of the machine's; several separated by commas",
  '',
)
/** Of the action: who writes to GitHub. */
export const token = {
  text: 'Token for the API of GitHub',
  where: 'action',
  automatic: true,
  placeholder: 'TOKEN',
  default: `\${{ github.token }}`,
  // The runner puts the token in the place of the expression; elsewhere there is none.
  read: (given: string) => ({ value: given === `\${{ github.token }}` ? '' : given }),
} as const
