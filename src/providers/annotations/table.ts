import type { IpFamily } from '../../ip-address.ts'
import table from './table.json' with { type: 'json' }

/** `reserved` is the name of an address that Google Cloud keeps. */
export type ListItem = 'text' | 'address' | 'elastic IP' | 'reserved' | 'range' | 'port'

/** The values that a controller takes. Of every other one it makes an error, or nothing. */
export type AnnotationFormat =
  | { readonly kind: 'text'; readonly longest?: number }
  | { readonly kind: 'choice'; readonly values: readonly string[]; readonly anyCase?: boolean }
  /** What Go's strconv.ParseBool takes. */
  | { readonly kind: 'yes-or-no' }
  | { readonly kind: 'whole-number'; readonly least: number; readonly most: number; readonly unit?: string }
  /** From 0 on. */
  | { readonly kind: 'number'; readonly most?: number }
  | { readonly kind: 'address'; readonly family: IpFamily }
  /** A number, the name of a port of the Service, or the word. */
  | { readonly kind: 'port'; readonly or: string }
  | { readonly kind: 'list'; readonly of: ListItem; readonly separator: ',' | ' '; readonly most?: number }
  /** `key=value`, separated by commas; with `attributes` these keys only. */
  | { readonly kind: 'pairs'; readonly attributes?: Readonly<Record<string, AnnotationFormat>> }
  | { readonly kind: 'json' }

/** What the sources of controllers say about an annotation. */
export interface KnownAnnotation {
  readonly format: AnnotationFormat
  /** The controllers that read it, each with the file and line of its sources. */
  readonly readBy: Readonly<Record<string, string>>
  /** File and line of each limit in `format`. */
  readonly limits?: readonly string[]
  /** Why nobody should write it, in words that follow "the annotation", and what to do. */
  readonly discouraged?: { readonly reason: string; readonly advice: string }
  /** Read only of Services that an Ingress or a Gateway names. */
  readonly behindIngress?: boolean
}

export interface ControllerRelease {
  readonly title: string
  readonly release: string
  readonly repository: string
  readonly module: string
  readonly version: string
}

interface AnnotationTable {
  readonly controllers: Readonly<Record<string, ControllerRelease>>
  /** By key. `{port}` and `{protocol}` stand for a port of the Service and its protocol. */
  readonly annotations: Readonly<Record<string, KnownAnnotation>>
}

/** Made by scripts/generate-provider-annotations.ts from the controllers' sources. A test holds that the file has this form. */
export const { controllers, annotations: knownAnnotations } = table as AnnotationTable // A JSON file has texts where the type has certain words.

/** From 1 to 65535. */
const port = '(?:[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])'
const places = { port, protocol: '(?:TCP|TLS|UDP|TCP_UDP|QUIC|TCP_QUIC)' } as const

const patterns = Object.entries(knownAnnotations)
  .filter(([key]) => key.includes('{'))
  .map(([key, known]) => ({
    known,
    pattern: new RegExp(
      `^${key.replaceAll('.', '\\.').replaceAll('{port}', places.port).replaceAll('{protocol}', places.protocol)}$`,
    ),
  }))

/** The port of the Service that an annotation is for, and its protocol where the annotation names one; undefined if it is for all ports. */
export function servedBy(key: string): { readonly port: number; readonly protocol?: string } | undefined {
  const [, protocol, number = /\/port_(\d+)_/.exec(key)?.[1]] = /\.(?:([A-Z_]+)-)?(\d+)$/.exec(key) ?? []
  return number === undefined ? undefined : { port: Number(number), ...(protocol === undefined ? {} : { protocol }) }
}

/** What is known of an annotation; undefined when no controller reads it. */
export const knownAnnotation = (key: string): KnownAnnotation | undefined =>
  knownAnnotations[key] ?? patterns.find(({ pattern }) => pattern.test(key))?.known
