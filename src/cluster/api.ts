/** Enough to hide the way to a distant server, few enough not to be held back by its fairness rules. */
export const atOnce = 32

/** What an API server answered. Every status is an answer: what it means is for the caller to say. */
export interface Answer {
  readonly status: number
  /** JSON that was read, or the text when it is none. */
  readonly body: unknown
  /** Texts of `Warning` headers. */
  readonly warnings: readonly string[]
  /** When the server answered, by its own clock. */
  readonly date?: Date
}

export interface Query {
  readonly body?: object
  readonly contentType?: string
  /** The user that is impersonated; whoever the kubeconfig is of when absent. */
  readonly as?: string | undefined
  /** Gives up, between tries too, when it is aborted. */
  readonly signal?: AbortSignal
  /** When it is aborted what was sent is finished, and tried once more at most. */
  readonly lastTry?: AbortSignal
  /** Waits however long the server says nothing. */
  readonly patient?: boolean
}

/** Requests to one cluster's API server, tried again while it is busy or away. */
export interface Api {
  /** Throws OperatorError when the server cannot be reached, or does not know who asks. */
  request(method: 'GET' | 'PATCH' | 'POST' | 'PUT' | 'DELETE', path: string, query?: Query): Promise<Answer>
  /** Lines of JSON as they come, until the server ends the answer. Throws like `request`, and when the connection breaks. */
  stream(path: string, signal: AbortSignal): AsyncIterable<unknown>
  /**
   * Lines of text as they come, until the server ends the answer: a log that is followed may be silent for long. Throws like `stream`,
   * and OperatorError with the server's words when it refuses.
   */
  lines(path: string, signal: AbortSignal): AsyncIterable<string>
  /** Asks a port of a pod by HTTP, through a tunnel of the API server; undefined when nobody answers there. */
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

/** The same requests, with little patience once somebody wants it all to end. */
export const endingWith = (api: Api, lastTry: AbortSignal): Api => ({
  ...api,
  request: (method, path, query) => api.request(method, path, { lastTry, ...query }),
})

export const isSuccess = ({ status }: Answer): boolean => status >= 200 && status < 300

/** `metav1.Status` has a message; anything else is shown as it came, shortened. */
export function messageOf({ body, status }: Answer): string {
  const text =
    typeof body === 'object' && body !== null && 'message' in body ? String(body.message) : JSON.stringify(body)
  return text === undefined || text === '' ? `status ${status}` : text.slice(0, 1000)
}
