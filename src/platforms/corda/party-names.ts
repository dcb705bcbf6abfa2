/** `first-bank` as `First Bank`: what an organization may be called in a legal name, which needs two letters. */
export function partyName(label: string): string {
  const words = label.split('-').map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
  const isLong = label.replaceAll(/[^a-z]/gi, '').length >= 2
  return [...(isLong ? [] : ['Party']), ...words].join(' ')
}

/** A legal name to begin with. People put their own place and country. */
export const exampleLegalName = (party: string): string => `O=${party}, L=London, C=GB`
