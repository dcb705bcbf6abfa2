import { bech32 } from '@scure/base'
import * as z from 'zod'
import { quantityPattern } from './quantity.ts'
import { readSshPublicKey } from './ssh-public-key.ts'

/** Texts and numbers that fields are made of. */

export const name = z
  .string()
  .regex(
    /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/,
    'must be a DNS-1123 label: lower-case letters, digits and "-", beginning with a letter, at most 63',
  )

/** Name of an object of a kind that allows dots: a Secret, a StorageClass. */
export const objectName = z
  .string()
  .regex(
    /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/,
    'must be the name of a Kubernetes object: lower-case letters, digits, "-" and "."',
  )
  .max(253)

export const quantity = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => quantityPattern.test(text), 'must be a quantity such as 20Gi, 512Mi or 500m')

const hostLabel = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?'

/** A DNS name without scheme, port or trailing dot, at least two labels, not an IP address. */
export const dnsName = z
  .string()
  .regex(
    new RegExp(`^(?=.*[a-z])${hostLabel}(\\.${hostLabel})+$`),
    'must be a DNS name such as eu.example.com: lower case, no scheme, no port',
  )
  .max(253)

const octet = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
export const ipv4 = z
  .string()
  .regex(new RegExp(`^${octet}(\\.${octet}){3}$`), 'must be an IPv4 address such as 203.0.113.7: no scheme, no port')

/** What others dial: a DNS name or an IPv4 address. */
export const host = z
  .string()
  .refine(
    (text) => dnsName.safeParse(text).success || ipv4.safeParse(text).success,
    'must be a DNS name such as eu.example.com or an IPv4 address: no scheme, no port',
  )

export const cidr = z
  .string()
  .regex(new RegExp(`^${octet}(\\.${octet}){3}/(3[0-2]|[12]?\\d)$`), 'must be an IPv4 range such as 203.0.113.0/24')

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

/** An age recipient, https://github.com/C2SP/C2SP/blob/main/age.md#the-x25519-recipient-type */
export const ageRecipient = z
  .string()
  .refine(
    isAgeRecipient,
    'must be an age recipient ("age1…", as age-keygen prints it): a character is missing or mistyped',
  )

function isAgeRecipient(text: string): boolean {
  const decoded = bech32.decodeUnsafe(text, 128)
  return decoded !== undefined && decoded.prefix === 'age' && bech32.fromWordsUnsafe(decoded.words)?.length === 32
}

/** A release of Emissary. */
export const release = z.string().regex(/^\d+\.\d+\.\d+$/, 'must be an exact release such as 4.1.0: never "latest"')

/** The line of a .pub file of SSH, Ed25519 only. */
export const sshPublicKey = z.string().superRefine((text, context) => {
  const key = readSshPublicKey(text)
  if (typeof key === 'string') context.addIssue({ code: 'custom', message: key, input: text })
})
