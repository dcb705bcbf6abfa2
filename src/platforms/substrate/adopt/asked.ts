import { OperatorError } from '../../../errors.ts'
import { parseJson } from '../../../json.ts'
import { isMapping } from '../../../network/mapping.ts'
import type { AdoptionInput } from '../../adoption.ts'

/** What a node answers about its chain. */
export interface AskedNode {
  readonly url: string
  readonly genesisHash: string
  readonly peerId: string | undefined
  /** As `system_version` answers, such as `1.4.0-f3a1c2d`; empty when it does not. */
  readonly version: string
}

const methods = [['chain_getBlockHash', 0], ['system_localPeerId'], ['system_version']] as const

/** Asks a node, in one request. Throws OperatorError when it is no node of such a chain. */
export async function askedNode(url: string, { request }: Pick<AdoptionInput, 'request'>): Promise<AskedNode> {
  const body = methods.map(([method, ...params], id) => ({ jsonrpc: '2.0', id, method, params }))
  const reply = await request(url, body)
  if (reply.status !== 200)
    throw new OperatorError(
      `${shown(url)} answers with HTTP status ${reply.status}`,
      reply.status === 403
        ? 'the node refuses the host name of this URL (--rpc-cors): name it localhost, for example by `kubectl port-forward`'
        : usual,
    )
  const [genesisHash, peerId, version] = answersIn(reply.body)
  if (typeof genesisHash !== 'string' || !/^0x[0-9a-f]{64}$/.test(genesisHash))
    throw new OperatorError(`${shown(url)} does not answer about its first block (chain_getBlockHash)`, usual)
  return {
    url,
    genesisHash,
    peerId: typeof peerId === 'string' ? peerId : undefined,
    version: typeof version === 'string' ? version : '',
  }
}

const usual = 'name the URL of JSON-RPC over HTTP, usually with port 9944'

/** Without credentials. */
export const shown = (url: string): string => url.replace(/\/\/[^/@]*@/, '//')

/** In the order of the methods; nothing for anything else than a list of answers. */
function answersIn(body: string): readonly unknown[] {
  try {
    const answers = parseJson(body)
    if (!Array.isArray(answers)) return []
    const byId = new Map(answers.filter(isMapping).map(({ id, result }) => [Number(id), result]))
    return methods.map((_, id) => byId.get(id))
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}
