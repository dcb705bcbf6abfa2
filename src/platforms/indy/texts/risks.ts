import type { RiskTexts } from '../../../network/risk-text.ts'

/** Risks of a pool: its validators, its genesis, and who may write to its ledger. */
export const indyRisks: RiskTexts = {
  'pool-quorum-lost': {
    severities: ['danger'],
    title: 'More validators of a pool leave, move or change their keys than it can lose. The pool stops.',
    remedy: 'Change one validator in each pull request.',
  },
  'pool-quorum-margin': {
    severities: ['danger', 'caution'],
    title: 'No other validator of the pool may fail, until it has the transactions for those that change.',
    caution: 'The pool can still lose at least one.',
    remedy: 'Submit the transaction of a validator that leaves first. Change the others one at a time.',
  },
  'pool-validators-restart': {
    severities: ['danger', 'caution'],
    title: 'One commit restarts several validators of a pool. Clusters do not wait for each other.',
    caution: 'Too few are down at once to stop the pool.',
    remedy:
      'Change one cluster after the other: `platformVersion` of a node, `apply --cluster`, or suspended Flux Kustomizations.',
  },
  'pool-validator-removed': {
    severities: ['danger', 'caution'],
    title: 'A validator of the genesis leaves the definition. The pool counts it as offline.',
    caution: 'It joined later, or somebody else runs it.',
    remedy: 'Run `chancery indy node leave` before the merge.',
  },
  'pool-validator-added': {
    severities: ['caution'],
    title: 'A validator is not in the genesis of the pool. Transactions add its steward and the validator.',
    remedy: 'Run `chancery indy steward` and `chancery indy node join` after the merge.',
  },
  'pool-key-inherited': {
    severities: ['danger'],
    title: 'A validator gets the keys of a removed one. For a while, both may run.',
    remedy: 'Stop the old one first.',
  },
  'pool-key-changed': {
    severities: ['danger', 'caution'],
    title: 'A validator gets another verkey. The pool refuses it for good.',
    caution: 'Only its BLS key changes, or somebody else runs it.',
    remedy: 'Restore the keys. For another BLS key run `chancery indy node rotate` before the merge.',
  },
  'pool-alias-changed': {
    severities: ['danger'],
    title: 'A validator gets another alias, which the pool does not know.',
    remedy: 'Restore the alias.',
  },
  'pool-address-changed': {
    severities: ['danger', 'caution'],
    title: 'A validator is reached at another address. The others dial the one that the ledger has.',
    caution: 'Only its address for clients changes, or somebody else runs it.',
    remedy: 'Run `chancery indy node move` after the merge. Move one validator at a time.',
  },
  'pool-genesis-replaced': {
    severities: ['danger'],
    title: 'The genesis of the pool is removed or replaced. Validators with empty volumes begin another ledger.',
    remedy: 'Restore the files.',
  },
  'pool-renamed': {
    severities: ['danger'],
    title: 'The pool gets another name. Its validators begin with empty ledgers.',
    remedy: 'Restore `poolName`.',
  },
  'steward-changed': {
    severities: ['caution'],
    title: 'A validator gets another steward. The ledger knows the old one.',
    remedy: 'Restore the steward.',
  },
  'trustee-added': {
    severities: ['caution'],
    title: 'Somebody is to be a trustee, who decides about everybody else.',
    remedy: 'Ask the organization. Run `chancery indy trustee` after the merge.',
  },
  'trustee-removed': {
    severities: ['caution'],
    title: 'A trustee leaves the definition. The ledger keeps the role.',
    remedy: 'Run `chancery indy dismiss` after the merge.',
  },
  'endorser-added': {
    severities: ['caution'],
    title: 'Somebody is to be an endorser, who may write to the ledger.',
    remedy: 'Ask the organization. Run `chancery indy endorser` after the merge.',
  },
  'endorser-removed': {
    severities: ['caution'],
    title: 'An endorser leaves the definition. The ledger keeps the role.',
    remedy: 'Run `chancery indy dismiss` after the merge.',
  },
  'author-agreement-changed': {
    severities: ['caution'],
    title: 'The transaction author agreement changes. The ledger refuses authors who have not accepted the new one.',
    remedy: 'Tell the authors first.',
  },
}
