import { bech32 } from '@scure/base'
import * as z from 'zod'
import { canonicalIpv6, mappedIpv4 } from '../ip-address.ts'
import { hostHint } from './host-hint.ts'
import { quantityHint, quantityValue } from './quantity.ts'
import { rangeProblem } from './range.ts'
import { readSshPublicKey } from './ssh-public-key.ts'

/** Texts and numbers that fields are made of. */

export const name = z
  .string()
  .regex(
    /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/,
    'must be a DNS-1123 label: lower-case letters, digits and "-", beginning with a letter, at most 63',
  )
  .meta({ kind: 'name' })

/** Name of an object of a kind that allows dots: a Secret, a StorageClass. A DNS-1123 subdomain. */
export const objectName = z
  .string()
  .regex(
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
    'must be the name of a Kubernetes object: lower-case letters, digits, "-" and "."',
  )
  .max(253)
  .meta({ kind: 'name' })

/** Key of a label or an annotation: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set */
export const qualifiedName =
  /^(?=[^/]{1,253}\/|[^/]+$)([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/

export const labelKey = z
  .string()
  .regex(
    qualifiedName,
    'must be a label key: letters, digits, "-", "_" and ".", optionally with a prefix such as example.com/',
  )

export const labelValue = z
  .string()
  .regex(
    /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/,
    'must be a label value in quotes: at most 63 letters, digits, "-", "_", "."',
  )

/** An invalid text, with a hint. */
export const refused = (message: string, hint: string, input: unknown) =>
  ({ code: 'custom', message, input, params: { hint } }) as const

export const quantity = z
  .union([z.string(), z.number()])
  .transform(String)
  .superRefine((text, context) => {
    if (quantityValue(text) === undefined)
      context.addIssue(refused('must be a quantity such as 20Gi, 512Mi or 500m', quantityHint(text), text))
  })
  .meta({ kind: 'quantity' })

const digestForm = /^sha256:[0-9a-f]{64}$/

/** Digest of an image. */
export const imageDigest = z
  .string()
  .superRefine((text, context) => {
    if (!digestForm.test(text))
      context.addIssue(refused('must be a digest: sha256: and 64 hexadecimal digits', digestHint(text), text))
  })
  .meta({ pattern: digestForm.source })

function digestHint(text: string): string {
  if (/^[0-9a-f]{64}$/i.test(text)) return 'write sha256: before it'
  const [, digits] = /sha256:([0-9a-f]{64})$/i.exec(text) ?? []
  return digits === undefined ? 'write what `crane digest IMAGE:TAG` shows' : `write sha256:${digits.toLowerCase()}`
}

const hostLabel = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?'

const octet = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const ipv4Form = new RegExp(`^${octet}(\\.${octet}){3}$`)

/** For editors, which cannot know more: at least two colons. */
const ipv6Form = /^(?=.*:.*:)[0-9a-f:]{2,39}$/

/** An address of a load balancer, or the cloud's name for one, which has a letter. */
const addressOrNameForm = new RegExp(
  `^(?:${octet}(?:\\.${octet}){3}|(?=.*:.*:)[0-9a-f:]{2,39}|(?=.*[a-z])[a-z0-9][-a-z0-9.]*)$`,
)

/** At least two labels. The last must not be a number: browsers and resolvers would read the name as an IP address. */
const dnsForm = new RegExp(`^(?=.{1,253}$)(${hostLabel}\\.)+(?=.*[a-z])${hostLabel}$`)

const isDnsName = (text: string): boolean => dnsForm.test(text)
const isIpv4 = (text: string): boolean => ipv4Form.test(text)

/** In one form only, as addresses are compared as texts. */
const isIpv6 = (text: string): boolean => canonicalIpv6(text) === text && mappedIpv4(text) === undefined

const isAddress = (text: string): boolean => isIpv4(text) || isIpv6(text)

const place = (isRight: (text: string) => boolean, message: string) =>
  z.string().superRefine((text, context) => {
    if (!isRight(text)) context.addIssue(refused(message, hostHint(text, isRight), text))
  })

/** A DNS name without scheme, port or trailing dot, at least two labels, not an IP address. The pattern is for editors. */
export const dnsName = place(
  isDnsName,
  'must be a DNS name such as eu.example.com: lower case, no scheme, no port',
).meta({ pattern: dnsForm.source, kind: 'DNS name' })

/** For ledgers that keep IPv4 addresses only. */
export const ipv4 = place(isIpv4, 'must be an IPv4 address such as 203.0.113.7: no scheme, no port').meta({
  pattern: ipv4Form.source,
  kind: 'IPv4 address',
})

export const ipAddress = place(
  isAddress,
  'must be an IP address such as 203.0.113.7 or 2001:db8::7: no scheme, no port',
).meta({ pattern: `${ipv4Form.source}|${ipv6Form.source}`, kind: 'IP address' })

/** A host that others connect to: a DNS name or an IP address. */
export const host = place(
  (text) => isDnsName(text) || isAddress(text),
  'must be a DNS name such as eu.example.com or an IP address: no scheme, no port',
).meta({ pattern: `${dnsForm.source}|${ipv4Form.source}|${ipv6Form.source}`, kind: 'DNS name or IP address' })

/** The same for ledgers that know no IPv6. */
export const ipv4Host = place(
  (text) => isDnsName(text) || isIpv4(text),
  'must be a DNS name such as eu.example.com or an IPv4 address: no scheme, no port',
).meta({ pattern: `${dnsForm.source}|${ipv4Form.source}`, kind: 'DNS name or IPv4 address' })

/** An address of a load balancer, or the cloud's name for one. */
export const addressOrName = z
  .string()
  .regex(addressOrNameForm, 'must be an IP address, or the name of one in the cloud')
  .superRefine((text, context) => {
    if (text.includes(':') && addressOrNameForm.test(text) && !isIpv6(text))
      context.addIssue(
        refused('must be an IP address, or the name of one in the cloud', hostHint(text, isAddress), text),
      )
  })

/** A range of addresses. */
export const cidr = z
  .string()
  .superRefine((text, context) => {
    const problem = rangeProblem(text, isIpv4)
    if (problem !== undefined) context.addIssue(refused(problem.message, problem.hint, text))
  })
  .meta({
    pattern: `^${octet}(\\.${octet}){3}/(3[0-2]|[12]?\\d)$|^(?=.*:.*:)[0-9a-f:]{2,39}/(12[0-8]|1[01]\\d|[1-9]?\\d)$`,
    kind: 'range',
  })

/** A port of the cluster's Ambassador. Emissary runs without privileges, so ports below 1024 cannot be opened. */
export const port = z.int().min(1024).max(65535)

/** `15000-15049`, as numbers. */
export const portRange = z
  .string()
  .regex(/^\d{1,5}-\d{1,5}$/, 'must be a range of ports such as 15000-15049')
  .transform((text) => {
    const [first = 0, last = 0] = text.split('-').map(Number)
    return { first, last }
  })
  .meta({ kind: 'range of ports' })

/**
 * An age recipient, https://github.com/C2SP/C2SP/blob/main/age.md#the-x25519-recipient-type. Bech32 may be all capitals, but age
 * and SOPS refuse that, and recipients are compared as texts: one key would pass for two.
 */
export const ageRecipient = z
  .string()
  .superRefine((text, context) => {
    if (!isAgeRecipient(text)) {
      const message = 'must be an age recipient ("age1…", as age-keygen prints it): a character is missing or mistyped'
      context.addIssue({ code: 'custom', message, input: text })
    } else if (text !== text.toLowerCase()) {
      const message = 'must be an age recipient in small letters ("age1…", as age-keygen prints it)'
      context.addIssue({ code: 'custom', message, input: text, params: { hint: `write ${text.toLowerCase()}` } })
    }
  })
  .meta({ kind: 'age recipient' })

function isAgeRecipient(text: string): boolean {
  const decoded = bech32.decodeUnsafe(text, 128)
  return decoded !== undefined && decoded.prefix === 'age' && bech32.fromWordsUnsafe(decoded.words)?.length === 32
}

/** A release of Emissary. */
export const release = z
  .string()
  .regex(/^\d+\.\d+\.\d+$/, 'must be an exact release such as 4.1.0')
  .meta({ kind: 'release' })

/** The line of a .pub file of SSH, Ed25519 only. */
export const sshPublicKey = z
  .string()
  .superRefine((text, context) => {
    const key = readSshPublicKey(text)
    if (typeof key === 'string') context.addIssue({ code: 'custom', message: key, input: text })
  })
  .meta({ kind: 'SSH public key' })
