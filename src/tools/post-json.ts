import { OperatorError } from '../errors.ts'

const milliseconds = 15_000

/** The largest answer that is read. */
const most = 16 * 1024 * 1024

/** Sends JSON by POST. Throws OperatorError without an answer; its text has no user or password of the URL. */
export async function postJson(
  url: string,
  body: unknown,
): Promise<{ readonly status: number; readonly body: string }> {
  const target = URL.parse(url)
  if (target === null || !['http:', 'https:'].includes(target.protocol))
    throw new OperatorError(
      'a URL of a node begins with http:// or https://',
      'write it as http://node.example.com:8545',
    )
  const { username, password, host } = target
  target.username = ''
  target.password = ''
  try {
    const response = await fetch(target, {
      method: 'POST',
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        ...(username === ''
          ? {}
          : {
              authorization: `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`,
            }),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(milliseconds),
    })
    const text = await response.text()
    if (text.length > most)
      throw new OperatorError(`${host} answers with more than ${most} characters`, 'name the HTTP port of a node')
    return { status: response.status, body: text }
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw new OperatorError(
      `${host} does not answer: ${reasonOf(error)}`,
      'check the URL, and whether the node lets this machine in',
      {
        cause: error,
      },
    )
  }
}

/** `fetch` has the system's reason in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'the request failed'
  if (error.name === 'TimeoutError') return `no answer within ${milliseconds / 1000} s`
  const { cause } = error
  return cause instanceof Error ? cause.message || String((cause as { code?: unknown }).code) : error.message
}
