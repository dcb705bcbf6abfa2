/** Suffixes of Kubernetes resource quantities, https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
const factors: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  m: 1e-3,
}

/** A quantity such as `500m`, `1.5` or `20Gi`. */
export const quantityPattern = /^(\d+(?:\.\d+)?)(m|k|Ki|[MGTP]i?)?$/

/** The value of a quantity in its base unit (bytes, or CPUs); undefined for what is no quantity. */
export function quantityValue(quantity: string): number | undefined {
  const match = quantityPattern.exec(quantity)
  const factor = factors[match?.[2] ?? '']
  return match?.[1] === undefined || factor === undefined ? undefined : Number(match[1]) * factor
}
