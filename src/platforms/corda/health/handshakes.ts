import type { InquiryAnswer } from '../../inquiry.ts'
import { certificatesIn, readShown, type ShownCertificate } from './certificates.ts'

/** What was found at one P2P address. */
export interface Handshake {
  /** `bank/node1` */
  readonly node: string
  /** `192.0.2.7:15000` */
  readonly address: string
  readonly connected: boolean
  /** The certificate of the node first; empty where it showed none that can be read. */
  readonly path: readonly ShownCertificate[]
  /** Why curl ended, which it always does: it has no certificate. */
  readonly reason: string
}

/** What one Job found. */
export interface Handshakes {
  readonly cluster: string
  /** Seconds since 1970, by the clock of the Job. */
  readonly time: number
  readonly found: readonly Handshake[]
}

/** The lines that base/questions/handshakes.sh prints. Undefined for the output of a Job that did not run to its end. */
export function handshakesIn({ cluster, output }: InquiryAnswer): Handshakes | undefined {
  const time = /^time (\d{1,12})$/m.exec(output)?.[1]
  if (time === undefined || !/^handshakes done$/m.test(output)) return undefined
  const lines = output.matchAll(/^handshake (\S+) (\S+) ([01]) (-|(?:[0-9a-f]{2})+) ?(.*)$/gm)
  return {
    cluster,
    time: Number(time),
    found: [...lines].map(([, node = '', address = '', connected, message = '', reason = '']) => ({
      node,
      address,
      connected: connected === '1',
      path: pathIn(message),
      reason: reason.trim(),
    })),
  }
}

function pathIn(message: string): readonly ShownCertificate[] {
  const read = (certificatesIn(Buffer.from(message, 'hex')) ?? []).map(readShown)
  const path = read.filter((one) => one !== undefined)
  return path.length === read.length ? path : []
}
