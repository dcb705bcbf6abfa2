/** Removes secrets from texts, the longest first: a remaining part of a secret would be a hint. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length)
  return (text) => longestFirst.reduce((left, secret) => left.replaceAll(secret, '***'), text)
}
