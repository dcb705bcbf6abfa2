/** Suffixes of Kubernetes resource quantities, https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
const factors: Readonly<Record<string, number>> = {
  '': 1,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
}

/** A quantity such as `500m`, `1.5`, `20Gi` or `1e11`, as the API server reads it, but not negative. */
const quantityPattern = /^\+?(\d+\.?\d*|\.\d+)(?:([numkMGTPE]|[KMGTPE]i)|[eE]([-+]?\d{1,3}))?$/

/** The value of a quantity in its base unit (bytes, or CPUs); undefined for an invalid quantity. */
export function quantityValue(quantity: string): number | undefined {
  const match = quantityPattern.exec(quantity)
  if (match === null) return undefined
  const [, number, suffix = '', exponent] = match
  const factor = exponent === undefined ? factors[suffix] : 10 ** Number(exponent)
  return factor === undefined ? undefined : Number(number) * factor
}

/** A hint for an invalid quantity: `20Gi` for `20 GB`. */
export function quantityHint(text: string): string {
  if (/^\s*-/.test(text)) return 'write a positive amount'
  const [, number, letter] = /^\s*(\d+(?:\.\d+)?)\s*([kmgtpe])(?:i|b|ib)?\s*$/i.exec(text) ?? []
  return number === undefined || letter === undefined
    ? 'write a number with its unit: Mi and Gi for memory and volumes, m for thousandths of a processor'
    : `did you mean "${number}${letter.toUpperCase()}i"?`
}
