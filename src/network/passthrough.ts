import type { Ambassador } from './network.ts'

/** The listener of the port that endpoints with their own TLS share: HTTPS has 8443. */
export const passthroughListener = 8444

/** Port of an Ambassador's pods at which a connection to its port for nodes arrives. A node port has the number of its listener. */
export const listenerOf = (
  { publish, passthrough, passthroughPort = 443 }: Pick<Ambassador, 'publish' | 'passthrough' | 'passthroughPort'>,
  port: number,
): number => (publish !== 'NodePort' && passthrough === 'sni' && port === passthroughPort ? passthroughListener : port)
