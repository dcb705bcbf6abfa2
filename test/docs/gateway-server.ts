import { createVerify, X509Certificate } from 'node:crypto'
import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData, status } from '@grpc/grpc-js'
import { common, gateway, msp, peer } from '@hyperledger/fabric-protos'

export interface GatewayServer extends AsyncDisposable {
  /** `127.0.0.1:12345` */
  readonly address: string
}

export interface GatewayServerOptions {
  /** PEM. */
  readonly certificate: string
  readonly privateKey: string
  /** PEM of the authority that certifies clients of each MSP, by MSP ID. */
  readonly authorities: Readonly<Record<string, string>>
}

type Evaluate = gateway.EvaluateRequest
type Evaluated = gateway.EvaluateResponse

/** The gateway service of a peer with TLS: it checks who signed, and answers evaluations with what was called. */
export async function gatewayServer({
  certificate,
  privateKey,
  authorities,
}: GatewayServerOptions): Promise<GatewayServer> {
  const server = new Server()
  const evaluate = (call: ServerUnaryCall<Evaluate, Evaluated>, answer: sendUnaryData<Evaluated>): void => {
    try {
      answer(null, evaluated(call.request, authorities))
    } catch (error) {
      answer({ code: status.PERMISSION_DENIED, details: String(error) })
    }
  }
  server.addService(gateway.GatewayService, { evaluate })
  const pair = { cert_chain: Buffer.from(certificate), private_key: Buffer.from(privateKey) }
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createSsl(null, [pair]), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    )
  })
  return {
    address: `127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => server.forceShutdown(),
  }
}

function evaluated(request: Evaluate, authorities: Readonly<Record<string, string>>): Evaluated {
  const signed = request.getProposedTransaction() ?? new peer.SignedProposal()
  const proposal = peer.Proposal.deserializeBinary(signed.getProposalBytes_asU8())
  const header = common.Header.deserializeBinary(proposal.getHeader_asU8())
  const creator = msp.SerializedIdentity.deserializeBinary(
    common.SignatureHeader.deserializeBinary(header.getSignatureHeader_asU8()).getCreator_asU8(),
  )
  const pem = Buffer.from(creator.getIdBytes_asU8())
  const certificate = new X509Certificate(pem)
  const authority = new X509Certificate(authorities[creator.getMspid()] ?? '')
  if (!certificate.verify(authority.publicKey))
    throw new Error(`${certificate.subject} is not of ${creator.getMspid()}`)
  const isSigned = createVerify('sha256')
    .update(signed.getProposalBytes_asU8())
    .verify(certificate.publicKey, signed.getSignature_asU8())
  if (!isSigned) throw new Error('the signature does not match the proposal')
  const payload = peer.ChaincodeProposalPayload.deserializeBinary(proposal.getPayload_asU8())
  const spec = peer.ChaincodeInvocationSpec.deserializeBinary(payload.getInput_asU8()).getChaincodeSpec()
  const [name] = spec?.getInput()?.getArgsList_asU8() ?? []
  const result = new peer.Response()
  result.setStatus(200)
  const called = `${request.getChannelId()}/${spec?.getChaincodeId()?.getName()}/${Buffer.from(name ?? []).toString()}`
  result.setPayload(Buffer.from(`${called} for ${creator.getMspid()}`))
  const response = new gateway.EvaluateResponse()
  response.setResult(result)
  return response
}
