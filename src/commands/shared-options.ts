import { flag, optionalText, textWithDefault } from './options.ts'

/** Options of several commands: each is one object, so that it means the same everywhere. */

export const build = flag('Build every Kustomize root too, overrides included')
export const sarif = optionalText('FILE', 'File to write findings and risks to, as SARIF')
export const organization = optionalText('NAME', 'Make only the keys of this organization')
export const cluster = optionalText('NAME', 'Only this cluster; all when empty')
export const context = optionalText('NAME', 'kubeconfig context of that cluster; overrides the one in the definition')
export const dnsServer = textWithDefault(
  'ADDRESS',
  'IP addresses of DNS servers, separated by commas; when empty, those of the machine',
  '',
)
/** Of the action: who writes to GitHub. */
export const token = {
  text: "Token for GitHub's API",
  where: 'action',
  automatic: true,
  placeholder: 'TOKEN',
  default: `\${{ github.token }}`,
  // The runner replaces the expression by the token; elsewhere there is no token.
  read: (given: string) => ({ value: given === `\${{ github.token }}` ? '' : given }),
} as const
