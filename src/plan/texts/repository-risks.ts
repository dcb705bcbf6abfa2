import type { RiskTexts } from '../../network/risk-text.ts'

/** Risks of files beside the definition. */
export const repositoryRisks: RiskTexts = {
  'flux-system-changed': {
    severities: ['danger'],
    title:
      "Files of `flux bootstrap` change: Flux's controllers, their sources, or their rights. The plan shows the difference.",
    remedy: 'Compare them with what `flux bootstrap` writes.',
  },
  'workflow-changed': {
    severities: ['danger'],
    title: 'A workflow, an action or a script in `.github` changes. It may push to the deployed branch.',
    remedy: 'Check triggers, permissions, environments and actions.',
  },
  'owners-changed': {
    severities: ['danger'],
    title: 'CODEOWNERS or branch rules change: other people approve changes of an organization.',
    remedy: 'Check that every organization still owns its part.',
  },
  'delivery-changed': {
    severities: ['danger'],
    title: 'A `.sourceignore` changes. Flux ignores the files that it lists.',
    remedy: 'Check that it lists no rendered file and no override.',
  },
  'elsewhere-changed': {
    severities: ['caution'],
    title: '`deploy/` of another folder changes: files of another network, or of this one before a move.',
    remedy: 'Plan that folder too.',
  },
  'repository-changed': {
    severities: ['caution'],
    title: '`.gitattributes`, `.sops.yaml`, `.gitmodules` or the settings of a bot change.',
    remedy: 'Check that nothing is hidden from reviews, and that every recipient is known.',
  },
  'lock-changed': {
    severities: ['danger', 'caution'],
    title:
      'The lock is removed, or lines differ from what the merge would write: ports, digests, requests to the ledger.',
    caution: 'Lines are added, or lines that only warn.',
    remedy: 'Undo the change. The merge writes the lock.',
  },
  'sealed-changed': {
    severities: ['danger', 'caution'],
    title: 'A private key changes alone, or is added for an existing public key. Nobody sees whether they match.',
    caution: 'The key is only encrypted for other recipients.',
    remedy: 'Ask the organization to confirm it.',
  },
  'public-changed': {
    severities: ['danger', 'caution'],
    title:
      'A certificate or another public file changes: key, issuer, name or role; or it changes alone. A renewal for the same key by the same authority is no risk.',
    caution: 'Only hosts change.',
    remedy: 'Ask the organization to confirm it.',
  },
  'authority-changed': {
    severities: ['danger', 'caution'],
    title: 'The certificate of an authority changes, or its file gets a second one.',
    caution: 'Only hosts change.',
    remedy: 'Ask the organization to confirm it.',
  },
  'material-removed': {
    severities: ['danger', 'caution'],
    title: 'Keys or certificates are removed that the definition needs, or that everyone relies on.',
    caution: 'Their owner is removed too.',
    remedy: 'Restore them.',
  },
}
