import table from './table.json' with { type: 'json' }

/** The values that a controller takes. Of every other one it makes an error, or nothing. */
export type AnnotationFormat =
  | { readonly kind: 'text'; readonly longest?: number }
  | { readonly kind: 'choice'; readonly values: readonly string[]; readonly anyCase?: boolean }
  /** What Go's strconv.ParseBool takes. */
  | { readonly kind: 'yes-or-no' }
  | { readonly kind: 'whole-number'; readonly least: number; readonly most: number; readonly unit?: string }
  /** From 0 on. */
  | { readonly kind: 'number'; readonly most?: number }
  | { readonly kind: 'list'; readonly of: 'text' | 'address' | 'range' | 'port'; readonly separator: ',' | ' ' }
  /** `key=value`, separated by commas. */
  | { readonly kind: 'pairs' }
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

const places = { port: '[1-9]\\d{0,4}', protocol: '(?:TCP|TLS|UDP|TCP_UDP|QUIC|TCP_QUIC)' } as const

const patterns = Object.entries(knownAnnotations)
  .filter(([key]) => key.includes('{'))
  .map(([key, known]) => ({
    known,
    pattern: new RegExp(
      `^${key.replaceAll('.', '\\.').replaceAll('{port}', places.port).replaceAll('{protocol}', places.protocol)}$`,
    ),
  }))

/** What is known of an annotation; undefined when no controller reads it. */
export const knownAnnotation = (key: string): KnownAnnotation | undefined =>
  knownAnnotations[key] ?? patterns.find(({ pattern }) => pattern.test(key))?.known
