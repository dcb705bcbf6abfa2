/**
 * A short-lived Job that asks nodes what needs a key of an organization, or a protocol that is not HTTP. A key stays in the cluster; the
 * Job prints the answers.
 */
export interface Inquiry {
  /** What it is about: unique for an organization in a cluster. */
  readonly topic: string
  /** With its tag; that of the probe when absent. */
  readonly image?: string
  /** Labels by which network policies let it reach the nodes. */
  readonly labels: Readonly<Record<string, string>>
  /** Its script, below the base manifests: `LEDGER/questions/peers.sh`, or `.py` where the image has Python. */
  readonly script: string
  readonly env: Readonly<Record<string, string>>
  /** Public files, mounted at `/etc/inquiry`. */
  readonly files: Readonly<Record<string, string>>
  /** More volumes, given the name of the ConfigMap with those files, by their mount paths. */
  volumes(configMap: string): Readonly<Record<string, { readonly name: string }>>
  /** Seconds that its questions take at most. */
  readonly seconds: number
}

/** What one Job printed. */
export interface InquiryAnswer {
  readonly topic: string
  readonly organization: string
  readonly cluster: string
  readonly output: string
}
