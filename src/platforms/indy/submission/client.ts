import { OperatorError } from '../../../errors.ts'
import type { LedgerRequest } from '../transactions/request.ts'

/** The package that talks to validators. People who want it install it: Chancery depends on no package. */
const clientPackage = '@hyperledger/indy-vdr-nodejs'

/** What the pool said. */
export type PoolAnswer =
  | { readonly outcome: 'reply'; readonly result: Readonly<Record<string, unknown>> }
  /** `REQNACK`: the request is not valid. `REJECT`: it is, and the ledger refuses it. */
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'unreachable'; readonly reason: string }

/** A connection to a pool. */
export interface PoolClient {
  submit(request: LedgerRequest): Promise<PoolAnswer>
  /** The same to every validator: their answers, by alias. Texts are JSON, or `timeout`. */
  ask(request: LedgerRequest): Promise<Readonly<Record<string, string>>>
  close(): void
}

/** The used part of the package: https://www.npmjs.com/package/@hyperledger/indy-vdr-nodejs */
interface IndyVdr {
  readonly PoolCreate: new (options: { readonly parameters: { readonly transactions: string } }) => Pool
  readonly CustomRequest: new (options: { readonly customRequest: LedgerRequest }) => object
}

interface Pool {
  refresh(): Promise<void>
  submitRequest(request: object): Promise<Readonly<Record<string, unknown>>>
  submitAction(request: object): Promise<Readonly<Record<string, string>>>
  close(): void
}

/** A client of the pool with this genesis. Throws an OperatorError without the package, or where no validator answers. */
export async function poolClient(genesis: string, load: (name: string) => Promise<unknown>): Promise<PoolClient> {
  const { PoolCreate, CustomRequest } = await clientPackageOf(load)
  const pool = created(() => new PoolCreate({ parameters: { transactions: genesis } }))
  // The pool may have changed since its genesis: its validators say what it is now.
  await pool.refresh().catch((error: unknown) => {
    pool.close()
    throw new OperatorError(
      `the pool does not answer: ${faultOf(error).message}`,
      'check that this machine reaches the client ports of its validators: `chancery verify` does; the request was not sent',
      { cause: error },
    )
  })
  return {
    submit: (request) =>
      pool.submitRequest(new CustomRequest({ customRequest: request })).then(
        (result): PoolAnswer => ({ outcome: 'reply', result }),
        (error: unknown) => refusal(error),
      ),
    ask: (request) => pool.submitAction(new CustomRequest({ customRequest: request })),
    close: () => pool.close(),
  }
}

/** It looks for its library at the first use. */
function created(create: () => Pool): Pool {
  try {
    return create()
  } catch (error) {
    throw new OperatorError(`${clientPackage} cannot be used: ${faultOf(error).message}`, installing, { cause: error })
  }
}

const installing = `install it in the folder of the network: \`npm install ${clientPackage}\` (it downloads a library from GitHub; LIB_INDY_VDR_PATH names the folder of another one). Or send the request with another client of Indy: --request FILE writes it`

/** The package. Throws an OperatorError without it. */
export async function clientPackageOf(load: (name: string) => Promise<unknown>): Promise<IndyVdr> {
  const loaded = await load(clientPackage).catch((error: unknown) => {
    if (!(error instanceof OperatorError)) throw error
    throw new OperatorError(error.message, installing, { cause: error })
  })
  if (loaded === undefined)
    throw new OperatorError(`${clientPackage} is not installed, so nothing was sent`, installing)
  if (!isIndyVdr(loaded))
    throw new OperatorError(`${clientPackage} is not what it was: it has no PoolCreate`, installing)
  return loaded
}

const isIndyVdr = (value: unknown): value is IndyVdr =>
  typeof value === 'object' && value !== null && 'PoolCreate' in value && 'CustomRequest' in value

/** Its numbers: https://github.com/hyperledger-indy/indy-vdr/blob/main/libindy_vdr/src/ffi/error.rs */
const requestFailed = 31

function refusal(error: unknown): PoolAnswer {
  const { code, message, extra } = faultOf(error)
  if (code !== requestFailed) return { outcome: 'unreachable', reason: message }
  return { outcome: 'refused', reason: reasonIn(extra) ?? reasonIn(message.replace(/^[^{]*/, '')) ?? message }
}

interface Fault {
  readonly code: unknown
  readonly message: string
  readonly extra: unknown
}

const faultOf = (error: unknown): Fault =>
  error instanceof Error
    ? { code: undefined, extra: undefined, ...error, message: error.message }
    : { code: undefined, message: String(error), extra: undefined }

/** The reason in the message of a validator. */
function reasonIn(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined
  try {
    const { reason } = JSON.parse(text) as { readonly reason?: unknown }
    return typeof reason === 'string' ? reason : undefined
  } catch {
    return undefined
  }
}
