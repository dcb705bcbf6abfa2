/** Enough to hide the latency of a distant server, few enough to stay below its fairness limits. */
export const atOnce = 32

/** The answer of an API server. The caller interprets the status. */
export interface Answer {
  readonly status: number
  /** Parsed JSON, or the text when it is not JSON. */
  readonly body: unknown
  /** Texts of `Warning` headers. */
  readonly warnings: readonly string[]
  /** The time of the answer, by the server's clock. */
  readonly date?: Date
}

export interface Query {
  readonly body?: object
  readonly contentType?: string
  /** The user to impersonate; none when absent. */
  readonly as?: string | undefined
  /** Ends the request when aborted, also between tries. */
  readonly signal?: AbortSignal
  /** When aborted, the current try ends, and at most one more follows. */
  readonly lastTry?: AbortSignal
  /** Whether to wait without a limit while the server is silent. */
  readonly patient?: boolean
}

/** Requests to one cluster's API server, tried again while it is busy or away. */
export interface Api {
  /** Throws OperatorError when the server is unreachable, or does not accept the credentials. */
  request(method: 'GET' | 'PATCH' | 'POST' | 'PUT' | 'DELETE', path: string, query?: Query): Promise<Answer>
  /** Lines of JSON as they arrive, until the server ends the answer. Throws like `request`, and when the connection breaks. */
  stream(path: string, signal: AbortSignal): AsyncIterable<unknown>
  /**
   * Lines of text as they come, until the server ends the answer: a log that is followed may be silent for long. Throws like `stream`,
   * and OperatorError with the server's words when it refuses.
   */
  lines(path: string, signal: AbortSignal): AsyncIterable<string>
  /** Sends an HTTP request to a port of a pod, through a tunnel of the API server; undefined without an answer. */
  ask(pod: PodPort, question: HttpQuestion, signal: AbortSignal): Promise<HttpReply | undefined>
  close(): void
}

export interface PodPort {
  readonly namespace: string
  readonly name: string
  readonly port: number
}

export interface HttpQuestion {
  readonly path: string
  readonly host: string
  /** Sent as JSON with POST; without it the question is a GET. */
  readonly body?: object
}

export interface HttpReply {
  readonly status: number
  readonly body: string
}

/** The same requests, with few retries once the run is to end. */
export const endingWith = (api: Api, lastTry: AbortSignal): Api => ({
  ...api,
  request: (method, path, query) => api.request(method, path, { lastTry, ...query }),
})

export const isSuccess = ({ status }: Answer): boolean => status >= 200 && status < 300

/** The message of a `metav1.Status`; any other body as it is, shortened. */
export function messageOf({ body, status }: Answer): string {
  const text =
    typeof body === 'object' && body !== null && 'message' in body ? String(body.message) : JSON.stringify(body)
  return text === undefined || text === '' ? `status ${status}` : text.slice(0, 1000)
}
