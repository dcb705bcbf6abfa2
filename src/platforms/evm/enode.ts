/** A node that an enode URL names: https://github.com/ethereum/devp2p, enode.md. */
export interface Enode {
  /** 128 hexadecimal digits in small letters. */
  readonly nodeId: string
  /** In small letters; an IPv6 address without its brackets. */
  readonly host: string
  readonly port: number
}

const form = /enode:\/\/([0-9a-f]{128})@(\[[0-9a-f:.%]*\]|[^[\]:/?\s"',]+):(\d{1,5})/gi

/** All enode URLs in a text: a list of static nodes, one URL a line, a configuration file. */
export const enodesIn = (text: string): readonly Enode[] =>
  [...text.matchAll(form)].map(([, nodeId = '', host = '', port = '']) => ({
    nodeId: nodeId.toLowerCase(),
    host: host.toLowerCase().replace(/^\[|\]$/g, ''),
    port: Number(port),
  }))
