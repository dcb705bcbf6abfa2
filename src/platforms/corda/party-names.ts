/** `first-bank` as `First Bank`: what an organization may be called in a legal name. */
export const partyName = (label: string): string =>
  label
    .split('-')
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join(' ')

/** A legal name to begin with. People put their own place and country. */
export const exampleLegalName = (party: string): string => `O=${party}, L=London, C=GB`
