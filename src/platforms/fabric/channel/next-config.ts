import { X509Certificate } from 'node:crypto'
import { addressText } from '../../../network/address.ts'
import { carriedConfig } from './carried/config.ts'
import { isIssuedBy } from './certificate-issuer.ts'
import type { ChannelInput, Consenter } from './channel.ts'
import type { ConfigGroup } from './config-group.ts'
import { type ConsenterChange, consenterChanges, consentersIn, describeConsenterChange } from './consenters.ts'
import { desiredConfig } from './desired-config.ts'

/** Where the next update should lead. */
export interface NextConfig {
  readonly config: ConfigGroup
  /** What is left for updates after it, in words: each is to be applied, and its node to run, before the next. */
  readonly later: readonly string[]
}

/** What a configuration is made of, beside what is wanted. */
export interface NextConfigOptions {
  /** Of a channel that began without Chancery: as it was adopted or imported last. What no definition says stays as it is. */
  readonly baseline?: ConfigGroup | undefined
  /** What two certificates (PEM) of the same key have in common. */
  readonly publicKeyOf?: (certificate: string) => string
}

/**
 * The configuration that the next update should produce, on the way to what is wanted. It changes one consenter at most, those
 * that come before those that go. Consenters keep their place and, for SmartBFT, their number; and their certificate when the
 * wanted one is of the same public key: a renewed certificate needs no update.
 */
export function nextConfig(
  current: ConfigGroup,
  wanted: ChannelInput,
  { baseline, publicKeyOf = keyOf }: NextConfigOptions = {},
): NextConfig {
  const known = consentersIn(current)
  const all = keepKnown(known, wanted.consenters, publicKeyOf)
  const [change, ...later] = consenterChanges(known, all)
  const consenters = change === undefined || later.length === 0 ? all : withChange(known, change)
  const desired = desiredConfig({ ...wanted, consenters })
  const keepsOrdererOrganizations = later.length > 0
  return { config: config(), later: later.map(describeConsenterChange) }

  function config(): ConfigGroup {
    if (baseline !== undefined)
      return carriedConfig({ baseline, current, desired, keepsOrdererOrganizations, isIssuedBy })
    return keepsOrdererOrganizations ? withOrdererOrganizations(desired, current) : desired
  }
}

/** The public key of a certificate; the certificate itself when it cannot be read. */
function keyOf(certificate: string): string {
  try {
    return new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' }).toString('hex')
  } catch {
    return certificate
  }
}

/** Wanted consenters: known ones first, in the order in which they are known. */
function keepKnown(
  known: readonly Consenter[],
  wanted: readonly Consenter[],
  publicKeyOf: (certificate: string) => string,
): readonly Consenter[] {
  const keep = (old: string, certificate: string): string =>
    old !== '' && publicKeyOf(old) === publicKeyOf(certificate) ? old : certificate
  const isSameKey = (old: Consenter, now: Consenter): boolean =>
    publicKeyOf(old.tlsCertificate) === publicKeyOf(now.tlsCertificate)
  const left = new Set(wanted)
  const kept = known.flatMap((old): Consenter[] => {
    const candidates = [...left]
    const now =
      candidates.find((each) => isSameKey(old, each)) ??
      candidates.find((each) => addressText(each) === addressText(old))
    if (now === undefined) return []
    left.delete(now)
    const tlsCertificate = keep(old.tlsCertificate, now.tlsCertificate)
    const identity = keep(old.identity, now.identity)
    return [{ ...now, tlsCertificate, identity, ...(old.number === undefined ? {} : { number: old.number }) }]
  })
  const highest = Math.max(0, ...known.map(({ number = 0 }) => number))
  return [...kept, ...[...left].map((consenter, at) => ({ ...consenter, number: highest + 1 + at }))]
}

/** The known ones with one change. Raft's known ones lack what only SmartBFT writes. */
const withChange = (known: readonly Consenter[], { before, after }: ConsenterChange): readonly Consenter[] => {
  const becomes = after === undefined ? [] : [after]
  return before === undefined
    ? [...known, ...becomes]
    : known.flatMap((consenter) => (consenter === before ? becomes : [consenter]))
}

/** Organizations whose orderers are still consenters stay until those are gone: their certificates are checked. */
function withOrdererOrganizations(config: ConfigGroup, current: ConfigGroup): ConfigGroup {
  const orderer = config.groups.get('Orderer')
  const old = current.groups.get('Orderer')
  if (orderer === undefined || old === undefined) return config
  const groups = new Map([...old.groups, ...orderer.groups])
  return { ...config, groups: new Map([...config.groups, ['Orderer', { ...orderer, groups }]]) }
}
