/** Gives texts without the secrets that stand in them, longest first: a part of one that is left would be a hint. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length)
  return (text) => longestFirst.reduce((left, secret) => left.replaceAll(secret, '***'), text)
}
