/**
 * Why a pool refuses a request, in plain words. Reasons are those of indy-node 1.13.2: handlers of `plenum/server/request_handlers` and
 * `indy_node/server/request_handlers`, `indy_common/authorize` and `plenum/server/client_error_codes.py`.
 */

export interface Refusal {
  readonly message: string
  readonly hint?: string
  /** The ledger has what was asked for. */
  readonly isDone?: true
}

interface KnownReason {
  readonly form: RegExp
  readonly refusal: Refusal
}

const trustee = 'a trustee writes it first'

const reasons: readonly KnownReason[] = [
  {
    form: /node already has the same data as requested/i,
    refusal: { message: 'the ledger has this already', isDone: true },
  },
  {
    form: /Version of TAA AML must be unique/i,
    refusal: { message: 'the ledger has ways to accept an agreement with this version already', isDone: true },
  },
  {
    form: /latest transaction author agreement cannot be retired/i,
    refusal: { message: 'the ledger has this agreement already', isDone: true },
  },
  {
    // Trustees change every other role.
    form: /TRUSTEE can not touch role field since only the owner/i,
    refusal: { message: 'the ledger has this DID with this role already', isDone: true },
  },
  {
    form: /already has a node/i,
    refusal: {
      message: 'the steward has a validator already',
      hint: 'a steward has one validator for ever: give this one another steward',
    },
  },
  {
    form: /alias must be unique/i,
    refusal: {
      message: 'another validator has this alias, maybe one that left',
      hint: 'set another `alias`',
    },
  },
  {
    form: /alias cannot be changed/i,
    refusal: {
      message: 'the pool knows the validator by another alias, which never changes',
      hint: 'set `alias` to that of the pool',
    },
  },
  {
    form: /(?:node|client)stack addresses must be unique/i,
    refusal: {
      message: 'another validator has this address and port, maybe one that left',
      hint: 'set another `port`',
    },
  },
  {
    form: /invalid network ip address/i,
    refusal: {
      message: 'the address is not an IP address',
      hint: 'set `address` of the cluster: the pool takes DNS names in its genesis only',
    },
  },
  {
    form: /since only (?:the )?owner can modify/i,
    refusal: {
      message: 'only its owner may change this: for a validator, the steward who added it',
      hint: 'sign with the key of that steward',
    },
  },
  {
    form: /Proof of possession|blskey|BLS key/i,
    refusal: {
      message: 'the BLS key and its proof do not fit',
      hint: 'restore the public half of the node in material/ from Git, or rotate the key',
    },
  },
  {
    form: /is not found in the Ledger|could not authenticate|verkey for .* cannot be found/i,
    refusal: {
      message: 'the ledger does not know the author',
      hint: `${trustee}: \`chancery indy steward ORGANIZATION/NODE\``,
    },
  },
  {
    form: /Not enough \w+ signatures/i,
    refusal: {
      message: 'the signers do not have the role that the pool requires, or are too few',
      hint: 'sign as somebody with that role; where the pool requires several, each signs with `chancery indy sign FILE`',
    },
  },
  {
    form: /signature/i,
    refusal: {
      message: 'a signature is missing or wrong',
      hint: 'sign with the key that the ledger has for the author',
    },
  },
  {
    form: /Txn Author Agreement acceptance is required/i,
    refusal: {
      message: 'the pool has an agreement that authors accept',
      hint: 'write it into the definition (transactionAuthorAgreement), read it, and pass --accept',
    },
  },
  {
    form: /Incorrect Txn Author Agreement|Agreement is retired/i,
    refusal: {
      message: 'the pool has another agreement than the definition',
      hint: 'write version and text of the agreement of the pool into the definition, or write yours to the pool: `chancery indy agreement`',
    },
  },
  {
    form: /acceptance mechanism is inappropriate/i,
    refusal: {
      message: 'the pool has no such way to accept its agreement',
      hint: 'pass one of the named ones: --accept',
    },
  },
  {
    form: /acceptance time is inappropriate/i,
    refusal: {
      message: 'the agreement was accepted on another day than the pool allows',
      hint: 'check the clock of this machine, and make the request again',
    },
  },
  {
    form: /TAA txn is forbidden until TAA AML is set/i,
    refusal: {
      message: 'the pool has no ways to accept an agreement',
      hint: '`chancery indy agreement` writes both, in order',
    },
  },
  {
    form: /(?:text|ratification date) of existing\s+transaction author agreement is forbidden/i,
    refusal: {
      message: 'the pool has an agreement with this version and another text or date',
      hint: 'give the new text another `version`',
    },
  },
  {
    form: /set in future/i,
    refusal: { message: 'the agreement is ratified in the future', hint: 'wait for that day, or correct `ratified`' },
  },
]

/** What the reason of a validator means; the reason itself where it is none that we know. */
export function refusalOf(reason: string): Refusal {
  return reasons.find(({ form }) => form.test(reason))?.refusal ?? { message: 'the pool refuses it' }
}
