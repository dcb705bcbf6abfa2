/**
 * What the page of `report` knows: JSON in the page. It imports nothing, as the page's own program, which runs in a browser, imports it.
 * Nothing secret is in it, and no time: the browser works out how many days are left.
 */
export interface PageData {
  readonly network: { readonly name: string; readonly platform: string; readonly version: string }
  readonly roles: readonly PageRole[]
  readonly clusters: readonly PageCluster[]
  readonly organizations: readonly PageOrganization[]
  readonly nodes: readonly PageNode[]
  readonly external: readonly PageExternal[]
  /** What pods are made of, shared by the nodes that have the same. */
  readonly pods: readonly PagePod[]
  readonly dials: readonly PageDial[]
  readonly routes: readonly PageRoute[]
  readonly dnsRecords: readonly PageDnsRecord[]
  readonly keys: readonly PageKey[]
  readonly tolerance: PageTolerance
  /** Tables of the platform itself, such as channels. */
  readonly ledger: readonly PageTable[]
  readonly findings: readonly PageFinding[]
  /** Labels of keys that do not exist yet: throw-away ones replace them in this page. */
  readonly throwAway: readonly string[]
  readonly plan?: PagePlan
  readonly health?: PageHealth
}

export interface PageRole {
  readonly name: string
  /** Its nodes take part in consensus. */
  readonly consensus: boolean
}

export interface PageCluster {
  readonly name: string
  readonly provider: string
  /** Domain or IP address. */
  readonly entrance: string
  readonly context: string
  readonly login: string
  readonly ambassador: PageAmbassador
}

export interface PageAmbassador {
  /** `namespace/name` of its Service. */
  readonly service: string
  readonly reached: string
  readonly ports: readonly { readonly name: string; readonly port: number }[]
  /** Empty: anyone may connect. */
  readonly sourceRanges: readonly string[]
  readonly images: readonly string[]
  /** The TLS certificate that it needs for HTTP endpoints. */
  readonly certificate?: { readonly secret: string; readonly maker: string; readonly names: readonly string[] }
}

interface PageOrganization {
  readonly name: string
  readonly legalName: string
  readonly namespace: string
  readonly cluster: string
}

export interface PageNode {
  /** `carrier/rpc1` */
  readonly id: string
  readonly name: string
  readonly organization: string
  readonly cluster: string
  readonly role: string
  /** Something else runs it still: no pod of it runs in its cluster. */
  readonly elsewhere?: true
  readonly version: string
  readonly storage: string
  readonly endpoints: readonly PageEndpoint[]
  /** Clusters whose nodes dial it. */
  readonly dialledFrom: readonly string[]
  /** Index in `pods`. */
  readonly pod: number
  /** Which step of a roll-out of its cluster restarts it, from 1, and how many steps there are. */
  readonly step: readonly [number, number]
}

interface PageEndpoint {
  readonly name: string
  readonly protocol: string
  /** For those in the same cluster. */
  readonly inside: string
  /** For all others; absent when nobody else reaches it. */
  readonly outside?: string
}

export interface PageExternal {
  readonly id: string
  readonly name: string
  readonly organization: string
  readonly role: string
  readonly address: string
  readonly dialledFrom: readonly string[]
}

export interface PagePod {
  readonly images: readonly string[]
  /** Files whose change restarts it, and those whose change does not. */
  readonly restartedBy: readonly string[]
  readonly reread: readonly string[]
}

/** Nodes of one cluster dial what is behind the Ambassador of another, or nodes that others run (`to` is empty). */
export interface PageDial {
  readonly from: string
  readonly to: string
  /** Different addresses that they dial there. */
  readonly addresses: number
}

interface PageRoute {
  readonly cluster: string
  readonly node: string
  readonly endpoint: string
  readonly address: string
  readonly service: string
}

interface PageDnsRecord {
  readonly cluster: string
  readonly name: string
  readonly type: string
  readonly target: string
}

export interface PageKey {
  readonly label: string
  readonly organization: string
  /** The node whose key it is, if it is one's. */
  readonly node?: string
  /** Who can decrypt the private half. */
  readonly holder?: string
  readonly files: readonly PageKeyFile[]
}

interface PageKeyFile {
  readonly path: string
  /** RFC 3339, of a certificate. */
  readonly expires?: string
  /** It does not exist yet. */
  readonly missing?: true
  /** What `chancery keys --renew` knows it by. */
  readonly renewal?: string
}

export interface PageTolerance {
  readonly summary: string
  readonly nodes: number
  readonly mayBeDown: number
  readonly mayLie: number
  /** What an Ambassador that is down means for the nodes behind it. */
  readonly inside?: string
  /** Everything that can be chosen: each node, organization, cluster and Ambassador; and the zones of clusters. */
  readonly losses: readonly PageLoss[]
}

export interface PageLoss {
  readonly kind: 'node' | 'organization' | 'cluster' | 'ambassador' | 'zone'
  readonly name: string
  readonly survives: boolean
  readonly pauses: boolean
  readonly lost: number
  readonly margin: number
  /** What happens to consensus, in words. */
  readonly consensus: string
  /** What cannot be reached from outside its cluster meanwhile, in words; empty for nothing. */
  readonly unreached: string
  /** Endpoints that no other node exposes. */
  readonly none: readonly string[]
  /** What else stops, in words. */
  readonly stops: readonly string[]
  readonly assumption?: string
}

export interface PageTable {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface PageFinding {
  readonly severity: 'error' | 'warning' | 'notice'
  readonly rule: string
  readonly message: string
  readonly hint: string
  readonly place: string
}

export interface PagePlan {
  /** `compared with 0123abcd` */
  readonly comparison: string
  /** How much changes, and how bad it is: a sentence each. */
  readonly changes: string
  readonly verdict: string
  /** What people have to do before the merge, like `byHand`. */
  readonly beforeMerge: PagePlan['byHand']
  /** What people have to do after the merge; code of a text is in backquotes. */
  readonly byHand: readonly { readonly text: string; readonly commands: readonly string[] }[]
  readonly risks: readonly {
    readonly severity: 'danger' | 'caution'
    readonly id: string
    readonly message: string
    readonly hint: string
    readonly place: string
    readonly acknowledged: boolean
  }[]
  readonly parts: readonly {
    readonly cluster: string
    readonly part: string
    readonly counts: string
    readonly restarts: number
  }[]
  /** What the network can lose, as far as it changes. */
  readonly tolerance: readonly {
    readonly verdict: string
    readonly subject: string
    readonly before: string
    readonly after: string
  }[]
}

/** What `verify` found: the only part of a page that depends on when it was made. */
export interface PageHealth {
  readonly clusters: readonly {
    readonly cluster: string
    readonly good: boolean
    readonly checks: readonly { readonly name: string; readonly good: boolean; readonly message: string }[]
    readonly lines: readonly string[]
  }[]
  readonly ledger: readonly { readonly good: boolean; readonly message: string; readonly hint: string }[]
}
